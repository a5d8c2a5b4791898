from datetime import date

import attrs

from innokumppanuus import defaults
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.plugin.interfaces import FundingScheme, Indicator, Selector
from innokumppanuus.plugin.levels import levels_of


def test_the_core_offers_an_exact_selector_and_a_plain_scheme() -> None:
    assert [one.key for one in defaults.register_selectors()] == [
        "exact_sum",
        "ranked_list",
        "small_votes",
    ]
    assert [one.key for one in defaults.register_schemes()] == [
        "as_applied",
        "share",
    ]
    assert all(isinstance(one, Selector) for one in defaults.register_selectors())
    assert all(isinstance(one, FundingScheme) for one in defaults.register_schemes())


def test_grounds_of_conflict_without_a_source_are_not_said_to_be_verified() -> None:
    assert not any(one.verified for one in defaults.register_conflict_grounds())


def test_every_part_of_the_3p_has_an_indicator() -> None:
    parts = {
        f"{principle.value}.{part}"
        for principle in Principle
        for part in parts_of(getattr(Principles(), principle.value))
    }

    keys = {one.key for principle in Principle for one in defaults.register_indicators(principle)}

    assert parts <= keys


def test_indicators_serve_the_principle_they_are_asked_for() -> None:
    for principle in Principle:
        for one in defaults.register_indicators(principle):
            assert isinstance(one, Indicator)
            assert one.principle is principle


def test_every_part_of_the_3p_can_be_rated_from_0_to_5() -> None:
    rated = {
        one.key: tuple(level.level for level in levels_of(one))
        for principle in Principle
        for one in defaults.register_indicators(principle)
    }

    without = [key for key, levels in rated.items() if not levels]
    assert without == ["partnership.measurable_goals"]
    assert {levels for levels in rated.values() if levels} == {(0, 1, 2, 3, 4, 5)}


def test_how_many_cities_a_summary_needs_is_a_dated_value() -> None:
    bound = {one.key: one for one in defaults.register_parameters()}["profile.least_cities"]

    assert bound.on(date(2026, 1, 1)).value == 5


def parts_of(noun: object) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in attrs.fields(type(noun))  # type: ignore[arg-type]
    )
