"""Pictures of a consortium as accessible SVG text; each has its content in a table beside it."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from textwrap import wrap
from xml.sax.saxutils import escape

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.canvas import ROLE_NAMES, ParticipantRole
from innokumppanuus_parasta_itaa.domain.consortium import LEVEL_NAMES, Consortium, Level
from innokumppanuus_parasta_itaa.engine.funding import FundingPlan
from innokumppanuus_parasta_itaa.faces.grids import balance_text, deed_text

_WIDTH, _ROW, _NAMES = 860, 34, 250
_LONGEST_NAME = 34
_BOX_WIDTH, _BOX_LINE, _BOX_LETTERS = 330, 16, 46


@attrs.frozen(kw_only=True)
class RoleRow:
    """
    One pilot in the picture of roles.

    Attributes:
        name: What it is called.
        covered: Roles that somebody takes; None when nobody tells.
    """

    name: str
    covered: tuple[ParticipantRole, ...] | None


def roles_svg(rows: Sequence[RoleRow], texts: Texts, prefix: str) -> str:
    """
    Return the picture of which role somebody takes in which pilot.

    A filled circle is covered, an empty one with a cross is missing, and a question mark is not
    told, so that they differ without colour.
    """
    top, height = 48, 48 + _ROW * len(rows) + 8
    step = (_WIDTH - _NAMES) / len(ParticipantRole)

    def x(place: int) -> float:
        return _NAMES + step * (place + 0.5)

    parts = [*_head(prefix, "consortium.roles", height, texts)]
    for place, role in enumerate(ParticipantRole):
        lines = wrap(texts.show(ROLE_NAMES[role]), 18)
        for number, words in enumerate(lines):
            parts.append(
                f'<text x="{x(place):.1f}" y="{16 + number * 15}" text-anchor="middle" '
                f'fill="#1a1a1a">{escape(words)}</text>'
            )
    for index, row in enumerate(rows):
        middle = top + index * _ROW + _ROW / 2
        parts.append(_line(0, middle + _ROW / 2, _WIDTH, middle + _ROW / 2, "#d5d5d5"))
        parts.append(
            f'<text x="0" y="{middle + 5:.1f}" fill="#1a1a1a">{escape(_short(row.name))}</text>'
        )
        for place, role in enumerate(ParticipantRole):
            parts += _mark(x(place), middle, None if row.covered is None else role in row.covered)
    return "\n".join([*parts, "</svg>"])


def balance_svg(
    rows: Sequence[tuple[str, tuple[Fraction, Fraction] | None]], texts: Texts, prefix: str
) -> str:
    """
    Return the picture of the effective number of roles on a line from one to four.

    A known number is a dot; bounds that hidden numbers leave are a hatched bar.
    """
    top, most = 36, len(ParticipantRole)
    height = top + _ROW * len(rows) + 6
    width = _WIDTH - _NAMES - 120

    def x(roles: Fraction | int) -> float:
        return _NAMES + 10 + width * float(Fraction(roles - 1) / (most - 1))

    parts = [*_head(prefix, "consortium.balance", height, texts), _hatch(prefix)]
    for number in range(1, most + 1):
        parts.append(_line(x(number), 24, x(number), height - 4, "#d5d5d5"))
        parts.append(
            f'<text x="{x(number):.1f}" y="16" text-anchor="middle" fill="#444">'
            f"{escape(texts.show(number))}</text>"
        )
    for index, (name, balance) in enumerate(rows):
        middle = top + index * _ROW + 12
        parts.append(f'<text x="0" y="{middle + 5}" fill="#1a1a1a">{escape(_short(name))}</text>')
        parts.append(
            f'<text x="{_WIDTH}" y="{middle + 5}" text-anchor="end" fill="#1a1a1a">'
            f"{escape(balance_text(balance, texts))}</text>"
        )
        if balance is None:
            continue
        left, right = (x(one) for one in balance)
        if left == right:
            parts.append(f'<circle cx="{left:.1f}" cy="{middle}" r="8" fill="#1d4f7a"/>')
        else:
            parts.append(
                f'<rect x="{left:.1f}" y="{middle - 8}" width="{right - left:.1f}" height="16" '
                f'fill="url(#{prefix}-hatch)" stroke="#1a1a1a"/>'
            )
    return "\n".join([*parts, "</svg>"])


def levels_svg(whole: Consortium, texts: Texts, prefix: str) -> str:
    """Return practice on the left and structure on the right, joined by what carries what."""
    held = {
        level: [one for one in whole.deeds if one.level is level and one.what.value is not None]
        for level in Level
    }
    tops: dict[str, tuple[float, float]] = {}
    boxes: list[str] = []
    heights = []
    for level, left in ((Level.PRACTICE, 0), (Level.STRUCTURE, _WIDTH - _BOX_WIDTH)):
        y = 34.0
        name = escape(texts.show(LEVEL_NAMES[level]))
        boxes.append(f'<text x="{left}" y="18" font-weight="600" fill="#1a1a1a">{name}</text>')
        for deed in held[level]:
            lines = wrap(deed_text(whole, deed, texts), _BOX_LETTERS)
            tall = _BOX_LINE * len(lines) + 14
            boxes += _box(left, y, tall, lines, is_round=level is Level.STRUCTURE)
            tops[deed.id] = (y + tall / 2, left)
            y += tall + 10
        heights.append(y)
    lines_ = [
        _line(_BOX_WIDTH, tops[one][0], _WIDTH - _BOX_WIDTH, tops[deed.id][0], "#1a1a1a")
        for deed in held[Level.STRUCTURE]
        for one in deed.carries
        if one in tops
    ]
    head = _head(prefix, "consortium.levels", int(max(heights)), texts)
    return "\n".join([*head, *lines_, *boxes, "</svg>"])


def funding_svg(whole: Consortium, plan: FundingPlan, texts: Texts, prefix: str) -> str:
    """Return the costs of each partner as a bar: the grant solid, the own part hatched."""
    most = max((row.costs.cents for row in plan.rows), default=1)
    height = 34 + _ROW * len(plan.rows) + 4
    width = _WIDTH - _NAMES - 110

    def long(sum_: Money) -> float:
        return width * sum_.cents / most

    parts = [*_head(prefix, "consortium.funding", height, texts), _hatch(prefix)]
    keys = (("grant", "#1d4f7a", _NAMES), ("own", f"url(#{prefix}-hatch)", _NAMES + 220))
    for name, fill, left in keys:
        parts.append(
            f'<rect x="{left}" y="6" width="16" height="14" fill="{fill}" stroke="#1a1a1a"/>'
            f'<text x="{left + 22}" y="18" fill="#1a1a1a">'
            f"{escape(texts.say(f'consortium.column.{name}'))}</text>"
        )
    for index, row in enumerate(plan.rows):
        top = 32 + index * _ROW
        name = escape(_short(texts.show(whole.partner_name(row.partner))))
        paid, own = long(row.grant), long(row.own)
        parts.append(
            f'<text x="0" y="{top + 16}" fill="#1a1a1a">{name}</text>'
            f'<rect x="{_NAMES}" y="{top}" width="{paid:.1f}" height="22" fill="#1d4f7a" '
            f'stroke="#1a1a1a"/>'
            f'<rect x="{_NAMES + paid:.1f}" y="{top}" width="{own:.1f}" height="22" '
            f'fill="url(#{prefix}-hatch)" stroke="#1a1a1a"/>'
            f'<text x="{_NAMES + paid + own + 8:.1f}" y="{top + 16}" fill="#1a1a1a">'
            f"{escape(texts.show(row.costs))}</text>"
        )
    return "\n".join([*parts, "</svg>"])


def _mark(x: float, y: float, is_there: bool | None) -> Iterator[str]:
    if is_there is None:
        yield (
            f'<text x="{x:.1f}" y="{y + 7:.1f}" text-anchor="middle" font-size="20" '
            f'fill="#1a1a1a">?</text>'
        )
    elif is_there:
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="10" fill="#1d4f7a" stroke="#1a1a1a"/>'
    else:
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="10" fill="#ffffff" stroke="#1a1a1a" '
            f'stroke-width="1.5"/>'
            f'<path d="M{x - 5:.1f} {y - 5:.1f} l10 10 m0 -10 l-10 10" stroke="#1a1a1a" '
            f'stroke-width="1.5"/>'
        )


def _box(
    left: float, top: float, tall: float, lines: Iterable[str], is_round: bool
) -> Iterator[str]:
    fill, radius = ("#ffffff", 12) if is_round else ("#e4e9ee", 0)
    yield (
        f'<rect x="{left + 1}" y="{top:.1f}" width="{_BOX_WIDTH - 2}" height="{tall}" '
        f'rx="{radius}" fill="{fill}" stroke="#1a1a1a"/>'
    )
    for number, words in enumerate(lines):
        yield (
            f'<text x="{left + 10}" y="{top + 19 + number * _BOX_LINE:.1f}" fill="#1a1a1a">'
            f"{escape(words)}</text>"
        )


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
        f'stroke-width="1.5"/>'
    )


def _hatch(prefix: str) -> str:
    return (
        f'<defs><pattern id="{prefix}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="6" height="6" fill="#ffffff"/>'
        f'<rect width="2" height="6" fill="#1a1a1a"/></pattern></defs>'
    )


def _head(prefix: str, key: str, height: int, texts: Texts) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">'
    )
    yield f'<title id="{prefix}-title">{escape(texts.say(f"{key}.title"))}</title>'
    yield f'<desc id="{prefix}-desc">{escape(texts.say(f"{key}.alt"))}</desc>'


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
