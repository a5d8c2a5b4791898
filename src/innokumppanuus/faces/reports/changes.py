"""The smallest changes that would turn a rule, in words. Which they are is for the engine."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.findings import AnswerChange, Bound, Change
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.reports.view import is_public, shown, title
from innokumppanuus.faces.texts import Texts

_SECONDS = (("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1))


def said(changes: Iterable[Change], call: Call, texts: Texts, *, public: bool = False) -> str:
    """
    Return what would have been enough for the rule to be met; nothing when no change is known.

    Args:
        changes: Any one of them is enough.
        call: Names the fields.
        texts: The language.
        public: Whether to leave out changes to answers that are not public.
    """
    told = [one for one in changes if not public or _is_public(one, call)]
    if not told:
        return ""
    listed = "; ".join(_words(one, call, texts) for one in told)
    if len(told) > 1:
        return texts.say("reason.change_either", changes=listed)
    key = "reason.change_both" if len(told[0].answers) > 1 else "reason.change"
    return texts.say(key, changes=listed)


def arrow(change: Change, call: Call, texts: Texts, *, is_met: bool = False) -> str:
    """
    Return the change as an arrow from what is to what would turn the rule: `15 → at most 12`.

    Nothing is late or early where the rule *is_met* as it stands.
    """
    return "; ".join(
        texts.say(
            "change.arrow",
            name=title(call, one.field, texts),
            before=shown(call, one.field, one.before, texts),
            after=texts.say(_key("change.to", one, is_met), **_values(one, call, texts)),
        )
        for one in change.answers
    )


def difference(before: object, after: object, texts: Texts) -> str:
    """Return how far apart two answers are, in their unit; nothing where that has no measure."""
    match before, after:
        case Money(), Money():
            return texts.show(max(before, after) - min(before, after))
        case datetime(), datetime():
            seconds = abs(before.astimezone(UTC) - after.astimezone(UTC)).total_seconds()
            return " ".join(_spans(int(seconds), texts))
        case date(), date():
            return texts.plural("span.days", abs((before - after).days))
        case (int() | float(), int() | float()) if not isinstance(before, bool):
            return texts.show(round(abs(before - after), 6))
        case _:
            return ""


def _words(change: Change, call: Call, texts: Texts) -> str:
    return "; ".join(
        texts.say(_key("change", one), **_values(one, call, texts)) for one in change.answers
    )


def _key(family: str, one: AnswerChange, is_met: bool = False) -> str:
    """Return the key of the words that fit the answer: moments and days are early or late."""
    if one.others and one.bound is not Bound.GIVEN:
        return f"{family}.one_of"
    if isinstance(one.before, date) and one.bound in (Bound.AT_MOST, Bound.AT_LEAST):
        end = "at_latest" if one.bound is Bound.AT_MOST else "at_earliest"
        return f"{family}.{end}_apart" if is_met else f"{family}.{end}"
    return f"{family}.{one.bound}"


def _values(one: AnswerChange, call: Call, texts: Texts) -> dict[str, object]:
    options = (one.after, *one.others)
    return {
        "name": title(call, one.field, texts),
        "before": shown(call, one.field, one.before, texts),
        "after": shown(call, one.field, one.after, texts),
        "difference": difference(one.before, one.after, texts),
        "options": [shown(call, one.field, option, texts) for option in options],
    }


def _spans(seconds: int, texts: Texts) -> Iterator[str]:
    """Yield days, hours, minutes and seconds, those that are not nothing."""
    for unit, size in _SECONDS:
        count, seconds = divmod(seconds, size)
        if count:
            yield texts.plural(f"span.{unit}", count)


def _is_public(change: Change, call: Call) -> bool:
    return all(is_public(call, one.field) for one in change.answers)
