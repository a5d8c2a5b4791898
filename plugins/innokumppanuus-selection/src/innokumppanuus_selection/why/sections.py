"""Explanations as sections of the report and of panels: words, pictures and their tables."""

from collections.abc import Iterable, Iterator
from typing import Final

import attrs
from markupsafe import escape

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace
from innokumppanuus.faces.reports.pieces import grid_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection.why import pictures, tables, telling
from innokumppanuus_selection.why.domain import Frontier, Whys
from innokumppanuus_selection.why.programme_sets import MOST_SMALL
from innokumppanuus_selection.why.sentences import Speaker

MOST_AT_ONCE: Final = 24
"""Fields of at most so many are explained in every report; larger ones when asked for."""


@attrs.frozen
class WhySection:
    """
    Why each application came in or stayed out, and what limits and weights do.

    Attributes:
        key: Its name.
        name: Its heading.
        order: Its place.
        is_long: Whether only who asks for it waits.
        most: The largest field that it is reckoned for; None is any.
    """

    key: str = "why"
    name: Label = Label("Miksi mukana, miksi ei", "Varför med, varför inte", "Why in, why out")
    order: int = 40
    is_long: bool = False
    most: int | None = MOST_AT_ONCE

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> Whys | None:
        """See `faces.plugins.Section`."""
        ground = telling.grounds(decision, plugins)
        if ground is None or (self.most is not None and len(ground.field) > self.most):
            return None
        return telling.whys(ground, pace=pace)

    def html(self, result: Whys, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`."""
        speaker = Speaker(decision, texts)
        picture = pictures.latitudes_svg(result.latitudes, speaker, f"{self.key}-weights")
        return "\n".join(
            (
                f"<p>{escape(texts.say('why.others_same'))}</p>",
                grid_html(tables.standings_grid(result, speaker), texts),
                *_each(result, speaker),
                _heading("why.prices.title", texts),
                _list(speaker.price(one) for one in result.prices),
                f"<p>{escape(texts.say('why.prices_apart'))}</p>",
                grid_html(tables.prices_grid(result.prices, speaker), texts),
                _heading("why.latitudes.title", texts),
                f"<p>{escape(texts.say('why.weights_free'))}</p>",
                _list((*speaker.shift(result.shift), *map(speaker.latitude, result.latitudes))),
                f"<figure>{picture}</figure>",
                grid_html(tables.latitudes_grid(result, speaker), texts),
            )
        )


@attrs.frozen
class LongWhySection(WhySection):
    """The same for a field of any size; only who asks for it waits."""

    key: str = "why_all"
    name: Label = Label(
        "Miksi mukana, miksi ei: suuri kenttä",
        "Varför med, varför inte: stort fält",
        "Why in, why out: a large field",
    )
    order: int = 41
    is_long: bool = True
    most: int | None = None


@attrs.frozen
class FrontierSection:
    """Every budget at which the best set changes, and what more money would buy."""

    key: str = "frontier"
    name: Label = Label(
        "Mitä lisäraha toisi", "Vad mer pengar skulle ge", "What more money would buy"
    )
    order: int = 42
    is_long: bool = False
    most: int | None = MOST_SMALL

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> Frontier | None:
        """See `faces.plugins.Section`; parts of costs have no steps."""
        ground = telling.grounds(decision, plugins)
        if ground is None or (self.most is not None and len(ground.field) > self.most):
            return None
        if any(one.least is not None for one in ground.field):
            return None
        return telling.frontier(ground, pace=pace)

    def html(self, result: Frontier, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`."""
        speaker = Speaker(decision, texts)
        said = (*speaker.offers(result.offers), *speaker.steps(result.steps))
        parts = [_list(said)]
        if result.steps.steps:
            picture = pictures.frontier_svg(result, speaker, f"{self.key}-stair")
            parts.append(f"<figure>{picture}</figure>")
            parts.append(grid_html(tables.steps_grid(result, speaker), texts))
        return "\n".join(parts)


@attrs.frozen
class LongFrontierSection(FrontierSection):
    """The same for a field of any size; only who asks for it waits."""

    key: str = "frontier_all"
    name: Label = Label(
        "Mitä lisäraha toisi: suuri kenttä",
        "Vad mer pengar skulle ge: stort fält",
        "What more money would buy: a large field",
    )
    order: int = 43
    is_long: bool = True
    most: int | None = None


def _each(result: Whys, speaker: Speaker) -> Iterator[str]:
    for one in result.standings:
        head, *rest = speaker.standing(one)
        yield f"<h3>{escape(head)}</h3>"
        yield _list(rest)


def _heading(key: str, texts: Texts) -> str:
    return f"<h3>{escape(texts.say(key))}</h3>"


def _list(sentences: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in sentences)
    return f"<ul>{items}</ul>" if items else ""
