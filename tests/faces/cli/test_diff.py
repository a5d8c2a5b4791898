"""`diff`: what changed between two rule sets in words, whose outcome changes, and why."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.testing.files import a_call_folder, a_ruleset_file

HIGHER = ("cap_per_pilot: 10000 EUR", "cap_per_pilot: 15000 EUR")


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


def test_sheets_need_applications(tmp_path: Path) -> None:
    old, new = two(tmp_path)

    assert diff(old, new, "--sheets", tmp_path).code == Code.USAGE
