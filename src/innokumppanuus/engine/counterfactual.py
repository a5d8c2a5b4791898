"""The smallest change to an application that turns a rule, found by trying it. It decides nothing.

What a change would do is never reckoned apart: the rule itself is evaluated on the changed answers.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import combinations
from typing import Final, cast

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.findings import AnswerChange, Bound, Change
from innokumppanuus.engine.nearness import Search, edges
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import UNKNOWN, Expression
from innokumppanuus.ruleset.expressions.comparisons import comparisons, constants, is_given
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.steps import Steps, steps_of
from innokumppanuus.ruleset.expressions.value_types import Type
from innokumppanuus.ruleset.model import CALL_TYPES, FIELD_TYPES
from innokumppanuus.ruleset.parameters import day_field

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
    field by itself in the order of the form; only when none is enough, two answers together. Sums
    and numbers stay at zero or above where they are so now.

    Args:
        ruleset: With the rule as an expression.
        application: Its answers; a missing one is filled in only where the rule asks for it.
        rule_id: An eligibility rule or factor.

    Returns:
        Nothing when the rule cannot tell, is a plugin's, or cannot be turned within the form.
    """
    expression = ruleset.rules.get(rule_id)
    if expression is None:
        return ()
    trial = _Trial(ruleset=ruleset, expression=expression, application=application)
    now = expression.evaluate(trial.values())
    if now is UNKNOWN:
        return ()
    trial = attrs.evolve(trial, wanted=now is not True)
    fields = _fields(trial)
    single = (_nearest(trial, field) for field in fields)
    found = tuple(Change(answers=(one,)) for one in single if one is not None)
    return found or tuple(_together(trial, fields))


@attrs.frozen(kw_only=True)
class _Trial:
    """
    A rule with an application whose answers are tried out.

    Attributes:
        wanted: What the rule is to give.
    """

    ruleset: RuleSet
    expression: Expression
    application: Application
    wanted: bool = True

    def values(self) -> Mapping[str, object]:
        return self.ruleset.values(self.application)

    def answer(self, field: Field) -> Answer | None:
        return self.application.answers.get(field.id)

    def with_answer(self, field: Field, value: object) -> "_Trial":
        answers = dict(self.application.answers)
        answers.pop(field.id, None)
        if value is not None:
            answers[field.id] = cast(Answer, value)
        changed = attrs.evolve(self.application, answers=answers)
        return attrs.evolve(self, application=changed)

    def turned(self, field: Field, value: object) -> bool:
        trial = self.with_answer(field, value)
        return trial.expression.evaluate(trial.values()) is self.wanted

    def truth(self, program: Program, field: Field, value: object) -> object:
        """Return what a part of the rule gives with another answer."""
        return program.run(self.with_answer(field, value).values())


def _fields(trial: _Trial) -> tuple[Field, ...]:
    """Return the fields that the rule looks at, itself or through tables and parameters."""
    uses = set(trial.expression.uses)
    form = trial.ruleset.call.form
    direct = [field for field in form if field.id in uses]
    if uses <= {*CALL_TYPES, *(field.id for field in direct)}:
        return tuple(direct)
    before = trial.values()
    others = [field for field in form if field.id not in uses and field.id in before]
    away = {field.id for field in others if _reaches(trial, field, before, uses)}
    return tuple(field for field in form if field.id in uses or field.id in away)


def _reaches(
    trial: _Trial, field: Field, before: Mapping[str, object], uses: Iterable[str]
) -> bool:
    """Return whether some value that the rule uses needs the field."""
    without = trial.with_answer(field, None).values()
    return any(before.get(name) != without.get(name) for name in uses)


def _nearest(trial: _Trial, field: Field) -> AnswerChange | None:
    """Return the smallest change of one answer that turns the rule."""
    before = trial.answer(field)
    asks = is_given(trial.expression.node, field.id)
    if before is None and not asks:
        return None
    change = next(_changes(trial, field), None)
    if change is None and before is not None and asks and trial.turned(field, None):
        return AnswerChange(field=field.id, before=before, after=None, bound=Bound.LEFT_OUT)
    return change


def _changes(trial: _Trial, field: Field) -> Iterator[AnswerChange]:
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


def _options(trial: _Trial, field: Field) -> Iterator[AnswerChange]:
    before = trial.answer(field)
    ids = [option.id for option in field.options if option.id != before]
    fitting = [one for one in ids if trial.turned(field, one)]
    if fitting:
        first, *others = fitting
        bound = Bound.GIVEN if before is None and fitting == ids else Bound.EXACTLY
        yield AnswerChange(
            field=field.id, before=before, after=first, bound=bound, others=tuple(others)
        )


def _sets(trial: _Trial, field: Field) -> Iterator[AnswerChange]:
    """Yield the set of options that differs in the fewest."""
    given = trial.answer(field)
    before = given if isinstance(given, tuple) else ()
    ids = [option.id for option in field.options]
    tried = 0
    for size in range(1, len(ids) + 1):
        for differing in combinations(ids, size):
            tried += 1
            if tried > _MOST_SETS:
                return
            after = tuple(one for one in ids if (one in before) != (one in differing))
            if trial.turned(field, after):
                yield AnswerChange(field=field.id, before=given, after=after)
                return


