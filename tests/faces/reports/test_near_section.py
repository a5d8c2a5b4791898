"""The section on the sets near the best tells all of them, against the best one."""

from collections.abc import Mapping
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.domain.sources import missing, stated
from innokumppanuus.faces.reports.near_section import (
    LongNearSetsSection,
    NearSets,
    NearSetsSection,
)
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.decisions import a_decision, core_plugins

PLUGINS = core_plugins()
SECTION = NearSetsSection()
FIELD = {"H01": (5, 5, 5), "H02": (4, 4, 4), "H03": (4, 4, 4), "H04": (0, 0, 0)}


def a_choice(maximum: int = 2, field: Mapping[str, tuple[int, ...]] | None = None) -> Decision:
    budget = attrs.evolve(a_call().budget, maximum=stated(maximum), target=missing())
    return a_decision(field or FIELD, plugins=PLUGINS, budget=budget)


def reckoned(decision: Decision) -> NearSets:
    found = SECTION.reckon(decision, PLUGINS, unwatched)
    assert found is not None
    return found


def test_sets_that_are_equally_good_are_all_there() -> None:
    found = reckoned(a_choice())

    assert [one.applications for one in found.sets] == [("H01", "H02"), ("H01", "H03")]


def test_set_that_is_worse_by_little_is_near_and_one_worse_by_more_is_not() -> None:
    # K3 weighs 1/9, so that (5, 5, 4) is below (5, 5, 5) by 1/45 of its total, just over 2 %.
    far = {"H01": (5, 5, 5), "H02": (5, 5, 4)}
    close = {"H01": (5, 5, 5), "H02": (5, 5, 4), "H03": (5, 5, 5), "H04": (5, 5, 5)}

    apart, together = reckoned(a_choice(1, far)), reckoned(a_choice(3, {**close, "H05": (5, 5, 5)}))

    assert [one.applications for one in apart.sets] == [("H01",)]
    assert ("H01", "H02", "H03") in {one.applications for one in together.sets}


def test_gap_of_the_rule_set_is_the_one_that_is_shown() -> None:
    selection = SelectionPolicy(options={"gap": Fraction(1, 2)})
    budget = attrs.evolve(a_call().budget, maximum=stated(1), target=missing())
    decision = a_decision(FIELD, plugins=PLUGINS, selection=selection, budget=budget)

    found = reckoned(decision)

    assert found.gap == Fraction(1, 2)
    assert {one.applications for one in found.sets} == {("H01",), ("H02",), ("H03",)}


def test_share_tells_in_how_many_sets_each_application_is() -> None:
    assert reckoned(a_choice()).shares() == {
        "H01": 1,
        "H02": Fraction(1, 2),
        "H03": Fraction(1, 2),
    }


def test_call_without_a_choice_has_nothing_to_tell() -> None:
    decision = a_decision(FIELD, plugins=PLUGINS, selection=None)

    assert SECTION.reckon(decision, PLUGINS, unwatched) is None


def test_field_that_the_method_cannot_list_says_how_many_it_takes() -> None:
    field = {f"H{number:02}": (number % 5, 1, 1) for number in range(1, 32)}

    found = reckoned(a_choice(2, field))

    assert (found.optima, found.limit) == (None, 30)
    html = SECTION.html(found, a_choice(), Texts.load("fi"))
    assert "enintään 30 hakemuksesta" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_sets_are_told_in_every_language_with_picture_and_table(language: str) -> None:
    decision = a_choice()

    html = SECTION.html(reckoned(decision), decision, Texts.load(language))

    assert html.count("<svg") == html.count("<table") == html.count("<caption>") == 1
    assert html.count("<tr>") == 3


def test_later_set_is_told_against_the_first() -> None:
    decision = a_choice()

    html = SECTION.html(reckoned(decision), decision, Texts.load("en"))

    assert "<td>with H03; without H02</td>" in html


def test_sentences_name_those_who_are_everywhere_and_those_who_are_not() -> None:
    decision = a_choice()

    html = SECTION.html(reckoned(decision), decision, Texts.load("en"))

    assert "In every one of these sets are H01." in html
    assert "In some of the sets only are H02 and H03." in html


def test_large_field_waits_for_who_asks_for_it() -> None:
    field = {f"H{number:02}": (number % 5, 1, 1) for number in range(1, 62)}
    decision = a_choice(1, field)

    quick = SECTION.reckon(decision, PLUGINS, unwatched)
    asked = LongNearSetsSection().reckon(decision, PLUGINS, unwatched)

    assert quick is None
    assert asked is not None and asked.limit == 30
    assert LongNearSetsSection().is_long
