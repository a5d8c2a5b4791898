import random
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits, Optima
from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.engine.decision import decide, rechoose
from innokumppanuus.engine.selection import portfolio
from innokumppanuus.errors import UnknownKey
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Selector
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import to_record
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application

PLUGINS = Plugins.load()
SCORES = {
    "H01": (5, 0, 0),
    "H02": (2, 5, 5),
    "H03": (3, 3, 3),
    "H04": (4, 4, 1),
    "H05": (1, 2, 3),
    "H06": (3, 4, 2),
    "H07": (1, 1, 1),
}


def sheet(evaluator: str, more: int = 0) -> ScoreSheet:
    scores = {
        one: {f"K{place}": min(5, score + more) for place, score in enumerate(three, 1)}
        for one, three in SCORES.items()
    }
    return a_sheet(evaluator, scores)


def made(*extra: ScoreSheet, **changes: object) -> Decision:
    applications = [an_application(one) for one in SCORES]
    return decide(a_ruleset(**changes), applications, [sheet("A"), *extra], PLUGINS)


def test_at_most_five_are_chosen_within_the_budget() -> None:
    decision = made()

    assert decision.selection is not None
    assert decision.selection.chosen is not None
    assert len(decision.selection.chosen.applications) == 5
    assert decision.selection.left == Money.of(0)


def test_the_same_decision_comes_of_any_order_of_rows_and_sheets() -> None:
    applications = [an_application(one) for one in SCORES]
    sheets = [sheet("A"), sheet("B", 1), sheet("C", 2)]
    first = decide(a_ruleset(), applications, sheets, PLUGINS)
    mixer = random.Random(7)

    for _ in range(5):
        mixer.shuffle(applications)
        mixer.shuffle(sheets)
        again = decide(a_ruleset(), applications, sheets, PLUGINS)
        assert to_record(again) == to_record(first)


def test_without_sheets_it_ends_after_screening() -> None:
    decision = decide(a_ruleset(), [an_application("H01")], [], PLUGINS)

    assert decision.ranking == ()
    assert decision.selection is None
    assert decision.outcome("H01") is Outcome.UNRANKED


def test_without_a_selection_policy_it_ends_after_the_ranking() -> None:
    decision = made(selection=None)

    assert len(decision.ranking) == len(SCORES)
    assert decision.selection is None


@pytest.mark.parametrize(
    ("euros", "outcome"), [(None, Outcome.TO_SUPPLEMENT), (15_000, Outcome.NOT_ELIGIBLE)]
)
def test_who_is_not_screened_through_is_neither_ranked_nor_chosen(
    euros: int | None, outcome: Outcome
) -> None:
    amount = None if euros is None else Money.of(euros)
    applications = [an_application("H01", amount=amount), an_application("H02")]

    decision = decide(a_ruleset(), applications, [sheet("A")], PLUGINS)

    assert decision.outcome("H01") is outcome
    assert [one.application for one in decision.ranking] == ["H02"]


def test_a_conflict_removes_the_evaluator_from_the_comparison() -> None:
    conflicted = a_sheet(
        "B", {one: {"K1": 0, "K2": 0, "K3": 0} for one in SCORES}, {"H01": "jäsen"}
    )

    assert made(conflicted).ranking == made().ranking


def test_chosen_ones_get_a_grant_and_become_pilots() -> None:
    decision = made()

    chosen = decision.selection.chosen.applications  # type: ignore[union-attr]
    assert tuple(one.application for one in decision.grants) == chosen
    assert tuple(one.application for one in decision.pilots) == chosen


def test_a_what_if_changes_the_choice_and_the_hash_but_not_the_scores() -> None:
    decision = made()
    k1_only = Weighting(kind=WeightingKind.WEIGHTS, weights={"K1": Fraction(1)})

    other = rechoose(decision, PLUGINS, weighting=k1_only, maximum=1)

    assert other.assessments == decision.assessments
    assert other.ruleset_hash != decision.ruleset_hash
    assert other.selection.chosen.applications == ("H01",)  # type: ignore[union-attr]


def test_a_what_if_of_nothing_is_the_same_decision() -> None:
    decision = made()

    assert rechoose(decision, PLUGINS) == decision


def test_a_smaller_budget_is_never_broken() -> None:
    other = rechoose(made(), PLUGINS, budget=Money.of(25_000))

    assert other.selection.chosen.cost <= Money.of(25_000)  # type: ignore[union-attr]


def test_a_selector_that_no_plugin_offers_is_named() -> None:
    policy = attrs.evolve(a_call().selection, selector="gone")  # type: ignore[arg-type]

    with pytest.raises(UnknownKey, match="selector 'gone'"):
        made(selection=policy)


def test_the_decision_names_the_plugins_that_it_was_made_with() -> None:
    assert any(one.startswith("core ") for one in made().plugins)


@attrs.frozen
class MostVoted:
    """Takes the one with the most votes, and keeps the weights that it was told."""

    key: str = "most_voted"
    name: Label = Label("Eniten ääniä", "Flest röster", "Most votes")
    votes: Votes | None = None
    weights: list[Mapping[str, Fraction]] = attrs.field(factory=list)
    takes_by_rank: bool = True

    def with_votes(self, votes: Votes) -> "MostVoted":
        return attrs.evolve(self, votes=votes)

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        self.weights.extend(one.weights for one in candidates)
        ballots = self.votes.ballots if self.votes else ()
        counts = {ballot.applications: ballot.voters for ballot in ballots}
        best = max(candidates, key=lambda one: (counts.get((one.application,), 0), one.value))
        return Optima(portfolios=(portfolio([best]),))


@attrs.frozen(eq=False)
class Offering:
    selector: Selector

    @hookimpl
    def register_selectors(self) -> Iterator[Selector]:
        yield self.selector


def chosen_by_votes(votes: Votes | None, selector: MostVoted) -> Decision:
    plugins = Plugins.load()
    plugins.seam.register(Offering(selector), "test")
    ruleset = a_ruleset(selection=SelectionPolicy(selector="most_voted"))
    applications = [an_application(one) for one in SCORES]
    return decide(ruleset, applications, [sheet("A")], plugins, votes=votes)


def test_method_that_counts_votes_gets_them_and_the_decision_keeps_them() -> None:
    votes = Votes(
        kind=BallotKind.CHOOSE_1,
        ballots=(Ballot(applications=("H05",), voters=9), Ballot(applications=("H07",), voters=3)),
    )

    decision = chosen_by_votes(votes, MostVoted())

    assert decision.votes == votes
    assert decision.outcome("H05") is Outcome.CHOSEN


def test_decision_without_votes_keeps_none_of_them_in_its_record() -> None:
    decision = chosen_by_votes(None, MostVoted())

    assert "votes" not in to_record(decision)


def test_method_is_told_the_weights_of_the_totals() -> None:
    told = MostVoted()

    decision = chosen_by_votes(None, told)

    assert dict(decision.weights) in told.weights
    assert all(sum(one.values()) == 1 for one in told.weights)
