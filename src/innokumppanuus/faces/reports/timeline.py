"""Spans of time as a picture in accessible SVG text; what is not known sharply is drawn so."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from xml.sax.saxutils import escape

import attrs

from innokumppanuus.domain.dates import When, add_months
from innokumppanuus.faces.reports.bars import Fill

_ROW, _TOP, _LEFT, _RIGHT, _WIDTH = 28, 34, 260, 20, 860
_LONGEST_NAME = 36
_MOST_TICKS = 8
_STEPS_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600)


@attrs.frozen(kw_only=True)
class Span:
    """
    Something that lasts (jakso).

    Attributes:
        name: What it is called in the picture.
        starts: When it begins; None when nobody tells.
        ends: When it ends; None when nobody tells or it has no end.
        fill: How its bar is filled.
        marks: Days that are marked on it, such as meetings.
    """

    name: str
    starts: When | None = None
    ends: When | None = None
    fill: Fill = Fill.SOLID
    marks: tuple[When, ...] = ()


def timeline_svg(spans: Sequence[Span], title: str, description: str, prefix: str) -> str:
    """
    Return the picture of the spans, one under the other in their order; empty without any day.

    The sure part of a span has its fill; the part that its month, year or phrase leaves open is
    pale with a broken line, and so is a span without an end, up to the edge.

    Args:
        spans: In the order in which they are to stand.
        title: What the picture is.
        description: How to read it, the fills included.
        prefix: Start of the ids in the picture; unique in the page.
    """
    bounds = _bounds(spans)
    if bounds is None:
        return ""
    height = _TOP + _ROW * len(spans) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        f'<defs><pattern id="{prefix}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
        f'<rect width="3" height="6" fill="#1d4f7a"/></pattern></defs>',
        *_grid(bounds, height),
        *(line for place, one in enumerate(spans) for line in _row(one, place, bounds, prefix)),
        "</svg>",
    ]
    return "\n".join(parts)


def _bounds(spans: Iterable[Span]) -> tuple[date, date] | None:
    """Return the first day of the first month and that after the last month."""
    times = [one for span in spans for one in (span.starts, span.ends, *span.marks) if one]
    if not times:
        return None
    first = min(one.earliest.date() for one in times).replace(day=1)
    last = max(one.latest.date() for one in times).replace(day=1)
    return first, add_months(last, 1)


def _x(day: date, bounds: tuple[date, date]) -> float:
    first, last = bounds
    part = (day - first).days / (last - first).days
    return _LEFT + part * (_WIDTH - _LEFT - _RIGHT)


def _grid(bounds: tuple[date, date], height: int) -> Iterable[str]:
    first, last = bounds
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((one for one in _STEPS_MONTHS if months / one <= _MOST_TICKS), _STEPS_MONTHS[-1])
    index = first.year * 12 + first.month - 1
    index += -index % step
    end = last.year * 12 + last.month - 1
    while index <= end:
        day = date(index // 12, index % 12 + 1, 1)
        x, words = _x(day, bounds), str(day.year) if step >= 12 else f"{day.month}/{day.year}"
        anchor = "end" if x > _WIDTH - _RIGHT - 20 else "middle"
        yield (
            f'<line x1="{x:.1f}" y1="{_TOP - 8}" x2="{x:.1f}" y2="{height - 6}" stroke="#d5d5d5"/>'
            f'<text x="{x:.1f}" y="{_TOP - 14}" text-anchor="{anchor}" fill="#444">{words}</text>'
        )
        index += step


def _row(span: Span, place: int, bounds: tuple[date, date], prefix: str) -> Iterable[str]:
    top = _TOP + place * _ROW
    yield f'<text x="0" y="{top + 17}" fill="#1a1a1a">{escape(_short(span.name))}</text>'
    if span.starts is not None:
        yield from _bar(span, span.starts, top, bounds, prefix)
    for one in span.marks:
        x = _x(one.earliest.date(), bounds)
        yield (
            f'<path d="M{x:.1f} {top + 4} l6 8 l-6 8 l-6 -8 z" fill="#ffffff" '
            f'stroke="#1a1a1a" stroke-width="1.5"/>'
        )


def _bar(
    span: Span, starts: When, top: int, bounds: tuple[date, date], prefix: str
) -> Iterable[str]:
    day = timedelta(days=1)
    left = _x(starts.earliest.date(), bounds)
    right = _x(span.ends.latest.date() + day, bounds) if span.ends else _WIDTH - _RIGHT
    yield (
        f'<rect x="{left:.1f}" y="{top + 4}" width="{max(right - left, 2):.1f}" height="16" '
        f'fill="#eef2f5" stroke="#1a1a1a" stroke-dasharray="4 3"/>'
    )
    if span.ends is None:
        return
    sure_left = _x(starts.latest.date(), bounds)
    sure_right = _x(span.ends.earliest.date() + day, bounds)
    fills = {Fill.SOLID: "#1d4f7a", Fill.HATCHED: f"url(#{prefix}-hatch)", Fill.EMPTY: "#ffffff"}
    if sure_right > sure_left:
        yield (
            f'<rect x="{sure_left:.1f}" y="{top + 4}" width="{sure_right - sure_left:.1f}" '
            f'height="16" fill="{fills[span.fill]}" stroke="#1a1a1a"/>'
        )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
