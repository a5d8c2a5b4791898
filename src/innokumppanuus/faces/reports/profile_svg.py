"""
Pictures of profiles as accessible SVG text; `profile_tables` has the same in tables.

Marks differ by shape and filling, so that they can be told apart when printed in grey.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from xml.sax.saxutils import escape

import attrs

from innokumppanuus.domain.city_comparison import CityComparison, GroupSummary
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import (
    BOTTOM,
    TOP,
    EvidenceSupport,
    Profile,
    ProfileEntry,
)
from innokumppanuus.faces.texts import Texts

_WIDTH, _LEFT, _RIGHT, _ROW, _HEAD = 860, 310, 60, 30, 34
_LONGEST_NAME = 40
_INK, _SOFT, _LINE, _BLUE = "#1a1a1a", "#444444", "#d5d5d5", "#1d4f7a"
_LEGEND_ROW, _LEGEND_COLUMNS = 24, 2


@attrs.frozen(kw_only=True)
class _Row:
    entry: ProfileEntry
    before: int | None
    agreed: tuple[int, ...]
    group: GroupSummary | None


def levels_svg(
    profile: Profile,
    texts: Texts,
    prefix: str = "levels",
    before: Profile | None = None,
    compared: CityComparison | None = None,
) -> str:
    """
    Return the level of every rated indicator, 0 to 5; empty when none is rated.

    Args:
        profile: Whose levels.
        texts: The language.
        prefix: Start of the ids in the picture; unique in the page.
        before: The same subject earlier.
        compared: The same city beside others.
    """
    rows = [_row(one, before, compared) for one in profile.entries if one.is_rated]
    if not rows:
        return ""
    legend = list(_legend(rows, texts))
    top = 12 + _LEGEND_ROW * -(-len(legend) // _LEGEND_COLUMNS) + 30
    groups = [(one, [row for row in rows if row.entry.principle is one]) for one in Principle]
    groups = [(one, some) for one, some in groups if some]
    height = top + sum(_HEAD + _ROW * len(some) for _, some in groups) + 8
    body: list[str] = []
    y = top
    for principle, some in groups:
        body.append(_heading(texts.say(f"principle.{principle.value}"), y + 22))
        y += _HEAD
        for row in some:
            body.extend(_drawn(row, y + _ROW // 2, texts))
            y += _ROW
    return _picture(
        texts.say("profile.levels.title", name=profile.name),
        texts.plural("profile.levels.description", len(rows)),
        height,
        [*_placed_legend(legend), *_grid(top, height), *body],
        prefix,
    )


def seen_svg(profiles: Sequence[Profile], names: Sequence[str], texts: Texts, prefix: str) -> str:
    """
    Return what every indicator sees in each of the profiles: a mark where they cross.

    Args:
        profiles: That were looked at by the same indicators; at least one.
        names: What each is called above its column, short.
        texts: The language.
        prefix: Start of the ids in the picture; unique in the page.
    """
    entries = profiles[0].entries
    step = min(90, (_WIDTH - _LEFT - 40) // max(1, len(profiles)))
    legend = [
        (_verdict(verdict, 0, 0), texts.say(f"indicator.{verdict.value}")) for verdict in Verdict
    ]
    top = 12 + _LEGEND_ROW * -(-len(legend) // _LEGEND_COLUMNS) + 30
    height = top + _ROW * len(entries) + 8
    body = [
        f'<text x="{_LEFT + step * place + step // 2}" y="{top - 8}" text-anchor="middle" '
        f'fill="{_INK}">{escape(_short(name, step // 8))}</text>'
        for place, name in enumerate(names)
    ]
    for line, entry in enumerate(entries):
        y = top + _ROW * line + _ROW // 2
        body.append(_name(texts.show(entry.name), y))
        body.append(_rule(y + _ROW // 2))
        for place, profile in enumerate(profiles):
            one = profile.entry(entry.indicator)
            if one is not None:
                body.append(_verdict(one.verdict, _LEFT + step * place + step // 2, y))
    return _picture(
        texts.say("profile.seen.title"),
        texts.plural("profile.seen.description", len(entries)),
        height,
        [*_placed_legend(legend), *body],
        prefix,
    )


def _row(entry: ProfileEntry, before: Profile | None, compared: CityComparison | None) -> _Row:
    earlier = before.entry(entry.indicator) if before else None
    others = [one.entry(entry.indicator) for one in compared.agreed] if compared else []
    return _Row(
        entry=entry,
        before=earlier.level if earlier else None,
        agreed=tuple(one.level for one in others if one is not None and one.level is not None),
        group=compared.summary(entry.indicator) if compared else None,
    )


def _picture(title: str, description: str, height: int, body: Iterable[str], prefix: str) -> str:
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {height}" '
            f'font-family="system-ui, sans-serif" font-size="13">',
            f'<title id="{prefix}-title">{escape(title)}</title>',
            f'<desc id="{prefix}-desc">{escape(description)}</desc>',
            *body,
            "</svg>",
        )
    )


def _x(level: Fraction | int) -> float:
    share = float(Fraction(level) - BOTTOM) / (TOP - BOTTOM)
    return _LEFT + 14 + share * (_WIDTH - _LEFT - _RIGHT - 28)


def _grid(top: int, height: int) -> Iterator[str]:
    for level in range(BOTTOM, TOP + 1):
        x = _x(level)
        yield (
            f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{height - 8}" stroke="{_LINE}"/>'
            f'<text x="{x:.1f}" y="{top - 8}" text-anchor="middle" fill="{_SOFT}">{level}</text>'
        )


def _heading(words: str, y: int) -> str:
    return f'<text x="0" y="{y}" font-weight="600" fill="{_INK}">{escape(words)}</text>'


def _name(words: str, y: int) -> str:
    short = escape(_short(words, _LONGEST_NAME))
    return f'<text x="8" y="{y + 5}" fill="{_INK}">{short}</text>'


def _rule(y: int) -> str:
    return f'<line x1="0" y1="{y}" x2="{_WIDTH}" y2="{y}" stroke="#ececec"/>'


def _drawn(row: _Row, y: int, texts: Texts) -> Iterator[str]:
    entry = row.entry
    yield _name(texts.show(entry.name), y)
    yield _rule(y + _ROW // 2)
    if row.group is not None:
        yield _group(_x(row.group.lower), _x(row.group.median), _x(row.group.upper), y)
    for level in sorted(set(row.agreed)):
        yield _triangle(_x(level), y)
    if row.before is not None and entry.level is not None and row.before != entry.level:
        yield (
            f'<line x1="{_x(row.before):.1f}" y1="{y}" x2="{_x(entry.level):.1f}" y2="{y}" '
            f'stroke="{_INK}" stroke-width="2" stroke-dasharray="3 3"/>'
        )
    if row.before is not None:
        yield _diamond(_x(row.before), y)
    if entry.level is None:
        words = escape(texts.say("profile.no_level.short"))
        yield f'<text x="{_WIDTH}" y="{y + 5}" text-anchor="end" fill="{_SOFT}">{words}</text>'
        return
    yield _dot(_x(entry.level), y, entry.support)
    yield (
        f'<text x="{_WIDTH}" y="{y + 5}" text-anchor="end" font-weight="600" '
        f'fill="{_INK}">{entry.level}</text>'
    )


def _dot(x: float, y: int, support: EvidenceSupport) -> str:
    """Return a level: filled with evidence, hollow without, crossed when it is disputed."""
    fill = _BLUE if support is EvidenceSupport.SHOWN else "#ffffff"
    dot = f'<circle cx="{x:.1f}" cy="{y}" r="8" fill="{fill}" stroke="{_INK}" stroke-width="2"/>'
    if support is not EvidenceSupport.DISPUTED:
        return dot
    return (
        f'{dot}<path d="M{x - 5:.1f} {y - 5} L{x + 5:.1f} {y + 5} M{x - 5:.1f} {y + 5} '
        f'L{x + 5:.1f} {y - 5}" stroke="{_INK}" stroke-width="2"/>'
    )


def _diamond(x: float, y: int) -> str:
    return (
        f'<path d="M{x:.1f} {y - 7} L{x + 7:.1f} {y} L{x:.1f} {y + 7} L{x - 7:.1f} {y} Z" '
        f'fill="#ffffff" stroke="{_INK}" stroke-width="1.5"/>'
    )


def _triangle(x: float, y: int) -> str:
    return (
        f'<path d="M{x:.1f} {y - 14} L{x + 5:.1f} {y - 5} L{x - 5:.1f} {y - 5} Z" '
        f'transform="rotate(180 {x:.1f} {y - 9.5})" fill="{_INK}"/>'
    )


def _group(low: float, middle: float, high: float, y: int) -> str:
    return (
        f'<rect x="{low - 3:.1f}" y="{y - 11}" width="{high - low + 6:.1f}" height="22" rx="3" '
        f'fill="#e4e9ee" stroke="#5a6b7a"/>'
        f'<line x1="{middle:.1f}" y1="{y - 11}" x2="{middle:.1f}" y2="{y + 11}" '
        f'stroke="{_INK}" stroke-width="3"/>'
    )


def _verdict(verdict: Verdict, x: float, y: int) -> str:
    if verdict is Verdict.CANNOT_TELL:
        return (
            f'<text x="{x:.1f}" y="{y + 6}" text-anchor="middle" font-size="17" '
            f'fill="{_SOFT}">?</text>'
        )
    fill = _BLUE if verdict is Verdict.MET else "#ffffff"
    return f'<circle cx="{x:.1f}" cy="{y}" r="8" fill="{fill}" stroke="{_INK}" stroke-width="2"/>'


def _legend(rows: Sequence[_Row], texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield the marks that are in the picture, at the origin, with what they mean."""
    used = {row.entry.support for row in rows if row.entry.level is not None}
    for support in EvidenceSupport:
        if support in used:
            yield _dot(0, 0, support), texts.say(f"profile.legend.{support.value}")
    if any(row.before is not None for row in rows):
        yield _diamond(0, 0), texts.say("profile.legend.before")
    if any(row.agreed for row in rows):
        yield _triangle(0, 8), texts.say("profile.legend.agreed")
    if any(row.group is not None for row in rows):
        yield _group(-6, 0, 6, 0), texts.say("profile.legend.group")


def _placed_legend(legend: Sequence[tuple[str, str]]) -> Iterator[str]:
    for place, (mark, words) in enumerate(legend):
        x = 16 + (place % _LEGEND_COLUMNS) * (_WIDTH // _LEGEND_COLUMNS)
        y = 14 + _LEGEND_ROW * (place // _LEGEND_COLUMNS)
        yield (
            f'<g transform="translate({x} {y})">{mark}'
            f'<text x="22" y="5" fill="{_INK}">{escape(words)}</text></g>'
        )


def _short(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"
