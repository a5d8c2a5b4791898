"""How ties in the ranking were decided, in the reader's words. Who stands where is in the trace."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.precedence import OpenTie, Precedence, TieBy, TieStep
from innokumppanuus.engine.explanation import name_of
from innokumppanuus.faces.reports import view
from innokumppanuus.faces.texts import Texts

_LOT_CHARACTERS: Final = 12


@attrs.frozen(kw_only=True)
class TieRow:
    """One decided pair: who stands first, and what decided it on either side."""

    above: str
    below: str
    step: int
    how: str
    higher: str
    lower: str


def steps(call: Call, texts: Texts) -> tuple[str, ...]:
    """Return the steps that order equal totals, each as a phrase."""
    policy = call.selection
    return tuple(_how(one, call, texts) for one in (policy.tie_steps if policy else ()))


def rows(decision: Decision, texts: Texts) -> tuple[TieRow, ...]:
    """Return every pair that a step parted, from the top down."""
    pairs = decision.ties.pairs if decision.ties else ()
    return tuple(row(one, decision.call, texts) for one in pairs)


def row(pair: Precedence, call: Call, texts: Texts) -> TieRow:
    """Return the pair in words."""
    return TieRow(
        above=pair.above,
        below=pair.below,
        step=pair.step,
        how=_how(pair, call, texts),
        higher=_value(pair, pair.higher, call, texts),
        lower=_value(pair, pair.lower, call, texts),
    )


def left_open(decision: Decision, texts: Texts) -> Iterator[str]:
    """Yield every tie that no step parted, as a sentence."""
    for one in decision.ties.open if decision.ties else ():
        yield open_tie(one, texts)


def open_tie(tie: OpenTie, texts: Texts) -> str:
    """Return the tie as a sentence: all steps left it, or an answer is missing."""
    together = texts.show(list(tie.applications))
    if not tie.missing:
        return texts.say("reason.tie_open", applications=together)
    missing = texts.show(list(tie.missing))
    return texts.say(
        "reason.tie_open_missing", applications=together, step=tie.step, missing=missing
    )


def pair_sentence(pair: Precedence, call: Call, texts: Texts, *, public: bool) -> str:
    """Return the pair as a sentence; without the answers where they are not public."""
    told = row(pair, call, texts)
    values = {"above": told.above, "below": told.below, "step": told.step, "how": told.how}
    is_scored = pair.by in (TieBy.CRITERIA, TieBy.LOTTERY)
    if public and not is_scored and not all(view.is_public(call, one) for one in pair.of):
        return texts.say("reason.tie_step_closed", **values)
    return texts.say("reason.tie_step", **values, higher=told.higher, lower=told.lower)


def _how(step: TieStep | Precedence, call: Call, texts: Texts) -> str:
    return texts.say(f"tie_step.{step.by.value}", of=_named(step.by, step.of, call, texts))


def _named(by: TieBy, of: Sequence[str], call: Call, texts: Texts) -> str:
    if by is TieBy.CRITERIA:
        names = [texts.show(name_of(call, one)) for one in of]
    else:
        names = [view.title(call, one, texts) for one in of]
    return texts.show(names) if names else ""


def _value(pair: Precedence, value: object, call: Call, texts: Texts) -> str:
    if pair.by is TieBy.LOTTERY:
        return f"{str(value)[:_LOT_CHARACTERS]}…"
    if pair.by is TieBy.BALANCE and isinstance(value, Fraction):
        return view.share(value, texts)
    if value == ():
        return texts.say("tie_step.nothing_new")
    return (
        texts.show(value)
        if pair.by is TieBy.CRITERIA
        else view.shown(call, pair.of[0], value, texts)
    )
