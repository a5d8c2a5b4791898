"""The commands say what is reckoned, hand it to scripts, and never tell what is confidential."""

import json
from pathlib import Path

import pytest

import innokumppanuus_sparring
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.reading import read_confidential

DATA = Path(innokumppanuus_sparring.__file__).parent / "data"
KEY = "sparraus-harjoitus"
CLOSED = DATA / "sparraus-harjoitus.luottamuksellinen.yaml"
COMMANDS = ("rota", "rules", "attendance", "agreements", "feedback", "follow-up")


def secrets() -> list[str]:
    noun = Workspace.open().programme(KEY)
    assert isinstance(noun, Sparring)
    notes = read_confidential(CLOSED, noun).notes
    assert notes
    return [one.text.removeprefix("Kuvitteellinen: ") for one in notes]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_command_answers_in_every_language(command: str, language: str) -> None:
    answer = ask("--lang", language, "sparring", command, KEY)

    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("line", [
    *(("sparring", one, KEY) for one in COMMANDS),
    ("sparring", "feedback", KEY, "--confidential", CLOSED),
    ("sparring", "notes", KEY, "--confidential", CLOSED),
    ("programme", "show", KEY),
    ("programme", "check", KEY),
])  # fmt: skip
def test_no_open_answer_tells_a_confidential_note(line: tuple[object, ...]) -> None:
    told = ask(*line).out + ask("--json", *line).out

    assert told
    assert [one for one in secrets() if one in told] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_file_of_the_report_tells_a_confidential_note(tmp_path: Path, language: str) -> None:
    ask("--lang", language, "programme", "report", KEY, "--out", tmp_path, "--on", "2026-12-15")

    written = [one.read_text(encoding="utf-8") for one in tmp_path.iterdir()]
    assert len(written) == 2
    assert [one for one in secrets() for text in written if one in text] == []


def test_notes_are_shown_only_when_they_are_asked_for() -> None:
    line = ("sparring", "notes", KEY, "--confidential", CLOSED, "--show")

    record = ask("--json", *line).document["result"]["confidential"]

    assert [one["text"].removeprefix("Kuvitteellinen: ") for one in record] == secrets()


def test_note_that_has_got_into_the_open_file_stops_with_its_place(tmp_path: Path) -> None:
    text = (DATA / "sparraus-harjoitus.yaml").read_text(encoding="utf-8")
    name = "Yhteinen kotikäyntien kokeilu"
    assert name in text
    path = tmp_path / "ohjelma.yaml"
    path.write_text(
        text.replace(name, "Vaikka hinnoittelu ei vielä kata matkakuluja"),
        encoding="utf-8",
    )

    answer = ask("--json", "sparring", "notes", path, "--confidential", CLOSED)

    assert answer.code == 1
    (problem,) = answer.document["problems"]
    assert (problem["key"], problem["values"]["note"]) == ("sparring.note-in-the-open", "n1")
    assert problem["values"]["where"] == "agreements[0].name.fi"


def test_rota_is_handed_to_scripts() -> None:
    result = ask("--json", "sparring", "rota", KEY).document["result"]

    assert result["rota"]["repeats"] == 0
    assert len(result["rota"]["meetings"]) == 5


def test_rota_is_the_same_every_time() -> None:
    assert ask("sparring", "rota", KEY) == ask("sparring", "rota", KEY)


def test_picture_is_written(tmp_path: Path) -> None:
    path = tmp_path / "kuvat" / "verkosto.svg"

    answer = ask("sparring", "agreements", KEY, "--picture", path)

    assert answer.code == 0
    assert path.read_text(encoding="utf-8").startswith("<svg ")


def test_network_of_a_day_leaves_later_agreements_out() -> None:
    line = ("--json", "sparring", "agreements", KEY, "--until", "2026-01-31")

    result = ask(*line).document["result"]["network"]

    assert (result["inside"], result["outside"]) == (["s1", "s2"], [])


def test_day_that_is_none_is_a_usage_problem() -> None:
    assert ask("sparring", "agreements", KEY, "--until", "tammikuu").code == 2


def test_follow_up_is_late_on_a_later_day() -> None:
    early = ask("--json", "sparring", "follow-up", KEY, "--on", "2026-11-30").document
    late = ask("--json", "sparring", "follow-up", KEY, "--on", "2026-12-01").document

    states = [
        [one["state"] for one in each["result"]["follow_up"]].count("late")
        for each in (early, late)
    ]
    assert states == [0, 5]


def test_obligation_holds_the_instalments_of_a_decision_that_it_names(tmp_path: Path) -> None:
    out = tmp_path / "tulokset"
    ask("run", "kumppanuuskiihdyttamo-2017", "--out", out)
    grant = json.loads((out / "decision.json").read_text(encoding="utf-8"))["grants"][0]
    text = (DATA / "sparraus-harjoitus.yaml").read_text(encoding="utf-8")
    path = tmp_path / "ohjelma.yaml"
    mine = text.replace(
        "{participant: askelmitta, grant: P03}",
        f"{{participant: askelmitta, grant: {grant['application']}}}",
    )
    assert mine != text
    path.write_text(mine, encoding="utf-8")
    decision = out / "decision.json"

    answer = ask("--json", "sparring", "attendance", path, "--decision", decision)

    standings = [
        (one["number"], one["state"])
        for one in answer.document["result"]["instalments"]
        if one["grant"] == grant["application"]
    ]
    assert standings[:2] == [(1, "not_stated"), (2, "not_met")]


def test_file_that_is_no_decision_is_a_usage_problem(tmp_path: Path) -> None:
    package = tmp_path / "paketti.json"
    ask("freeze", "kumppanuuskiihdyttamo-2017", "--out", package)

    answer = ask("sparring", "attendance", KEY, "--decision", package)

    assert answer.code in (1, 2)


def test_programme_of_another_kind_is_told_of() -> None:
    answer = ask("--json", "sparring", "rota", "tapahtumat-harjoitus")

    assert (answer.code, [one["key"] for one in answer.document["problems"]]) == (
        1,
        ["sparring.sparring-none"],
    )
