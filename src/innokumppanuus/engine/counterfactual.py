"""The smallest change to an application that turns a rule, found by trying it. It decides nothing.

What a change would do is never reckoned apart: the rule itself is evaluated on the changed answers.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations, islice
from typing import Final

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.findings import AnswerChange, Bound, Change
from innokumppanuus.engine.nearness import Search, edges
from innokumppanuus.engine.trials import (
    Trial,
    asks_for,
    changes_of_law,
    comparisons_of,
    fields_of,
    in_tables,
    seeds,
)
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN
from innokumppanuus.ruleset.expressions.comparisons import comparisons, constants
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.steps import Steps, steps_of
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.model import FIELD_TYPES

ANY_WORDS: Final = "–"
"""Stands for an answer in words whose words do not matter."""

_MOST_SETS = 4096
_YEAR_IN: Final[Mapping[Type, int]] = {Type.DATE: 365, Type.TIMESTAMP: 365 * 86_400}


def smallest_changes(
    ruleset: RuleSet, application: Application, rule_id: str
) -> tuple[Change, ...]:
    """
    Return the smallest changes to the answers, any one of which would turn the rule.

    A rule that is not met would be met, and one that is met would not. One answer is changed, each
    field by itself in the order of the form; only when none is enough, two answers together, of
    which either may be one that is missing. Sums and numbers stay at zero or above where they are
    so now. Other words than those in the rule, and three answers together, are not tried.

    Args:
        ruleset: With the rule as an expression.
        application: Its answers; a missing one is filled in by itself only where the rule asks
            for it, since no other could turn the rule.
        rule_id: An eligibility rule or factor.

    Returns:
        Nothing when the rule cannot tell, is a plugin's, or cannot be turned within the form.
    """
    expression = ruleset.rules.get(rule_id)
    if expression is None:
        return ()
    trial = Trial(ruleset=ruleset, expression=expression, application=application)
    now = expression.evaluate(trial.values())
    if now is UNKNOWN:
        return ()
    trial = attrs.evolve(trial, wanted=now is not True)
    fields = fields_of(trial)
    single = (_nearest(trial, field) for field in fields)
    found = tuple(Change(answers=(one,)) for one in single if one is not None)
    return found or tuple(_together(trial, fields))


def _nearest(trial: Trial, field: Field, *, fills: bool = False) -> AnswerChange | None:
    """Return the smallest change of one answer that turns the rule."""
    before = trial.answer(field)
    asks = asks_for(trial, field)
    if before is None and not asks and not fills:
        return None
    change = next(_changes(trial, field), None)
    if change is None and before is not None and asks and trial.turned(field, None):
        return AnswerChange(field=field.id, before=before, after=None, bound=Bound.LEFT_OUT)
    return change


def _changes(trial: Trial, field: Field) -> Iterator[AnswerChange]:
    match field.type:
        case FieldType.CHOICE:
            yield from _options(trial, field)
        case FieldType.CHOICES:
            yield from _sets(trial, field)
        case FieldType.TEXT | FieldType.BUSINESS_ID:
            yield from _words(trial, field)
        case _:
            for steps in steps_of(FIELD_TYPES[field.type]):
                yield from _along(trial, field, steps)


def _options(trial: Trial, field: Field) -> Iterator[AnswerChange]:
    before = trial.answer(field)
    ids = [option.id for option in field.options if option.id != before]
    fitting = [one for one in ids if trial.turned(field, one)]
    if fitting:
        first, *others = fitting
        bound = Bound.GIVEN if before is None and fitting == ids else Bound.EXACTLY
        yield AnswerChange(
            field=field.id, before=before, after=first, bound=bound, others=tuple(others)
        )


def _sets(trial: Trial, field: Field) -> Iterator[AnswerChange]:
    """Yield the set of options that differs in the fewest."""
    given = trial.answer(field)
    for after in _near_sets(field, given):
        if trial.turned(field, after):
            yield AnswerChange(field=field.id, before=given, after=after)
            return


def _near_sets(field: Field, given: object) -> Iterator[tuple[str, ...]]:
    """Yield sets of options, those that differ in the fewest from what is given first."""
    before = given if isinstance(given, tuple) else ()
    ids = [option.id for option in field.options]
    every = (one for size in range(1, len(ids) + 1) for one in combinations(ids, size))
    for differing in islice(every, _MOST_SETS):
        yield tuple(one for one in ids if (one in before) != (one in differing))


def _words(trial: Trial, field: Field) -> Iterator[AnswerChange]:
    """Yield words that stand in the rule, or any words at all when an answer is enough."""
    before = trial.answer(field)
    if before is None and trial.turned(field, ANY_WORDS):
        yield AnswerChange(field=field.id, before=None, after=ANY_WORDS, bound=Bound.GIVEN)
        return
    if field.type is FieldType.TEXT:
        for words in _words_in(trial):
            if words != before and trial.turned(field, words):
                yield AnswerChange(field=field.id, before=before, after=words)
                return


def _words_in(trial: Trial) -> tuple[str, ...]:
    """Return the words that stand in the rule."""
    said = (one for one in constants(trial.expression.node) if one.type is Type.STRING)
    return tuple(dict.fromkeys(str(one.value) for one in said))


def _search(trial: Trial, field: Field, steps: Steps) -> Search:
    return Search(steps=steps, before=trial.answer(field))


def _along(trial: Trial, field: Field, steps: Steps) -> Iterator[AnswerChange]:
    """Yield the nearest step that turns the rule."""
    search = _search(trial, field, steps)
    numbers: set[int] = set()
    for program in _parts(trial, field):
        numbers.update(_edges(trial, field, search, program))
    beneath: set[int] = set()
    for program in in_tables(trial, field):
        beneath.update(_edges(trial, field, search, program))
    for value in changes_of_law(trial, field):
        first = steps.number(value)
        beneath.update((first - 1, first))
    numbers |= beneath
    if search.start is None and steps.most - steps.least == 1:
        numbers.update((steps.least, steps.most))
    number = search.nearest(numbers, lambda value: trial.turned(field, value))
    if number is not None:
        change = _changed(trial, field, search, number)
        yield _not_beyond(change, trial, field, search, number, beneath)


def _not_beyond(
    change: AnswerChange,
    trial: Trial,
    field: Field,
    search: Search,
    number: int,
    beneath: Iterable[int],
) -> AnswerChange:
    """Return the change without a bound where a table or a change of law turns it back."""
    if change.bound not in (Bound.AT_MOST, Bound.AT_LEAST):
        return change
    sign = 1 if change.bound is Bound.AT_LEAST else -1
    beyond = [one for one in beneath if (one - number) * sign > 0 and search.within(one)]
    if all(trial.turned(field, search.value(one)) for one in beyond):
        return change
    return attrs.evolve(change, bound=Bound.EXACTLY)


def _parts(trial: Trial, field: Field) -> Iterator[Program]:
    """Yield what may turn when the answer does: the comparisons of it, and the whole rule."""
    yield from comparisons(trial.expression.program, field.id)
    yield trial.expression.program


def _edges(trial: Trial, field: Field, search: Search, program: Program) -> Iterator[int]:
    def truth(value: object) -> object:
        return trial.truth(program, field, value)

    yield from edges(search, program, field.id, trial.values(), truth)
    if search.start is None:
        for seed in seeds(trial, search.steps):
            yield search.steps.number(seed)
            there = attrs.evolve(search, before=seed)
            values = trial.with_answer(field, seed).values()
            yield from edges(there, program, field.id, values, truth)


def _changed(trial: Trial, field: Field, search: Search, number: int) -> AnswerChange:
    def holds(other: int) -> bool:
        return search.within(other) and trial.turned(field, search.value(other))

    start, below, above = search.start, holds(number - 1), holds(number + 1)
    if start is None and below and above:
        bound = Bound.GIVEN
    elif below and (start is None or number < start):
        bound = Bound.AT_MOST
    elif above and (start is None or number > start):
        bound = Bound.AT_LEAST
    else:
        bound = Bound.EXACTLY
    before = trial.answer(field)
    return AnswerChange(field=field.id, before=before, after=search.value(number), bound=bound)


def _together(trial: Trial, fields: tuple[Field, ...]) -> Iterator[Change]:
    """Yield the smallest change of two answers that turns the rule when no single one does."""
    best: tuple[Fraction, Change] | None = None
    for first in fields:
        for value in _turns(trial, first):
            there = trial.with_answer(first, value)
            for second in fields:
                if second.id == first.id:
                    continue
                other = _nearest(there, second, fills=True)
                if other is None:
                    continue
                one = _restated(there.with_answer(second, other.after), trial, first, value)
                order = sorted((one, other), key=lambda a: [f.id for f in fields].index(a.field))
                change = Change(answers=tuple(order))
                size = sum((_size(trial, a) for a in change.answers), Fraction(0))
                if best is None or size < best[0]:
                    best = size, change
    if best is not None:
        yield best[1]


def _turns(trial: Trial, field: Field) -> Iterator[object]:
    """Yield the nearest answers at which each comparison of the field turns, and none at all."""
    before = trial.answer(field)
    match field.type:
        case FieldType.CHOICE:
            yield from (option.id for option in field.options if option.id != before)
        case FieldType.YES_NO:
            yield from (answer for answer in (True, False) if answer is not before)
        case FieldType.CHOICES:
            yield from _turning_sets(trial, field)
        case FieldType.TEXT | FieldType.BUSINESS_ID:
            yield from _turning_words(trial, field)
        case _:
            for steps in steps_of(FIELD_TYPES[field.type]):
                yield from _turning_steps(trial, field, _search(trial, field, steps))
    if before is not None and asks_for(trial, field):
        yield None


def _turning_sets(trial: Trial, field: Field) -> Iterator[tuple[str, ...]]:
    given = trial.answer(field)
    for program in comparisons_of(trial, field):
        now = program.run(trial.values())
        for after in _near_sets(field, given):
            truth = trial.truth(program, field, after)
            if isinstance(truth, bool) and truth is not now:
                yield after
                break


def _turning_words(trial: Trial, field: Field) -> Iterator[str]:
    before = trial.answer(field)
    if before is None:
        yield ANY_WORDS
    if field.type is FieldType.TEXT:
        yield from (words for words in _words_in(trial) if words != before)


def _turning_steps(trial: Trial, field: Field, search: Search) -> Iterator[object]:
    for program in comparisons_of(trial, field):
        now = program.run(trial.values())
        numbers = set(_edges(trial, field, search, program))
        for wanted in (True, False):
            if wanted is now:
                continue

            def turns(value: object, program: Program = program, wanted: bool = wanted) -> bool:
                return trial.truth(program, field, value) is wanted

            number = search.nearest(numbers, turns)
            if number is not None:
                yield search.value(number)
    if search.start is None:
        anything = next(seeds(trial, search.steps), None)
        if anything is not None:
            yield anything


def _restated(there: Trial, trial: Trial, field: Field, value: object) -> AnswerChange:
    """Return the change of *field* with its bound, the other answer being changed already."""
    before = trial.answer(field)
    steps = steps_of(FIELD_TYPES[field.type])
    if value is None:
        return AnswerChange(field=field.id, before=before, after=None, bound=Bound.LEFT_OUT)
    if not steps:
        bound = Bound.GIVEN if value == ANY_WORDS else Bound.EXACTLY
        return AnswerChange(field=field.id, before=before, after=value, bound=bound)
    search = next(
        search
        for search in (Search(steps=one, before=before) for one in steps)
        if search.value(search.steps.number(value)) == value
    )
    changed = _changed(there, field, search, search.steps.number(value))
    return attrs.evolve(changed, before=before)


def _size(trial: Trial, change: AnswerChange) -> Fraction:
    """Return how large a change is, for comparing changes of different kinds."""
    field = trial.ruleset.call.field(change.field)
    kind = FIELD_TYPES[field.type] if field else Type.STRING
    steps = steps_of(kind)
    if change.before is None or change.after is None or not steps:
        return Fraction(1)
    before, after = steps[0].number(change.before), steps[0].number(change.after)
    return Fraction(abs(after - before), _YEAR_IN.get(kind) or max(abs(before), 1))
