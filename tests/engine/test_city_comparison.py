"""
A comparison shows of another city what it agreed to show, and nothing else.

That is tried by getting at it: whatever a silent city holds is changed, and what comes out must
stay the same, byte for byte.
"""

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.city import City, SharedPart
from innokumppanuus.domain.city_comparison import CityComparison
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.principles import Goal, Partnership, Principle, Principles
from innokumppanuus.domain.profile import Evidence, Rating
from innokumppanuus.domain.sources import Source
from innokumppanuus.engine.city_comparison import FEWEST, compare
from innokumppanuus.errors import InvalidValue
from innokumppanuus.records import to_record
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.profiles import (
    DAY,
    GOALS,
    GROUPS,
    ROUTES,
    a_city,
    a_consent,
    a_record,
    some_indicators,
)

INDICATORS = some_indicators()
VIEWER = a_city("harjula", {GOALS: 2})
LEVELS = st.integers(0, 5)
SECRET = "Salmenkylän salaisuus"


def seen(*others: City, on: date = DAY, least: int = 5, viewer: City = VIEWER) -> CityComparison:
    return compare(viewer, others, on, INDICATORS, least)


def as_bytes(comparison: CityComparison) -> str:
    return json.dumps(to_record(comparison), ensure_ascii=False, sort_keys=True) + repr(comparison)


def silent(levels: Mapping[str, int], id: str = "salmenkyla") -> City:
    """Return a city that agrees to nothing and has its secret in every word it can have."""
    secret = same(SECRET)
    evidence = (Evidence(words=secret, said_by=secret, source=SECRET),)
    ratings = tuple(
        Rating(indicator=key, level=level, evidence=evidence, note=SECRET)
        for key, level in levels.items()
    )
    held = Principles(partnership=Partnership(goals=(Goal(name=secret),)))
    return a_city(
        id,
        name=secret,
        sources={SECRET: Source(title=SECRET)},
        records=(a_record(ratings=ratings, principles=held, name=secret),),
    )


def others(*levels: int, indicator: str = GOALS) -> tuple[City, ...]:
    return tuple(a_city(f"kunta{place}", {indicator: level}) for place, level in enumerate(levels))


def test_a_city_sees_its_own_profile_whole() -> None:
    own = seen().own

    assert [one.level for one in own.entries] == [2, None, None]
    assert own.entries[0].evidence


@given(st.dictionaries(st.sampled_from((GOALS, GROUPS, ROUTES)), LEVELS))
@settings(max_examples=50, deadline=None)
def test_what_a_silent_city_holds_changes_nothing_that_comes_out(
    levels: Mapping[str, int],
) -> None:
    nothing = a_city("salmenkyla", records=())

    shown = seen(silent(levels), *others(1, 2, 3))

    assert as_bytes(shown) == as_bytes(seen(nothing, *others(1, 2, 3)))


def test_no_word_of_a_silent_city_comes_out_when_the_group_is_large() -> None:
    shown = seen(silent({GOALS: 1}), *others(1, 2, 3, 4))

    assert shown.summary(GOALS) is not None
    assert SECRET not in as_bytes(shown)
    assert "salmenkyla" not in as_bytes(shown)


@given(st.lists(LEVELS, min_size=5, max_size=8), st.randoms(use_true_random=False))
@settings(max_examples=50, deadline=None)
def test_which_city_gave_which_level_cannot_be_told(levels: list[int], random) -> None:  # type: ignore[no-untyped-def]
    mixed = random.sample(levels, len(levels))

    assert as_bytes(seen(*others(*levels))) == as_bytes(seen(*others(*mixed)))


@pytest.mark.parametrize(("count", "is_shown"), [(4, False), (5, True)])
def test_a_summary_needs_enough_cities(count: int, is_shown: bool) -> None:
    shown = seen(*others(*range(count)))

    assert (shown.summary(GOALS) is not None) is is_shown


def test_cities_without_a_level_do_not_make_a_group() -> None:
    shown = seen(*others(1, 2, 3, 4), a_city("tyhja", {GROUPS: 3}))

    assert shown.group == ()


def test_the_viewer_does_not_make_a_group_larger() -> None:
    assert seen(*others(1, 2, 3, 4)).group == ()


def test_cities_that_show_their_levels_do_not_hide_the_others() -> None:
    shown_one = attrs.evolve(others(5)[0], id="avoin", consents=(a_consent("harjula"),))

    shown = seen(*others(1, 2, 3, 4), shown_one)

    assert [one.subject for one in shown.agreed] == ["avoin"]
    assert shown.group == ()


def test_a_level_that_is_shown_is_not_in_the_summary() -> None:
    open_one = attrs.evolve(others(5)[0], id="avoin", consents=(a_consent("harjula"),))

    with_it, without = seen(*others(0, 0, 0, 0, 0), open_one), seen(*others(0, 0, 0, 0, 0))

    assert with_it.group == without.group


