"""Every dated value that a rule set rests on, and who looks it up. It looks nothing up."""

from collections.abc import Iterator, Mapping

import attrs

from innokumppanuus.domain.comparison import ParameterChange
from innokumppanuus.domain.parameters import Parameter, ParameterValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.plugin.overlaying import OwnParameters
from innokumppanuus.ruleset.expressions import Expression
from innokumppanuus.ruleset.expressions.nodes import Apply, Node, Operation, parts
from innokumppanuus.ruleset.model import RuleSet


@attrs.frozen(kw_only=True)
class Lookup:
    """
    Dated values that something of a plugin may look up by itself.

    Attributes:
        user: Key of the function, rule or funding scheme.
        parameters: Those that it may look up.
    """

    user: str
    parameters: tuple[Parameter, ...]


def dated_values(ruleset: RuleSet, plugins: Plugins) -> Mapping[str, Parameter]:
    """Return what the rule set names, and what the things that it uses look up, by key."""
    by_plugins = (one for each in lookups(ruleset, plugins) for one in each.parameters)
    found = {one.key: one for one in (*by_plugins, *ruleset.parameters.values())}
    return {key: found[key] for key in sorted(found)}


def lookups(ruleset: RuleSet, plugins: Plugins) -> Iterator[Lookup]:
    """Yield what functions, rules and the funding scheme of the rule set look up by themselves."""
    operations = {one.name: one for each in _expressions(ruleset) for one in _operations(each.node)}
    for name in sorted(operations):
        if operations[name].parameters:
            yield Lookup(user=name, parameters=operations[name].parameters)
    rules = plugins.rules()
    for rule in ruleset.call.eligibility:
        yield from _own(rule.rule, rules.get(rule.rule), rule.options)
    funding = ruleset.call.funding
    yield from _own(funding.scheme, plugins.schemes().get(funding.scheme), funding.options)


def parameter_changes(
    before: Mapping[str, Parameter], after: Mapping[str, Parameter]
) -> tuple[ParameterChange, ...]:
    """
    Return the values that are not the same on both sides, by key and first day.

    Values are compared with their time and source; a note may change without being told.
    """
    return tuple(
        change
        for key in sorted({*before, *after})
        for change in _changes(before.get(key), after.get(key))
    )


def _changes(before: Parameter | None, after: Parameter | None) -> Iterator[ParameterChange]:
    told = after or before
    assert told is not None
    words = {word: name for side in (before, after) if side for word, name in side.words.items()}
    old, new = (
        {one.valid_from: one for one in (() if side is None else side.values)}
        for side in (before, after)
    )
    for day in sorted({*old, *new}):
        if _said(old.get(day)) != _said(new.get(day)):
            yield ParameterChange(
                key=told.key,
                name=told.name,
                unit=told.unit,
                valid_from=day,
                before=old.get(day),
                after=new.get(day),
                words=words,
            )


def _said(value: ParameterValue | None) -> ParameterValue | None:
    return None if value is None else attrs.evolve(value, note="")


def _own(key: str, thing: object, options: Mapping[str, object]) -> Iterator[Lookup]:
    if isinstance(thing, OwnParameters):
        yield Lookup(user=key, parameters=tuple(thing.own_parameters(options)))


def _expressions(ruleset: RuleSet) -> Iterator[Expression]:
    yield from ruleset.rules.values()
    yield from ruleset.exceptions.values()
    for table in ruleset.tables:
        yield from (*table.rows, *table.thens)


def _operations(node: Node) -> Iterator[Operation]:
    if isinstance(node, Apply):
        yield node.operation
    for part in parts(node):
        yield from _operations(part)
