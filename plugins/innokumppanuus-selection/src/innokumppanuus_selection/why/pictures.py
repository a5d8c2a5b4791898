"""Pictures of explanations as accessible SVG text; each has its content in a table beside it."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TypeAlias
from xml.sax.saxutils import escape

from innokumppanuus.domain.standing import WeightLatitude
from innokumppanuus_selection.why.domain import Frontier
from innokumppanuus_selection.why.sentences import Speaker

_WIDTH, _LEFT, _RIGHT = 860, 90, 24
_TOP, _HEIGHT, _BOTTOM = 34, 320, 46
_ROW, _NAMES = 30, 300
_LONGEST_NAME = 38

_Places: TypeAlias = Callable[[Fraction | int], float]
"""Gives where a number stands in the picture."""


def frontier_svg(frontier: Frontier, speaker: Speaker, prefix: str) -> str:
    """
    Return the picture of what each budget is worth: a stair, and the budget of the call.

    Args:
        frontier: With one step or more.
        speaker: Says the words.
        prefix: Start of the ids in the picture; unique in the page.
    """
    say, steps = speaker.texts.say, frontier.steps.steps
    ends = [one.budget.cents for one in steps]
    if frontier.budget is not None:
        ends.append(frontier.budget.cents)
    low, high = min(ends), max(ends)
    far = high + max((high - low) // 20, 1)
    values = [one.value for one in steps]
    top, floor = max(*values, Fraction(1)), min(*values, Fraction(0))

    def x(cents: Fraction | int) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * float(Fraction(cents - low, max(far - low, 1)))

    def y(value: Fraction | int) -> float:
        return _TOP + float(Fraction(top - value) / (top - floor)) * (_HEIGHT - _TOP - _BOTTOM)

    points = []
    for number, one in enumerate(steps):
        end = steps[number + 1].budget.cents if number + 1 < len(steps) else far
        points += [
            f"{x(one.budget.cents):.1f},{y(one.value):.1f}",
            f"{x(end):.1f},{y(one.value):.1f}",
        ]
    parts = [
        *_head(
            prefix, say("why.frontier.title"), say("why.frontier.alt", count=len(steps)), _HEIGHT
        ),
        f'<line x1="{_LEFT}" y1="{_HEIGHT - _BOTTOM}" x2="{_WIDTH - _RIGHT}" '
        f'y2="{_HEIGHT - _BOTTOM}" stroke="#444"/>',
        f'<line x1="{_LEFT}" y1="{_TOP}" x2="{_LEFT}" y2="{_HEIGHT - _BOTTOM}" stroke="#444"/>',
        f'<text x="{_LEFT}" y="16" fill="#1a1a1a">{escape(say("why.frontier.value"))}</text>',
        f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 6}" text-anchor="end" fill="#1a1a1a">'
        f"{escape(say('why.frontier.budget'))}</text>",
        *_ends(frontier, speaker, x),
        f'<text x="{_LEFT - 8}" y="{y(top) + 5:.1f}" text-anchor="end" fill="#444">'
        f"{escape(speaker.texts.show(top))}</text>",
        f'<polyline points="{" ".join(points)}" fill="none" stroke="#1d4f7a" stroke-width="2.5"/>',
        *(
            f'<rect x="{x(one.budget.cents) - 3.5:.1f}" y="{y(one.value) - 3.5:.1f}" width="7" '
            f'height="7" fill="#ffffff" stroke="#1a1a1a"/>'
            for one in steps
        ),
        *_budget_line(frontier, speaker, x),
        "</svg>",
    ]
    return "\n".join(parts)


def latitudes_svg(latitudes: Sequence[WeightLatitude], speaker: Speaker, prefix: str) -> str:
    """
    Return the picture of how far each weight may go: a bar on 0–1 with the weight as a dot.

    Args:
        latitudes: In the order of the rule set.
        speaker: Says the words.
        prefix: Start of the ids in the picture; unique in the page.
    """
    say = speaker.texts.say
    height = _TOP + _ROW * len(latitudes) + 30
    width = _WIDTH - _NAMES - _RIGHT - 20

    def x(weight: Fraction | int) -> float:
        return _NAMES + 10 + width * float(weight)

    parts = [
        *_head(prefix, say("why.latitudes.title"), say("why.latitudes.alt"), height),
        *(_tick(Fraction(quarter, 4), speaker, x, height) for quarter in range(5)),
        *(line for place, one in enumerate(latitudes) for line in _bar(one, place, speaker, x)),
        f'<text x="{_NAMES + 10}" y="{height - 8}" fill="#444">'
        f"{escape(say('why.latitudes.axis'))}</text>",
        "</svg>",
    ]
    return "\n".join(parts)


def _tick(weight: Fraction, speaker: Speaker, x: _Places, height: int) -> str:
    at = f"{x(weight):.1f}"
    return (
        f'<text x="{at}" y="22" text-anchor="middle" fill="#444">{escape(speaker.share(weight))}'
        f'</text><line x1="{at}" y1="28" x2="{at}" y2="{height - 26}" stroke="#d5d5d5"/>'
    )


def _bar(one: WeightLatitude, place: int, speaker: Speaker, x: _Places) -> Iterator[str]:
    middle = _TOP + place * _ROW + 12
    left, right = x(one.least), x(one.most)
    name = escape(_short(speaker.item(one.item)))
    yield f'<text x="0" y="{middle + 5}" fill="#1a1a1a">{name}</text>'
    yield (
        f'<rect x="{left:.1f}" y="{middle - 7}" width="{max(right - left, 1):.1f}" height="14" '
        f'fill="#c9d8e6" stroke="#1a1a1a"/>'
    )
    yield f'<circle cx="{x(one.weight):.1f}" cy="{middle}" r="4.5" fill="#1a1a1a"/>'


def _ends(frontier: Frontier, speaker: Speaker, x: _Places) -> Iterator[str]:
    steps = frontier.steps.steps
    for one, anchor in ((steps[0], "start"), (steps[-1], "end")):
        at = x(one.budget.cents)
        yield (
            f'<text x="{at:.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="{anchor}" fill="#444">'
            f"{escape(speaker.texts.show(one.budget))}</text>"
        )
        if steps[0] == steps[-1]:
            return


def _budget_line(frontier: Frontier, speaker: Speaker, x: _Places) -> Iterator[str]:
    if frontier.budget is None:
        return
    at = x(frontier.budget.cents)
    words = speaker.texts.say("why.frontier.of_call", budget=frontier.budget)
    anchor = "end" if at > _WIDTH / 2 else "start"
    yield (
        f'<line x1="{at:.1f}" y1="{_TOP}" x2="{at:.1f}" y2="{_HEIGHT - _BOTTOM}" stroke="#1a1a1a" '
        f'stroke-width="1.5" stroke-dasharray="6 4"/>'
        f'<text x="{at + (-6 if anchor == "end" else 6):.1f}" y="{_HEIGHT - _BOTTOM - 8}" '
        f'text-anchor="{anchor}" fill="#1a1a1a">{escape(words)}</text>'
    )


def _head(prefix: str, title: str, description: str, height: int) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="ranges" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" viewBox="0 0 {_WIDTH} {height}" '
        f'font-family="system-ui, sans-serif" font-size="13">'
    )
    yield f'<title id="{prefix}-title">{escape(title)}</title>'
    yield f'<desc id="{prefix}-desc">{escape(description)}</desc>'


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1].rstrip()}…"
