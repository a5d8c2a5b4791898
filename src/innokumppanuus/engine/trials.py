"""A rule with an application whose answers are tried out: what a rule looks at, and what it says.

It searches for nothing; `engine.counterfactual` does.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import cast

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.dates import zone
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.comparisons import comparisons, is_given
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.steps import Steps
from innokumppanuus.ruleset.model import CALL_TYPES
from innokumppanuus.ruleset.parameters import PREFIX, day_field


@attrs.frozen(kw_only=True)
class Trial:
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

    def with_answer(self, field: Field, value: object) -> "Trial":
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


def fields_of(trial: Trial) -> tuple[Field, ...]:
    """Return the fields that the rule looks at, itself or through tables and parameters."""
    uses = set(trial.expression.uses)
    form = trial.ruleset.call.form
    direct = [field for field in form if field.id in uses]
    if uses <= {*CALL_TYPES, *(field.id for field in direct)}:
        return tuple(direct)
    before = trial.values()
    others = [field for field in form if field.id not in uses and field.id in before]
    away = {field.id for field in others if _reaches(trial, field, before, uses)}
    beneath = _beneath(trial)
    away.update(field.id for field in form if field.id not in before and field.id in beneath)
    return tuple(field for field in form if field.id in uses or field.id in away)


def _beneath(trial: Trial) -> set[str]:
    """Return what the rule uses, itself or in tables, and the fields that its dated values need."""
    names = set(trial.expression.uses)
    for table in reversed(trial.ruleset.tables):
        if table.name in names:
            names.update(table.uses)
    dated = (one.removeprefix(PREFIX) for one in names if one.startswith(PREFIX))
    days = {day_field(trial.ruleset.call.parameters[one]) for one in dated}
    return names | {one for one in days if one is not None}


def asks_for(trial: Trial, field: Field) -> bool:
    """Return whether the rule, or a table beneath it, asks if there is an answer."""
    if is_given(trial.expression.node, field.id):
        return True
    names = _beneath(trial)
    rows = (row for table in trial.ruleset.tables if table.name in names for row in table.rows)
    return any(is_given(row.program.node, field.id) for row in rows)


def seeds(trial: Trial, steps: Steps) -> Iterator[object]:
    """Yield values from which a missing answer is looked for: nothing, and values like it."""
    if steps.most - steps.least == 1:  # yes and no
        return
    if steps.zero is not None:
        yield steps.value(steps.zero, None)
    kind = type(steps.value(max(steps.least, 1), None))
    values = tuple(trial.values().values())
    yield from (one for one in values if type(one) is kind)
    if kind is date:
        yield from (one.date() for one in values if isinstance(one, datetime))


def _reaches(trial: Trial, field: Field, before: Mapping[str, object], uses: Iterable[str]) -> bool:
    """Return whether some value that the rule uses needs the field."""
    without = trial.with_answer(field, None).values()
    return any(before.get(name) != without.get(name) for name in uses)


def comparisons_of(trial: Trial, field: Field) -> Iterator[Program]:
    """Yield the comparisons of the field in the rule, and in the tables beneath it."""
    yield from comparisons(trial.expression.program, field.id)
    yield from in_tables(trial, field)


def in_tables(trial: Trial, field: Field) -> Iterator[Program]:
    """Yield the comparisons of the field in the tables that the rule looks at."""
    wanted = set(trial.expression.uses)
    for table in reversed(trial.ruleset.tables):
        if table.name in wanted:
            wanted.update(table.uses)
            for row in table.rows:
                yield from comparisons(row.program, field.id)


def changes_of_law(trial: Trial, field: Field) -> Iterator[date]:
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
