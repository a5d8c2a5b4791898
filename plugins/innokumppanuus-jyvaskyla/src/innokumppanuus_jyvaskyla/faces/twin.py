"""What the panel of the call shows, in words and tables; it needs no widgets."""

from html import escape

from innokumppanuus.domain.decision import Outcome
from innokumppanuus.faces.texts import Texts
from innokumppanuus_jyvaskyla.faces.calls import ALL, CallsState
from innokumppanuus_jyvaskyla.faces.summary import ApplicationRow, sector_name

_KEY = "jyvaskyla.calls"
_COLUMNS = ("application", "applicant", "title", "sector", "outcome", "applied", "granted")
_NUMBERS = frozenset({"applied", "granted"})


def status_text(state: CallsState, texts: Texts) -> str:
    """Return in a sentence or two how much the filters leave."""
    shown = texts.plural(f"{_KEY}.status", len(state.rows), of=len(state.everyone))
    if state.sector == ALL and state.outcome == ALL:
        return shown
    return f"{shown} {_filters_text(state, texts)}"


def notice_html(state: CallsState, texts: Texts) -> str:
    """Return the words that say that the field is made up; nothing for a real one."""
    if not state.is_fictional:
        return ""
    return f"<p><strong>{escape(texts.say('jyvaskyla.funder.fictional'))}</strong></p>"


def counts_html(state: CallsState, texts: Texts) -> str:
    """Return how many of each sector fared how, as a table with row and column sums."""
    outcomes = state.outcomes
    head = "".join(
        f'<th scope="col" class="inno-number">{escape(texts.say(f"outcome.{one.value}"))}</th>'
        for one in outcomes
    )
    body = "".join(
        _counts_row(
            escape(sector_text(state, sector, texts)),
            [state.count(sector, outcome) for outcome in outcomes],
        )
        for sector in state.sectors
    )
    sums = [sum(state.count(sector, one) for sector in state.sectors) for one in outcomes]
    foot = _counts_row(_say(texts, "total"), sums)
    return _table(
        texts,
        "counts",
        f'<th scope="col">{_say(texts, "sector")}</th>{head}'
        f'<th scope="col" class="inno-number">{_say(texts, "total")}</th>',
        f"{body}</tbody><tfoot>{foot}</tfoot>",
    )


def rows_html(state: CallsState, texts: Texts) -> str:
    """Return the applications that the filters leave, as a table."""
    if not state.rows:
        return f"<p>{_say(texts, 'nothing')}</p>"
    head = "".join(f'<th scope="col"{_number(name)}>{_say(texts, name)}</th>' for name in _COLUMNS)
    body = "".join(_row(row, state, texts) for row in state.rows)
    return _table(texts, "rows", head, f"{body}</tbody>")


def calls_html(state: CallsState, texts: Texts) -> str:
    """Return all that the panel shows, without controls."""
    status = escape(status_text(state, texts))
    tables = counts_html(state, texts) + rows_html(state, texts)
    notice = notice_html(state, texts)
    return f'<div class="inno-panel">{notice}<p>{status}</p>{tables}</div>'


def sector_text(state: CallsState, sector: str, texts: Texts) -> str:
    """Return what the form calls the sector, or that nobody has told it."""
    return texts.show(sector_name(state.call, sector))


def _filters_text(state: CallsState, texts: Texts) -> str:
    everything = texts.say(f"{_KEY}.all")
    sector = everything if state.sector == ALL else sector_text(state, state.sector, texts)
    outcome = everything if state.outcome == ALL else texts.say(f"outcome.{state.outcome}")
    return texts.say(f"{_KEY}.filters", sector=sector, outcome=outcome)


def _table(texts: Texts, caption: str, head: str, body: str) -> str:
    words = _say(texts, f"caption.{caption}")
    return (
        f'<div class="inno-scroll" tabindex="0" role="region" aria-label="{words}">'
        f'<table class="inno-table"><caption>{words}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</table></div>"
    )


def _counts_row(name: str, counts: list[int]) -> str:
    cells = "".join(f'<td class="inno-number">{one}</td>' for one in [*counts, sum(counts)])
    return f'<tr><th scope="row">{name}</th>{cells}</tr>'


def _row(row: ApplicationRow, state: CallsState, texts: Texts) -> str:
    is_chosen = row.outcome is Outcome.CHOSEN
    outcome = texts.say(f"outcome.{row.outcome.value}")
    granted = texts.show(row.grant.amount) if row.grant else "–"
    cells = "".join(
        (
            f'<th scope="row">{escape(row.application)}</th>',
            f"<td>{escape(row.applicant)}</td>",
            f"<td>{escape(texts.show(row.title))}</td>",
            f"<td>{escape(sector_text(state, row.sector, texts))}</td>",
            f'<td class="inno-outcome">{"✓ " if is_chosen else ""}{escape(outcome)}</td>',
            f'<td class="inno-number">{escape(texts.show(row.applied))}</td>',
            f'<td class="inno-number">{escape(granted)}</td>',
        )
    )
    return f'<tr class="inno-chosen">{cells}</tr>' if is_chosen else f"<tr>{cells}</tr>"


def _say(texts: Texts, key: str) -> str:
    return escape(texts.say(f"{_KEY}.{key}"))


def _number(name: str) -> str:
    return ' class="inno-number"' if name in _NUMBERS else ""
