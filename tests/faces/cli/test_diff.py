"""`diff`: what changed between two rule sets in words, whose outcome changes, and why."""

from pathlib import Path

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.testing.files import a_call_folder, a_ruleset_file
from innokumppanuus.testing.old_law import an_old_decision
from innokumppanuus.workspace import Workspace

HIGHER = ("cap_per_pilot: 10000 EUR", "cap_per_pilot: 15000 EUR")
TEMPO = "esimerkki-tempo"


def old_tempo(folder: Path) -> Path:
    """Return the package of a decision made when Tempo paid at most 55 000 euros."""
    return an_old_decision(folder, TEMPO, "suomi.tempo.cap", Money.of(55_000))


def two(folder: Path, *changes: tuple[str, str]) -> tuple[Path, Path]:
    """Return the rule set and the same with changes, as two files."""
    (folder / "uusi").mkdir()
    return a_ruleset_file(folder), a_ruleset_file(folder / "uusi", *changes)


def diff(*line: object) -> Answer:
    return ask("diff", *line, "--lang", "en")


def test_rule_sets_of_the_same_content_are_said_to_be_so(tmp_path: Path) -> None:
    old, new = two(tmp_path, ("is_fictional: true\n", "is_fictional:   true # kommentti\n"))

    answer = diff(old, new)

    assert answer.code == Code.DONE
    assert "have the same content" in answer.out


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (HIGHER, "budget, cap per pilot: was €10,000.00, now €15,000.00."),
        (("order: [K1, K2]", "order: [K2, K1]"), "order of importance: was K1 > K2, now K2 > K1."),
        (
            ("when: amount <= call", "when: amount < call"),
            "eligibility rule cap, condition: was amount <= call.budget.cap_per_pilot, now amount "
            "< call.budget.cap_per_pilot.",
        ),
        (("closes: 2017-09-06 23:59", "closes: 2017-09-07"), "timetable, closes: was 6 September"),
        (
            ("en: Cap", "en: Ceiling"),
            "eligibility rule cap, name, in English: was Cap, now Ceiling.",
        ),
        (
            (
                "  - id: cap\n    name: {fi: Katto, sv: Tak, en: Cap}\n"
                "    when: amount <= call.budget.cap_per_pilot\n",
                "",
            ),
            "eligibility rule cap: Cap was removed.",
        ),
    ],
)
def test_each_change_is_said_in_words(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    answer = diff(*two(tmp_path, change))

    assert answer.code == Code.DONE
    assert said in answer.out


def test_each_language_has_its_words(tmp_path: Path) -> None:
    old, new = two(tmp_path, HIGHER)

    told = {one: ask("diff", old, new, "--lang", one).out for one in ("fi", "sv", "en")}

    assert "määrärahat, enimmäismäärä pilottia kohti: oli 10" in told["fi"]
    assert "anslag, högsta belopp per pilot: var 10" in told["sv"]


def test_whose_outcome_changes_is_told_with_reasons_on_both_sides(tmp_path: Path) -> None:
    _, table, sheets = a_call_folder(tmp_path)
    old, new = two(tmp_path, HIGHER)

    answer = diff(old, new, "--on", table)

    assert "Applications whose outcome changes: 1 of 5." in answer.out
    assert "Application H04: the outcome was “" in answer.out
    assert "Before: " in answer.out and "Cap" in answer.out


def test_scripts_get_changes_and_outcomes(tmp_path: Path) -> None:
    _, table, sheets = a_call_folder(tmp_path)
    old, new = two(tmp_path, HIGHER)

    result = ask("diff", old, new, "--on", table, "--sheets", sheets, "--json").document["result"]

    assert [one["path"] for one in result["changes"]] == ["budget.cap_per_pilot"]
    assert [one["id"] for one in result["outcomes"]] == ["H04"]
    assert result["outcomes"][0]["before"]["outcome"] == "not_eligible"


def test_a_change_that_touches_nobody_is_said_to_be_so(tmp_path: Path) -> None:
    _, table, _ = a_call_folder(tmp_path)

    answer = diff(*two(tmp_path, ("en: Cap", "en: Ceiling")), "--on", table)

    assert "No outcome changes (0 of 5)." in answer.out


def test_a_frozen_package_is_compared_like_a_file(tmp_path: Path) -> None:
    old, new = two(tmp_path, HIGHER)
    ask("freeze", old, "--out", tmp_path / "old.json")

    lines = [diff(one, new).out.splitlines()[1:] for one in (old, tmp_path / "old.json")]

    assert lines[0] == lines[1] != []


def test_outcomes_are_told_as_the_panel_of_the_call_makes_them(tmp_path: Path) -> None:
    ruleset, table, sheets = a_call_folder(tmp_path)
    (tmp_path / "uusi").mkdir()
    newer = a_ruleset_file(tmp_path / "uusi", ("total: 20000 EUR", "total: 10000 EUR"))
    listed, tied = tmp_path / "arvioijat.csv", tmp_path / "siteet.csv"
    listed.write_text("Arvioija;Kielet\nArvioija A;fi\nArvioija B;fi\n", encoding="utf-8")
    ties = ["Arvioija;Side;Organisaatio;Hakemuksen tunnus"]
    ties += [f"Arvioija {one};muu;;H01" for one in "AB"]
    tied.write_text("\n".join((*ties, "")), encoding="utf-8")
    line = (ruleset, newer, "--on", table, "--sheets", sheets)

    without = diff(*line, "--json").document["result"]["outcomes"]
    with_ = diff(*line, "--panel", listed, "--panel", tied, "--json").document["result"]["outcomes"]

    assert without and with_ == []


def test_panel_needs_applications(tmp_path: Path) -> None:
    old, new = two(tmp_path)

    assert diff(old, new, "--panel", old).code == Code.USAGE


def test_sheets_need_applications(tmp_path: Path) -> None:
    old, new = two(tmp_path)

    assert diff(old, new, "--sheets", tmp_path).code == Code.USAGE


def on_tempo(folder: Path, *more: object) -> Answer:
    """Return an old package beside the same rule set today, on the applications of the example."""
    example = Workspace.open().shipped(TEMPO)
    return diff(
        old_tempo(folder), TEMPO, "--on", example.applications, "--sheets", example.sheets, *more
    )


def test_a_package_is_compared_by_its_own_law(tmp_path: Path) -> None:
    told = diff(old_tempo(tmp_path), TEMPO).out

    assert "(suomi.tempo.cap), from 1 January 2026: was €55,000.00 (" in told
    assert "now €60,000.00 (" in told


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Säädetyt arvot, jotka muuttuvat, kun"),
        ("sv", "Föreskrivna värden som ändras från"),
        ("en", "Dated values that change from"),
    ],
)
def test_changed_law_is_told_in_the_reader_s_language(
    tmp_path: Path, language: str, said: str
) -> None:
    assert said in ask("diff", old_tempo(tmp_path), TEMPO, "--lang", language).out


def test_the_outcomes_that_changed_law_alone_changes_are_told(tmp_path: Path) -> None:
    told = on_tempo(tmp_path).out

    assert "Applications whose outcome changes: 4 of 6." in told
    assert "Application T01: the outcome was “not eligible”, now “chosen”." in told
    assert (
        "By the changed dated values alone, under the rules of esimerkki-tempo, the outcome "
        "changes of 4 of 6: T01, T02, T03, T06."
    ) in told


def test_scripts_are_told_of_changed_law_and_what_it_does(tmp_path: Path) -> None:
    result = on_tempo(tmp_path, "--json").document["result"]

    assert [one["key"] for one in result["parameters"]] == ["suomi.tempo.cap"]
    assert result["outcomes_by_parameters"] == ["T01", "T02", "T03", "T06"]
    assert result["todays"] == []


def test_a_decision_holds_no_law_and_that_is_told(tmp_path: Path) -> None:
    old_tempo(tmp_path)

    told = diff(tmp_path / "decision.json", TEMPO).out

    assert "suomi.tempo.cap: no earlier value was kept, so today’s was used." in told
