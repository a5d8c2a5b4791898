"""Changed dated values as sentences and for programs. What changed is for others to find."""

from typing import Any

from innokumppanuus.domain.comparison import ParameterChange
from innokumppanuus.domain.parameters import ParameterValue, UsedParameter
from innokumppanuus.domain.replay import TodaysValue
from innokumppanuus.faces.reports import parameters
from innokumppanuus.faces.texts import Texts
from innokumppanuus.records import to_record


def parameter_sentence(change: ParameterChange, texts: Texts) -> str:
    """Return what a dated value was and is, each with its time and source."""
    return texts.say(
        "diff.parameter",
        name=texts.show(change.name),
        key=change.key,
        day=change.valid_from,
        before=_value(change, change.before, texts),
        after=_value(change, change.after, texts),
    )


def todays_sentence(value: TodaysValue, texts: Texts) -> str:
    """Return why a dated value was taken as it is today."""
    if not value.user:
        return texts.say("diff.todays.not_kept", key=value.key)
    return texts.say("diff.todays.own_code", key=value.key, user=value.user)


def parameter_record(change: ParameterChange) -> dict[str, Any]:
    """Return a changed dated value for programs: exact values as in stored records."""
    record: dict[str, Any] = to_record(change)
    return record


def todays_record(value: TodaysValue) -> dict[str, Any]:
    """Return a value that was taken as it is today for programs."""
    return {"key": value.key, "user": value.user, "is_kept": bool(value.user)}


def _value(change: ParameterChange, held: ParameterValue | None, texts: Texts) -> str:
    if held is None:
        return texts.say("diff.parameter.none")
    used = UsedParameter(
        key=change.key,
        name=change.name,
        unit=change.unit,
        day=held.valid_from,
        value=held.value,
        valid_from=held.valid_from,
        valid_to=held.valid_to,
        source=held.source,
        word=change.words.get(held.value) if isinstance(held.value, str) else None,
    )
    last = "" if held.valid_to is None else texts.show(held.valid_to)
    told = (parameters.source(used), held.source.address)
    return texts.say(
        "diff.parameter.value" if used.verified else "diff.parameter.value_unverified",
        value=parameters.amount(used, texts),
        in_force=f"{texts.show(held.valid_from)}–{last}",
        source=", ".join(one for one in told if one),
    )
