"""Reasons as sentences. Which reasons there are is for `engine.explanation`."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from fractions import Fraction
from math import ceil
from typing import Any, cast

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.findings import Change, Step
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.domain.precedence import OpenTie, Precedence
from innokumppanuus.faces.reports import parameters, ties
from innokumppanuus.faces.reports.changes import said as said_changes
from innokumppanuus.faces.reports.differences import in_one_language, what
from innokumppanuus.faces.reports.view import is_public, shown, title
from innokumppanuus.faces.texts import Texts

_UNREACHABLE = "points_short_unreachable"
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")
_LAST_DAY = "last_day("
_TIES = ("tie_step", "tie_open")
Details = tuple[tuple[str, object], ...]


def sentences(
    reasons: Iterable[Reason],
    call: Call,
    texts: Texts,
    *,
    codes: Mapping[str, int] | None = None,
    public: bool = False,
    leave_out: Iterable[str] = (),
) -> tuple[str, ...]:
    """
    Return the reasons as sentences, what cannot help in any one criterion said in one.

    Args:
        reasons: In their order.
        call: Names the fields that the values are of.
        texts: The language.
        codes: Number of each evaluator, when no evaluator is to be named.
        public: Whether to leave out answers that are not public and grounds of conflicts.
        leave_out: Keys of reasons that the page has said once for all.
    """
    without = set(leave_out)
    kept = [one for one in reasons if one.key not in without]
    if public:
        kept = [one for one in kept if _may_be_told(one, call)]
    items = [one.values["item"] for one in kept if one.key == _UNREACHABLE]
    said = []
    for one in kept:
        if one.key != _UNREACHABLE or len(items) == 1:
            said.append(sentence(one, call, texts, codes=codes, public=public))
        elif one.values["item"] == items[-1]:
            said.append(texts.say(f"reason.{_UNREACHABLE}_many", items=items))
    return tuple(said)


def sentence(
    reason: Reason,
    call: Call,
    texts: Texts,
    *,
    codes: Mapping[str, int] | None = None,
    public: bool = False,
) -> str:
    """
    Return the reason as one sentence or a few.

    Args:
        reason: Key and values.
        call: Names the fields that the values are of.
        texts: The language.
        codes: Number of each evaluator, when no evaluator is to be named.
        public: Whether to leave out answers that are not public and grounds of conflicts.
    """
    if reason.key in _TIES:
        return _of_tie(reason, call, texts, public=public)
    values = dict(reason.values)
    details = cast(Details, values.pop("details", ()))
    because = values.pop("because", None)
    steps = cast(tuple[Step, ...], values.pop("reckoned", ()))
    changes = cast(tuple[Change, ...], values.pop("changes", ()))
    dated = cast(tuple[UsedParameter, ...], values.pop("parameters", ()))
    if codes is not None and "evaluator" in values:
        number = codes[str(values["evaluator"])]
        values["evaluator"] = texts.say("value.evaluator", number=number)
    parts = [texts.say(_variant(reason.key, values, public), **_worded(values, texts))]
    if because is not None:
        parts.append(texts.show(because))
    variables = {one.variable for one in dated}
    details = tuple(one for one in details if one[0] not in variables)
    told = [one for one in details if not public or is_public(call, one[0])]
    dated_told = [one for one in dated if not public or parameters.is_public(call, one)]
    told.sort(key=lambda one: call.field(one[0]) is None)  # the applicant's own answers first
    if told:
        parts.append(texts.say("reason.details", details=_details(told, call, texts)))
    steps_told = [one for one in steps if not public or _is_public(one, details, dated, call)]
    if steps_told:
        listed = "; ".join(_reckoned(one, texts) for one in steps_told)
        parts.append(texts.say("reason.reckoned", values=listed))
    parts += [parameters.said(one, texts) for one in dated_told]
    if len(told) + len(dated_told) + len(steps_told) < len(details) + len(dated) + len(steps):
        parts.append(texts.say("reason.details_not_public"))
    enough = said_changes(changes, call, texts, public=public)
    if enough:
        parts.append(enough)
    return " ".join(parts)


def _of_tie(reason: Reason, call: Call, texts: Texts, *, public: bool) -> str:
    values = cast(Any, dict(reason.values))
    if reason.key == "tie_open":
        return ties.open_tie(OpenTie(**values), texts)
    return ties.pair_sentence(Precedence(**values), call, texts, public=public)


def _is_public(step: Step, details: Details, dated: Iterable[UsedParameter], call: Call) -> bool:
    """Return whether nothing that the value is reckoned from is to be left out."""
    named = set(_NAME.findall(step.text))
    plain = all(is_public(call, name) for name, _ in details if name in named)
    return plain and all(parameters.is_public(call, one) for one in dated if one.variable in named)


def _reckoned(step: Step, texts: Texts) -> str:
    """Return a value that the rule has reckoned, with what it is."""
    match step.value:
        case datetime():
            kind = "moment"
        case date():
            kind = "last_day" if step.text.startswith(_LAST_DAY) else "day"
        case Money():
            kind = "sum"
        case _:
            kind = "number"
    return texts.say(f"reckoned.{kind}", value=step.value)


def _may_be_told(reason: Reason, call: Call) -> bool:
    """Return whether the reason gives away no answer that is not public."""
    table = reason.values.get("id")
    return reason.key != "table_rows" or is_public(call, f"table.{table}")


def _variant(key: str, values: Mapping[str, object], public: bool) -> str:
    """Return the key of the sentence that fits the values that are there."""
    if key == "needs_answer" and values.get("rule") is not None:
        return "reason.needs_answer_for"
    if key == "met_by_exception" and values.get("exception") is not None:
        return "reason.met_by_exception_named"
    if key == "table_rows" and len(cast(tuple[int, ...], values["rows"])) == 1:
        return "reason.table_row"
    if key in ("rank_range", "rank_range_region") and values["best"] == values["worst"]:
        return "reason.rank_fixed" + key.removeprefix("rank_range")
    if key == "rule_changed" and not values.get("becomes"):
        return "reason.rule_changed_out"
    if key in ("conflict_removed", "conflict_found") and values.get("ground") and not public:
        return f"reason.{key}_ground"
    return f"reason.{key}"


def _worded(values: Mapping[str, object], texts: Texts) -> dict[str, object]:
    """
    Return the values with the tie rule, which is a key and no label, by its name.

    Points that are short are rounded up, so that what is said to be enough is enough.
    """
    worded: dict[str, Any] = dict(values)
    if isinstance(worded.get("points"), Fraction):
        worded["points"] = Fraction(ceil(worded["points"] * 100), 100)
    if isinstance(worded.get("rule"), str):
        worded["rule"] = texts.say(f"tie_rule.{worded['rule']}")
    if isinstance(worded.get("path"), str):
        worded["what"] = what(worded.pop("path"), texts)
        for name in ("was", "becomes"):
            worded[name] = in_one_language(worded[name], texts)
    if isinstance(worded.get("ground"), str):
        worded["ground"] = worded["ground"].rstrip(".")
    return worded


def _details(details: Iterable[tuple[str, object]], call: Call, texts: Texts) -> str:
    return "; ".join(
        texts.say(
            "reason.detail", name=title(call, name, texts), value=shown(call, name, value, texts)
        )
        for name, value in details
    )
