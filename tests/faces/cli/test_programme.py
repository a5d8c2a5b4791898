"""`programme` lists, checks, shows and reports programmes of every kind."""

from pathlib import Path

import jsonschema
import pytest

from innokumppanuus.domain.programme import Programme
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.records import from_record
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.programmes import a_plain_programme, a_programme_file


def test_every_shipped_programme_is_listed_and_in_order() -> None:
    listed = ask("programme", "list", "--json").document["result"]["programmes"]

    codes = {one["key"]: ask("programme", "check", one["key"]).code for one in listed}

    assert set(codes.values()) <= {Code.DONE}


def test_check_tells_which_roles_are_open_and_what_is_a_gap(tmp_path: Path) -> None:
    answer = ask("programme", "check", a_programme_file(tmp_path), "--lang", "en")

    assert answer.code == Code.DONE
    assert "The role is not known: Entrepreneurs." in answer.out
    assert "The sources leave open: Time between meetings." in answer.out


def test_everything_wrong_in_a_file_is_told_in_its_place(tmp_path: Path) -> None:
    changes = ("followed_by: uusi", "followed_by: uusin"), ("kind: option", "kind: optio")
    path = a_programme_file(tmp_path, *changes)

    answer = ask("programme", "check", path, "--json")

    paths = [one["path"] for one in answer.document["problems"]]
    assert answer.code == Code.PROBLEMS
    assert paths == ["programme.participants[0].followed_by", "programme.phases[2].kind"]


def test_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert ask("programme", "check", tmp_path / "ei.yaml").code == Code.USAGE


def test_unknown_programme_is_told() -> None:
    answer = ask("programme", "show", "atlantis")

    assert (answer.code, "atlantis" in answer.err) == (Code.USAGE, True)


def test_show_gives_scripts_the_whole_programme(tmp_path: Path) -> None:
    answer = ask("programme", "show", a_programme_file(tmp_path), "--json")

    record = answer.document["result"]["programme"]
    assert from_record(Programme, record) == a_plain_programme().programme


@pytest.mark.parametrize(
    "words", ["Vanha kuntayhtymä", "Jatko", "Aloitusseminaari", "Rooli ei ole"]
)
def test_show_tells_people_phases_and_events(tmp_path: Path, words: str) -> None:
    assert words in ask("programme", "show", a_programme_file(tmp_path), "--lang", "fi").out


def test_report_is_of_the_day_that_is_asked_for(tmp_path: Path) -> None:
    path, out = a_programme_file(tmp_path), tmp_path / "ulos"

    answer = ask("programme", "report", path, "--out", out, "--on", "2011-12-01", "--lang", "en")

    assert answer.code == Code.DONE
    assert "As of 1 December 2011" in (out / "programme.html").read_text(encoding="utf-8")


def test_day_that_is_none_is_told(tmp_path: Path) -> None:
    path = a_programme_file(tmp_path)

    answer = ask("programme", "report", path, "--out", tmp_path, "--on", "1.12.2011")

    assert (answer.code, "1.12.2011" in answer.err) == (Code.USAGE, True)


def test_schema_of_a_programme_is_asked_for_by_its_key() -> None:
    key = ask("programme", "list", "--json").document["result"]["programmes"][0]["key"]

    schema = ask("programme", "schema", key, "--json").document["result"]["schema"]

    jsonschema.Draft202012Validator.check_schema(schema)
    assert "programme" in schema["required"]


def test_file_is_read_like_the_programme_that_is_named(tmp_path: Path) -> None:
    answer = ask("programme", "check", a_programme_file(tmp_path), "--like", "atlantis")

    assert (answer.code, "atlantis" in answer.err) == (Code.USAGE, True)
