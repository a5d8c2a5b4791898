"""Shares as bars in accessible SVG text, told apart without colour; a table has the numbers."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from xml.sax.saxutils import escape

import attrs

_ROW, _TOP, _LEFT, _WIDTH, _NUMBER = 26, 8, 300, 860, 90
_LONGEST_NAME = 38


class Fill(StrEnum):
    """How a bar is filled (palkin täyttö)."""

    SOLID = "solid"
    HATCHED = "hatched"
    EMPTY = "empty"


@attrs.frozen(kw_only=True)
class Bar:
    """
    One bar.

    Attributes:
        name: What it is of.
        share: How long it is, 0–1.
        shown: The share as a reader of the language writes it.
        fill: How it is filled.
    """

    name: str
    share: Fraction
    shown: str
    fill: Fill = Fill.SOLID


def bars_svg(bars: Sequence[Bar], title: str, description: str, prefix: str) -> str:
    """
    Return the picture of the bars, in their order.

    Args:
        bars: Of shares of the same whole.
        title: What the picture is.
        description: How to read it, the fills included.
        prefix: Start of the ids in the picture; unique in the page.
    """
    height = _TOP + _ROW * len(bars) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        f'<defs><pattern id="{prefix}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
        f'<rect width="3" height="6" fill="#1d4f7a"/></pattern></defs>',
        *(line for place, bar in enumerate(bars) for line in _bar(bar, place, prefix)),
        "</svg>",
    ]
    return "\n".join(parts)


def _bar(bar: Bar, place: int, prefix: str) -> Iterable[str]:
    top, full = _TOP + place * _ROW, _WIDTH - _LEFT - _NUMBER
    length = float(full * bar.share)
    fills = {Fill.SOLID: "#1d4f7a", Fill.HATCHED: f"url(#{prefix}-hatch)", Fill.EMPTY: "#ffffff"}
    yield f'<text x="0" y="{top + 15}" fill="#1a1a1a">{escape(_short(bar.name))}</text>'
    yield (
        f'<rect x="{_LEFT}" y="{top + 2}" width="{full}" height="16" fill="#f2f4f6" '
        f'stroke="#b8bec4"/>'
    )
    if bar.share:
        yield (
            f'<rect x="{_LEFT}" y="{top + 2}" width="{length:.1f}" height="16" '
            f'fill="{fills[bar.fill]}" stroke="#1a1a1a"/>'
        )
    yield f'<text x="{_LEFT + full + 8}" y="{top + 15}" fill="#1a1a1a">{escape(bar.shown)}</text>'


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
