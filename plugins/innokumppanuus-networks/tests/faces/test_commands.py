"""The commands show, find, compare, ask, import and export, in words and for scripts."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import ServiceNetworks

KEY = "hyvinvointifoorumi-harjoitus"
COMMANDS = ("show", "find", "after", "questions")


def network(*line: object) -> Answer:
    return ask("network", *line)


def result(*line: object) -> Any:
    answer = ask("--json", "network", *line)
    assert answer.code == 0, answer.out
    return answer.document["result"]


@pytest.fixture(scope="module", autouse=True)
def shipped(exercise: ServiceNetworks) -> ServiceNetworks:
    """Skip where nothing is shipped to ask about."""
    return exercise


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_command_answers_in_each_language(command: str, language: str) -> None:
    answer = network(command, KEY, "--lang", language)

    assert (answer.code, answer.err) == (0, "")
    assert "{" not in answer.out


@pytest.mark.parametrize(
    ("age", "band"), [(21, "age_7_21"), (22, "age_22_65"), (65, "age_22_65"), (66, "over_65")]
)
def test_band_of_an_age_is_told(age: int, band: str) -> None:
    assert result("band", KEY, age)["band"] == band


def test_age_below_zero_is_refused() -> None:
    assert network("band", KEY, "--", "-1").code == 2


def test_gaps_of_one_group_are_found_alone() -> None:
    found = result("find", KEY, "--group", "carers")

    assert {one["group"] for one in found["gaps"]} == {"carers"}
    assert {one["need"] for one in found["gaps"]} == {"talk", "exercise", "peer", "respite"}


def test_group_that_is_not_there_is_told_with_the_one_meant() -> None:
    answer = network("find", KEY, "--group", "carer")

    assert answer.code != 0
    assert "carers" in answer.out + answer.err


def test_every_finding_has_its_sentence_and_grounds() -> None:
    found = result("find", KEY)

    listed = [*found["gaps"], *found["overlaps"], *found["bridges"]]
    assert all(one["text"] for one in listed)
    assert all(one["services"] for one in found["overlaps"])


def test_chosen_additions_are_compared() -> None:
    told = result("after", KEY, "--add", "omaishoitajan-paiva")

    assert [one["need"] for one in told["closed"]] == ["respite"]


def test_pilots_of_a_decision_are_compared(tmp_path: Path) -> None:
    ask("run", "kumppanuuskiihdyttamo-2017", "--out", tmp_path)

    told = result("after", KEY, "--decision", tmp_path / "decision.json")

    assert told["additions"] == ["arkikuntoutus", "omaishoitajan-paiva", "avain-kotiin", "verstas"]
    assert told["untold"] == ["H18"]


@pytest.mark.parametrize("command", ["show", "find", "after"])
def test_picture_is_written_as_svg(tmp_path: Path, command: str) -> None:
    path = tmp_path / "kuva.svg"

    network(command, KEY, "--picture", path)

    assert ElementTree.fromstring(path.read_text(encoding="utf-8")).tag.endswith("svg")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_lists_that_were_written_are_read_back_the_same(tmp_path: Path, form: str) -> None:
    files = result("export", KEY, "--out", tmp_path, "--format", form)["files"]

    again = result("show", KEY, "--services", files[0], "--ties", files[1])

    assert again["ties"] == result("show", KEY)["ties"]
    assert again["coverage"] == result("show", KEY)["coverage"]


def test_list_with_errors_ends_with_problems(tmp_path: Path) -> None:
    path = tmp_path / "palvelut.csv"
    path.write_text(
        "actor;actor_fi;kind;service;groups\nx;Maija;close_ones;s;over_65\n", encoding="utf-8"
    )

    answer = network("show", KEY, "--services", path)

    assert answer.code == 1
    assert "palvelut.csv:A2" in answer.out
    assert "Maija" not in answer.out


def test_export_of_the_catalogue_is_read_and_what_has_no_place_is_told(tmp_path: Path) -> None:
    record = {
        "id": "1",
        "serviceNames": [{"language": "fi", "value": "Kuvitteellinen palvelu", "type": "Name"}],
        "targetGroups": [{"code": "KR1.1"}],
        "organizations": [
            {"roleType": "Producer", "organization": {"name": "Kuvitteelliset seniorit ry"}}
        ],
    }
    path, out = tmp_path / "vienti.json", tmp_path / "palvelut.csv"
    path.write_text(json.dumps([record, {**record, "id": "2", "targetGroups": []}]))

    told = result("ptv", KEY, path, "--out", out)

    assert (told["items"], told["placed"], told["actors"]) == (2, ["1"], [])
    assert [one["key"] for one in told["unplaced"]] == ["network.ptv-group"]
    assert "Kuvitteellinen palvelu" in out.read_text(encoding="utf-8-sig")


def test_gap_between_age_bands_is_told_with_its_place(tmp_path: Path) -> None:
    source = Workspace.open().programmes()[KEY].path
    text = source.read_text(encoding="utf-8")
    assert text.count("least: 7,") == 1
    path = tmp_path / "oma.yaml"
    path.write_text(text.replace("least: 7,", "least: 9,"), encoding="utf-8")

    answer = ask("programme", "check", path)

    line = text[: text.index("least: 7,")].count("\n") + 1
    assert answer.code == 1
    assert f"oma.yaml:{line}:" in answer.out
    assert "7–8-vuotiaat eivät kuulu mihinkään ikäryhmään" in answer.out


def test_programme_without_networks_is_refused() -> None:
    answer = network("show", "hyvinvoinnista-elinvoimaa")

    assert answer.code == 2
    assert "palveluverkostoja" in answer.err


def test_format_that_is_not_known_is_refused(tmp_path: Path) -> None:
    assert network("export", KEY, "--out", tmp_path, "--format", "pdf").code == 2


def test_group_of_commands_without_a_command_shows_help() -> None:
    answer = ask("network")

    assert answer.code == 0
    assert all(one in answer.out for one in COMMANDS)
