"""
The state of the portfolio panel: what a person may move, and what follows from it.

It computes no outcome: every change goes to the engine, which screens and assesses nothing anew.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money, total
from innokumppanuus.engine.decision import rechoose
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.plugins import Section
from innokumppanuus.faces.widgets.runner import Runner, runner
from innokumppanuus.faces.widgets.states.sections import SectionsState
from innokumppanuus.faces.widgets.states.settings import (
    check_known,
    joined,
    lowered,
    moved,
    raised,
    settings_of,
    weighed,
)
from innokumppanuus.plugin.manager import Plugins


class Change(StrEnum):
    """How an application fares beside the original choice."""

    NONE = "none"
    CAME_IN = "came_in"
    FELL_OUT = "fell_out"


@attrs.frozen(kw_only=True)
class PortfolioRow:
    """
    One ranked application with the present settings.

    Attributes:
        application: Its id.
        applicant: Who applies.
        amount: The sum applied for; None when it is missing.
        value: Weighted total, exact.
        rank: Shared rank.
        best: Best rank over the weights that the settings leave open.
        worst: Worst rank over them.
        outcome: Chosen, not chosen, or tied between best sets.
        change: Whether that differs from the original choice.
        rank_before: Its rank in the original decision.
    """

    application: str
    applicant: str
    amount: Money | None
    value: Fraction
    rank: int
    best: int
    worst: int
    outcome: Outcome
    change: Change
    rank_before: int


class PortfolioState:
    """
    A decision whose order, weights, budget and maximum can be moved (salkku budjetissa).

    Attributes:
        original: The decision as it was made.
        original_settings: Its settings.
        settings: The present settings.
        asked: The application that is asked about; empty when none is.
        sections: What plugins reckon of the present decision.
    """

    def __init__(
        self,
        decision: Decision,
        plugins: Plugins,
        sections: Mapping[str, Section] = MappingProxyType({}),
        where: Runner | None = None,
    ) -> None:
        """
        Return the state with the settings of the decision.

        Args:
            decision: As it was made.
            plugins: Those it was made with.
            sections: What may be looked at beside the choice, by key.
            where: Where sections are reckoned; beside the page when nothing is given.
        """
        self.original = decision
        self.original_settings = settings_of(decision)
        self.settings = self.original_settings
        self.asked = ""
        self._plugins = plugins
        self._decision = decision
        self._decided_with = self.settings
        self.sections = SectionsState(decision, plugins, sections, where or runner())

    def with_sections(self, sections: Mapping[str, Section]) -> "PortfolioState":
        """Return a new state of the same decision with the sections; see `TakesSections`."""
        return PortfolioState(self.original, self._plugins, sections)

    @property
    def decision(self) -> Decision:
        """The decision with the present settings; the original one when nothing has moved."""
        if self.settings != self._decided_with:
            self._decision = self._rechosen()
            self._decided_with = self.settings
        return self._decision

    def follow(self) -> None:
        """Let the section that is looked at follow the present settings."""
        self.sections.follow(self.decision)

    @property
    def items(self) -> Mapping[str, Label]:
        """Name by id of what is scored, in the order of the rule set."""
        return {item.id: item.name for item in self.original.call.scored()}

    @property
    def weights(self) -> Mapping[str, Fraction]:
        """Weights that the total is made with now, summing to 1."""
        return self.decision.weights

    @property
    def rows(self) -> tuple[PortfolioRow, ...]:
        """The ranking, best first."""
        before = {one.application: one.rank for one in self.original.ranking}
        by_id = self._applications()
        return tuple(
            PortfolioRow(
                application=one.application,
                applicant=by_id[one.application].applicant,
                amount=by_id[one.application].amount,
                value=one.value,
                rank=one.rank,
                best=one.best,
                worst=one.worst,
                outcome=self.decision.outcome(one.application),
                change=self._change(one.application),
                rank_before=before[one.application],
            )
            for one in self.decision.ranking
        )

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen applications, sorted; in every best set when people must decide."""
        return _chosen(self.decision)

    @property
    def tied(self) -> tuple[str, ...]:
        """Ids that are in some best sets and not in others, when people must decide."""
        return tuple(row.application for row in self.rows if row.outcome is Outcome.TIED)

    @property
    def came_in(self) -> tuple[str, ...]:
        """Ids that are chosen now and were not in the original choice."""
        return tuple(sorted(set(self.chosen) - set(_chosen(self.original))))

    @property
    def fell_out(self) -> tuple[str, ...]:
        """Ids that were in the original choice and are not chosen now."""
        return tuple(sorted(set(_chosen(self.original)) - set(self.chosen)))

    @property
    def best_left_out(self) -> str:
        """The best ranked application that is not chosen; empty when every ranked one is."""
        left = (row.application for row in self.rows if row.outcome is not Outcome.CHOSEN)
        return next(left, "")

    @property
    def holds(self) -> bool:
        """Whether the same set is best with all weights that the settings leave open."""
        selection = self.decision.selection
        return selection is not None and selection.is_robust

    @property
    def spent(self) -> Money | None:
        """What the chosen set costs; None when there is no chosen set."""
        selection = self.decision.selection
        return selection.chosen.cost if selection and selection.chosen else None

    @property
    def budget_top(self) -> Money | None:
        """As much as could ever be needed; None when the call states no budget."""
        stated = self.original_settings.budget
        if stated is None:
            return None
        amounts = [row.amount for row in self.rows if row.amount is not None]
        asked = total((one for one in amounts if one.currency == stated.currency), stated.currency)
        return max(stated, asked)

    @property
    def applications(self) -> tuple[Application, ...]:
        """All applications, also those that are not ranked, sorted by id."""
        return self.original.applications

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why the application asked about fares as it does; empty when none is asked about."""
        return reasons(self.decision, self.asked, self._plugins) if self.asked else ()

    def move(self, item: str, to: int) -> None:
        """
        Put *item* at place *to* of the order of importance, alone at its place.

        Args:
            item: Id of a criterion or scored factor.
            to: 1 is the most important place.
        """
        self.settings = attrs.evolve(self.settings, order=moved(self.settings.order, item, to))

    def up(self, item: str) -> None:
        """Put *item* one step up: out of its group first, then past the one above."""
        self.settings = attrs.evolve(self.settings, order=raised(self.settings.order, item))

    def down(self, item: str) -> None:
        """Put *item* one step down: out of its group first, then past the one below."""
        self.settings = attrs.evolve(self.settings, order=lowered(self.settings.order, item))

    def join(self, item: str) -> None:
        """Put *item* at the same place as the one above it: no order is known between them."""
        self.settings = attrs.evolve(self.settings, order=joined(self.settings.order, item))

    def use_order(self) -> None:
        """Go by the order of importance alone."""
        self.settings = attrs.evolve(self.settings, kind=WeightingKind.ORDER)

    def use_weights(self) -> None:
        """Go by the weights."""
        self.settings = attrs.evolve(self.settings, kind=WeightingKind.WEIGHTS)

    def set_weight(self, item: str, value: int) -> None:
        """Give *item* a weight of *value* points; only their ratios matter."""
        self.settings = attrs.evolve(
            self.settings, points=weighed(self.settings.points, item, value)
        )

    def set_budget(self, budget: Money) -> None:
        """Let at most *budget* be spent."""
        if budget.cents < 0:
            raise InvalidValue("budget-negative", got=budget)
        self.settings = attrs.evolve(self.settings, budget=budget)

    def set_maximum(self, maximum: int) -> None:
        """Let at most *maximum* applications be chosen."""
        if maximum < 1:
            raise InvalidValue("maximum-least", got=maximum)
        self.settings = attrs.evolve(self.settings, maximum=maximum)

    def reset(self) -> None:
        """Go back to what the call states."""
        self.settings = self.original_settings

    def ask(self, application: str) -> tuple[Reason, ...]:
        """Return why *application* fares as it does, and keep asking; empty text stops asking."""
        if application:
            check_known(application, self._applications())
        self.asked = application
        return self.reasons

    def _applications(self) -> Mapping[str, Application]:
        return {one.id: one for one in self.original.applications}

    def _change(self, application: str) -> Change:
        if application in self.came_in:
            return Change.CAME_IN
        return Change.FELL_OUT if application in self.fell_out else Change.NONE

    def _rechosen(self) -> Decision:
        if self.settings == self.original_settings:
            return self.original
        return rechoose(
            self.original,
            self._plugins,
            weighting=self._weighting(),
            budget=self.settings.budget,
            maximum=self.settings.maximum,
        )

    def _weighting(self) -> Weighting | None:
        policy, settings = self.original.call.assessment, self.settings
        if policy is None:
            return None
        by_order = settings.kind is WeightingKind.ORDER
        return attrs.evolve(
            policy.weighting,
            kind=settings.kind,
            order=settings.order if by_order else (),
            weights={} if by_order else self._points(),
            intervals={},
            ratios=(),
            panel={},
        )

    def _points(self) -> Mapping[str, Fraction]:
        if self.settings.points == self.original_settings.points:
            # Untouched points are the exact weights; the whole numbers are only how they are shown.
            return self.original.weights
        return {item: Fraction(points) for item, points in self.settings.points}


def _chosen(decision: Decision) -> tuple[str, ...]:
    selection = decision.selection
    if selection is None:
        return ()
    if selection.chosen is not None:
        return selection.chosen.applications
    sets = [set(one.applications) for one in selection.optima.portfolios]
    return tuple(sorted(set.intersection(*sets))) if sets else ()
