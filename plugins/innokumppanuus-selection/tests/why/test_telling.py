"""What is told of a decision is asked of its own choice, and told as it goes."""

import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.grounds import Grounds
from innokumppanuus.errors import Stopped, UnknownKey
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus_selection.why import telling
from innokumppanuus_selection.why.programme_sets import ProgrammeSets


def test_everyone_who_may_be_chosen_has_a_standing(ground: Grounds) -> None:
    told = telling.whys(ground)

    assert [one.application for one in told.standings] == ["H1", "H2", "H3", "H4", "H5"]
    assert {one.application for one in told.standings if one.is_in} == set(told.chosen.applications)


def test_only_those_asked_about_are_told_each_once(ground: Grounds) -> None:
    told = telling.whys(ground, ["H3", "H1", "H3"])

    assert [one.application for one in told.standings] == ["H1", "H3"]


def test_one_who_may_not_be_chosen_is_refused(ground: Grounds) -> None:
    with pytest.raises(UnknownKey, match="H9"):
        telling.whys(ground, ["H9"])


def test_a_decision_without_a_choice_has_no_grounds() -> None:
    assert telling.grounds(a_decision({}), core_plugins()) is None


def test_the_pace_is_told_up_to_the_end_and_may_stop(ground: Grounds) -> None:
    heard: list[tuple[int, int]] = []

    telling.whys(ground, pace=lambda done, of: heard.append((done, of)))

    assert heard[0] == (0, 8) and heard[-1] == (8, 8)
    assert heard == sorted(heard)

    def stop(done: int, of: int) -> None:
        if done == 2:
            raise Stopped

    with pytest.raises(Stopped):
        telling.whys(ground, pace=stop)


def test_offers_are_the_best_sets_of_more_money(ground: Grounds) -> None:
    found = telling.frontier(ground, more=[Money.of(1), Money.of(4_000), Money.of(100_000)])

    nothing, some, much = found.offers

    assert nothing.step is None
    assert some.step is not None and much.step is not None
    assert found.budget is not None
    assert some.step.budget <= found.budget + Money.of(4_000)
    assert some.step.value > ground.chosen.value
    assert much.step.value >= some.step.value


def test_a_programme_tells_the_same_of_a_decision(decision: Decision, ground: Grounds) -> None:
    other = telling.grounds(decision, core_plugins(), ProgrammeSets())
    assert other is not None

    assert telling.whys(other).prices == telling.whys(ground).prices
    assert telling.frontier(other) == telling.frontier(ground)
