"""Two rounds: own scores first, then what was agreed on, which is recorded and never reckoned."""

from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.assessment import Mark, ScoreSheet
from innokumppanuus.domain.conflicts import Interest, InterestKind
from innokumppanuus.domain.criteria import Aspect, Criterion, Join
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.panel import (
    Consensus,
    DecidingScores,
    EvaluationPanel,
    Evaluator,
    PanelPolicy,
)
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.replay import replay
from innokumppanuus.engine.rounds import barred_present, drifts, scored_columns
from innokumppanuus.records import from_record, to_record
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application, label
from innokumppanuus.testing.decisions import core_plugins

PLUGINS = core_plugins()
SHEETS = (
    a_sheet("A", {"H01": {"K1": 1, "K2": 2, "K3": 3}}),
    a_sheet("B", {"H01": {"K1": 4, "K2": 2, "K3": 4}}),
)


def talk(scores: dict[str, int], present: tuple[str, ...] = ("A", "B")) -> Consensus:
    marks = (
        Mark(application="H01", item=item, score=Fraction(score), reason="Kuvitteellinen syy")
        for item, score in scores.items()
    )
    return Consensus(application="H01", present=present, marks=tuple(marks))


def decided(
    scores: DecidingScores,
    *talks: Consensus,
    sheets: tuple[ScoreSheet, ...] = SHEETS,
    evaluators: tuple[Evaluator, ...] = (),
    **policy: Any,
) -> Decision:
    given = a_call().assessment
    assert given is not None
    panel = PanelPolicy(scores=scores, **policy)
    ruleset = a_ruleset(assessment=attrs.evolve(given, panel=panel))
    members = EvaluationPanel(evaluators=evaluators, consensus=talks)
    return decide(ruleset, [an_application("H01")], sheets, PLUGINS, members)


def scores_of(decision: Decision) -> dict[str, Fraction | None]:
    (assessment,) = decision.assessments
    return {one.item: one.score for one in assessment.items}


def test_an_agreed_score_decides_and_is_no_average() -> None:
    decision = decided(DecidingScores.CONSENSUS, talk({"K1": 4, "K2": 3, "K3": 3}))

    assert scores_of(decision) == {"K1": 4, "K2": 3, "K3": 3}


def test_an_agreed_score_says_that_it_was_recorded() -> None:
    decision = decided(DecidingScores.CONSENSUS, talk({"K1": 4}))

    assert [one.is_recorded for one in decision.assessments[0].items] == [True, False, False]


def test_own_scores_decide_where_nothing_was_agreed() -> None:
    decision = decided(DecidingScores.CONSENSUS, talk({"K1": 4}))

    assert scores_of(decision) == {"K1": 4, "K2": 2, "K3": Fraction(7, 2)}


def test_own_scores_decide_when_the_rule_set_says_so() -> None:
    decision = decided(DecidingScores.OWN, talk({"K1": 5, "K2": 5, "K3": 5}))

    assert scores_of(decision) == {"K1": Fraction(5, 2), "K2": 2, "K3": Fraction(7, 2)}


def test_an_application_waits_until_every_score_is_agreed_on() -> None:
    decision = decided(DecidingScores.CONSENSUS_ONLY, talk({"K1": 4, "K2": 3}))

    (assessment,) = decision.assessments
    assert [(one.kind, one.item) for one in assessment.missing] == [("consensus", "K3")]
    assert decision.outcome("H01") is Outcome.UNRANKED


def test_an_own_score_that_is_lacking_does_not_keep_an_agreed_one_back() -> None:
    sheets = (a_sheet("A", {"H01": {"K1": None, "K2": 2, "K3": 3}}),)

    decision = decided(DecidingScores.CONSENSUS, talk({"K1": 4, "K2": 3, "K3": 3}), sheets=sheets)

    assert decision.outcome("H01") is Outcome.CHOSEN


def test_a_talk_with_somebody_barred_does_not_count() -> None:
    tied = Evaluator(id="B", interests=(Interest(kind=InterestKind.BOARD, application="H01"),))

    decision = decided(DecidingScores.CONSENSUS, talk({"K1": 4}), evaluators=(tied,))

    assert barred_present(decision, talk({})) == ("B",)
    assert scores_of(decision)["K1"] == 1


def test_the_drift_is_told_beside_the_own_scores() -> None:
    decision = decided(DecidingScores.CONSENSUS, talk({"K1": 4}), discuss_from=Fraction(2))

    first, second, _ = drifts(decision)

    assert (first.own, first.together, first.shift) == (
        {"A": Fraction(1), "B": Fraction(4)},
        Fraction(5, 2),
        Fraction(3, 2),
    )
    assert (first.is_for_talk, second.is_for_talk) == (True, False)


def test_one_score_alone_is_nothing_to_talk_about() -> None:
    decision = decided(DecidingScores.OWN, sheets=SHEETS[:1], discuss_from=Fraction(0))

    assert not any(one.is_for_talk for one in drifts(decision))


def test_aspects_are_agreed_on_one_by_one_and_joined() -> None:
    aspects = tuple(Aspect(id=one, name=label(one)) for one in ("a", "b"))
    criterion = Criterion(id="K1", name=label(), join=Join.ALL, aspects=aspects)
    given = a_call().assessment
    assert given is not None
    policy = attrs.evolve(
        given,
        panel=PanelPolicy(scores=DecidingScores.CONSENSUS),
        weighting=attrs.evolve(given.weighting, order=(("K1",),)),
    )
    ruleset = a_ruleset(criteria=(criterion,), assessment=policy)
    sheet = a_sheet("A", {"H01": {"K1.a": 1, "K1.b": 1}})
    members = EvaluationPanel(consensus=(talk({"K1.a": 3, "K1.b": 2}),))

    decision = decide(ruleset, [an_application("H01")], [sheet], PLUGINS, members)

    assert [column for column, _ in scored_columns(ruleset.call)] == ["K1.a", "K1.b"]
    assert scores_of(decision) == {"K1": 2}


def test_a_decision_with_a_panel_is_kept_and_made_again() -> None:
    decision = decided(DecidingScores.CONSENSUS, talk({"K1": 4}))

    kept = from_record(Decision, to_record(decision))

    assert kept == decision
    assert replay(kept, PLUGINS).is_equal


def test_a_decision_without_a_panel_has_nothing_of_it_in_its_record() -> None:
    decision = decide(a_ruleset(), [an_application("H01")], SHEETS, PLUGINS)

    assert {"panel", "conflicts"} & set(to_record(decision)) == set()
