"""Pictures of a decision as accessible SVG text. Each has the same content in a table beside it."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

import attrs

from innokumppanuus.faces.texts import Texts

_ROW, _TOP, _LEFT, _RIGHT, _WIDTH = 26, 44, 300, 24, 860
_LONGEST_NAME = 38


@attrs.frozen(kw_only=True)
class RangeRow:
    """
    One application in the picture of rank ranges.

    Attributes:
        name: What it is called in the picture.
        rank: Rank with the weights used.
        best: Best rank it can take.
        worst: Worst rank it can take.
        is_chosen: Whether it is in the chosen set.
    """

    name: str
    rank: int
    best: int
    worst: int
    is_chosen: bool = False


def rank_ranges_svg(rows: Sequence[RangeRow], texts: Texts, prefix: str = "ranges") -> str:
    """
    Return the picture of the ranks each application can take, best first as given.

    Args:
        rows: In the order in which they are to stand.
        texts: The language of title and description.
        prefix: Start of the ids in the picture; unique in the page.
    """
    most = max([1, *(row.worst for row in rows)])
    height = _TOP + _ROW * len(rows) + 12
    title = texts.say("report.ranges.title")
    description = texts.plural("report.ranges.description", len(rows))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        f'<text x="{_LEFT}" y="14" fill="#444">{escape(texts.say("report.ranges.axis"))}</text>',
        *_grid(most, height),
        *(line for index, row in enumerate(rows) for line in _row(row, index, most)),
        "</svg>",
    ]
    return "\n".join(parts)


def _x(rank: int, most: int) -> float:
    width = _WIDTH - _LEFT - _RIGHT
    return _LEFT + 12 + (rank - 1) * (width - 24) / max(1, most - 1)


def _grid(most: int, height: int) -> Iterable[str]:
    for rank in range(1, most + 1):
        x = _x(rank, most)
        yield (
            f'<line x1="{x:.1f}" y1="{_TOP - 10}" x2="{x:.1f}" y2="{height - 8}" '
            f'stroke="#d5d5d5"/>'
            f'<text x="{x:.1f}" y="{_TOP - 16}" text-anchor="middle" fill="#444">{rank}</text>'
        )


def _row(row: RangeRow, index: int, most: int) -> Iterable[str]:
    middle = _TOP + index * _ROW + 10
    left, right, at = _x(row.best, most), _x(row.worst, most), _x(row.rank, most)
    fill, edge = ("#1d4f7a", "#1d4f7a") if row.is_chosen else ("#e4e9ee", "#5a6b7a")
    weight = ' font-weight="600"' if row.is_chosen else ""
    yield f'<text x="0" y="{middle + 5}" fill="#1a1a1a"{weight}>{escape(_short(row.name))}</text>'
    yield (
        f'<rect x="{left - 7:.1f}" y="{middle - 7}" width="{right - left + 14:.1f}" height="14" '
        f'rx="7" fill="{fill}" stroke="{edge}"/>'
    )
    dot = "#ffffff" if row.is_chosen else "#1a1a1a"
    yield f'<circle cx="{at:.1f}" cy="{middle}" r="4" fill="{dot}" stroke="#1a1a1a"/>'


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
