"""
The state of the weights negotiation: who would split 100 points how, alone and after talking.

It ranks nothing itself: every split goes to the engine, and so do all splits together.
"""

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

import attrs

from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.panel_health import Agreement, Ratings
from innokumppanuus.engine.agreement import concordance
from innokumppanuus.engine.decision import rechoose
from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.plugin.manager import Plugins

POINTS = 100
"""What each splits, so that nothing can matter more without something else mattering less."""
MOST_MEMBERS = 8
AGREED = "agreed"
Split = Mapping[str, int]


class TalkRound(StrEnum):
    """When a split was given: alone, or after the talk (kierros)."""

    ALONE = "alone"
    AFTER = "after"


@attrs.frozen(kw_only=True)
class NegotiationRow:
    """
    One application by everybody's weights (hakemus eri painoilla).

    Attributes:
        application: Its id.
        applicant: Who applies.
        ranks: Its rank by member; by `AGREED`, too, when the group has agreed.
        chosen: By whose weights it is chosen.
        best: Best rank with any weights between those of the members; None before two splits.
        worst: Worst rank with them.
    """

    application: str
    applicant: str
    ranks: Mapping[str, int]
    chosen: frozenset[str]
    best: int | None = None
    worst: int | None = None


class NegotiationState:
    """
    A decision whose weights a group negotiates (painotusneuvottelu).

    Members are numbered and never named. What is kept is what the group as a whole has split.

    Attributes:
        decision: As it was made.
        members: Numbers of the members, as text.
        round: Which round is being split.
        agreed: What the group agreed on; None before it has.
    """

    def __init__(self, decision: Decision, plugins: Plugins) -> None:
        """
        Take the decision.

        Raises:
            InvalidValue: When nothing is scored in the call, so that there is nothing to weigh.
        """
        if not decision.call.is_assessed():
            raise InvalidValue("negotiation-nothing")
        self.decision = decision
        self.members: tuple[str, ...] = ("1", "2", "3")
        self.round = TalkRound.ALONE
        self.agreed: Split | None = None
        self._plugins = plugins
        self._splits: dict[TalkRound, dict[str, Split]] = {one: {} for one in TalkRound}
        self._made: dict[tuple[tuple[str, int], ...], Decision] = {}

    @property
    def items(self) -> Mapping[str, Label]:
        """Name by id of what is weighed, in the order of the rule set."""
        return {item.id: item.name for item in self.decision.call.scored()}

    @property
    def is_fictional(self) -> bool:
        return self.decision.call.is_fictional or self.decision.has_fictional_field

    def even(self) -> Split:
        """Return the points split as evenly as whole points go, the first ones a point more."""
        share, rest = divmod(POINTS, len(self.items))
        return {item: share + (place < rest) for place, item in enumerate(self.items)}

    def split_of(self, member: str, when: TalkRound | None = None) -> Split | None:
        """Return what the member split in the round, this one when none is named; None if not."""
        return self._splits[when or self.round].get(member)

    def set_members(self, count: int) -> None:
        """Let so many members split; splits of those who leave are taken away."""
        if not 2 <= count <= MOST_MEMBERS:
            raise InvalidValue("members-count", least=2, most=MOST_MEMBERS, got=count)
        self.members = tuple(str(number) for number in range(1, count + 1))
        for given in self._splits.values():
            for gone in set(given) - set(self.members):
                del given[gone]

    def split(self, member: str, points: Split) -> None:
        """
        Keep how the member splits the points in this round.

        Raises:
            InvalidValue: When the points do not sum to 100, or one is below zero or of no item.
        """
        if member not in self.members:
            raise unknown_name(member, self.members)
        self._splits[self.round][member] = self._checked(points)

    def agree(self, points: Split) -> None:
        """Keep what the group agreed on; see `split`."""
        self.agreed = self._checked(points)

    def talk(self) -> None:
        """Go to the second round; the splits given alone are kept as they are."""
        self.round = TalkRound.AFTER

    def reset(self) -> None:
        """Begin again with nothing split."""
        self.round, self.agreed = TalkRound.ALONE, None
        for given in self._splits.values():
            given.clear()

    def concordance(self, when: TalkRound) -> Agreement:
        """Return Kendall's W of how the members order the items in the round."""
        given = self._splits[when]
        scores = {
            item: {member: Fraction(points[item]) for member, points in given.items()}
            for item in self.items
        }
        return concordance(Ratings(item=when.value, scores=scores))

    @property
    def latest(self) -> Mapping[str, Split]:
        """What each member split last, by member."""
        return {**self._splits[TalkRound.ALONE], **self._splits[TalkRound.AFTER]}

    @property
    def rows(self) -> tuple[NegotiationRow, ...]:
        """Every ranked application by everybody's latest weights; best first as decided."""
        made = {who: self._by(points) for who, points in self._everyone().items()}
        ranges = self._ranges()
        ranks = {who: {one.application: one.rank for one in d.ranking} for who, d in made.items()}
        applicants = {one.id: one.applicant for one in self.decision.applications}
        return tuple(
            NegotiationRow(
                application=one.application,
                applicant=applicants[one.application],
                ranks={who: ranks[who][one.application] for who in made},
                chosen=frozenset(
                    who
                    for who, decision in made.items()
                    if decision.outcome(one.application) is Outcome.CHOSEN
                ),
                best=ranges[one.application][0] if ranges else None,
                worst=ranges[one.application][1] if ranges else None,
            )
            for one in self.decision.ranking
        )

    @property
    def disputed(self) -> tuple[str, ...]:
        """Ids that are chosen by some members' weights and not by others', sorted."""
        who = set(self.latest)
        return tuple(
            sorted(row.application for row in self.rows if 0 < len(row.chosen & who) < len(who))
        )

    @property
    def reversals(self) -> int:
        """How many pairs of applications two members at least put in opposite orders."""
        who = sorted(self.latest)
        return sum(
            any(first.ranks[one] < second.ranks[one] for one in who)
            and any(first.ranks[one] > second.ranks[one] for one in who)
            for first, second in combinations(self.rows, 2)
        )

    def _everyone(self) -> dict[str, Split]:
        told = dict(sorted(self.latest.items()))
        return {**told, AGREED: self.agreed} if self.agreed is not None else told

    def _checked(self, points: Split) -> Split:
        for item in points:
            if item not in self.items:
                raise unknown_name(item, self.items)
        whole = {item: points.get(item, 0) for item in self.items}
        if min(whole.values()) < 0 or sum(whole.values()) != POINTS:
            raise InvalidValue("points-sum", must=POINTS, got=sum(whole.values()))
        return whole

    def _by(self, points: Split) -> Decision:
        key = tuple(sorted(points.items()))
        if key not in self._made:
            weights = {item: Fraction(given) for item, given in points.items()}
            self._made[key] = self._rechosen(WeightingKind.WEIGHTS, weights=weights)
        return self._made[key]

    def _ranges(self) -> dict[str, tuple[int, int]]:
        if len(self.latest) < 2:
            return {}
        panel = {
            member: {item: Fraction(given) for item, given in points.items()}
            for member, points in sorted(self.latest.items())
        }
        made = self._rechosen(WeightingKind.PANEL, panel=panel)
        return {one.application: (one.best, one.worst) for one in made.ranking}

    def _rechosen(self, kind: WeightingKind, **what: Mapping[str, object]) -> Decision:
        weighting = Weighting(kind=kind, **what)  # type: ignore[arg-type]
        return rechoose(self.decision, self._plugins, weighting=weighting)
