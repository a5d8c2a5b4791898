"""Pictures of the health of a panel as accessible SVG text; `health` has the same in tables."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from xml.sax.saxutils import escape

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.panel_health import Measure, PanelHealth, SeverityReport
from innokumppanuus.engine.panel_warnings import RELIABLE, TENTATIVE, item_name
from innokumppanuus.faces.reports.health import number
from innokumppanuus.faces.texts import Texts

_ROW, _TOP, _LEFT, _RIGHT, _WIDTH = 26, 52, 300, 64, 860
_LONGEST_NAME = 38
_MOST_ROWS = 40


@attrs.frozen(kw_only=True)
class _Row:
    name: str
    middle: Fraction
    low: Fraction | None
    high: Fraction | None
    is_told: bool


def agreement_svg(health: PanelHealth, call: Call, texts: Texts, prefix: str = "agreement") -> str:
    """Return the picture of the ordinal alpha of each item, with its bounds; empty without one."""
    rows = [
        _Row(
            name=texts.show(item_name(call, one.item)),
            middle=one.value,
            low=one.interval.low if one.interval else None,
            high=one.interval.high if one.interval else None,
            is_told=one.value < _bound(health, TENTATIVE),
        )
        for one in health.agreements
        if one.measure is Measure.ALPHA_ORDINAL and one.value is not None
    ]
    marks = [one for one in (_bound(health, TENTATIVE), _bound(health, RELIABLE)) if one > 0]
    least = min([Fraction(0), *(row.low if row.low is not None else row.middle for row in rows)])
    return _picture("health.agreement", rows, marks, (least, Fraction(1)), texts, prefix)


def severity_svg(report: SeverityReport, call: Call, texts: Texts, prefix: str = "severity") -> str:
    """Return the picture of the severity of each evaluator; of the 40 furthest from the mean."""
    ordered = sorted(report.severities, key=lambda one: (-abs(one.lower_by), one.evaluator))
    shown = sorted(ordered[:_MOST_ROWS], key=lambda one: (-one.lower_by, one.evaluator))
    rows = [
        _Row(
            name=one.evaluator,
            middle=one.lower_by,
            low=one.low,
            high=one.high,
            is_told=one.low is not None and one.high is not None and (one.low > 0 or one.high < 0),
        )
        for one in shown
    ]
    ends = [end for row in rows for end in (row.low, row.high, row.middle) if end is not None]
    reach = max([abs(end) for end in ends] or [Fraction(1)]) or Fraction(1)
    item = texts.show(item_name(call, report.item))
    return _picture(
        "health.severity", rows, [Fraction(0)], (-reach, reach), texts, prefix, item=item
    )


def _bound(health: PanelHealth, key: str) -> Fraction:
    found = next((one.value for one in health.bounds if one.key == key), None)
    return found if isinstance(found, Fraction) else Fraction(0)


def _picture(
    key: str,
    rows: Sequence[_Row],
    marks: Sequence[Fraction],
    ends: tuple[Fraction, Fraction],
    texts: Texts,
    prefix: str,
    **values: object,
) -> str:
    if not rows:
        return ""
    height = _TOP + _ROW * len(rows) + 12
    title = texts.say(f"{key}.picture", **values)
    description = texts.say(f"{key}.description", count=len(rows), **values)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        *_axis(marks, ends, height, texts),
        *(line for index, row in enumerate(rows) for line in _drawn(row, index, ends, texts)),
        "</svg>",
    ]
    return "\n".join(parts)


def _x(value: Fraction, ends: tuple[Fraction, Fraction]) -> float:
    low, high = ends
    return _LEFT + float((value - low) / (high - low)) * (_WIDTH - _LEFT - _RIGHT)


def _axis(
    marks: Iterable[Fraction], ends: tuple[Fraction, Fraction], height: int, texts: Texts
) -> Iterable[str]:
    for end in ends:
        x = _x(end, ends)
        yield (
            f'<line x1="{x:.1f}" y1="{_TOP - 10}" x2="{x:.1f}" y2="{height - 8}" stroke="#d5d5d5"/>'
        )
        yield (
            f'<text x="{x:.1f}" y="16" text-anchor="middle" fill="#444">'
            f"{escape(number(end, texts))}</text>"
        )
    for mark in marks:
        x = _x(mark, ends)
        yield (
            f'<line x1="{x:.1f}" y1="{_TOP - 10}" x2="{x:.1f}" y2="{height - 8}" '
            f'stroke="#444" stroke-dasharray="5 3"/>'
        )
        yield (
            f'<text x="{x:.1f}" y="34" text-anchor="middle" fill="#444">'
            f"{escape(number(mark, texts, 3))}</text>"
        )


def _drawn(row: _Row, index: int, ends: tuple[Fraction, Fraction], texts: Texts) -> Iterable[str]:
    middle = _TOP + index * _ROW + 10
    weight = ' font-weight="600"' if row.is_told else ""
    yield f'<text x="0" y="{middle + 5}" fill="#1a1a1a"{weight}>{escape(_short(row.name))}</text>'
    if row.low is not None and row.high is not None:
        left, right = _x(row.low, ends), _x(row.high, ends)
        yield (
            f'<line x1="{left:.1f}" y1="{middle}" x2="{right:.1f}" y2="{middle}" '
            f'stroke="#5a6b7a" stroke-width="4"/>'
        )
    x = _x(row.middle, ends)
    fill = "#1d4f7a" if row.is_told else "#ffffff"
    yield (
        f'<circle cx="{x:.1f}" cy="{middle}" r="6" fill="{fill}" stroke="#1a1a1a" '
        f'stroke-width="1.5"/>'
    )
    yield (
        f'<text x="{_WIDTH}" y="{middle + 5}" text-anchor="end" fill="#1a1a1a">'
        f"{escape(number(row.middle, texts))}</text>"
    )


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
