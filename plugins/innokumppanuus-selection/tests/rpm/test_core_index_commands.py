"""The command `core-index`."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask

EXAMPLE = "kumppanuuskiihdyttamo-2017"
LINE = ("core-index", EXAMPLE)


def test_scripts_get_the_sets_and_every_index() -> None:
    result = ask(*LINE, "--json").document["result"]

    indices = result["core_index"]
    assert indices["is_exact"] is True
    assert len(indices["sets"]) == 5
    standings = {one["application"]: one["standing"] for one in indices["indices"]}
    assert (standings["H01"], standings["H05"], standings["H15"]) == (
        "core",
        "borderline",
        "exterior",
    )


def test_the_panels_range_makes_more_sets_defensible() -> None:
    exact = ask(*LINE, "--json").document["result"]["core_index"]
    spread = ask(*LINE, "--spread", "range", "--json").document["result"]["core_index"]

    assert len(spread["sets"]) > len(exact["sets"])


def test_a_sample_says_that_it_is_one() -> None:
    answer = ask(*LINE, "--most", "1", "--draws", "4", "--lang", "en")

    assert answer.code is Code.DONE
    assert "This is a sample: 4 drawn weightings, seed 1." in answer.out


def test_each_step_of_the_budget_tells_who_is_in_all_sets() -> None:
    steps = ask(*LINE, "--budgets", "--json").document["result"]["budgets"]

    assert steps[0]["core"] == ["H01", "H02", "H04", "H18"]
    assert steps[-1] == {
        "budget": "0.00 EUR",
        "sets": 1,
        "core": [],
        "borderline": [],
        "exterior": steps[-1]["exterior"],
    }


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_everything_is_said_in_each_language(tmp_path: Path, language: str) -> None:
    picture = tmp_path / "kuva.svg"
    line = (*LINE, "--question", "--budgets", "--cost-percent", "5", "--picture", picture)

    answer = ask(*line, "--lang", language)

    assert answer.code is Code.DONE
    assert "core_index." not in answer.out
    root = ElementTree.fromstring(picture.read_text(encoding="utf-8"))
    assert root.get("role") == "img"


def test_withdrawals_are_told_for_each_method() -> None:
    found = ask(*LINE, "--withdraw", "--json").document["result"]["withdrawals"]["found"]

    by_method = {one["method"]: one for one in found}
    assert "cannot" in by_method["consensus_list"]
    own = [one for one in found if one["method"] == "exact_sum"]
    assert own
    assert not any(one["changes_choice"] for one in own)


def test_another_spread_is_refused_with_those_there_are() -> None:
    answer = ask(*LINE, "--spread", "wide", "--lang", "en")

    assert answer.code is Code.USAGE
    assert "exact, range, deviation" in answer.err + answer.out
