"""What the weights negotiation shows, in words and tables; it needs no widgets."""

from html import escape

from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.negotiation import (
    AGREED,
    NegotiationRow,
    NegotiationState,
    TalkRound,
)

_KEY = "panel.weights"


def notice_html(state: NegotiationState, texts: Texts) -> str:
    """Return the words that say that the applications are made up; nothing for real ones."""
    words = texts.say("report.fictional") if state.is_fictional else ""
    return f"<p><strong>{escape(words)}</strong></p>" if words else ""


def status_text(state: NegotiationState, texts: Texts) -> str:
    """Return how many have split, how far they agree, and what hangs on it."""
    told = [texts.say(f"{_KEY}.round.{state.round.value}")]
    told.append(texts.say(f"{_KEY}.given", given=len(state.latest), of=len(state.members)))
    for when in TalkRound:
        found = state.concordance(when)
        if found.value is not None:
            told.append(texts.say(f"{_KEY}.concordance.{when.value}", value=found.value))
    if len(state.latest) > 1:
        told.append(texts.plural(f"{_KEY}.reversals", state.reversals))
        told.append(_disputed_text(state, texts))
    return " ".join(told)


def splits_html(state: NegotiationState, texts: Texts) -> str:
    """Return how each member splits the points, alone and after the talk, and the group."""
    who = [
        (member, when)
        for when in TalkRound
        for member in state.members
        if state.split_of(member, when) is not None
    ]
    heads = [texts.say(f"{_KEY}.column.{when.value}", member=member) for member, when in who] + (
        [texts.say(f"{_KEY}.column.agreed")] if state.agreed is not None else []
    )
    rows = []
    for item, name in state.items.items():
        points = [str((state.split_of(member, when) or {})[item]) for member, when in who]
        if state.agreed is not None:
            points.append(str(state.agreed[item]))
        rows.append([f"{item} {texts.show(name)}", *points])
    if not heads:
        return paragraphs_html([texts.say(f"{_KEY}.nothing")])
    columns = [texts.say(f"{_KEY}.item"), *heads]
    return _section(table_html(texts.say(f"{_KEY}.splits"), columns, rows, range(1, len(columns))))


def ranks_html(state: NegotiationState, texts: Texts) -> str:
    """Return where each application stands by everybody's weights; ✓ marks who is chosen."""
    if not state.latest:
        return ""
    who = [*sorted(state.latest), *([AGREED] if state.agreed is not None else [])]
    heads = [
        texts.say(f"{_KEY}.column.agreed")
        if one == AGREED
        else texts.say(f"{_KEY}.member", member=one)
        for one in who
    ]
    columns = [texts.say("column.application"), *heads, texts.say(f"{_KEY}.range")]
    rows = [
        [
            f"{row.application} {row.applicant}",
            *(f"{'✓ ' if one in row.chosen else ''}{row.ranks[one]}" for one in who),
            _range_text(row),
        ]
        for row in state.rows
    ]
    return _section(table_html(texts.say(f"{_KEY}.ranks"), columns, rows, range(1, len(columns))))


def negotiation_html(state: NegotiationState, texts: Texts) -> str:
    """Return all that the panel shows, without controls."""
    parts = (
        notice_html(state, texts),
        paragraphs_html([status_text(state, texts)]),
        splits_html(state, texts),
        ranks_html(state, texts),
    )
    return f'<div class="inno-panel">{"".join(parts)}</div>'


def _range_text(row: NegotiationRow) -> str:
    if row.best is None:
        return "–"
    return str(row.best) if row.best == row.worst else f"{row.best}–{row.worst}"


def _disputed_text(state: NegotiationState, texts: Texts) -> str:
    if not state.disputed:
        return texts.say(f"{_KEY}.undisputed")
    return texts.say(f"{_KEY}.disputed", applications=state.disputed)


def _section(html: str) -> str:
    return f'<div class="inno-section">{html}</div>'
