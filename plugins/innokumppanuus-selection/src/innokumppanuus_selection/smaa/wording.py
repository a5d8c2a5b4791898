"""Robustness in sentences, tables and a picture, by the texts of its catalogues."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final
from xml.sax.saxutils import escape

from innokumppanuus.domain.acceptability import Draws
from innokumppanuus.domain.decision import Decision
from innokumppanuus.faces.reports.pieces import Grid
from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.smaa.telling import Robustness

MOST_SETS: Final = 10
_WIDTH, _LEFT, _RIGHT, _ROW, _TOP = 860, 150, 90, 26, 30


def percent(share: Fraction, texts: Texts) -> str:
    """Return a share in per cent with one decimal; what is not all or nothing never shows as it."""
    tenths = round(share * 1000)
    tenths = min(max(tenths, 1), 999) if 0 < share < 1 else tenths
    return texts.say("robustness.percent", number=Fraction(tenths, 10))


def sentences(found: Robustness, texts: Texts) -> Iterator[str]:
    """Yield what the result comes to: the chosen set first, then what it rests on."""
    sets = found.sets
    if found.is_contradictory:
        yield texts.say("robustness.contradiction")
    if sets is not None:
        if found.chosen is not None:
            share = sum(
                (one.share for one in sets.sets if one.applications == found.chosen), Fraction(0)
            )
            key = "all" if share == 1 and not sets.draws.count else "share"
            words = percent(share, texts)
            yield texts.say(f"robustness.chosen_{key}", share=words)
        always = tuple(name for name, share in sets.applications.items() if share == 1)
        never = tuple(name for name, share in sets.applications.items() if share == 0)
        seen = "_drawn" if sets.draws.count else ""
        if always:
            yield texts.say(f"robustness.always{seen}", applications=always)
        if never:
            yield texts.say(f"robustness.never{seen}", applications=never)
        for equal in found.equals:
            whole = sum((one.share for one in equal), Fraction(0))
            named = "; ".join(", ".join(one.applications) for one in equal)
            yield texts.say("robustness.shared", share=percent(whole, texts), sets=named)
        yield _rests_on("sets", sets.draws, texts)
        if not sets.is_listed_whole:
            yield texts.say("robustness.solved")
    yield _rests_on("ranks", found.ranks.draws, texts)
    yield texts.say(f"robustness.spread.{found.spread.value}")
    if not found.ranks.draws.sampling.is_even:
        yield texts.say("robustness.walk")


def applications_grid(found: Robustness, texts: Texts) -> Grid:
    """Return the shares of each application, those who win most often first."""
    rows = []
    wins = found.sets.applications if found.sets is not None else {}
    order = sorted(
        found.ranks.applications,
        key=lambda one: (-wins.get(one.application, Fraction(0)), -one.ranks[0], one.application),
    )
    for one in order:
        share = wins.get(one.application)
        sure = one.confidence
        rows.append(
            (
                one.application,
                "–" if share is None else percent(share, texts),
                percent(one.ranks[0], texts),
                "–" if sure is None else percent(sure, texts),
                ", ".join(f"{item} {percent(w, texts)}" for item, w in one.central.items()) or "–",
            )
        )
    heads = ("application", "wins", "first", "confidence", "central")
    columns = tuple(texts.say(f"robustness.column.{one}") for one in heads)
    return Grid(title="robustness.applications.title", columns=columns, rows=tuple(rows))


def sets_grid(found: Robustness, texts: Texts) -> Grid:
    """Return the sets that win with the largest part of the weights."""
    listed = found.sets.sets[:MOST_SETS] if found.sets is not None else ()
    rows = tuple(
        (
            ", ".join(one.applications) or "–",
            percent(one.share, texts),
            texts.say("robustness.is_chosen") if one.applications == found.chosen else "",
        )
        for one in listed
    )
    heads = ("set", "share", "chosen")
    columns = tuple(texts.say(f"robustness.column.{one}") for one in heads)
    return Grid(title="robustness.sets.title", columns=columns, rows=rows)


def shares_svg(found: Robustness, texts: Texts, prefix: str) -> str:
    """
    Return the picture of how often each application wins: a bar on 0–1, dark when it is chosen.

    Args:
        found: With sets.
        texts: Says the words.
        prefix: Start of the ids in the picture; unique in the page.
    """
    assert found.sets is not None
    shares = sorted(found.sets.applications.items(), key=lambda one: (-one[1], one[0]))
    height = _TOP + _ROW * len(shares) + 16
    width = _WIDTH - _LEFT - _RIGHT
    title, told = texts.say("robustness.picture.title"), texts.say("robustness.picture.alt")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {_WIDTH} {height}" '
        f'aria-labelledby="{prefix}-title {prefix}-desc" font-family="sans-serif" font-size="15">',
        f'<title id="{prefix}-title">{escape(title)}</title>',
        f'<desc id="{prefix}-desc">{escape(told)}</desc>',
    ]
    for quarter in range(5):
        at = _LEFT + width * quarter / 4
        words = escape(texts.say("robustness.percent", number=25 * quarter))
        parts.append(
            f'<text x="{at:.1f}" y="18" text-anchor="middle" fill="#444">{words}</text>'
            f'<line x1="{at:.1f}" y1="24" x2="{at:.1f}" y2="{height - 12}" stroke="#d5d5d5"/>'
        )
    for place, (name, share) in enumerate(shares):
        y = _TOP + place * _ROW
        is_chosen = found.chosen is not None and name in found.chosen
        fill = "#1d4f7a" if is_chosen else "#ffffff"
        mark = "● " if is_chosen else ""
        length = width * float(share)
        parts.append(
            f'<text x="0" y="{y + 16}" fill="#1a1a1a">{escape(mark + name)}</text>'
            f'<rect x="{_LEFT}" y="{y + 3}" width="{length:.1f}" height="{_ROW - 8}" '
            f'fill="{fill}" stroke="#1a1a1a"/>'
            f'<text x="{_LEFT + length + 6:.1f}" y="{y + 16}" fill="#1a1a1a">'
            f"{escape(percent(share, texts))}</text>"
        )
    return "\n".join([*parts, "</svg>"])


def data(found: Robustness, decision: Decision) -> dict[str, object]:
    """Return the result for machines: shares as exact fractions."""
    return {
        "call": decision.call.id,
        "items": list(found.region.items),
        "spread": found.spread.value,
        "chosen": None if found.chosen is None else list(found.chosen),
    }


def _rests_on(what: str, draws: Draws, texts: Texts) -> str:
    if not draws.count:
        return texts.say(f"robustness.{what}.exact")
    near = Fraction(max(round(draws.half_width * 1000), 1), 10)
    return texts.say(f"robustness.{what}.drawn", count=draws.count, seed=str(draws.seed), near=near)
