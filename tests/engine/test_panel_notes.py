"""What is lacking in the panel's log is told beside the decision, never silently mended."""

from datetime import date
from fractions import Fraction

import attrs

from innokumppanuus.domain.assessment import Mark, ScoreSheet
from innokumppanuus.domain.conflicts import Interest, InterestKind, Ruling, RulingKind
from innokumppanuus.domain.panel import (
    Consensus,
    DecidingScores,
    EvaluationPanel,
    Evaluator,
    PanelPolicy,
)
from innokumppanuus.engine.decision import decide
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application
from innokumppanuus.testing.decisions import core_plugins

SHEETS = (
    a_sheet("A", {"H01": {"K1": 1, "K2": 2, "K3": 3}}),
    a_sheet("B", {"H01": {"K1": 4, "K2": 2, "K3": 3}}),
)
TIED = Evaluator(id="B", interests=(Interest(kind=InterestKind.BOARD, application="H01"),))
FREE = Evaluator(id="A", has_declared=True)


def told(
    panel: EvaluationPanel,
    sheets: tuple[ScoreSheet, ...] = SHEETS,
    policy: PanelPolicy | None = None,
) -> dict[str, str]:
    given = a_call().assessment
    assert given is not None
    ruleset = a_ruleset(assessment=attrs.evolve(given, panel=policy or PanelPolicy()))
    decision = decide(ruleset, [an_application("H01")], sheets, core_plugins(), panel)
    return {one.key: str(one) for one in decision.notes if one.key.startswith("note-panel")}


def waiver(evaluator: str) -> Ruling:
    return Ruling(
        kind=RulingKind.WAIVED,
        evaluator=evaluator,
        application="H01",
        by="Puheenjohtaja",
        on=date(2026, 3, 1),
        reason="Kuvitteellinen syy",
    )


def agreed(reason: str = "Kuvitteellinen syy", present: tuple[str, ...] = ("A",)) -> Consensus:
    mark = Mark(application="H01", item="K1", score=Fraction(3), reason=reason)
    return Consensus(application="H01", present=present, marks=(mark,))


def test_without_anything_lacking_nothing_is_told() -> None:
    assert told(EvaluationPanel(evaluators=(FREE,))) == {}


def test_who_has_declared_nothing_is_asked() -> None:
    found = told(EvaluationPanel(evaluators=(Evaluator(id="C"), FREE)))

    assert "1 (C)" in found["note-panel-undeclared"]


def test_a_waiver_in_vain_is_told() -> None:
    found = told(EvaluationPanel(evaluators=(TIED,), rulings=(waiver("B"),)))

    assert "cannot be waived" in found["note-panel-no-waiver"]


def test_a_ruling_about_no_known_conflict_is_told() -> None:
    found = told(EvaluationPanel(evaluators=(FREE,), rulings=(waiver("A"),)))

    assert "A and H01" in found["note-panel-ruling-idle"]


def test_scores_without_a_reason_are_told() -> None:
    marks = tuple(attrs.evolve(one, reason=" ") for one in SHEETS[0].marks)
    sheets = (attrs.evolve(SHEETS[0], marks=marks),)

    found = told(EvaluationPanel(), sheets)

    assert "3" in found["note-panel-no-reason"]


def test_reasons_are_not_asked_for_when_the_rule_set_needs_none() -> None:
    marks = tuple(attrs.evolve(one, reason="") for one in SHEETS[0].marks)
    sheets = (attrs.evolve(SHEETS[0], marks=marks),)

    assert told(EvaluationPanel(), sheets, PanelPolicy(needs_reasons=False)) == {}


def test_an_agreed_score_without_a_reason_is_told() -> None:
    found = told(EvaluationPanel(consensus=(agreed(reason=""),)))

    assert "H01" in found["note-panel-consensus-no-reason"]


def test_what_is_to_be_talked_about_is_told_until_it_is_recorded() -> None:
    policy = PanelPolicy(scores=DecidingScores.CONSENSUS, discuss_from=Fraction(2))

    before = told(EvaluationPanel(), policy=policy)
    after = told(EvaluationPanel(consensus=(agreed(),)), policy=policy)

    assert "1 (H01)" in before["note-panel-to-talk"]
    assert after == {}


def test_a_talk_with_somebody_barred_is_told() -> None:
    panel = EvaluationPanel(evaluators=(TIED,), consensus=(agreed(present=("A", "B")),))

    assert "took part: B" in told(panel)["note-panel-barred-present"]
