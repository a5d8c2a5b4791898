"""Why an expression took its value: its sub-expressions, and what would have to be known."""

from collections.abc import Iterator

import attrs

from innokumppanuus.domain.findings import Step
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.ruleset.expressions.evaluation import Program, Values
from innokumppanuus.ruleset.expressions.nodes import Apply, Choice, Constant, Items, Variable
from innokumppanuus.ruleset.expressions.unknown import UNKNOWN, Unknown


@attrs.frozen(kw_only=True)
class Trace:
    """
    The value of an expression with its reasons.

    Attributes:
        value: A value or UNKNOWN.
        steps: The sub-expressions in the order of the text, each whole before its parts; literals
            and the branch that is not taken are left out.
        missing: Variables without a value because of which the value is unknown, sorted.
        note: Problem key of what cannot be computed, where that is not a missing value.
        parameters: Dated values that functions of plugins looked up, each once, by key and day.
    """

    value: object
    steps: tuple[Step, ...]
    missing: tuple[str, ...] = ()
    note: str = ""
    parameters: tuple[UsedParameter, ...] = ()


def trace(whole: Program, text: str, values: Values) -> Trace:
    """Return the value of *whole*, whose text is *text*, with its reasons."""
    value = whole.run(values)
    causes = tuple(_causes(whole, values))
    notes = [one.note for one in causes if isinstance(one, Unknown)]
    return Trace(
        value=UNKNOWN if isinstance(value, Unknown) else value,
        steps=tuple(_steps(whole, text, values, 0)),
        missing=tuple(sorted({one for one in causes if isinstance(one, str)})),
        note=notes[0] if notes else "",
        parameters=tuple(sorted(dict.fromkeys(_looked_up(whole, values)), key=_key_and_day)),
    )


def _looked_up(one: Program, values: Values) -> Iterator[UsedParameter]:
    """Yield the dated values that functions in *one* look up; none where an argument is unknown."""
    if isinstance(one.node, Apply) and one.node.operation.looks_up is not None:
        given = [part.run(values) for part in one.parts]
        if not any(isinstance(value, Unknown) for value in given):
            yield from one.node.operation.looks_up(*given)
    for part in _followed(one, values):
        yield from _looked_up(part, values)


def _key_and_day(one: UsedParameter) -> tuple[str, str]:
    return one.key, str(one.day)


def _steps(one: Program, text: str, values: Values, depth: int) -> Iterator[Step]:
    if isinstance(one.node, Constant | Items):
        if depth == 0:
            yield Step(text=text[one.node.start : one.node.end], value=_shown(one, values))
        return
    yield Step(text=text[one.node.start : one.node.end], value=_shown(one, values), depth=depth)
    for part in _followed(one, values):
        yield from _steps(part, text, values, depth + 1)


def _shown(one: Program, values: Values) -> object:
    value = one.run(values)
    return None if isinstance(value, Unknown) else value


def _followed(one: Program, values: Values) -> tuple[Program, ...]:
    """Return the parts that the value rests on."""
    if not isinstance(one.node, Choice):
        return one.parts
    condition, yes, no = one.parts
    answer = condition.run(values)
    if isinstance(answer, Unknown):
        return (condition,)
    return (condition, yes if answer else no)


def _causes(one: Program, values: Values) -> Iterator[str | Unknown]:
    """Yield the missing variables and the failures that make *one* unknown."""
    value = one.run(values)
    if not isinstance(value, Unknown):
        return
    if isinstance(one.node, Variable):
        yield value if value.note else one.node.name
        return
    unknown = [part for part in _followed(one, values) if isinstance(part.run(values), Unknown)]
    if not unknown:
        yield value
    for part in unknown:
        yield from _causes(part, values)
