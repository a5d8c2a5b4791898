"""Profiles hold what was stated by the day and the latest levels; nothing is filled in."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.call import Field
from innokumppanuus.domain.dates import Precision, When
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.pilot import Pilot
from innokumppanuus.domain.principles import Goal, Partnership, Principle, Principles
from innokumppanuus.domain.profile import Rating, SubjectKind
from innokumppanuus.domain.programme import Programme, ProgrammeKind
from innokumppanuus.engine.principles import GoalsAreMeasurable
from innokumppanuus.engine.profile import (
    Rated,
    application_profile,
    call_profile,
    city_profile,
    days_of,
    entries,
    indicators_of,
    pilot_profile,
    programme_profile,
    record_profile,
    together,
)
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import ZONE, a_call, a_form, an_application, label
from innokumppanuus.testing.profiles import (
    DAY,
    GOALS,
    GROUPS,
    ROUTES,
    a_city,
    a_record,
    some_evidence,
    some_indicators,
)

INDICATORS = some_indicators()
GOAL = Goal(name=same("Lyhyemmät jonot"))
HELD = Principles(partnership=Partnership(goals=(GOAL,)))


def test_a_profile_has_an_entry_for_every_indicator_of_each_principle() -> None:
    found = entries(Principles(), INDICATORS)

    assert [one.indicator for one in found] == [GOALS, GROUPS, ROUTES]


def test_what_plugins_register_is_what_is_looked_at() -> None:
    plugins = Plugins.load()

    profile = call_profile(a_call(), indicators_of(plugins))

    offered = [key for one in Principle for key in plugins.indicators(one)]
    assert [one.indicator for one in profile.entries] == offered
    assert len(offered) >= 9


def test_a_call_that_states_nothing_is_cannot_tell_throughout() -> None:
    profile = call_profile(a_call(), INDICATORS)

    assert profile.kind is SubjectKind.CALL
    assert {one.verdict for one in profile.entries} == {Verdict.CANNOT_TELL}
    assert {one.level for one in profile.entries} == {None}


def test_an_application_is_seen_by_its_answers() -> None:
    call = a_call(form=(*a_form(), Field(id="aims", name=label(), fills=GOALS)))

    profile = application_profile(an_application(aims="Lyhyemmät jonot"), call, INDICATORS)

    entry = profile.entry(GOALS)
    assert entry is not None
    assert (entry.verdict, entry.seen) == (Verdict.MET, (same("Lyhyemmät jonot"),))
    assert profile.is_fictional


def test_a_pilot_goes_by_its_application_unless_it_has_a_name() -> None:
    pilot = Pilot(application="H01", principles=HELD)

    assert pilot_profile(pilot, INDICATORS).name == same("H01")
    assert pilot_profile(pilot, INDICATORS, label("pilotti")).name == label("pilotti")


def test_a_programme_has_the_levels_that_its_people_give() -> None:
    programme = Programme(id="ohjelma", name=label(), kind=ProgrammeKind.FORUM, principles=HELD)

    profile = programme_profile(programme, INDICATORS, [Rating(indicator=GOALS, level=4)])

    entry = profile.entry(GOALS)
    assert entry is not None and (entry.level, entry.verdict) == (4, Verdict.MET)


def test_a_level_comes_with_the_words_that_describe_it() -> None:
    ratings = {GOALS: Rated(Rating(indicator=GOALS, level=2, evidence=some_evidence()))}

    (first, *_) = entries(Principles(), INDICATORS, ratings)

    assert first.described == label("taso 2")
    assert first.evidence == some_evidence()


def test_a_level_between_described_ones_has_no_words_and_stays() -> None:
    ends = some_indicators(levels=INDICATORS[Principle.PARTNERSHIP][GOALS].levels[::5])  # type: ignore[attr-defined]

    (first, *_) = entries(Principles(), ends, {GOALS: Rated(Rating(indicator=GOALS, level=3))})

    assert (first.level, first.described) == (3, None)


def test_an_indicator_without_levels_is_seen_and_no_level_is_asked_for() -> None:
    plain = GoalsAreMeasurable(key="partnership.measurable_goals", name=Label(en="m"))
    indicators = {one: {} for one in Principle} | {Principle.PARTNERSHIP: {plain.key: plain}}

    (entry,) = entries(HELD, indicators)  # type: ignore[arg-type]

    assert (entry.verdict, entry.is_rated, entry.need) == (Verdict.NOT_MET, False, None)


def test_the_latest_level_of_the_city_counts() -> None:
    records = (a_record(date(2026, 3, 1), {GOALS: 4}), a_record(date(2025, 3, 1), {GOALS: 1}))

    entry = city_profile(a_city(records=records), DAY, INDICATORS).entry(GOALS)

    assert entry is not None and entry.level == 4
    assert entry.rated_on == When.day(date(2026, 3, 1), ZONE)


def test_an_earlier_level_stays_where_the_later_record_says_nothing_of_it() -> None:
    records = (a_record(date(2025, 3, 1), {GOALS: 1, GROUPS: 3}), a_record(levels={GOALS: 4}))

    profile = city_profile(a_city(records=records), DAY, INDICATORS)

    assert [one.level for one in profile.entries] == [4, 3, None]


@pytest.mark.parametrize(
    ("on", "level"), [(date(2026, 2, 28), None), (DAY, 3), (date(2026, 3, 2), 3)]
)
def test_what_is_later_than_the_day_does_not_count(on: date, level: int | None) -> None:
    entry = city_profile(a_city(levels={GOALS: 3}), on, INDICATORS).entry(GOALS)

    assert entry is not None and entry.level == level


def test_a_month_counts_only_when_it_is_over() -> None:
    month = When.month(2026, 3, ZONE)
    city = a_city(records=(attrs.evolve(a_record(levels={GOALS: 3}), on=month),))

    during = city_profile(city, date(2026, 3, 30), INDICATORS).entry(GOALS)
    after = city_profile(city, date(2026, 3, 31), INDICATORS).entry(GOALS)

    assert during is not None and after is not None
    assert month.precision is Precision.MONTH
    assert (during.level, after.level) == (None, 3)


def test_levels_of_a_pilot_are_not_the_citys() -> None:
    pilot = a_record(levels={GOALS: 5}, kind=SubjectKind.PILOT, name=label("pilotti"))

    entry = city_profile(a_city(records=(pilot,)), DAY, INDICATORS).entry(GOALS)

    assert entry is not None and entry.level is None


def test_what_a_pilot_holds_is_seen_in_its_city() -> None:
    pilot = a_record(kind=SubjectKind.PILOT, name=label("pilotti"), principles=HELD)

    entry = city_profile(a_city(records=(pilot,)), DAY, INDICATORS).entry(GOALS)

    assert entry is not None and entry.seen == (GOAL.name,)


def test_a_record_has_a_profile_of_its_own() -> None:
    pilot = a_record(levels={GOALS: 5}, kind=SubjectKind.PILOT, name=label("pilotti"))

    profile = record_profile(a_city(records=(pilot,)), pilot, INDICATORS)

    assert (profile.kind, profile.name, profile.on) == (SubjectKind.PILOT, label("pilotti"), DAY)
    assert profile.entries[0].level == 5


def test_together_holds_each_thing_once() -> None:
    more = Principles(partnership=Partnership(goals=(GOAL, Goal(name=same("Toinen")))))

    assert together((HELD, more)).partnership.goals == more.partnership.goals
    assert together((HELD, more)).procurement == HELD.procurement


def test_days_rise_and_come_once() -> None:
    days = (date(2026, 3, 1), date(2025, 3, 1), date(2026, 3, 1))

    assert days_of(a_city(records=tuple(a_record(one) for one in days))) == (
        date(2025, 3, 1),
        date(2026, 3, 1),
    )
