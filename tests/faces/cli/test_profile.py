"""`profile` shows what was asked of a call, a programme or a city; the rest it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder, a_ruleset_file
from innokumppanuus.testing.programmes import PROGRAMME

DAY = "2026-04-01"
SECRET = "salaisuus"


def a_city_file(
    folder: Path, id: str = "harjula", level: int = 2, consents: str = "", words: str = "Muistio"
) -> Path:
    file = folder / f"{id}.yaml"
    file.write_text(
        f"innokumppanuus: 1\nid: {id}\nname: {words} {id}\nrecords:\n"
        f"  - on: 2025-03-01\n    ratings: [{{indicator: partnership.goals, level: 1}}]\n"
        f"  - on: 2026-03-01\n    ratings:\n"
        f"      - indicator: partnership.goals\n        level: {level}\n"
        f"        evidence: [{{words: {words}}}]\n{consents}",
        encoding="utf-8",
    )
    return file


def result(*line: object) -> Any:
    answer = ask("profile", *line, "--json")
    assert answer.code == Code.DONE, answer.out
    return answer.document["result"]


def test_a_call_is_shown_by_its_text(tmp_path: Path) -> None:
    shown = result(a_ruleset_file(tmp_path))

    assert shown["profile"]["kind"] == "call"
    assert "coverage" not in shown


def test_the_matrix_is_shown_with_its_gaps(tmp_path: Path) -> None:
    shown = result(a_ruleset_file(tmp_path), "--matrix")

    assert len(shown["coverage"]["cells"]) == 15
    assert {"principle": "procurement", "column": "report_field", "state": "not_stated"} in shown[
        "gaps"
    ]


def test_one_application_is_shown_by_its_answers(tmp_path: Path) -> None:
    ruleset, applications, _ = a_call_folder(tmp_path)

    shown = result(ruleset, "--applications", applications, "--application", "H01")

    assert (shown["profile"]["kind"], shown["profile"]["subject"]) == ("application", "H01")


def test_an_application_that_is_not_there_is_refused_with_what_there_is(tmp_path: Path) -> None:
    ruleset, applications, _ = a_call_folder(tmp_path)

    answer = ask(
        "profile", ruleset, "--applications", applications, "--application", "H99", "--lang", "en"
    )

    assert answer.code == Code.USAGE
    assert "no application H99" in answer.err and "H01" in answer.err


def test_a_programme_is_shown_by_what_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "ohjelma.yaml"
    file.write_text(PROGRAMME, encoding="utf-8")

    assert result(file)["profile"]["kind"] == "programme"


def test_a_city_is_shown_with_its_latest_levels(tmp_path: Path) -> None:
    shown = result(a_city_file(tmp_path), "--on", DAY)

    levels = {one["indicator"]: one["level"] for one in shown["profile"]["entries"]}
    assert levels["partnership.goals"] == 2
    assert levels["partnership.responsibilities"] is None


def test_change_is_shown_since_a_day(tmp_path: Path) -> None:
    shown = result(a_city_file(tmp_path), "--on", DAY, "--since", "2025-04-01")

    moves = {one["indicator"]: one["move"] for one in shown["changes"]}
    assert moves["partnership.goals"] == "rose"


def compared(folder: Path, level: int, words: str, *more: str) -> str:
    files = [a_city_file(folder, f"kunta{one}", one) for one in range(3)]
    files.append(a_city_file(folder, "salmenkyla", level, words=words))
    own = a_city_file(folder)
    options = [part for one in files for part in ("--compare", str(one))]
    answer = ask("profile", own, "--on", DAY, *options, "--lang", "en", *more)
    assert answer.code == Code.DONE
    return answer.out


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_nothing_of_a_city_that_agreed_to_nothing_comes_out(
    tmp_path: Path, more: tuple[str, ...]
) -> None:
    first = compared(tmp_path, 0, SECRET, *more)
    second = compared(tmp_path, 5, "muu", *more)

    assert first == second
    assert SECRET not in first


def test_files_that_are_written_hold_nothing_of_it_either(tmp_path: Path) -> None:
    compared(tmp_path, 0, SECRET, "--out", str(tmp_path / "tulos"))

    written = sorted((tmp_path / "tulos").iterdir())
    assert [one.name for one in written] == ["profile.html", "profile.json"]
    assert all(SECRET not in one.read_text(encoding="utf-8") for one in written)


def test_a_city_that_agreed_is_shown(tmp_path: Path) -> None:
    consent = "consents: [{to: [harjula], what: [levels], starts: 2026-01-01}]\n"
    other = a_city_file(tmp_path, "avoin", 4, consent, words=SECRET)

    shown = result(a_city_file(tmp_path), "--on", DAY, "--compare", other)

    (city,) = shown["comparison"]["agreed"]
    assert city["subject"] == "avoin"
    assert all(one["evidence"] == [] for one in city["entries"])


def test_a_city_that_took_its_consent_back_is_not_shown_as_on_an_earlier_day(
    tmp_path: Path,
) -> None:
    consent = "consents: [{to: [harjula], what: [levels], starts: 2026-01-01, until: 2026-04-02}]\n"
    other = a_city_file(tmp_path, "perui", 4, consent, words=SECRET)

    answer = ask("profile", a_city_file(tmp_path), "--on", DAY, "--compare", other, "--json")

    assert answer.document["result"]["comparison"]["agreed"] == []
    assert SECRET not in answer.out


@pytest.mark.parametrize(("least", "count"), [(None, 0), ("4", 1)])
def test_how_many_cities_a_summary_needs_can_be_agreed(
    tmp_path: Path, least: str | None, count: int
) -> None:
    more = ["--least-cities", least] if least else []

    shown = json.loads(compared(tmp_path, 1, "muu", "--json", *more))["result"]

    assert len(shown["comparison"]["group"]) == count


@pytest.mark.parametrize("least", ["2", "1", "0"])
def test_fewer_than_three_is_refused(tmp_path: Path, least: str) -> None:
    other = a_city_file(tmp_path, "toinen")

    answer = ask("profile", a_city_file(tmp_path), "--compare", other, "--least-cities", least)

    assert answer.code == Code.PROBLEMS


def test_a_city_is_not_compared_with_itself(tmp_path: Path) -> None:
    file = a_city_file(tmp_path)

    answer = ask("profile", file, "--compare", file, "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "different cities" in answer.out


@pytest.mark.parametrize(
    "line", [("--compare", "a"), ("--since", DAY), ("--least-cities", "5"), ("--on", DAY)]
)
def test_what_is_of_cities_is_refused_of_calls(tmp_path: Path, line: tuple[str, ...]) -> None:
    assert ask("profile", a_ruleset_file(tmp_path), *line).code == Code.USAGE


@pytest.mark.parametrize("line", [("--matrix",), ("--application", "H01")])
def test_what_is_of_calls_is_refused_of_cities(tmp_path: Path, line: tuple[str, ...]) -> None:
    assert ask("profile", a_city_file(tmp_path), *line).code == Code.USAGE


def test_a_key_that_nobody_offers_is_refused_with_what_there_is() -> None:
    answer = ask("profile", "ei-ole", "--lang", "en")

    assert answer.code == Code.USAGE
    assert "no key ei-ole" in answer.err


def test_a_day_that_is_none_is_refused(tmp_path: Path) -> None:
    assert ask("profile", a_city_file(tmp_path), "--on", "huomenna").code == Code.USAGE


def test_what_is_wrong_in_the_file_of_a_city_is_told_in_its_place(tmp_path: Path) -> None:
    answer = ask("profile", a_city_file(tmp_path, level=6), "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "records[1].ratings[0]" in answer.out and "from 0 to 5" in answer.out


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_everything_is_said_in_the_language_of_the_reader(tmp_path: Path, language: str) -> None:
    answer = ask("profile", a_city_file(tmp_path), "--on", DAY, "--lang", language)

    assert {"fi": "3P-profiili", "sv": "3P-profil:", "en": "3P profile"}[language] in answer.out
