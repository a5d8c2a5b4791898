"""The marks of the pictures: told apart by shape and filling, so that grey print keeps them."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from xml.sax.saxutils import escape

from innokumppanuus_networks.domain import Service, ServiceNetworks, ServiceRole
from innokumppanuus_networks.engine.coverage import Coverage

INK, DARK, LIGHT, LINE = "#1a1a1a", "#1d4f7a", "#ffffff", "#5a6b7a"


class Mark(StrEnum):
    """How an actor serves a group (merkki)."""

    PROVIDER = "provider"
    BOTH = "both"
    VOLUNTEER = "volunteer"
    CLOSE = "close"
    UNKNOWN = "unknown"
    PLANNED = "planned"
    NONE = "none"


def mark_of(networks: ServiceNetworks, services: Iterable[Service]) -> Mark:
    """Return the mark of an actor's services to one group; existing ones come first."""
    listed = tuple(services)
    roles = {one.role for one in listed if networks.is_existing(one)}
    if {ServiceRole.PROVIDER, ServiceRole.VOLUNTEER} <= roles:
        return Mark.BOTH
    if ServiceRole.PROVIDER in roles:
        return Mark.PROVIDER
    if ServiceRole.VOLUNTEER in roles:
        return Mark.VOLUNTEER
    if ServiceRole.CLOSE in roles:
        return Mark.CLOSE
    if roles:
        return Mark.UNKNOWN
    return Mark.PLANNED if listed else Mark.NONE


def mark_svg(mark: Mark, x: int, y: int) -> str:
    """Return the mark with its middle at *x*, *y*."""
    ring = f'<circle cx="{x}" cy="{y}" r="8" fill="{LIGHT}" stroke="{DARK}" stroke-width="2.5"/>'
    match mark:
        case Mark.PROVIDER:
            return f'<circle cx="{x}" cy="{y}" r="9" fill="{DARK}"/>'
        case Mark.BOTH:
            half = f'<path d="M{x} {y - 8} A8 8 0 0 0 {x} {y + 8} Z" fill="{DARK}"/>'
            return ring + half
        case Mark.VOLUNTEER:
            return ring
        case Mark.CLOSE:
            dot = f'<circle cx="{x}" cy="{y}" r="3" fill="{DARK}"/>'
            return ring + dot
        case Mark.UNKNOWN:
            return ring + _letter("?", x, y, INK)
        case Mark.PLANNED:
            return (
                f'<circle cx="{x}" cy="{y}" r="8" fill="{LIGHT}" stroke="{LINE}" '
                f'stroke-width="1.5" stroke-dasharray="3 3"/>'
            )
        case Mark.NONE:
            return ""


def coverage_svg_mark(coverage: Coverage, providers: int, x: int, y: int) -> str:
    """Return the mark of a need with its middle at *x*, *y*; an overlap shows its number."""
    left, top = x - 10, y - 10
    box = f'<rect x="{left}" y="{top}" width="20" height="20" fill="{LIGHT}" stroke="{DARK}"'
    match coverage:
        case Coverage.PROVIDED:
            full = f'<rect x="{left}" y="{top}" width="20" height="20" fill="{DARK}"/>'
            return full + (_letter(str(providers), x, y, LIGHT) if providers > 1 else "")
        case Coverage.ROLE_OPEN:
            return f'{box} stroke-width="2"/>' + _letter("?", x, y, INK)
        case Coverage.VOLUNTEERS:
            lower = f'<path d="M{left} {top + 20} L{left + 20} {top} V{top + 20} Z" fill="{DARK}"/>'
            return f'{box} stroke-width="2"/>{lower}'
        case Coverage.PLANNED:
            return f'{box} stroke-width="1.5" stroke-dasharray="3 3"/>'
        case Coverage.NONE:
            cross = f"M{left} {top} l20 20 M{left + 20} {top} l-20 20"
            return f'<path d="{cross}" stroke="{INK}" stroke-width="3.5" fill="none"/>'


def legend_svg(entries: Iterable[tuple[str, str]], y: int) -> Iterator[str]:
    """Yield the legend from *y* down: a mark drawn at its origin, and what it means."""
    for at, (drawn, words) in enumerate(entries):
        top = y + 26 * at
        yield f'<g transform="translate(16 {top})">{drawn}</g>'
        yield f'<text x="40" y="{top + 5}" fill="{INK}">{escape(words)}</text>'


def wrapped(words: str, most: int, lines: int) -> tuple[str, ...]:
    """Return the words in at most so many lines of so many letters; what is over ends in `…`."""
    told: list[str] = []
    for word in words.split():
        if told and len(told[-1]) + 1 + len(word) <= most:
            told[-1] = f"{told[-1]} {word}"
        else:
            told.append(word)
    kept = [one if len(one) <= most else f"{one[: most - 1]}…" for one in told[:lines]]
    if len(told) > lines:
        kept[-1] = f"{kept[-1][: most - 1].rstrip('…')}…"
    return tuple(kept)


def _letter(letter: str, x: int, y: int, fill: str) -> str:
    return (
        f'<text x="{x}" y="{y + 5}" text-anchor="middle" font-weight="600" '
        f'fill="{fill}">{escape(letter)}</text>'
    )
