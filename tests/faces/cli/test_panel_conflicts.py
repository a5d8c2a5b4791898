"""`panel forms` and `panel conflicts`: from an empty form to ties that are found."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder

PANEL = "Arvioija;Kielet;Osaaminen\nA;fi;\nB;fi;\n"


@pytest.fixture
def given(tmp_path: Path) -> tuple[object, ...]:
    ruleset, applications, _ = a_call_folder(tmp_path)
    return (ruleset, "--applications", applications)


def ties(folder: Path, *lines: str) -> tuple[object, ...]:
    """Return the options of a panel of A and B with the ties of the lines."""
    panel, tied = folder / "arvioijat.csv", folder / "siteet.csv"
    panel.write_text(PANEL, encoding="utf-8")
    heading = "Arvioija;Side;Organisaatio;Hakemuksen tunnus"
    tied.write_text("\n".join((heading, *lines, "")), encoding="utf-8")
    return ("--panel", panel, "--panel", tied)


def test_the_form_is_written(tmp_path: Path, given: tuple[object, ...]) -> None:
    out = tmp_path / "lomakkeet" / "paneeli.xlsx"

    answer = ask("panel", "forms", given[0], "--out", out)

    assert (answer.code, out.is_file()) == (Code.DONE, True)


@pytest.mark.parametrize(
    ("language", "title"), [("fi", "Esteellisyydet"), ("sv", "Jäv"), ("en", "Conflicts")]
)
def test_a_declared_tie_is_told_in_every_language(
    tmp_path: Path, given: tuple[object, ...], language: str, title: str
) -> None:
    panel = ties(tmp_path, "A;hallitus tai johto;;H01")

    answer = ask("panel", "conflicts", *given, *panel, "--lang", language)

    assert answer.code == Code.DONE
    assert title in answer.out
    assert "H01" in answer.out


def test_scripts_get_the_conflicts_whole(tmp_path: Path, given: tuple[object, ...]) -> None:
    panel = ties(tmp_path, "A;hallitus tai johto;;H01")

    (found,) = ask("panel", "conflicts", *given, *panel, "--json").document["result"]["conflicts"]

    assert (found["evaluator"], found["ground"], found["basis"]) == ("A", "board", "declared")


def test_conflicts_are_written_into_a_workbook(tmp_path: Path, given: tuple[object, ...]) -> None:
    out = tmp_path / "esteellisyydet.xlsx"

    ask("panel", "conflicts", *given, *ties(tmp_path, "A;muu;;H01"), "--out", out)

    assert out.read_bytes()[:2] == b"PK"


def test_what_cannot_be_read_stops_the_command(tmp_path: Path, given: tuple[object, ...]) -> None:
    answer = ask("panel", "conflicts", *given, *ties(tmp_path, "C;muu;;H01"), "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "'C' is not in the list of evaluators" in answer.out


def test_a_panel_is_needed_where_the_rule_set_ships_none(given: tuple[object, ...]) -> None:
    for command in ("conflicts", "assign"):
        answer = ask("panel", command, *given)

        assert answer.code == Code.USAGE
        assert "--panel" in answer.err


def test_a_rule_set_without_an_example_panel_is_told(given: tuple[object, ...]) -> None:
    answer = ask("panel", "example", given[0], "--out", "esimerkki")

    assert answer.code == Code.USAGE
