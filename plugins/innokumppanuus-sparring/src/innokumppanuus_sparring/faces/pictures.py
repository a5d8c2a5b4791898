"""Pictures of a rota and of a network as accessible SVG text; tables beside them say the same."""

from collections.abc import Iterator, Mapping, Sequence
from math import atan2, cos, hypot, pi, sin
from xml.sax.saxutils import escape

from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.domain.agreements import Network, Tie
from innokumppanuus_sparring.domain.rota import Rota
from innokumppanuus_sparring.domain.sparring import Sparring

_CELL, _NAMES, _TOP, _LONGEST = 40, 270, 40, 32
_WIDTH, _HEIGHT, _LEGEND = 760, 470, 92
_MIDDLE_X, _MIDDLE_Y = 380, 235
_INNER_X, _INNER_Y, _OUTER_X, _OUTER_Y = 150, 120, 235, 195
_DASHES = {True: {True: "", False: "9 5"}, False: {True: "2 4", False: "2 4"}}
"""Of a line: by whether it is sure, then by whether it is inside the group."""


def rota_svg(made: Rota, sparring: Sparring, texts: Texts, prefix: str) -> str:
    """
    Return who meets whom in which meeting, as squares between numbered members.

    A square has the numbers of the meetings in which the two spar each other, so that it is read
    without colours; the darker it is, the more often they meet.
    """
    members = [one.participant for one in sparring.members]
    width = max(_WIDTH, _NAMES + _CELL * len(members) + 10)
    height = _TOP + _CELL * len(members) + 8
    when: dict[tuple[str, str], list[str]] = {}
    for number, meeting in enumerate(made.meetings, start=1):
        for first, second in meeting.pairs:
            when.setdefault((first, second), []).append(str(number))
            when.setdefault((second, first), []).append(str(number))
    parts = [
        *_opening("sparring.rota.picture", texts, prefix, width, height),
        *(
            f'<text x="{_NAMES + _CELL * at + _CELL // 2}" y="{_TOP - 12}" '
            f'text-anchor="middle" font-weight="600">{at + 1}</text>'
            for at in range(len(members))
        ),
    ]
    for row, one in enumerate(members):
        top = _TOP + _CELL * row
        name = _short(texts.show(sparring.name_of(one)))
        parts.append(f'<text x="0" y="{top + 25}">{row + 1}. {escape(name)}</text>')
        for column, other in enumerate(members):
            parts += _square(_NAMES + _CELL * column, top, when.get((one, other)), row == column)
    return "\n".join([*parts, "</svg>"])


