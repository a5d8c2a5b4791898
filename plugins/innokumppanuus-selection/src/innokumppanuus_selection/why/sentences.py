"""Explanations as sentences in the reader's language. Nothing is reckoned here."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import LimitKind
from innokumppanuus.domain.standing import (
    BoundLimit,
    BudgetStep,
    BudgetSteps,
    LimitPrice,
    ScoreChange,
    Standing,
    WeightLatitude,
    WeightShift,
)
from innokumppanuus.engine.explanation import name_of
from innokumppanuus.faces.reports.view import share
from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.why.domain import Offer

_WHOLE = (LimitKind.BUDGET, LimitKind.MAXIMUM, LimitKind.MINIMUM)


@attrs.frozen
class Speaker:
    """
    Says explanations of one decision.

    Attributes:
        decision: Names applicants, items and limits.
        texts: The language.
    """

    decision: Decision
    texts: Texts

    def named(self, ids: Iterable[str]) -> str:
        """Return applications by id and applicant; a word for none."""
        known = {one.id: one.applicant for one in self.decision.applications}
        listed = [f"{one} {known.get(one, '')}".strip() for one in ids]
        return self.texts.show(listed) if listed else self.texts.say("why.nobody")

    def item(self, id: str) -> str:
        return self.texts.show(name_of(self.decision.call, id))

    def limit(self, kind: LimitKind, name: Label | None) -> str:
        """Return what a limit is called."""
        if kind in _WHOLE or name is None:
            return self.texts.say(f"why.limit.{kind.value}")
        return self.texts.say("why.limit.named", name=name)

    def demand(self, one: LimitPrice) -> str:
        """Return a limit with what kind of demand it makes."""
        kind = self.texts.say(f"why.kind.{one.kind.value}")
        return f"{self.limit(one.kind, one.name)} ({kind})"

    def standing(self, one: Standing) -> tuple[str, ...]:
        """Return everything of one application, the outcome first."""
        return tuple(self._standing(one))

    def _standing(self, one: Standing) -> Iterator[str]:
        say, who = self.texts.say, self.named((one.application,))
        yield say("why.in" if one.is_in else "why.out", application=who)
        yield from (self._bound(each) for each in one.bound)
        if one.barred:
            limits = [self.limit(each.kind, each.name) for each in one.barred]
            yield say("why.in_always" if one.is_in else "why.out_always", limits=limits)
        elif one.points is None:
            yield say("why.in_whatever" if one.is_in else "why.out_whatever")
        elif not one.points:
            yield say("why.level")
        else:
            yield say("why.in_points" if one.is_in else "why.out_points", points=one.points)
        yield from self._changes(one)
        if one.joins:
            key = "why.in_joins" if one.is_in else "why.out_joins"
            yield say(key, applications=self.named(one.joins))
        if one.leaves:
            key = "why.in_leaves" if one.is_in else "why.out_leaves"
            yield say(key, applications=self.named(one.leaves))
        if one.sum is not None:
            yield say("why.out_sum", sum=one.sum)

    def _bound(self, one: BoundLimit) -> str:
        key = f"why.bound.{one.kind.value}"
        more = one.money if one.money is not None else one.count
        return self.texts.say(key, limit=self.limit(one.kind, one.name), more=more)

    def _changes(self, one: Standing) -> Iterator[str]:
        say, side = self.texts.say, "in" if one.is_in else "out"
        possible = [each for each in one.alone if each.by is not None]
        if one.points == 0:
            return
        if possible:
            changes = [self._change(each) for each in possible]
            yield say(f"why.{side}_alone", changes="; ".join(changes))
        elif one.points is not None:
            yield say(f"why.{side}_alone_none")
        if len(one.together) > 1:
            changes = [self._change(each) for each in one.together]
            yield say(f"why.{side}_together", changes="; ".join(changes))
        elif one.points is not None and not possible and not one.together:
            yield say(f"why.{side}_together_none")

    def _change(self, one: ScoreChange) -> str:
        key = "why.change_threshold" if one.is_threshold else "why.change"
        return self.texts.say(key, item=self.item(one.item), by=one.by)

    def price(self, one: LimitPrice) -> str:
        """Return what a limit costs, as a sentence or two."""
        say, limit = self.texts.say, self.limit(one.kind, one.name)
        if not one.gain:
            return say("why.price_none", limit=limit)
        told = say("why.price", limit=limit, gain=one.gain)
        step = one.step_money if one.step_money is not None else one.step_count
        if step is None:
            return told
        return f"{told} {say('why.price_step', step=step, gain=one.step_gain)}"

    def latitude(self, one: WeightLatitude) -> str:
        """Return between which weights the set stays best."""
        if one.least == 0 and one.most == 1:
            return self.texts.say("why.latitude_any", item=self.item(one.item))
        return self.texts.say(
            "why.latitude",
            item=self.item(one.item),
            weight=self.share(one.weight),
            least=self.share(one.least),
            most=self.share(one.most),
        )

    def shift(self, one: WeightShift) -> tuple[str, ...]:
        """Return the smallest shift of weights that alters the set."""
        if one.shift is None:
            return (self.texts.say("why.shift_none"),)
        weights = "; ".join(
            self.texts.say("why.weight", item=self.item(item), weight=self.share(weight))
            for item, weight in one.weights.items()
        )
        ids = self.texts.show(list(one.applications)) or self.texts.say("why.nobody")
        key = "why.shift" if one.shift else "why.shift_level"
        told = self.texts.say(key, shift=self.share(one.shift), applications=ids)
        return (told, self.texts.say("why.shift_weights", weights=weights))

    def offer(self, one: Offer) -> str:
        """Return what more money would buy."""
        return self._offer([one.more], one.step)

    def offers(self, offers: Iterable[Offer]) -> tuple[str, ...]:
        """Return the same of several sums, those that buy the same in one sentence."""
        together = groupby(offers, key=lambda one: one.step)
        return tuple(self._offer([one.more for one in each], step) for step, each in together)

    def _offer(self, more: list[Money], step: BudgetStep | None) -> str:
        say = self.texts.say
        if step is None:
            return say("why.offer_none", more=more)
        told = [say("why.offer", more=more, gain=step.value - self._chosen_value())]
        if step.joins:
            told.append(say("why.offer_joins", applications=self.named(step.joins)))
        if step.leaves:
            told.append(say("why.offer_leaves", applications=self.named(step.leaves)))
        return " ".join(told)

    def steps(self, steps: BudgetSteps) -> tuple[str, ...]:
        """Return what holds of all steps."""
        told = []
        if any(one.leaves for one in steps.steps):
            told.append(self.texts.say("why.steps_not_nested"))
        if not all(one.is_only for one in steps.steps):
            told.append(self.texts.say("why.steps_level"))
        if not steps.is_complete:
            told.append(self.texts.say("why.steps_more", listed=len(steps.steps)))
        return tuple(told)

    def share(self, weight: Fraction) -> str:
        return share(weight, self.texts)

    def _chosen_value(self) -> Fraction:
        selection = self.decision.selection
        assert selection is not None  # there is a choice to tell of
        return selection.optima.portfolios[0].value
