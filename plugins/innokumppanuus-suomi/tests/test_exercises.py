"""Every exercise's cases hold, and stand on both sides of every boundary and change of law."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterAmount, ParameterValue, Unit
from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.errors import InvalidValue, ParameterNotInForce
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import beside, read_cases
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi import functions
from innokumppanuus_suomi.de_minimis import Window
from innokumppanuus_suomi.law import parameters

EXERCISES = (
    "suomi-appeals",
    "suomi-conflicts",
    "suomi-de-minimis",
    "suomi-funding",
    "suomi-pathway",
    "suomi-procurement",
)
TAKEN_BY_OTHERS = {
    "horizon_europe.ex_aequo.": "ties of another call",
    "horizon_europe.first_stage.": "thresholds of another call",
    "horizon_europe.least_experts": "scoring of another call",
    "horizon_europe.score.": "scoring of another call",
    "horizon_europe.threshold.": "thresholds of another call",
    "horizon_europe.weight.": "scoring of another call",
    "suomi.akke.director_decides": "who decides, not whether",
    "suomi.akke.least_share": "the exercise takes the largest share that a region uses",
    "suomi.akke.most_years": "a fact for calls to use",
    "suomi.pathway.": "whether the act knows a pathway; tests/test_routing.py shows it by day",
    "suomi.tempo.first_instalment": "how money is paid, not whether",
    "suomi.tempo.last_instalment": "how money is paid, not whether",
}
"""Dated values that no exercise shows, by the beginning of their key, and why."""

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
Law = Mapping[str, Parameter]
Answers = Mapping[str, Answer]


@attrs.frozen
class ByFunction:
    """A rule or a value that rests on a function: what the function gets, and what follows."""

    verb: Callable[..., object]
    given: Callable[[Answers], tuple[object, ...]]
    day: str
    follows: Callable[[Any, Answers], object]


FUNCTIONS: Mapping[str, ByFunction] = {
    "appeal_in_time": ByFunction(
        functions.last_day,
        lambda answers: (answers["notice"], answers["notice_sent"], answers["remedy"]),
        "notice_sent",
        lambda last, answers: answers["appeal_arrived"] <= last,
    ),
    "de_minimis_list": ByFunction(
        functions.room,
        lambda answers: (
            answers["de_minimis_aids"],
            answers["de_minimis_kind"],
            answers["right_arises"],
        ),
        "right_arises",
        lambda room, answers: answers["amount"] <= room,
    ),
    "suomi.periods.end(appeal_arrived)": ByFunction(
        functions.period_end,
        lambda answers: (answers["appeal_arrived"],),
        "appeal_arrived",
        lambda end, answers: end,
    ),
    "suomi.procurement.open_ended_value(eur(1000), procurement_starts)": ByFunction(
        functions.open_ended_value,
        lambda answers: (Money.of(1000), answers["procurement_starts"]),
        "procurement_starts",
        lambda value, answers: value,
    ),
}
"""What expressions reckon by functions, so that it can be reckoned again under another law."""


@attrs.frozen
class Shown:
    """That a case turns on what the law says of a key on a day: its outcome, None for unknown."""

    key: str
    day: date
    outcome: object


@attrs.frozen
class Need:
    """
    What some case must show of a dated value.

    Attributes:
        outcome: True and False are the sides of a limit; None is unknown.
        first: First day that will do.
        last: Last day that will do.
        is_any: Whether any outcome but unknown will do.
    """

    outcome: bool | None
    first: date
    last: date
    is_any: bool = False

    def is_met(self, found: Iterable[Shown]) -> bool:
        return any(
            self.first <= one.day <= self.last
            and (one.outcome is not None if self.is_any else one.outcome is self.outcome)
            for one in found
        )


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.open()


@pytest.fixture(scope="module")
def shown(workspace: Workspace) -> frozenset[Shown]:
    return frozenset(one for name in EXERCISES for one in _shown(workspace, name))


@pytest.mark.parametrize("name", EXERCISES)
def test_the_cases_hold_and_show_every_outcome_and_boundary(
    name: str, workspace: Workspace
) -> None:
    ruleset, plugins = workspace.ruleset(name), workspace.plugins
    (path,) = beside(plugins.rulesets()[name].path)

    results = run_cases(ruleset, read_cases(path, ruleset, plugins.functions()), plugins)

    assert [one.case.sentence.fi for one in results if not one.holds] == []
    assert untouched(ruleset, results) == ()
    assert boundaries(ruleset, results) == ()


@pytest.mark.parametrize(
    "key", sorted(one for one in parameters() if not one.startswith(tuple(TAKEN_BY_OTHERS)))
)
def test_both_sides_of_every_value_and_of_every_change_of_law_are_shown(
    key: str, shown: frozenset[Shown]
) -> None:
    found = [one for one in shown if one.key == key]

    assert [one for one in _needs(parameters()[key]) if not one.is_met(found)] == []


@pytest.mark.parametrize("start", sorted(TAKEN_BY_OTHERS))
def test_what_is_left_to_others_is_there_and_shown_by_no_exercise(
    start: str, shown: frozenset[Shown]
) -> None:
    assert any(key.startswith(start) for key in parameters())
    assert not any(one.key.startswith(start) for one in shown)


def test_a_side_without_a_case_is_noticed(workspace: Workspace) -> None:
    parameter = parameters()["suomi.procurement.eu.works"]
    # other exercises show some sides a second time
    found = {one for one in _shown(workspace, "suomi-procurement") if one.key == parameter.key}

    for lacking in found:
        assert not all(one.is_met(found - {lacking}) for one in _needs(parameter))


def _shown(workspace: Workspace, name: str) -> Iterator[Shown]:
    """Yield what turns the outcome of each case when the law is changed by its least step."""
    ruleset, plugins = workspace.ruleset(name), workspace.plugins
    (path,) = beside(plugins.rulesets()[name].path)
    file = read_cases(path, ruleset, plugins.functions())
    for case in file.cases:
        application = file.application(case)
        for rule in (*case.expect.rules, *case.expect.values):
            said = _outcome(ruleset, application, rule, parameters())
            days = dict(_days(ruleset, application, rule))
            if said is None:
                yield from _filled(ruleset, application, rule, days)
                continue
            for key, day in days.items():
                changed = (
                    _outcome(ruleset, application, rule, {**parameters(), key: other})
                    for other in _others(parameters()[key], day)
                )
                if any(one != said for one in changed):
                    yield Shown(key, day, said)


def _filled(
    ruleset: RuleSet, application: Application, rule: str, days: Mapping[str, date]
) -> Iterator[Shown]:
    """Yield what has to be known on a day, besides everything else, for the outcome to be told."""
    gaps = {key: day for key, day in days.items() if not _is_known(parameters()[key], day)}
    filled = {key: _stretched(parameters()[key], day) for key, day in gaps.items()}
    if _outcome(ruleset, application, rule, {**parameters(), **filled}) is None:
        return
    for key, day in gaps.items():
        law = {**parameters(), **filled, key: parameters()[key]}
        if _outcome(ruleset, application, rule, law) is None:
            yield Shown(key, day, None)


def _outcome(ruleset: RuleSet, application: Application, rule: str, law: Law) -> object:
    """Return what a rule says, or what a value is, under the law; None when it cannot tell."""
    answers, reckoned = application.answers, FUNCTIONS.get(rule)
    if reckoned is not None:
        try:
            return reckoned.follows(reckoned.verb(law, *reckoned.given(answers)), answers)
        except (ParameterNotInForce, InvalidValue, KeyError):
            return None
    if rule not in ruleset.rules:
        return None
    under = {name: law[one.key] for name, one in ruleset.parameters.items()}
    values = attrs.evolve(ruleset, parameters=under).values(application)
    value = ruleset.rules[rule].evaluate(values)
    return None if value is UNKNOWN else value


def _days(ruleset: RuleSet, application: Application, rule: str) -> Iterator[tuple[str, date]]:
    """Yield every dated value that the rule may look up, with the day."""
    reckoned = FUNCTIONS.get(rule)
    if reckoned is None:
        used = ruleset.used(application).values()
        yield from ((one.key, one.day) for one in used if one.day is not None)
        return
    function = next(one for one in functions.functions() if one.key in _texts(ruleset, rule))
    day = application.answers.get(reckoned.day)
    assert isinstance(day, date)
    for one in function.parameters:
        yield one.key, day


def _texts(ruleset: RuleSet, rule: str) -> str:
    return ruleset.rules[rule].text if rule in ruleset.rules else rule


def _is_known(parameter: Parameter, day: date) -> bool:
    return any(one.holds_on(day) for one in parameter.values)


def _stretched(parameter: Parameter, day: date) -> Parameter:
    """Return the parameter with its nearest value held on the day too."""
    first, last = parameter.values[0], parameter.values[-1]
    if day < first.valid_from:
        return _with(parameter, 0, attrs.evolve(first, valid_from=day))
    return _with(parameter, len(parameter.values) - 1, attrs.evolve(last, valid_to=day))


def _others(parameter: Parameter, day: date) -> Iterator[Parameter]:
    """Yield the parameter with what holds on the day a step away."""
    for index, one in enumerate(parameter.values):
        if one.holds_on(day):
            for value in _steps(one.value, parameter):
                yield _with(parameter, index, attrs.evolve(one, value=value))


def _with(parameter: Parameter, index: int, value: ParameterValue) -> Parameter:
    values = (*parameter.values[:index], value, *parameter.values[index + 1 :])
    # words for people would have to name what is made up here
    return attrs.evolve(parameter, values=values, words={})


def _steps(value: ParameterAmount, parameter: Parameter) -> Iterator[ParameterAmount]:
    if isinstance(value, Money):
        yield from (value - Money(1), value + Money(1))
    elif isinstance(value, Fraction):
        yield from (value - Fraction(1, 10_000), min(value + Fraction(1, 10_000), Fraction(1)))
    elif isinstance(value, int):
        yield from (value - 1, value + 1)
    else:
        ways = {one.value for one in Window}
        known = {str(one.value) for one in parameter.values} | (ways if value in ways else set())
        yield from sorted((known if value in ways else {*known, f"not {value}"}) - {value})


def _needs(parameter: Parameter) -> Iterator[Need]:
    """Yield what cases must show: both sides on each value's first and last day, and each gap."""
    if parameter.key.startswith("suomi.periods."):  # they hold on days of their kind only
        yield Need(None, date.min, parameter.values[0].valid_from - DAY)
        yield Need(True, parameter.values[0].valid_from, date.max, is_any=True)
        return
    for one in parameter.values:
        # the first day itself may make a period end on a day of rest, where no step shows
        first = one.valid_from + (WEEK if parameter.unit is Unit.DAYS else 0 * DAY)
        yield from _sides(parameter, one, one.valid_from, first)
        if not _is_known(parameter, one.valid_from - DAY):
            yield Need(None, one.valid_from - DAY, one.valid_from - DAY)
        if one.valid_to is not None:
            yield from _sides(parameter, one, one.valid_to, one.valid_to)
            if not _is_known(parameter, one.valid_to + DAY):
                yield Need(None, one.valid_to + DAY, one.valid_to + DAY)


def _sides(parameter: Parameter, value: ParameterValue, first: date, last: date) -> Iterator[Need]:
    if parameter.unit in (Unit.WORD, Unit.MONTHS, Unit.YEARS):
        yield Need(True, first, last, is_any=True)
        return
    yield Need(True, first, last)
    if value.value != 1:  # no share is more than the whole, so nothing turns a no into a yes
        yield Need(False, first, last)
