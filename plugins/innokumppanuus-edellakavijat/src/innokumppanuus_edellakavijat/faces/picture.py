"""Which city uses whose practice, as accessible SVG text; shapes tell the marks apart in grey."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from xml.sax.saxutils import escape

import attrs

_ROW, _TOP, _LEFT, _COLUMN, _LONGEST = 30, 58, 330, 92, 44


class Mark(StrEnum):
    """What is drawn where a practice and a city meet (merkki)."""

    ORIGIN = "origin"
    IN_USE = "in_use"
    TRIED = "tried"
    GIVEN_UP = "given_up"
    NONE = "none"


@attrs.frozen(kw_only=True)
class Line:
    """One practice: its name and a mark for each city, in the order of the columns."""

    name: str
    marks: tuple[Mark, ...]


def practices_svg(
    lines: Sequence[Line], cities: Sequence[str], title: str, description: str, prefix: str
) -> str:
    """
    Return the picture of practices by city; the same content stands in a table beside it.

    Args:
        lines: In their order.
        cities: Names of the columns.
        title: What the picture is.
        description: How to read it, the marks included.
        prefix: Start of the ids in the picture; unique in the page.
    """
    width, height = _LEFT + _COLUMN * len(cities) + 8, _TOP + _ROW * len(lines) + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {width} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        *(_head(name, place, height) for place, name in enumerate(cities)),
        *(part for place, line in enumerate(lines) for part in _line(line, place, width)),
        "</svg>",
    ]
    return "\n".join(parts)


def _head(name: str, place: int, height: int) -> str:
    x = _LEFT + _COLUMN * place + _COLUMN // 2
    return (
        f'<line x1="{x}" y1="{_TOP - 12}" x2="{x}" y2="{height - 6}" stroke="#d5d5d5"/>'
        f'<text x="{x}" y="{_TOP - 20}" text-anchor="middle" fill="#1a1a1a">{escape(name)}</text>'
    )


def _line(line: Line, place: int, width: int) -> Iterable[str]:
    middle = _TOP + _ROW * place + 12
    yield f'<line x1="0" y1="{middle + 15}" x2="{width}" y2="{middle + 15}" stroke="#ececec"/>'
    yield f'<text x="0" y="{middle + 5}" fill="#1a1a1a">{escape(_short(line.name))}</text>'
    for column, mark in enumerate(line.marks):
        yield from _mark(mark, _LEFT + _COLUMN * column + _COLUMN // 2, middle)


def _mark(mark: Mark, x: int, y: int) -> Iterable[str]:
    ring = f'<circle cx="{x}" cy="{y}" r="8" fill="#ffffff" stroke="#1a1a1a" stroke-width="1.5"/>'
    match mark:
        case Mark.ORIGIN:
            yield (
                f'<path d="M{x} {y - 10} l10 10 l-10 10 l-10 -10 z" fill="#1d4f7a" '
                f'stroke="#1a1a1a" stroke-width="1.5"/>'
            )
        case Mark.IN_USE:
            yield (
                f'<circle cx="{x}" cy="{y}" r="8" fill="#1d4f7a" stroke="#1a1a1a" '
                f'stroke-width="1.5"/>'
            )
        case Mark.TRIED:
            yield ring
            yield f'<path d="M{x} {y - 8} a8 8 0 0 0 0 16 z" fill="#1d4f7a"/>'
        case Mark.GIVEN_UP:
            yield ring
            yield (
                f'<path d="M{x - 5} {y - 5} l10 10 M{x + 5} {y - 5} l-10 10" '
                f'stroke="#1a1a1a" stroke-width="2"/>'
            )
        case Mark.NONE:
            return


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
