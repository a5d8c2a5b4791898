"""The thresholds over the years and the purchase among them, as SVG; its table is elsewhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import log10
from typing import Final
from xml.sax.saxutils import escape

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterValue
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.procurement import Buyer, Kind, Level, threshold_key
from innokumppanuus_suomi.routing import Routing

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 860, 340, 96, 130, 34, 40
_STROKES: Final = {Level.NATIONAL: "", Level.EU: ' stroke-dasharray="9 5"'}
_DAY: Final = timedelta(days=1)


@attrs.frozen(kw_only=True)
class Line:
    """
    The threshold of one level over the years (kynnysarvon historia).

    Attributes:
        level: National or EU.
        values: In the order of time; a gap is a time that nobody has read.
    """

    level: Level
    values: tuple[ParameterValue, ...]


def lines_of(routing: Routing, parameters: Mapping[str, Parameter]) -> tuple[Line, ...]:
    """
    Return the thresholds of what is bought, as far as they are the same for every buyer.

    Where the buyer is known, they are that buyer's; nothing when it is not known what is bought.
    """
    kind, buyer = routing.vignette.kind, routing.vignette.buyer
    if kind is None:
        return ()
    keys = {level: _keys(level, kind, buyer) for level in Level}
    return tuple(
        Line(level=level, values=parameters[key].values)
        for level, (key, *others) in keys.items()
        if not others
    )


def last_day(lines: Iterable[Line], starts: date | None) -> date:
    """Return the day on which the picture ends: the last that any value or the purchase names."""
    days = [one.valid_to or one.valid_from for line in lines for one in line.values]
    return date(max([*days, *([starts] if starts else [])]).year, 12, 31)


def thresholds_svg(
    routing: Routing, lines: Sequence[Line], texts: Texts, prefix: str = "thresholds"
) -> str:
    """
    Return the picture: two stepped lines over time and the purchase as a diamond.

    Args:
        routing: The purchase with its value and day.
        lines: At least one.
        texts: The language of its words.
        prefix: Start of the ids in the picture; unique in the page.
    """
    starts, value = routing.vignette.starts, routing.value
    first = min(one.valid_from for line in lines for one in line.values)
    if starts is not None:
        first = min(first, starts)
    frame = _Frame(
        first=date(first.year, 1, 1),
        last=last_day(lines, starts),
        cents=_extremes(lines, value),
    )
    title = texts.say("suomi.picture.title")
    description = texts.say("suomi.picture.description")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(description)}</desc>',
        *frame.grid(texts),
        *(piece for line in lines for piece in frame.steps(line, texts)),
    ]
    if starts is not None and value is not None and value.cents > 0:
        parts.extend(frame.purchase(starts, value, texts))
    return "\n".join([*parts, "</svg>"])


@attrs.frozen(kw_only=True)
class _Frame:
    """Where days and sums lie in the picture; sums on a logarithmic scale."""

    first: date
    last: date
    cents: tuple[int, int]

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, cents: int) -> float:
        low, high = (log10(one) for one in self.cents)
        return _HEIGHT - _BOTTOM - (log10(cents) - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)

    def grid(self, texts: Texts) -> Iterator[str]:
        yield f'<text x="0" y="16" fill="#444">{escape(texts.say("suomi.picture.axis"))}</text>'
        low, high = self.cents
        for cents in (step * 10**power for power in range(4, 12) for step in (1, 3)):
            if low <= cents <= high:
                y = self.y(cents)
                yield (
                    f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}" '
                    f'stroke="#dcdcdc"/><text x="{_LEFT - 8}" y="{y + 4:.1f}" '
                    f'text-anchor="end" fill="#444">{_whole(cents, texts)}</text>'
                )
        years = range(self.first.year, self.last.year + 1)
        for year in years[:: max(1, len(years) // 9)]:
            x = self.x(date(year, 1, 1))
            yield (
                f'<line x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{_HEIGHT - _BOTTOM}" '
                f'stroke="#eeeeee"/><text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 18}" '
                f'text-anchor="middle" fill="#444">{year}</text>'
            )

    def steps(self, line: Line, texts: Texts) -> Iterator[str]:
        path, before = [], None
        for one in line.values:
            amount = one.value
            assert isinstance(amount, Money)
            joins = before is not None and before + _DAY == one.valid_from
            last = min(one.valid_to or self.last, self.last)
            y = self.y(amount.cents)
            path.append(f"{'L' if joins else 'M'} {self.x(one.valid_from):.1f} {y:.1f}")
            path.append(f"L {self.x(last):.1f} {y:.1f}")
            before = one.valid_to
        yield (
            f'<path d="{" ".join(path)}" fill="none" stroke="#1a1a1a" '
            f'stroke-width="2.5"{_STROKES[line.level]}/>'
        )
        words = escape(texts.say(f"suomi.level.{line.level.value}"))
        yield (
            f'<text x="{_WIDTH - _RIGHT + 8}" y="{y + 4:.1f}" fill="#1a1a1a" '
            f'font-weight="600">{words}</text>'
        )

    def purchase(self, starts: date, value: Money, texts: Texts) -> Iterator[str]:
        x, y = self.x(starts), self.y(value.cents)
        yield (
            f'<path d="M {x:.1f} {y - 8:.1f} l 8 8 l -8 8 l -8 -8 z" fill="#17508c" '
            f'stroke="#ffffff" stroke-width="2"/>'
        )
        end = x > _WIDTH - _RIGHT - 180
        anchor, at = ("end", x - 14) if end else ("start", x + 14)
        words = f"{texts.show(value)}, {texts.show(starts)}"
        yield (
            f'<text x="{at:.1f}" y="{y - 8:.1f}" text-anchor="{anchor}" fill="#17508c" '
            f'font-weight="700" stroke="#ffffff" stroke-width="4" paint-order="stroke">'
            f"{escape(words)}</text>"
        )


def _keys(level: Level, kind: Kind, buyer: Buyer | None) -> tuple[str, ...]:
    """Return the keys of the threshold: one, or several when they depend on who buys."""
    buyers = tuple(Buyer) if buyer is None else (buyer,)
    return tuple(dict.fromkeys(threshold_key(level, kind, one) for one in buyers))


def _extremes(lines: Iterable[Line], value: Money | None) -> tuple[int, int]:
    """Return the lowest and the highest sum, with room around them."""
    cents = [
        one.value.cents for line in lines for one in line.values if isinstance(one.value, Money)
    ]
    if value is not None and value.cents > 0:
        cents.append(value.cents)
    return max(1, min(cents) * 2 // 3), max(cents) * 3 // 2


def _whole(cents: int, texts: Texts) -> str:
    return escape(texts.show(cents // 100))
