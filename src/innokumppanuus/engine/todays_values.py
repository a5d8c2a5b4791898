"""Dated values that a decision took from today although others were given. It changes none."""

from collections.abc import Iterator, Mapping

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.parameters import Parameter, UsedParameter
from innokumppanuus.domain.replay import TodaysValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.dated_values import lookups


def todays_values(
    ruleset: RuleSet, plugins: Plugins, held: Mapping[str, Parameter], made: Decision | None = None
) -> tuple[TodaysValue, ...]:
    """
    Return the dated values that are not those of *held*, by key and by who looks them up.

    Args:
        ruleset: As it was compiled with *plugins*.
        plugins: Over the values of *held*.
        held: What was to be used, by key.
        made: With *plugins*; what was looked up in it is compared too, since a plugin may look up
            more than it declares. None compares what is declared only.
    """
    found = {*_declared(ruleset, plugins, held)}
    told = {one.key for one in found}
    if made is not None:
        found.update(one for one in _looked_up(ruleset, held, made) if one.key not in told)
    return tuple(sorted(found, key=lambda one: (one.key, one.user)))


def _declared(
    ruleset: RuleSet, plugins: Plugins, held: Mapping[str, Parameter]
) -> Iterator[TodaysValue]:
    for parameter in ruleset.parameters.values():
        if parameter.key not in held:
            yield TodaysValue(key=parameter.key)
    for lookup in lookups(ruleset, plugins):
        for parameter in lookup.parameters:
            if parameter.key not in held:
                yield TodaysValue(key=parameter.key)
            elif parameter.values != held[parameter.key].values:
                yield TodaysValue(key=parameter.key, user=lookup.user)


def _looked_up(
    ruleset: RuleSet, held: Mapping[str, Parameter], made: Decision
) -> Iterator[TodaysValue]:
    rules = {one.id: one.rule or one.id for one in ruleset.call.eligibility}
    for user, used in _used(made):
        if used.key not in held:
            yield TodaysValue(key=used.key)
        elif used.value != UsedParameter.of(held[used.key], used.day).value:
            yield TodaysValue(key=used.key, user=rules.get(user, user))


def _used(made: Decision) -> Iterator[tuple[str, UsedParameter]]:
    """Yield what looked up a dated value on a known day, and the value."""
    findings = (one for each in made.screenings for one in (*each.findings, *each.noted))
    looked_up = [(one.rule, used) for one in findings for used in one.parameters]
    scheme = made.call.funding.scheme
    looked_up += [(scheme, used) for one in made.grants for used in one.parameters]
    yield from (one for one in looked_up if one[1].day is not None)
