"""`explain` tells why, part by part, and what would turn each outcome."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder


@pytest.fixture
def given(tmp_path: Path) -> tuple[object, ...]:
    ruleset, applications, _ = a_call_folder(tmp_path)
    return "explain", ruleset, "--applications", applications


def test_a_rule_that_is_not_met_is_told_with_the_smallest_change(given: tuple[object, ...]) -> None:
    answer = ask(*given, "--application", "H04", "--rule", "cap")

    words = answer.out.replace("\u00a0", " ").replace("\n", " ")
    assert answer.code == Code.DONE
    assert "Katto: ei täyty" in words
    assert (
        "”Haettu” (15 000,00 €) on enintään ”Enintään pilottia kohden” (10 000,00 €): ei" in words
    )
    assert "15 000,00 € → enintään 10 000,00 € (ero 5 000,00 €)" in words


def test_a_rule_that_is_met_is_told_with_what_would_lose_it(given: tuple[object, ...]) -> None:
    answer = ask(*given, "--application", "H01", "--rule", "in_time", "--lang", "en")

    assert "The condition would not be met so:" in answer.out
    assert "late)" not in answer.out
    assert "early)" not in answer.out


def test_what_is_missing_is_told_and_no_change_is_sought(given: tuple[object, ...]) -> None:
    answer = ask(*given, "--application", "H05", "--rule", "cap", "--lang", "sv")

    assert "Saknas: Sökt" in answer.out
    assert "söks inte" in answer.out


def test_scripts_get_the_change_exactly(given: tuple[object, ...]) -> None:
    answer = ask(*given, "--application", "H04", "--rule", "cap", "--json")

    (rule,) = answer.document["result"]["rules"]
    ((change,),) = rule["changes"]
    assert (change["before"], change["after"]) == ("15000.00 EUR", "10000.00 EUR")


def test_every_rule_is_told_when_none_is_named(given: tuple[object, ...]) -> None:
    result = ask(*given, "--application", "H01", "--json").document["result"]

    assert [one["rule"] for one in result["rules"]] == ["in_time", "cap"]


@pytest.mark.parametrize(
    "wrong", [("--application", "H99"), ("--application", "H01", "--rule", "x")]
)
def test_what_is_not_there_is_told_with_what_is(
    given: tuple[object, ...], wrong: tuple[str, ...]
) -> None:
    assert ask(*given, *wrong).code == Code.USAGE


def test_a_change_of_a_rule_pack_is_told_with_the_rule_that_it_bears_on(tmp_path: Path) -> None:
    answer = ask(*_on_the_packs(tmp_path), "--rule", "de_minimis", "--json")

    (rule,) = answer.document["result"]["rules"]
    assert any("kaupunki.yaml" in one and "de_minimis.yaml" in one for one in rule["stands_on"]), (
        rule["stands_on"]
    )


def test_the_rows_of_a_decision_table_that_matched_are_told(tmp_path: Path) -> None:
    answer = ask(*_on_the_packs(tmp_path), "--rule", "de_minimis", "--lang", "en")

    assert "Row 1 of the decision table “Ceiling of de minimis aid” was applied." in answer.out


def _on_the_packs(folder: Path) -> tuple[object, ...]:
    """Return the command over a call that stands on the packs of a city and of the country."""
    pytest.importorskip("innokumppanuus_jyvaskyla")
    applications = folder / "hakemukset.csv"
    applications.write_text(
        "economic_activity;de_minimis_kind;de_minimis_sector;de_minimis_received;area;client_age;"
        "id;applicant;submitted;amount\n"
        "yes;general;none;290000 EUR;muurame;12;A1;Kuvitteellinen Oy;"
        "2023-11-30 16:00;10000,01 EUR\n",
        encoding="utf-8",
    )
    given = ("--applications", applications, "--application", "A1")
    return "explain", "jyvaskyla-harjoitushaku", *given


def ties(folder: Path, *lines: str) -> tuple[object, ...]:
    """Return the options of a panel of A and B with the ties of the lines."""
    listed, tied = folder / "arvioijat.csv", folder / "siteet.csv"
    listed.write_text("Arvioija;Kielet\nA;fi\nB;fi\n", encoding="utf-8")
    heading = "Arvioija;Side;Organisaatio;Hakemuksen tunnus"
    tied.write_text("\n".join((heading, *lines, "")), encoding="utf-8")
    return ("--panel", listed, "--panel", tied)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_whom_a_conflict_keeps_away_is_told_with_the_panel(
    tmp_path: Path, given: tuple[object, ...], language: str
) -> None:
    panel = ties(tmp_path, "A;hallitus tai johto;;H01")

    answer = ask(*given, "--application", "H01", *panel, "--lang", language)

    texts = Texts.load(language)
    ground = texts.say("panel.ruling.open")
    assert answer.code == Code.DONE
    assert any(line.startswith("A: ") and ground in line for line in answer.out.splitlines())


def test_conflict_that_reaches_the_whole_call_is_told_of_every_application(
    tmp_path: Path, given: tuple[object, ...]
) -> None:
    panel = ties(tmp_path, "A;hallitus tai johto;;H01")

    result = ask(*given, "--application", "H02", *panel, "--json").document["result"]

    assert result["conflicts"] == []
    assert [(one["evaluator"], one["application"]) for one in result["conflicts_elsewhere"]] == [
        ("A", "H01")
    ]


def test_panel_without_conflicts_is_told_so(tmp_path: Path, given: tuple[object, ...]) -> None:
    answer = ask(*given, "--application", "H01", *ties(tmp_path), "--lang", "en")

    assert Texts.load("en").say("panel.conflict.none") in answer.out
