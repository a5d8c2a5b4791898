"""An expression in words with the values that it took. It evaluates, and decides nothing."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.reports.view import shown, title
from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.nodes import (
    Apply,
    Choice,
    Constant,
    IsGiven,
    Items,
    Junction,
    Variable,
)
from innokumppanuus.ruleset.expressions.unknown import Unknown

WORDS: Final = {
    "<": "less",
    "<=": "at_most",
    ">": "more",
    ">=": "at_least",
    "==": "equal",
    "!=": "unequal",
    "in": "among",
    "startsWith": "starts_with",
    "endsWith": "ends_with",
    "contains": "contains",
    "add_months": "add_months",
    "last_day": "last_day",
    "day": "day",
    "size": "size",
}
"""Operations that have words of their own, by the end of the text's key."""

_SIGNS: Final = ("+", "-", "*", "/", "%")


@attrs.frozen(kw_only=True)
class Line:
    """
    One part of a rule in words.

    Attributes:
        words: What it says, with the values.
        value: True, false, or None when it cannot tell.
        depth: How deep below the whole rule it lies.
    """

    words: str
    value: bool | None
    depth: int


def lines(
    expression: Expression,
    values: Mapping[str, object],
    call: Call,
    texts: Texts,
    names: Mapping[str, Label] | None = None,
    words: Mapping[str, Mapping[str, Label]] | None = None,
) -> tuple[Line, ...]:
    """
    Return every part of the rule that is true or false, the whole before its parts.

    Args:
        expression: A rule.
        values: By name of variable; what is missing is absent.
        call: Names the fields and the options.
        texts: The language.
        names: What other variables are called, as dated values and tables.
        words: What the words that dated values are, are called, by variable and word.
    """
    speaker = _Speaker(values=values, call=call, texts=texts, names=names or {}, words=words or {})
    return tuple(speaker.lines(expression.program, 0))


@attrs.frozen(kw_only=True)
class _Speaker:
    """Puts parts of one expression into words."""

    values: Mapping[str, object]
    call: Call
    texts: Texts
    names: Mapping[str, Label]
    words: Mapping[str, Mapping[str, Label]]

    def lines(self, part: Program, depth: int) -> Iterator[Line]:
        value = self._value(part)
        truth = value if isinstance(value, bool) else None
        match part.node:
            case Junction(deciding=deciding):
                key = "expression.any" if deciding else "expression.all"
                yield Line(words=self.texts.say(key), value=truth, depth=depth)
                for one in part.parts:
                    yield from self.lines(one, depth + 1)
            case Choice():
                condition, yes, no = part.parts
                yield Line(words=self.texts.say("expression.if"), value=truth, depth=depth)
                yield from self.lines(condition, depth + 1)
                answer = self._value(condition)
                if isinstance(answer, bool):
                    yield from self.lines(yes if answer else no, depth + 1)
            case Apply() if part.node.operation.name == "!":
                yield Line(words=self.texts.say("expression.not"), value=truth, depth=depth)
                yield from self.lines(part.parts[0], depth + 1)
            case _:
                yield Line(words=self._said(part), value=truth, depth=depth)

    def _value(self, part: Program) -> object:
        value = part.run(self.values)
        return None if isinstance(value, Unknown) else value

    def _said(self, part: Program, field: str = "") -> str:
        """Return the part in words; *field* is what a plain value is compared with."""
        match part.node:
            case Constant(value=value):
                return self._shown(field, value)
            case Items():
                listed = [self._said(one, field) for one in part.parts]
                return self.texts.show(listed)
            case Variable(name=name):
                value = self._shown(name, self._value(part))
                return self.texts.say("expression.value", name=self._name(name), value=value)
            case IsGiven(name=name):
                return self.texts.say("expression.given", name=self._name(name))
            case Apply():
                return self._applied(part)
            case _:
                return self.texts.show(self._value(part))

    def _applied(self, part: Program) -> str:
        node: Any = part.node
        name = node.operation.name
        field = next((one.name for one in node.arguments if isinstance(one, Variable)), "")
        words = [self._said(one, field) for one in part.parts]
        if name in _SIGNS:
            joined = f" {name} ".join(words) if len(words) > 1 else f"{name}{words[0]}"
            return self._with_value(joined, part)
        if name not in WORDS:
            label = node.operation.label
            called = name if label is None else f"{self.texts.show(label)} "
            return self._with_value(f"{called}({', '.join(words)})", part)
        left, right = (*words, "")[:2]
        word = WORDS[name]
        if word == "among" and isinstance(part.parts[1].node, Variable):
            word = "includes"
        told = self.texts.say(f"expression.{word}", left=left, right=right)
        return told if isinstance(self._value(part), bool | None) else self._with_value(told, part)

    def _shown(self, name: str, value: object) -> str:
        label = self.words.get(name, {}).get(value) if isinstance(value, str) else None
        return shown(self.call, name, value if label is None else label, self.texts)

    def _with_value(self, words: str, part: Program) -> str:
        value = self.texts.show(self._value(part))
        return self.texts.say("expression.reckoned", words=words, value=value)

    def _name(self, name: str) -> str:
        return (
            self.texts.show(self.names[name])
            if name in self.names
            else title(self.call, name, self.texts)
        )
