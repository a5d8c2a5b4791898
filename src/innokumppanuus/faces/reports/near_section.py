"""The section on every best set and on those near the best. It chooses nothing."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace
from innokumppanuus.domain.selection import Optima, Portfolio
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.errors import InvalidValue, TooManyApplications
from innokumppanuus.faces.reports.bars import Bar, Fill, bars_svg
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.reports.view import share
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.plugin.pacing import TakesPace

SHOWN_GAP: Final = Fraction(2, 100)
"""How far below the best a set may be that is shown, where the rule set states no gap."""
MOST_SHOWN: Final = 20
"""Sets in the table; the others are counted."""
_GAP = "gap"


@attrs.frozen(kw_only=True)
class NearSets:
    """
    The best sets and those near them.

    Attributes:
        gap: How far below the best they may be, as a share of its value.
        optima: The sets; None when the method cannot list them for so many applications.
        limit: How many applications the method takes then; 0 when it can list the sets.
    """

    gap: Fraction
    optima: Optima | None = None
    limit: int = 0

    @property
    def sets(self) -> tuple[Portfolio, ...]:
        """The sets, best first."""
        return (*self.optima.portfolios, *self.optima.near) if self.optima else ()

    def shares(self) -> Mapping[str, Fraction]:
        """Return in what share of the sets each application is that is in some of them."""
        names = sorted({name for one in self.sets for name in one.applications})
        count = len(self.sets)
        return {
            name: Fraction(sum(name in one.applications for one in self.sets), count)
            for name in names
        }


@attrs.frozen
class NearSetsSection:
    """
    Every best set and the sets near the best, by the method of the decision.

    Attributes:
        key: Its name.
        name: Its heading.
        order: Its place.
        is_long: Whether only who asks for it waits.
        most: The largest field that it takes; None takes any that the method does.
    """

    key: str = "near_sets"
    name: Label = Label(
        "Parhaat ja lähes parhaat joukot",
        "De bästa och nästan bästa uppsättningarna",
        "The best sets and those near them",
    )
    order: int = 30
    is_long: bool = False
    most: int | None = 60

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> NearSets | None:
        """See `faces.plugins.Section`; None where the method does not go by the sum of totals."""
        choice = choice_in(decision, plugins)
        if choice is None or choice.is_by_rank:
            return None
        if self.most is not None and len(choice.costs) > self.most:
            return None
        stated = choice.policy.options.get(_GAP)
        gap = stated if isinstance(stated, Fraction) and stated else SHOWN_GAP
        options = {**choice.policy.options, _GAP: gap}
        near = attrs.evolve(choice, policy=attrs.evolve(choice.policy, options=options))
        if isinstance(choice.selector, TakesPace):
            near = attrs.evolve(near, selector=choice.selector.with_pace(pace))
        else:
            pace(0, 1)
        try:
            optima = near.optima(decision.weights)
        except TooManyApplications as refused:
            return NearSets(gap=gap, limit=refused.limit)
        except InvalidValue:
            return None  # a method without near sets
        pace(1, 1)
        return NearSets(gap=gap, optima=optima) if optima.portfolios else None

    def html(self, result: NearSets, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`."""
        told = paragraphs_html(_sentences(result, texts))
        if result.optima is None:
            return told
        names = {one.id: f"{one.id} {one.applicant}" for one in decision.applications}
        return "\n".join((told, _picture(result, names, texts, self.key), _table(result, texts)))


@attrs.frozen
class LongNearSetsSection(NearSetsSection):
    """The same for a field of any size; only who asks for it waits."""

    key: str = "near_sets_all"
    name: Label = Label(
        "Parhaat ja lähes parhaat joukot: suuri kenttä",
        "De bästa och nästan bästa uppsättningarna: stort fält",
        "The best sets and those near them: a large field",
    )
    order: int = 31
    is_long: bool = True
    most: int | None = None


def _sentences(result: NearSets, texts: Texts) -> Iterable[str]:
    if result.optima is None:
        yield texts.say("near.too_many", limit=result.limit)
        return
    best, near = result.optima.portfolios, result.optima.near
    yield texts.plural("near.best", len(best))
    if not result.optima.is_complete:
        yield texts.say("near.more_best")
    yield texts.plural("near.near", len(near), gap=share(result.gap, texts))
    if not result.optima.is_near_complete:
        yield texts.say("near.more_near")
    everywhere = [name for name, part in result.shares().items() if part == 1]
    some = [name for name, part in result.shares().items() if part < 1]
    if everywhere and len(result.sets) > 1:
        yield texts.say("near.everywhere", applications=tuple(everywhere))
    if some:
        yield texts.say("near.some", applications=tuple(some))


def _picture(result: NearSets, names: Mapping[str, str], texts: Texts, prefix: str) -> str:
    parts = result.shares()
    ordered = sorted(parts, key=lambda one: (-parts[one], one))
    bars = [
        Bar(
            name=names[one],
            share=parts[one],
            shown=share(parts[one], texts),
            fill=Fill.SOLID if parts[one] == 1 else Fill.HATCHED,
        )
        for one in ordered
    ]
    title, how = texts.say("near.picture.title"), texts.say("near.picture.description")
    return f"<figure>{bars_svg(bars, title, how, prefix)}</figure>"


def _table(result: NearSets, texts: Texts) -> str:
    sets = result.sets[:MOST_SHOWN]
    first = set(sets[0].applications)
    values = texts.show_column([one.value for one in sets])
    below = texts.show_column([sets[0].value - one.value for one in sets])
    rows = [
        (
            texts.show(place),
            texts.show(one.applications)
            if place == 1
            else _against(one.applications, first, texts),
            value,
            less,
            texts.show(one.cost),
        )
        for place, (one, value, less) in enumerate(zip(sets, values, below, strict=True), start=1)
    ]
    columns = [
        texts.say(f"near.column.{one}") for one in ("set", "members", "value", "below", "cost")
    ]
    caption = texts.plural("near.caption", len(sets), all=len(result.sets))
    return table_html(caption, columns, rows, numbers=(0, 2, 3, 4))


def _against(members: Sequence[str], first: set[str], texts: Texts) -> str:
    more, less = sorted(set(members) - first), sorted(first - set(members))
    parts = []
    if more:
        parts.append(texts.say("near.with", applications=tuple(more)))
    if less:
        parts.append(texts.say("near.without", applications=tuple(less)))
    return "; ".join(parts)
