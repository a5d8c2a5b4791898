"""Explanations as tables of words: the twins of the pictures, and what the command line shows."""

from collections.abc import Iterable

from innokumppanuus.domain.standing import LimitPrice
from innokumppanuus.faces.reports.pieces import Grid
from innokumppanuus_selection.why.domain import Frontier, Whys
from innokumppanuus_selection.why.sentences import Speaker


def standings_grid(whys: Whys, speaker: Speaker) -> Grid:
    """Return how far each application is from the other side."""
    show, unknown = speaker.texts.show, speaker.texts.say("why.not_by_points")
    return Grid(
        title="why.standings.title",
        columns=_columns(speaker, "application", "outcome", "points", "sum", "instead"),
        rows=tuple(
            (
                speaker.named((one.application,)),
                speaker.texts.say("outcome.chosen" if one.is_in else "outcome.not_chosen"),
                unknown if one.points is None else show(one.points),
                "–" if one.sum is None else show(one.sum),
                show([*(one.joins if one.is_in else one.leaves)]) or "–",
            )
            for one in whys.standings
        ),
    )


def prices_grid(prices: Iterable[LimitPrice], speaker: Speaker) -> Grid:
    """Return what each limit costs in points."""
    show = speaker.texts.show
    return Grid(
        title="why.prices.title",
        columns=_columns(speaker, "limit", "demands", "gain", "step", "step_gain"),
        rows=tuple(
            (
                speaker.demand(one),
                _or_dash(one.money if one.money is not None else one.count, speaker),
                show(one.gain),
                _or_dash(one.step_money if one.step_money is not None else one.step_count, speaker),
                show(one.step_gain) if one.step_gain else "–",
            )
            for one in prices
        ),
    )


def latitudes_grid(whys: Whys, speaker: Speaker) -> Grid:
    """Return how far each weight may go."""
    return Grid(
        title="why.latitudes.title",
        columns=_columns(speaker, "item", "weight", "least", "most"),
        rows=tuple(
            (
                speaker.item(one.item),
                *(speaker.share(weight) for weight in (one.weight, one.least, one.most)),
            )
            for one in whys.latitudes
        ),
    )


def steps_grid(frontier: Frontier, speaker: Speaker) -> Grid:
    """Return each step of the budget with who come in and who go out."""
    show, nobody = speaker.texts.show, "–"
    return Grid(
        title="why.frontier.title",
        columns=_columns(speaker, "budget", "value", "number", "joins", "leaves"),
        rows=tuple(
            (
                show(one.budget),
                show(one.value),
                show(len(one.applications)),
                show([*one.joins]) or nobody,
                show([*one.leaves]) or nobody,
            )
            for one in frontier.steps.steps
        ),
    )


def _columns(speaker: Speaker, *names: str) -> tuple[str, ...]:
    return tuple(speaker.texts.say(f"why.column.{name}") for name in names)


def _or_dash(value: object, speaker: Speaker) -> str:
    return "–" if value is None else speaker.texts.show(value)
