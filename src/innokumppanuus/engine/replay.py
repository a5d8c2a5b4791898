"""An old decision made again from what was kept of it, and two decisions side by side."""

import attrs

from innokumppanuus.domain.comparison import Change, ChangeKind
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.package import Package
from innokumppanuus.domain.replay import OutcomeChange, Replay
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.todays_values import todays_values
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import rebuild
from innokumppanuus.ruleset.comparing import differences
from innokumppanuus.ruleset.dated_values import parameter_changes

_COMPARED_APART = ("plugins",)


def replay(
    decision: Decision, plugins: Plugins, package: Package | None = None, name: str = ""
) -> Replay:
    """
    Return the decision beside the same one made again: its own rule set, applications and sheets.

    The dated values are those that were kept. The program and the plugins are today's, and so are
    the dated values that were not kept or that a plugin keeps to itself; the latter are told.

    Args:
        decision: As it was kept.
        plugins: Today's.
        package: What was kept with it, dated values among it; without it they are today's.
        name: File that messages name.

    Raises:
        RuleSetProblems: When today's plugins no longer offer what the rule set uses.
        UnknownKey: When they offer it no longer at all.
    """
    held = {one.key: one for one in (() if package is None else package.parameters)}
    then = plugins.with_parameters(held.values())
    ruleset = rebuild(decision.call, name, then)
    made = decide(
        ruleset,
        decision.applications,
        decision.sheets,
        then,
        panel=decision.panel,
        votes=decision.votes,
    )
    after = attrs.evolve(
        made,
        has_fictional_field=decision.has_fictional_field,
        packs=decision.packs,
        overrides=decision.overrides,
        stated=decision.stated,
    )
    today = plugins.parameters()
    offered = {key: today[key] for key in held if key in today}
    return Replay(
        before=decision,
        after=after,
        outcomes=outcome_changes(decision, after),
        values=_values(decision, after),
        plugins=_versions(decision.plugins, after.plugins),
        parameters=parameter_changes(held, offered),
        todays=todays_values(ruleset, then, held, after),
    )


def outcome_changes(before: Decision, after: Decision) -> tuple[OutcomeChange, ...]:
    """Return the applications that fare otherwise, by id."""
    old, new = (
        {one.id: decision.outcome(one.id) for one in decision.applications}
        for decision in (before, after)
    )
    return tuple(
        OutcomeChange(application=one, before=old.get(one), after=new.get(one))
        for one in sorted({*old, *new})
        if old.get(one) is not new.get(one)
    )


def _values(before: Decision, after: Decision) -> tuple[Change, ...]:
    found = differences(before, after)
    return tuple(one for one in found if one.path.split("[")[0] not in _COMPARED_APART)


def _versions(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[Change, ...]:
    """Return the plugins whose version differs, or that are on one side only."""
    old, new = (dict(one.partition(" ")[::2] for one in names) for names in (before, after))
    return tuple(
        Change(
            path=f"plugins[{name}]",
            kind=_kind(name, old, new),
            before=old.get(name),
            after=new.get(name),
        )
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    )


def _kind(name: str, old: dict[str, str], new: dict[str, str]) -> ChangeKind:
    if name not in old:
        return ChangeKind.ADDED
    return ChangeKind.CHANGED if name in new else ChangeKind.REMOVED
