"""What would open a closed pathway: the smallest changes of the core, put together and tried.

A change is told only when the pathway, tried with it, is no longer closed. It decides nothing.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice, product
from typing import Final

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.findings import AnswerChange, Bound, Change
from innokumppanuus.engine.counterfactual import smallest_changes
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus_suomi.pathways import Pathway
from innokumppanuus_suomi.vignettes import KIND_FIELD

_MOST_TRIED: Final = 512
_MOST_TOLD: Final = 3
_ANOTHER_PURCHASE: Final = (KIND_FIELD, "has_return")
"""Fields that make it another purchase; changes without them are told first."""


@attrs.frozen(kw_only=True)
class Opening:
    """
    Changes that together open a pathway, or leave only questions (polun avaava muutos).

    Attributes:
        answers: What would be otherwise, in the order of the form.
        asks: Fields that would still have to be known.
    """

    answers: tuple[AnswerChange, ...]
    asks: tuple[str, ...] = ()


class Turning:
    """The core's smallest changes of one rule set, each reckoned once (säännön käännöt)."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self._known: dict[tuple[str, frozenset[tuple[str, object]]], tuple[Change, ...]] = {}

    def of(self, rule: str, application: Application) -> tuple[Change, ...]:
        """Return the smallest changes to the answers that turn the rule."""
        key = (rule, frozenset(application.answers.items()))
        if key not in self._known:
            self._known[key] = smallest_changes(self.ruleset, application, rule)
        return self._known[key]


def openings(
    pathway: Pathway, failing: Iterable[str], turning: Turning, application: Application
) -> tuple[Opening, ...]:
    """
    Return what would open the pathway, the smallest change first, at most three.

    For each rule that is not met the core's smallest changes are taken, one from each, and the
    pathway is tried with all of them made. Where they make other rules fail, as another kind of
    purchase has another threshold, those are turned in the same way, once. Nothing else is tried.

    Args:
        pathway: Which is closed.
        failing: Its rules that are not met.
        turning: What turns the rules of the rule set.
        application: What is known now.
    """
    ruleset = turning.ruleset
    order = {one.id: place for place, one in enumerate(ruleset.call.form)}
    found: dict[tuple[tuple[str, object], ...], Opening] = {}
    for answers in _sets(failing, turning, application):
        there = changed(application, answers)
        tried = _tried(pathway, ruleset, there)
        further = [answers]
        if tried.failing:
            more = _sets(tried.failing, turning, there)
            further = [_together(application, answers, one) for one in more]
        for each in further:
            last = _tried(pathway, ruleset, changed(application, each))
            if not last.failing:
                told = tuple(_alone(one) for one in sorted(each, key=lambda one: order[one.field]))
                key = tuple((one.field, one.after) for one in told)
                found.setdefault(key, Opening(answers=told, asks=last.asks))
    ranked = sorted(found.values(), key=lambda one: _size(one, order))
    return tuple(ranked[:_MOST_TOLD])


def changed(application: Application, answers: Iterable[AnswerChange]) -> Application:
    """Return the application with other answers."""
    told = dict(application.answers)
    for one in answers:
        told.pop(one.field, None)
        if one.after is not None:
            told[one.field] = one.after  # type: ignore[assignment]
    return attrs.evolve(application, answers=told)


@attrs.frozen(kw_only=True)
class _Tried:
    """What came of trying a pathway: rules that are still not met, and fields still unknown."""

    failing: tuple[str, ...]
    asks: tuple[str, ...]


def _sets(
    failing: Iterable[str], turning: Turning, application: Application
) -> Iterator[tuple[AnswerChange, ...]]:
    """Yield changes that turn each rule by itself; of one field either change by turns."""
    choices = [turning.of(one, application) for one in failing]
    for picked in islice(product(*choices), _MOST_TRIED):
        forward = [one for change in picked for one in change.answers]
        ways = (forward, forward[::-1])
        yield from dict.fromkeys(tuple({one.field: one for one in way}.values()) for way in ways)


def _alone(change: AnswerChange) -> AnswerChange:
    """Return the change without what would do as well for its rule: the pathway may need more."""
    return attrs.evolve(change, bound=Bound.EXACTLY, others=())


def _together(
    application: Application, first: Iterable[AnswerChange], then: Iterable[AnswerChange]
) -> tuple[AnswerChange, ...]:
    """Return both changes as one from what is known now."""
    joined = {one.field: one for one in (*first, *then)}
    return tuple(
        attrs.evolve(one, before=application.answers.get(one.field)) for one in joined.values()
    )


def _tried(pathway: Pathway, ruleset: RuleSet, application: Application) -> _Tried:
    values = ruleset.values(application)
    failing, asks = [], set[str]()
    for rule in pathway.conditions:
        trace = ruleset.rules[rule].trace(values)
        if trace.value is UNKNOWN:
            asks.update(trace.missing)
        elif trace.value is not True:
            failing.append(rule)
    return _Tried(
        failing=tuple(failing), asks=tuple(one.id for one in ruleset.call.form if one.id in asks)
    )


def _size(opening: Opening, order: dict[str, int]) -> tuple[object, ...]:
    fields = [one.field for one in opening.answers]
    another = sum(one in _ANOTHER_PURCHASE for one in fields)
    earlier = any(
        isinstance(one.before, date) and isinstance(one.after, date) and one.after < one.before
        for one in opening.answers
    )
    return (another, earlier, len(fields), [order[one] for one in fields], len(opening.asks))