def test_quartiles_are_exact() -> None:
    summary = seen(*others(0, 1, 2, 3, 4, 5)).summary(GOALS)

    assert summary is not None
    assert (summary.lower, summary.median, summary.upper) == (1, Fraction(5, 2), 4)


def test_the_highest_and_the_lowest_level_are_not_told() -> None:
    ends, middles = seen(*others(0, 2, 2, 2, 5)), seen(*others(2, 2, 2, 2, 2))

    assert ends.group == middles.group


@pytest.mark.parametrize("least", [FEWEST - 1, 1, 0, -1])
def test_nobody_can_ask_for_a_summary_of_too_few(least: int) -> None:
    with pytest.raises(InvalidValue, match="at least 3 cities"):
        seen(*others(1, 2, 3, 4, 5), least=least)


def test_the_fewest_that_can_be_asked_for_are_enough() -> None:
    assert seen(*others(1, 2, 3), least=FEWEST).summary(GOALS) is not None


def agreeing(**changes: object) -> City:
    city = silent({GOALS: 4, GROUPS: 1})
    return attrs.evolve(city, consents=(a_consent("harjula", **changes),))


def test_with_consent_the_levels_and_the_evidence_are_shown() -> None:
    (profile,) = seen(agreeing()).agreed

    assert [one.level for one in profile.entries] == [4, 1, None]
    assert profile.entries[0].evidence[0].words == same(SECRET)


def test_consent_to_levels_shows_no_word_of_evidence() -> None:
    city = attrs.evolve(agreeing(what=(SharedPart.LEVELS,)), name=same("Salmenkylä"))

    shown = seen(city)

    assert shown.agreed[0].entries[0].level == 4
    assert SECRET not in as_bytes(shown)


def test_consent_to_evidence_shows_no_level() -> None:
    (profile,) = seen(agreeing(what=(SharedPart.EVIDENCE,))).agreed

    assert {one.level for one in profile.entries} == {None}
    assert {one.described for one in profile.entries} == {None}
    assert {one.rated_on for one in profile.entries} == {None}
    assert profile.entries[0].evidence


def test_consent_to_one_principle_shows_the_others_not_at_all() -> None:
    (profile,) = seen(agreeing(principles=(Principle.USER_CENTREDNESS,))).agreed

    assert [one.indicator for one in profile.entries] == [GROUPS]


@pytest.mark.parametrize(
    ("on", "is_shown"),
    [
        (date(2026, 3, 31), False),
        (date(2026, 4, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_consent_is_looked_at_on_the_day_of_looking(on: date, is_shown: bool) -> None:
    city = agreeing(starts=date(2026, 4, 1), until=date(2026, 6, 30))

    assert bool(seen(city, on=on).agreed) is is_shown


def test_consent_that_was_taken_back_opens_nothing_of_earlier_days() -> None:
    city = agreeing(until=date(2026, 6, 30))
    earlier, today = date(2026, 6, 1), date(2026, 7, 1)

    then = compare(VIEWER, [city], earlier, INDICATORS, 5, date(2026, 6, 30))
    now = compare(VIEWER, [city], earlier, INDICATORS, 5, today)

    assert then.agreed
    assert not now.agreed
    assert SECRET not in as_bytes(now)


def test_a_level_that_was_shown_once_stays_out_of_the_summary() -> None:
    back = attrs.evolve(
        others(5)[0], id="perui", consents=(a_consent("harjula", until=date(2026, 6, 30)),)
    )

    now = compare(
        VIEWER, [*others(1, 2, 3, 4), back], date(2026, 6, 1), INDICATORS, 5, date(2026, 7, 1)
    )

    assert (now.agreed, now.group, now.others) == ((), (), 5)


def test_consent_to_another_city_shows_this_one_nothing() -> None:
    city = attrs.evolve(silent({GOALS: 4}), consents=(a_consent("niemenkunta"),))

    shown = seen(city)

    assert (shown.agreed, shown.others) == ((), 1)
    assert SECRET not in as_bytes(shown)


def test_the_viewers_own_consent_opens_nothing_of_others() -> None:
    viewer = attrs.evolve(VIEWER, consents=(a_consent("salmenkyla", "harjula"),))

    shown = seen(silent({GOALS: 4}), viewer=viewer)

    assert SECRET not in as_bytes(shown)


def test_a_city_cannot_be_given_twice_to_make_a_group() -> None:
    with pytest.raises(InvalidValue, match="different cities"):
        seen(*others(1, 2, 3, 4), *others(1))


def test_a_city_cannot_look_at_itself_as_another() -> None:
    with pytest.raises(InvalidValue, match="different cities"):
        seen(attrs.evolve(silent({}), id="harjula"))


def test_the_order_of_files_changes_nothing() -> None:
    group = (*others(1, 2, 3, 4, 5), agreeing())

    assert as_bytes(seen(*group)) == as_bytes(seen(*reversed(group)))


def test_a_label_of_an_indicator_is_the_viewers_own() -> None:
    summary = seen(*others(1, 2, 3, 4, 5)).summary(GOALS)

    assert summary is not None and summary.name == label(GOALS)
