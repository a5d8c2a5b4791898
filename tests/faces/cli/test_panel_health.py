"""`panel health` tells how the panel scored, and on demand what the choice hangs on."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder


@pytest.fixture
def given(tmp_path: Path) -> tuple[object, ...]:
    ruleset, applications, sheets = a_call_folder(tmp_path)
    return ("panel", "health", ruleset, "--applications", applications, "--sheets", sheets)


@pytest.mark.parametrize(
    ("language", "title"),
    [("fi", "Arvioijien yksimielisyys"), ("sv", "Bedömarnas samstämmighet"), ("en", "Agreement")],
)
def test_the_agreement_is_told_in_every_language(
    given: tuple[object, ...], language: str, title: str
) -> None:
    answer = ask(*given, "--lang", language)

    assert (answer.code, title in answer.out) == (Code.DONE, True)


def test_scripts_get_exact_measures_and_the_seed(given: tuple[object, ...]) -> None:
    health = ask(*given, "--json", "--seed", "5").document["result"]["health"]

    assert {one["measure"] for one in health["agreements"]} >= {"alpha_ordinal", "kendall"}
    drawn = [one["interval"] for one in health["agreements"] if one.get("interval")]
    assert {one["seed"] for one in drawn} <= {5}


def test_warnings_are_among_the_problems_and_stop_nothing(given: tuple[object, ...]) -> None:
    answer = ask(*given, "--json")

    assert answer.code == Code.DONE
    assert {one["severity"] for one in answer.document["problems"]} <= {"warning"}
    assert "reliance" not in answer.document["result"]


def test_what_the_choice_hangs_on_is_told_to_who_asks(given: tuple[object, ...]) -> None:
    told = ask(*given, "--reliance", "--json").document["result"]["reliance"]

    assert [one["in_force"] for one in told["policies"]].count(True) == 1
    assert {one["absence"] for one in told["absences"]} == {"evaluator", "application"}


def test_a_seed_below_zero_is_refused(given: tuple[object, ...]) -> None:
    assert ask(*given, "--seed", "-1").code == Code.USAGE