def _words(trial: _Trial, field: Field) -> Iterator[AnswerChange]:
    """Yield words that stand in the rule, or any words at all when an answer is enough."""
    before = trial.answer(field)
    if before is None and trial.turned(field, ANY_WORDS):
        yield AnswerChange(field=field.id, before=None, after=ANY_WORDS, bound=Bound.GIVEN)
        return
    if field.type is FieldType.TEXT:
        said = [one.value for one in constants(trial.expression.node) if one.type is Type.STRING]
        for words in dict.fromkeys(said):
            if words != before and trial.turned(field, words):
                yield AnswerChange(field=field.id, before=before, after=words)
                return


def _search(trial: _Trial, field: Field, steps: Steps) -> Search:
    return Search(steps=steps, before=trial.answer(field))


def _along(trial: _Trial, field: Field, steps: Steps) -> Iterator[AnswerChange]:
    """Yield the nearest step that turns the rule."""
    search = _search(trial, field, steps)
    numbers: set[int] = set()
    for program in _parts(trial, field):
        numbers.update(_edges(trial, field, search, program))
    beneath: set[int] = set()
    for program in _in_tables(trial, field):
        beneath.update(_edges(trial, field, search, program))
    for value in _changes_of_law(trial, field):
        first = steps.number(value)
        beneath.update((first - 1, first))
    numbers |= beneath
    number = search.nearest(numbers, lambda value: trial.turned(field, value))
    if number is not None:
        change = _changed(trial, field, search, number)
        yield _not_beyond(change, trial, field, search, number, beneath)


def _not_beyond(
    change: AnswerChange,
    trial: _Trial,
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


def _parts(trial: _Trial, field: Field) -> Iterator[Program]:
    """Yield what may turn when the answer does: the comparisons of it, and the whole rule."""
    yield from comparisons(trial.expression.program, field.id)
    yield trial.expression.program


def _comparisons(trial: _Trial, field: Field) -> Iterator[Program]:
    """Yield the comparisons of the field in the rule, and in the tables beneath it."""
    yield from comparisons(trial.expression.program, field.id)
    yield from _in_tables(trial, field)


def _in_tables(trial: _Trial, field: Field) -> Iterator[Program]:
    """Yield the comparisons of the field in the tables that the rule looks at."""
    wanted = set(trial.expression.uses)
    for table in reversed(trial.ruleset.tables):
        if table.name in wanted:
            wanted.update(table.uses)
            for row in table.rows:
                yield from comparisons(row.program, field.id)


def _changes_of_law(trial: _Trial, field: Field) -> Iterator[date]:
    """Yield the first days and moments at which a dated value by the field's day is another."""
    for name, parameter in sorted(trial.ruleset.parameters.items()):
        if day_field(trial.ruleset.call.parameters[name]) != field.id:
            continue
        for one in parameter.values:
            ends = () if one.valid_to is None else (one.valid_to + timedelta(days=1),)
            for day in (one.valid_from, *ends):
                if field.type is FieldType.MOMENT:
                    yield datetime.combine(day, time(), zone(trial.ruleset.call.zone))
                else:
                    yield day


def _edges(trial: _Trial, field: Field, search: Search, program: Program) -> Iterator[int]:
    return edges(
        search,
        program,
        field.id,
        trial.values(),
        lambda value: trial.truth(program, field, value),
    )


def _changed(trial: _Trial, field: Field, search: Search, number: int) -> AnswerChange:
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


def _together(trial: _Trial, fields: tuple[Field, ...]) -> Iterator[Change]:
    """Yield the smallest change of two answers that turns the rule when no single one does."""
    best: tuple[Fraction, Change] | None = None
    for first in fields:
        for value in _turns(trial, first):
            there = trial.with_answer(first, value)
            for second in fields:
                other = _nearest(there, second) if second.id != first.id else None
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


def _turns(trial: _Trial, field: Field) -> Iterator[object]:
    """Yield the nearest answers at which each comparison of the field turns."""
    before = trial.answer(field)
    if field.type is FieldType.CHOICE:
        yield from (option.id for option in field.options if option.id != before)
        return
    if before is None:
        return
    for steps in steps_of(FIELD_TYPES[field.type]):
        search = _search(trial, field, steps)
        for program in _comparisons(trial, field):
            now = program.run(trial.values())
            numbers = set(_edges(trial, field, search, program))

            def turns(value: object, program: Program = program, now: object = now) -> bool:
                truth = trial.truth(program, field, value)
                return isinstance(truth, bool) and truth != now

            number = search.nearest(numbers, turns)
            if number is not None:
                yield search.value(number)


def _restated(there: _Trial, trial: _Trial, field: Field, value: object) -> AnswerChange:
    """Return the change of *field* with its bound, the other answer being changed already."""
    before = trial.answer(field)
    steps = steps_of(FIELD_TYPES[field.type])
    if before is None or not steps:
        return AnswerChange(field=field.id, before=before, after=value)
    search = next(
        search
        for search in (Search(steps=one, before=before) for one in steps)
        if search.value(search.steps.number(value)) == value
    )
    changed = _changed(there, field, search, search.steps.number(value))
    return attrs.evolve(changed, before=before)


def _size(trial: _Trial, change: AnswerChange) -> Fraction:
    """Return how large a change is, for comparing changes of different kinds."""
    field = trial.ruleset.call.field(change.field)
    kind = FIELD_TYPES[field.type] if field else Type.STRING
    steps = steps_of(kind)
    if change.before is None or change.after is None or not steps:
        return Fraction(1)
    before, after = steps[0].number(change.before), steps[0].number(change.after)
    return Fraction(abs(after - before), _YEAR_IN.get(kind) or max(abs(before), 1))
