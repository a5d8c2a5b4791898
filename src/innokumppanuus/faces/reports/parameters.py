"""Dated values that rules used, in the reader's words. What held on which day is in the trace."""

from collections.abc import Iterable
from fractions import Fraction

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.findings import Finding
from innokumppanuus.domain.parameters import StatedValue, Unit, UsedParameter
from innokumppanuus.domain.sources import Source
from innokumppanuus.faces.reports import view
from innokumppanuus.faces.reports.differences import what
from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset.parameters import PREFIX

_COUNTED = (Unit.DAYS, Unit.MONTHS, Unit.YEARS)


@attrs.frozen(kw_only=True)
class ParameterRow:
    """
    One dated value that some rule used.

    Attributes:
        name: What it is.
        value: In the reader's words.
        day: The day that it was looked up by.
        in_force: The time that it holds.
        source: Who says so.
        verified: Whether somebody has read the source.
        rules: Names of the rules that used it, or the number of the rule set that it is; the
            grant, where the funding scheme did.
    """

    name: str
    value: str
    day: str
    in_force: str
    source: str
    verified: bool
    rules: tuple[str, ...]


def said(used: UsedParameter, texts: Texts) -> str:
    """Return the value with its day and its source as one sentence; unverified is said."""
    name = texts.show(used.name)
    if used.day is None:
        return texts.say("parameter.day_not_known", name=name)
    if used.value is None:
        return texts.say("parameter.not_in_force", name=name, day=used.day)
    values = {"name": name, "value": amount(used, texts), "day": used.day, "source": source(used)}
    if used.verified:
        return texts.say("parameter.used", **values)
    return texts.say("parameter.used_unverified", **values)


def amount(used: UsedParameter, texts: Texts) -> str:
    """Return the value in its unit, as `75 %` or `3 years`; a word as it is called."""
    if used.word is not None:
        return texts.show(used.word)
    if isinstance(used.value, Fraction) and used.unit is Unit.SHARE:
        return view.share(used.value, texts)
    if isinstance(used.value, int) and used.unit in _COUNTED:
        return texts.plural(f"unit.{used.unit.value}", used.value)
    return texts.show(used.value)


def source(used: UsedParameter) -> str:
    """Return title and section of the source; `–` when there is no value."""
    told: Source | None = used.source
    return "–" if told is None else ", ".join(one for one in (told.title, told.section) if one)


def is_public(call: Call, used: UsedParameter) -> bool:
    """Return whether the value may stand in a public part: its day may be a secret answer."""
    use = call.parameters.get(used.variable.removeprefix(PREFIX))
    return use is None or view.is_public(call, use.on)


def rows(decision: Decision, texts: Texts) -> tuple[ParameterRow, ...]:
    """Return every dated value that rules and grants of a decision used, each day of it once."""
    names = view.item_names(decision.call)
    users: dict[UsedParameter, dict[str, None]] = {}
    for finding in _findings(decision):
        for used in finding.parameters:
            rule = texts.show(names[finding.rule]) if finding.rule in names else finding.rule
            users.setdefault(used, {})[rule] = None
    for one in decision.stated:
        users.setdefault(one.used, {})[what(one.path, texts)] = None
    for grant in decision.grants:
        for used in grant.parameters:
            users.setdefault(used, {})[texts.say("column.grant")] = None
    ordered = sorted(users, key=lambda one: (one.key, str(one.day or ""), one.variable))
    return tuple(_row(used, tuple(users[used]), texts) for used in ordered)


def stated_sentence(one: StatedValue, texts: Texts) -> str:
    """Return what number of the rule set is given as a dated value, with the value itself."""
    return texts.say("parameter.stated", what=what(one.path, texts), value=said(one.used, texts))


def _findings(decision: Decision) -> Iterable[Finding]:
    for screening in decision.screenings:
        yield from (*screening.findings, *screening.noted)


def _row(used: UsedParameter, rules: tuple[str, ...], texts: Texts) -> ParameterRow:
    return ParameterRow(
        name=texts.show(used.name),
        value="–" if used.value is None else amount(used, texts),
        day="–" if used.day is None else texts.show(used.day),
        in_force=_in_force(used, texts),
        source=source(used),
        verified=used.verified,
        rules=rules,
    )


def _in_force(used: UsedParameter, texts: Texts) -> str:
    if used.valid_from is None:
        return "–"
    last = "" if used.valid_to is None else texts.show(used.valid_to)
    return f"{texts.show(used.valid_from)}–{last}"
