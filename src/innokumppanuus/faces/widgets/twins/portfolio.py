"""
What the portfolio panel shows, in words and tables: the text twin of every control and picture.

It needs no widgets, so that it can also be printed, read aloud and tested.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from html import escape

from innokumppanuus.domain.criteria import WeightingKind
from innokumppanuus.domain.decision import Outcome
from innokumppanuus.faces.reports.reasons import sentence
from innokumppanuus.faces.reports.svg import RangeRow, rank_ranges_svg
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.portfolio import Change, PortfolioRow, PortfolioState

_KEY = "panel.portfolio"
_COLUMNS = ("rank", "application", "value", "range", "amount", "outcome", "change")
_NUMBERS = frozenset({"rank", "value", "range", "amount"})


def settings_text(state: PortfolioState, texts: Texts) -> str:
    """Return how the controls stand, in sentences."""
    told = [_weighting_text(state, texts), _budget_text(state, texts), _maximum_text(state, texts)]
    return " ".join(sentence for sentence in told if sentence)


def places_text(state: PortfolioState, texts: Texts) -> str:
    """Return the order of importance as `1. K1, 2. K2, 3. L1 ja L2`."""
    return ", ".join(
        texts.say(f"{_KEY}.settings.place", place=place, items=group)
        for place, group in enumerate(state.settings.order, start=1)
    )


def status_text(state: PortfolioState, texts: Texts) -> str:
    """Return in a few sentences what is chosen and what has changed."""
    return " ".join(_status(state, texts))


def table_html(state: PortfolioState, texts: Texts) -> str:
    """Return the ranking as an HTML table with caption and headings."""
    rows = state.rows
    if not rows:
        return f"<p>{_say(texts, 'table.empty')}</p>"
    caption = _say(texts, "table.caption", weights=_shares(state.weights, texts))
    headings = "".join(
        f'<th scope="col"{_number(name)}>{_say(texts, f"table.{name}")}</th>' for name in _COLUMNS
    )
    values = texts.show_column(row.value for row in rows)
    body = "".join(_row(row, value, texts) for row, value in zip(rows, values, strict=True))
    return _scrolling(
        f'<table class="inno-table"><caption>{caption}</caption>'
        f"<thead><tr>{headings}</tr></thead><tbody>{body}</tbody></table>",
        texts.say(f"{_KEY}.results"),
    )


def picture_html(state: PortfolioState, texts: Texts) -> str:
    """Return the picture of rank ranges; the table has the same ranks in words."""
    rows = [
        RangeRow(
            name=f"{row.application} {row.applicant}",
            rank=row.rank,
            best=row.best,
            worst=row.worst,
            is_chosen=row.outcome is Outcome.CHOSEN,
        )
        for row in state.rows
    ]
    picture = rank_ranges_svg(rows, texts, prefix="portfolio-ranges")
    return _scrolling(picture, texts.say("report.ranges.title")) if rows else ""


def reasons_text(state: PortfolioState, texts: Texts) -> tuple[str, ...]:
    """Return why the application asked about fares as it does, a sentence each."""
    return tuple(sentence(one, state.decision.call, texts) for one in state.reasons)


def reasons_html(state: PortfolioState, texts: Texts) -> str:
    """Return the reasons as a list with a heading; nothing when no application is asked about."""
    if not state.asked:
        return ""
    heading = _say(texts, "reasons", application=application_text(state, state.asked))
    items = "".join(f"<li>{escape(sentence)}</li>" for sentence in reasons_text(state, texts))
    return f'<p class="inno-heading">{heading}</p><ul>{items}</ul>'


def application_text(state: PortfolioState, application: str) -> str:
    """Return the number and the applicant, as `H01 Kuvitteellinen yhdistys`."""
    applicant = next(one.applicant for one in state.applications if one.id == application)
    return f"{application} {applicant}"


def portfolio_html(state: PortfolioState, texts: Texts) -> str:
    """Return all that the panel shows, without controls."""
    parts = [
        f"<p>{escape(settings_text(state, texts))}</p>",
        f"<p>{escape(status_text(state, texts))}</p>",
        table_html(state, texts),
        reasons_html(state, texts),
    ]
    return f'<div class="inno-panel">{"".join(parts)}</div>'


def outcome_text(outcome: Outcome, texts: Texts) -> str:
    """Return how an application fares, in a word or two."""
    return texts.say(f"{_KEY}.outcome.{outcome.value}")


def percent_text(share: Fraction, texts: Texts) -> str:
    """Return a share as a number of per cent, in at most one decimal."""
    tenths = share * 1000
    rounded = (2 * tenths.numerator + tenths.denominator) // (2 * tenths.denominator)
    return texts.show(Fraction(rounded, 10))


def _status(state: PortfolioState, texts: Texts) -> Iterable[str]:
    if state.decision.selection is None:
        yield texts.say(f"{_KEY}.{'status.no_choice' if state.rows else 'table.empty'}")
        return
    if state.chosen:
        count = len(state.chosen)
        yield texts.plural(f"{_KEY}.status.chosen", count, applications=state.chosen)
    elif not state.tied:
        yield texts.say(f"{_KEY}.status.nothing")
    if state.spent is not None and state.chosen:
        yield texts.say(f"{_KEY}.status.spent", spent=state.spent)
    if state.tied:
        yield texts.say(f"{_KEY}.status.tied", applications=tuple(sorted(state.tied)))
    if state.came_in:
        yield texts.plural(f"{_KEY}.status.came_in", len(state.came_in), applications=state.came_in)
    if state.fell_out:
        yield texts.plural(
            f"{_KEY}.status.fell_out", len(state.fell_out), applications=state.fell_out
        )
    if not (state.came_in or state.fell_out):
        yield texts.say(f"{_KEY}.status.same")
    if state.chosen and state.settings.kind is WeightingKind.ORDER:
        yield texts.say(f"{_KEY}.status.{'holds' if state.holds else 'depends'}")


def _weighting_text(state: PortfolioState, texts: Texts) -> str:
    if state.settings.kind is WeightingKind.WEIGHTS:
        shares = _shares(state.weights, texts)
        return texts.say(f"{_KEY}.settings.weights", weights=shares) if shares else ""
    return texts.say(f"{_KEY}.settings.order", places=places_text(state, texts))


def _budget_text(state: PortfolioState, texts: Texts) -> str:
    budget = state.settings.budget
    if budget is None:
        return texts.say(f"{_KEY}.settings.no_budget")
    return texts.say(f"{_KEY}.settings.budget", budget=budget)


def _maximum_text(state: PortfolioState, texts: Texts) -> str:
    maximum = state.settings.maximum
    if maximum is None:
        return texts.say(f"{_KEY}.settings.no_maximum")
    return texts.plural(f"{_KEY}.settings.maximum", maximum)


def _shares(weights: Mapping[str, Fraction], texts: Texts) -> str:
    return texts.show(
        tuple(
            texts.say(f"{_KEY}.settings.weight", item=item, percent=percent_text(share, texts))
            for item, share in weights.items()
        )
    )


def _row(row: PortfolioRow, value: str, texts: Texts) -> str:
    ranks = str(row.best) if row.best == row.worst else f"{row.best}–{row.worst}"
    is_chosen = row.outcome is Outcome.CHOSEN
    mark = "✓ " if is_chosen else ""
    cells = (
        f'<td class="inno-number">{row.rank}</td>'
        f'<th scope="row">{escape(f"{row.application} {row.applicant}")}</th>'
        f'<td class="inno-number">{escape(value)}</td>'
        f'<td class="inno-number">{ranks}</td>'
        f'<td class="inno-number">{escape(texts.show(row.amount))}</td>'
        f'<td class="inno-outcome">{mark}{escape(outcome_text(row.outcome, texts))}</td>'
        f"<td>{escape(_change_text(row, texts))}</td>"
    )
    return f'<tr class="inno-chosen">{cells}</tr>' if is_chosen else f"<tr>{cells}</tr>"


def _change_text(row: PortfolioRow, texts: Texts) -> str:
    parts = []
    if row.change is not Change.NONE:
        parts.append(texts.say(f"{_KEY}.change.{row.change.value}"))
    if row.rank != row.rank_before:
        parts.append(texts.say(f"{_KEY}.change.rank", rank=row.rank_before))
    return ", ".join(parts) or texts.say(f"{_KEY}.change.none")


def _scrolling(html: str, name: str) -> str:
    """Return *html* in a frame that scrolls by itself, also with the keyboard."""
    return (
        f'<div class="inno-scroll" tabindex="0" role="region" aria-label="{escape(name)}">'
        f"{html}</div>"
    )


def _say(texts: Texts, key: str, **values: object) -> str:
    return escape(texts.say(f"{_KEY}.{key}", **values))


def _number(name: str) -> str:
    return ' class="inno-number"' if name in _NUMBERS else ""
