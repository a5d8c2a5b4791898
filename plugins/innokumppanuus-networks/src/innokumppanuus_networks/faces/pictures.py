"""The map of networks and the picture of needs as accessible SVG text; tables say the same."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from innokumppanuus.faces.texts import Texts
from innokumppanuus_networks.domain import (
    KIND_NAMES,
    Actor,
    ActorKind,
    Existence,
    Group,
    ServiceNetworks,
    Tie,
    TieKind,
)
from innokumppanuus_networks.engine.coverage import Cell, Coverage, coverage, overlaps
from innokumppanuus_networks.engine.groups import services_for
from innokumppanuus_networks.faces.marks import (
    INK,
    LINE,
    Mark,
    coverage_svg_mark,
    legend_svg,
    mark_of,
    mark_svg,
    wrapped,
)

_LEFT, _COLUMN, _ROW, _HEAD, _LANE = 290, 122, 30, 66, 30
_HEAD_LETTERS, _HEAD_LINES, _NAME_LETTERS = 14, 3, 38
_ARCS = 210
_LETTER = 8
"""A letter is no wider than this on the average [px]."""


def map_svg(networks: ServiceNetworks, texts: Texts, prefix: str = "network") -> str:
    """
    Return the map: actors in lanes by kind, groups in columns, ties as arcs on the right.

    Args:
        networks: What is drawn; its order decides that of rows and columns.
        texts: The language of title, description and legend.
        prefix: Start of the ids in the picture; unique in the page.
    """
    groups = networks.groups
    rows: dict[str, int] = {}
    parts: list[str] = []
    y = _HEAD
    for kind, actors in _lanes(networks):
        parts.append(_lane(texts.show(KIND_NAMES[kind]), y, _LEFT + _COLUMN * len(groups)))
        y += _LANE
        for actor in actors:
            rows[actor.id] = y + _ROW // 2
            parts += _actor_row(networks, actor, y, texts)
            y += _ROW
    right = _LEFT + _COLUMN * len(groups) + 8
    parts += [_arc(one, rows, right) for one in _drawn(networks.ties)]
    legend = [
        *((mark_svg(one, 0, 0), texts.say(f"network.mark.{one.value}")) for one in _marks()),
        *((_stroke(*one), texts.say(f"network.tie.{_tie_word(*one)}")) for one in _strokes()),
    ]
    return _picture(
        f"{prefix}-map",
        (texts.say("network.map.title"), texts.say("network.map.description")),
        (max(right + _ARCS, _width_of(legend)), y + 30 + 26 * len(legend)),
        [*_heads(groups, texts), *parts, *legend_svg(legend, y + 26)],
    )


def needs_svg(networks: ServiceNetworks, texts: Texts, prefix: str = "network") -> str:
    """
    Return the picture of needs: a row for each need, a column for each group.

    Args:
        networks: What is drawn.
        texts: The language of title, description and legend.
        prefix: Start of the ids in the picture; unique in the page.
    """
    groups = networks.groups
    cells = {(one.group, one.need): one for one in coverage(networks)}
    many = {(one.group, one.need): len(one.actors) for one in overlaps(networks)}
    parts: list[str] = []
    y = _HEAD
    for need in networks.needs:
        parts.append(_name(texts.show(need.name), y))
        for at, group in enumerate(groups):
            cell = cells.get((group.id, need.id))
            parts.append(_need_mark(cell, many.get((group.id, need.id), 1), _middle(at), y))
        parts.append(_rule(y + _ROW, _LEFT + _COLUMN * len(groups)))
        y += _ROW
    legend = [
        *(
            (coverage_svg_mark(one, 1, 0, 0), texts.say(f"network.coverage.{one.value}"))
            for one in Coverage
        ),
        (
            coverage_svg_mark(Coverage.PROVIDED, 2, 0, 0),
            texts.say("network.coverage.overlap"),
        ),
    ]
    return _picture(
        f"{prefix}-needs",
        (texts.say("network.needs.title"), texts.say("network.needs.description")),
        (max(_LEFT + _COLUMN * len(groups) + 16, _width_of(legend)), y + 30 + 26 * len(legend)),
        [*_heads(groups, texts), *parts, *legend_svg(legend, y + 26)],
    )


def _picture(id_: str, words: tuple[str, str], size: tuple[int, int], parts: Sequence[str]) -> str:
    title, description = map(escape, words)
    width, height = size
    # Never larger than drawn, so that a picture of few columns is not blown up to the page.
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
            f'aria-labelledby="{id_}-title {id_}-desc" viewBox="0 0 {width} {height}" '
            f'style="width:100%;max-width:{width}px;min-width:0" '
            f'font-family="system-ui, sans-serif" font-size="13">',
            f'<title id="{id_}-title">{title}</title>',
            f'<desc id="{id_}-desc">{description}</desc>',
            *(one for one in parts if one),
            "</svg>",
        )
    )


def _width_of(legend: Sequence[tuple[str, str]]) -> int:
    return 40 + _LETTER * max(len(words) for _, words in legend)


def _lanes(networks: ServiceNetworks) -> Iterator[tuple[ActorKind, tuple[Actor, ...]]]:
    for kind in ActorKind:
        actors = tuple(one for one in networks.actors if one.kind is kind)
        if actors:
            yield kind, actors


def _lane(words: str, y: int, right: int) -> str:
    return (
        f'<rect x="0" y="{y + 4}" width="{right}" height="{_LANE - 6}" fill="#e9edf1"/>'
        f'<text x="6" y="{y + 20}" font-weight="600" fill="{INK}">{escape(words)}</text>'
    )


def _actor_row(networks: ServiceNetworks, actor: Actor, y: int, texts: Texts) -> Iterator[str]:
    words = texts.show(actor.called)
    if actor.existence is Existence.PLANNED:
        words = texts.say("network.planned_name", name=words)
    yield _name(words, y)
    for at, group in enumerate(networks.groups):
        mine = [one for one in services_for(networks, group.id) if one.actor == actor.id]
        yield mark_svg(mark_of(networks, mine), _middle(at), y + _ROW // 2)
    yield _rule(y + _ROW, _LEFT + _COLUMN * len(networks.groups))


def _need_mark(cell: Cell | None, providers: int, x: int, y: int) -> str:
    if cell is None:
        return f'<text x="{x}" y="{y + 20}" text-anchor="middle" fill="{LINE}">–</text>'
    return coverage_svg_mark(cell.coverage, providers, x, y + _ROW // 2)


def _heads(groups: Sequence[Group], texts: Texts) -> Iterator[str]:
    for at, group in enumerate(groups):
        lines = wrapped(texts.show(group.name), _HEAD_LETTERS, _HEAD_LINES)
        for line, words in enumerate(lines):
            y = _HEAD - 10 - 16 * (len(lines) - 1 - line)
            yield (
                f'<text x="{_middle(at)}" y="{y}" text-anchor="middle" font-weight="600" '
                f'fill="{INK}">{escape(words)}</text>'
            )


def _drawn(ties: Sequence[Tie]) -> list[Tie]:
    """Agreements last, so that they lie above cooperation."""
    return sorted(ties, key=lambda one: (one.kind is TieKind.AGREEMENT, one.ends))


def _arc(tie: Tie, rows: dict[str, int], x: int) -> str:
    first, second = sorted(rows[one] for one in tie.between)
    bow = x + min(2 * _ARCS - 24, 24 + (second - first) * 7 // 10)
    look = _look(tie.kind, tie.existence)
    return (
        f'<path d="M{x} {first} Q{bow} {(first + second) // 2} {x} {second}" fill="none" {look}/>'
        f'<circle cx="{x}" cy="{first}" r="3" fill="{INK}"/>'
        f'<circle cx="{x}" cy="{second}" r="3" fill="{INK}"/>'
    )


def _look(kind: TieKind, existence: Existence) -> str:
    width = "3" if kind is TieKind.AGREEMENT else "1.2"
    dash = ' stroke-dasharray="5 4"' if existence is Existence.PLANNED else ""
    return f'stroke="{INK}" stroke-width="{width}"{dash}'


def _stroke(kind: TieKind, existence: Existence) -> str:
    return f'<path d="M-12 0 H14" fill="none" {_look(kind, existence)}/>'


def _strokes() -> Iterator[tuple[TieKind, Existence]]:
    return ((kind, existence) for kind in TieKind for existence in Existence)


def _tie_word(kind: TieKind, existence: Existence) -> str:
    return f"{kind.value}.{existence.value}"


def _marks() -> Iterator[Mark]:
    return (one for one in Mark if one is not Mark.NONE)


def _name(words: str, y: int) -> str:
    shown = words if len(words) <= _NAME_LETTERS else f"{words[: _NAME_LETTERS - 1].rstrip()}…"
    return f'<text x="6" y="{y + 20}" fill="{INK}">{escape(shown)}</text>'


def _rule(y: int, right: int) -> str:
    return f'<line x1="0" y1="{y}" x2="{right}" y2="{y}" stroke="#d5dae0"/>'


def _middle(at: int) -> int:
    return _LEFT + _COLUMN * at + _COLUMN // 2