def network_svg(network: Network, texts: Texts, prefix: str) -> str:
    """
    Return the members in a ring, the others around it, and their agreements as lines.

    Members are circles and the others squares; a whole line is inside the group, a broken one
    with others, a dotted one not sure. Each has a number that the list below names.
    """
    members = [one for one in network.nodes if one.is_member]
    others = [one for one in network.nodes if not one.is_member]
    numbers = {one.id: at for at, one in enumerate(network.nodes, start=1)}
    angles = {one.id: 2 * pi * at / len(members) - pi / 2 for at, one in enumerate(members)}
    spots = _spots(angles, _INNER_X, _INNER_Y)
    spots |= _spots(_around([one.id for one in others], network.ties, angles), _OUTER_X, _OUTER_Y)
    rows = (len(network.nodes) + 1) // 2
    height = _HEIGHT + _LEGEND + 20 * rows
    parts = [*_opening("sparring.network.picture", texts, prefix, _WIDTH, height)]
    parts += [_line(tie, spots) for tie in network.ties]
    for one in network.nodes:
        x, y = spots[one.id]
        number, fill, ink = numbers[one.id], "#1d4f7a", "#ffffff"
        if one.is_member:
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="17" fill="{fill}"/>')
        else:
            fill, ink = "#ffffff", "#1a1a1a"
            parts.append(
                f'<rect x="{x - 15:.1f}" y="{y - 15:.1f}" width="30" height="30" fill="{fill}" '
                f'stroke="#1a1a1a" stroke-width="1.5"/>'
            )
        parts.append(
            f'<text x="{x:.1f}" y="{y + 5:.1f}" text-anchor="middle" font-weight="600" '
            f'fill="{ink}">{number}</text>'
        )
    parts += _legend(texts)
    for at, one in enumerate(network.nodes):
        x, y = 20 + (at % 2) * 370, _HEIGHT + _LEGEND + 20 * (at // 2)
        name = _short(texts.show(one.name), 46)
        parts.append(f'<text x="{x}" y="{y}">{numbers[one.id]}. {escape(name)}</text>')
    return "\n".join([*parts, "</svg>"])


def _opening(key: str, texts: Texts, prefix: str, width: int, height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {width} {height}" '
        f'font-family="system-ui, sans-serif" font-size="14" fill="#1a1a1a">'
    )
    yield f'<title id="{prefix}-title">{escape(texts.say(key))}</title>'
    yield f'<desc id="{prefix}-desc">{escape(texts.say(f"{key}.description"))}</desc>'


def _square(x: int, y: int, meetings: Sequence[str] | None, is_self: bool) -> Iterator[str]:
    if is_self:
        yield (
            f'<path d="M{x} {y} l{_CELL} {_CELL}" stroke="#b8bec4"/>'
            f'<rect x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" fill="none" stroke="#b8bec4"/>'
        )
        return
    count = len(meetings or ())
    fill = ("#ffffff", "#dce6ef", "#8fb0cd", "#1d4f7a")[min(count, 3)]
    ink = "#ffffff" if count >= 3 else "#1a1a1a"
    yield (
        f'<rect x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" fill="{fill}" stroke="#5a6b7a"/>'
    )
    if meetings:
        yield (
            f'<text x="{x + _CELL // 2}" y="{y + 25}" text-anchor="middle" fill="{ink}" '
            f'font-size="{14 if count < 3 else 11}">{",".join(meetings)}</text>'
        )


def _around(
    others: Sequence[str], ties: Sequence[Tie], members: Mapping[str, float]
) -> Mapping[str, float]:
    """Return the angles of the others, each near its partners and no two in one place."""
    wanted = {}
    for one in others:
        near = [members[tie.first] for tie in ties if tie.second == one]
        across, up = sum(cos(angle) for angle in near), sum(sin(angle) for angle in near)
        # Partners right across each other have no middle; the first of them decides.
        middle = atan2(up, across) if hypot(across, up) > 0.01 else near[0]
        wanted[one] = round((middle + pi / 2) % (2 * pi), 6)
    apart = min(0.45, 2 * pi / max(1, len(others)))
    found: dict[str, float] = {}
    last = -apart
    for one in sorted(others, key=lambda one: (wanted[one], one)):
        last = max(wanted[one], last + apart)
        found[one] = last
    over = max(0.0, last - (2 * pi - apart) - min(found.values(), default=0.0))
    return {one: angle - over - pi / 2 for one, angle in found.items()}


def _spots(angles: Mapping[str, float], wide: int, high: int) -> dict[str, tuple[float, float]]:
    """Return places around the middle, to a tenth of a point."""
    return {
        id_: (round(_MIDDLE_X + wide * cos(angle), 1), round(_MIDDLE_Y + high * sin(angle), 1))
        for id_, angle in angles.items()
    }


def _line(tie: Tie, spots: Mapping[str, tuple[float, float]]) -> str:
    (x1, y1), (x2, y2) = spots[tie.first], spots[tie.second]
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {_style(tie.is_sure, tie.is_inside)}/>'


def _style(is_sure: bool, is_inside: bool) -> str:
    dashes = _DASHES[is_sure][is_inside]
    width = (1 + is_sure) * (1.5 if is_inside else 1.0)
    broken = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="#1a1a1a" stroke-width="{width}"{broken}'


def _legend(texts: Texts) -> Iterator[str]:
    top = _HEIGHT + 14
    yield f'<circle cx="30" cy="{top}" r="9" fill="#1d4f7a"/>'
    yield f'<text x="48" y="{top + 5}">{escape(texts.say("sparring.network.member"))}</text>'
    yield (f'<rect x="21" y="{top + 18}" width="18" height="18" fill="#ffffff" stroke="#1a1a1a"/>')
    yield f'<text x="48" y="{top + 32}">{escape(texts.say("sparring.network.other"))}</text>'
    for at, (key, is_sure, is_inside) in enumerate(
        (("inside", True, True), ("outside", True, False), ("unsure", False, True))
    ):
        y = top + 22 * at
        yield f'<line x1="390" y1="{y}" x2="440" y2="{y}" {_style(is_sure, is_inside)}/>'
        words = escape(texts.say(f"sparring.network.line.{key}"))
        yield f'<text x="452" y="{y + 5}">{words}</text>'


def _short(name: str, longest: int = _LONGEST) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
