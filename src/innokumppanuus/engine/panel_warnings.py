"""What people should look at in how a panel has scored, in words. It measures nothing itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import floor
from typing import Final

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.panel_health import (
    WHOLE,
    AbsenceEffect,
    Measure,
    PanelHealth,
    PolicyEffect,
    Ratings,
    SeverityReport,
)
from innokumppanuus.domain.parameters import Parameter, ParameterAmount, UsedParameter
from innokumppanuus.engine.explanation import name_of
from innokumppanuus.errors import Problem

WHOLE_NAME: Final = Label("painotettu kokonaispistemäärä", "viktad totalpoäng", "weighted total")
RELIABLE, TENTATIVE = "panel.alpha.reliable", "panel.alpha.tentative"
MODERATE = "panel.icc.moderate"
_MOST_NAMED = 5
"""So many ids are named in a sentence; the rest are counted."""


def bounds_of(call: Call, parameters: Mapping[str, Parameter]) -> tuple[UsedParameter, ...]:
    """Return the bounds on the day that the call closes, opens or is decided; the first known."""
    day = _day(call)
    known = (parameters[one] for one in (RELIABLE, TENTATIVE, MODERATE) if one in parameters)
    return tuple(UsedParameter.of(one, day) for one in known)


def warnings(
    decision: Decision, every: Sequence[Ratings], health: PanelHealth
) -> tuple[Problem, ...]:
    """
    Return what people should look at, the gravest first.

    Args:
        decision: Whose panel it is.
        every: What evaluators gave.
        health: What has been measured of it, and the bounds.
    """
    if not every:
        return ()
    call = decision.call
    told = {one.key: one.value for one in health.bounds}
    bounds = {key: told.get(key) for key in (RELIABLE, TENTATIVE, MODERATE)}
    return (
        *_apart(health),
        *_alone(every[0]),
        *(_undated() if None in bounds.values() else ()),
        *_agreeing(call, health, bounds),
        *_spread(call, health),
        *_severe(call, health.severities),
    )


def policy_warnings(effects: Iterable[PolicyEffect]) -> tuple[Problem, ...]:
    """Return whether the way with missing scores decides who gets money, or what else of whom."""
    effects = tuple(effects)
    chosen = [
        {id for id, one in effect.outcomes.items() if one is Outcome.CHOSEN} for effect in effects
    ]
    everyone = {id for ids in chosen for id in ids}
    money = sorted(id for id in everyone if not all(id in ids for ids in chosen))
    if money:
        return (_warn("panel-policy-money", count=len(money), applications=_named(money)),)
    differing = sorted({one for effect in effects for one in effect.differs})
    if not differing:
        return ()
    return (_warn("panel-policy-decides", count=len(differing), applications=_named(differing)),)


def absence_warnings(effects: Iterable[AbsenceEffect]) -> tuple[Problem, ...]:
    """Return whose absence would change the choice, by evaluators and applications."""
    found = []
    effects = tuple(effects)
    for kind in dict.fromkeys(one.absence for one in effects):
        of_kind = [one for one in effects if one.absence is kind]
        turning = [one.id for one in of_kind if not one.holds]
        if turning:
            found.append(
                _warn(
                    f"panel-absence-{kind.value}",
                    count=len(turning),
                    all=len(of_kind),
                    who=_named(turning),
                )
            )
    for one in effects:
        if one.freed and one.moved:
            evaluators = ", ".join(one.freed)
            found.append(_warn("panel-absence-freed", application=one.id, evaluators=evaluators))
    return tuple(found)


def item_name(call: Call, item: str) -> Label:
    """Return what the item is called; the weighted total by its own name."""
    return WHOLE_NAME if item == WHOLE else name_of(call, item)


def _day(call: Call) -> date | None:
    times = (call.timetable.closes, call.timetable.opens, call.timetable.decided)
    days = (one.value.latest.date() for one in times if one.value is not None)
    return next(days, None)


def _apart(health: PanelHealth) -> Iterator[Problem]:
    if health.components > 1:
        yield _warn("panel-apart", count=health.components)


def _alone(ratings: Ratings) -> Iterator[Problem]:
    single = sorted(one for one, given in ratings.scores.items() if len(given) == 1)
    if single:
        yield _warn("panel-alone", count=len(single), applications=_named(single))


def _undated() -> Iterator[Problem]:
    yield _warn("panel-bounds-unknown")


def _agreeing(
    call: Call, health: PanelHealth, bounds: Mapping[str, ParameterAmount | None]
) -> Iterator[Problem]:
    reliable, tentative, moderate = (_share(bounds[one]) for one in (RELIABLE, TENTATIVE, MODERATE))
    for one in health.agreements:
        name = item_name(call, one.item)
        if one.measure is Measure.ALPHA_ORDINAL:
            if one.why is not None:
                yield _warn(f"panel-alpha-{one.why.value}", item=name)
            elif one.value is not None and tentative is not None and one.value < tentative:
                yield _warn(
                    "panel-alpha-low",
                    item=name,
                    alpha=_below(one.value, tentative),
                    bound=tentative,
                )
            elif one.value is not None and reliable is not None and one.value < reliable:
                yield _warn(
                    "panel-alpha-tentative",
                    item=name,
                    alpha=_below(one.value, reliable),
                    bound=reliable,
                )
        if (
            one.measure is Measure.ICC_ONE_WAY_MEAN
            and one.value is not None
            and moderate is not None
            and one.value < moderate
        ):
            yield _warn("panel-icc-low", item=name, icc=_below(one.value, moderate), bound=moderate)


def _share(bound: ParameterAmount | None) -> Fraction | None:
    return bound if isinstance(bound, Fraction) else None


def _spread(call: Call, health: PanelHealth) -> Iterator[Problem]:
    policy = call.assessment
    gap = policy.panel.discuss_from if policy is not None and policy.panel is not None else None
    if gap is None:
        return
    for one in health.spreads:
        far = sorted(id for id, apart in one.differences.items() if apart >= gap)
        if far and one.item != WHOLE:
            yield _warn(
                "panel-spread",
                item=item_name(call, one.item),
                count=len(far),
                gap=gap,
                applications=_named(far),
            )


def _severe(call: Call, reports: Iterable[SeverityReport]) -> Iterator[Problem]:
    """Tell of those whose interval leaves out zero, and how many would by chance."""
    for report in reports:
        told = [one for one in report.severities if one.low is not None and one.high is not None]
        severe = sorted(one.evaluator for one in told if one.low is not None and one.low > 0)
        lenient = sorted(one.evaluator for one in told if one.high is not None and one.high < 0)
        chance = len(told) * (1 - report.share)
        for key, who in (("panel-severe", severe), ("panel-lenient", lenient)):
            if who:
                yield _warn(
                    key,
                    item=item_name(call, report.item),
                    count=len(who),
                    evaluators=_named(who),
                    chance=chance,
                    all=len(told),
                )


def _below(value: Fraction, bound: Fraction) -> Fraction:
    """Return the value in hundredths, so that it reads as below the bound in hundredths, too."""
    near = Fraction(round(value * 100), 100)
    return near if near < Fraction(round(bound * 100), 100) else Fraction(floor(value * 100), 100)


def _named(ids: Sequence[str]) -> str:
    shown = ", ".join(ids[:_MOST_NAMED])
    return f"{shown} …" if len(ids) > _MOST_NAMED else shown


def _warn(key: str, **values: object) -> Problem:
    return Problem(key=key, values=values, severity="warning")
