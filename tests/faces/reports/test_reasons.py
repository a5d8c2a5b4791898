"""Reasons as sentences, as an official would write them."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.faces.reports.reasons import sentence, sentences
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_call


def said(reason: Reason, decision: Decision, texts: Texts, **how: object) -> str:
    return sentence(reason, decision.call, texts, **how)  # type: ignore[arg-type]


def test_every_reason_of_every_application_can_be_said(
    decision: Decision, plugins: Plugins, texts: Texts
) -> None:
    for one in decision.applications:
        found = sentences(reasons(decision, one.id, plugins), decision.call, texts)

        assert found
        assert all(line.endswith(".") for line in found)


def test_a_late_application_is_told_both_moments(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    (line,) = sentences(reasons(decision, "H05", plugins), decision.call, finnish)

    assert "Saapunut fi" not in line
    assert "Saapunut: 7.9.2026 klo 0.00.37" in line
    assert "Hakuajan viimeinen hetki: 6.9.2026 klo 23.59.59" in line


def test_the_reason_of_the_rule_set_is_told(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    (line,) = sentences(reasons(decision, "H05", plugins), decision.call, finnish)

    assert "Myöhässä saapunutta hakemusta ei voida ottaa vertailuun." in line


def test_an_answer_that_is_not_public_is_told_to_officials(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    (line,) = sentences(reasons(decision, "H08", plugins), decision.call, finnish)

    assert "4\u00a0321\u00a0000,00\u00a0€" in line


def test_an_answer_that_is_not_public_is_left_out_of_the_public_part(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    (line,) = sentences(reasons(decision, "H08", plugins), decision.call, finnish, public=True)

    assert "321" not in line
    assert "ei-julkisessa osassa" in line


def test_an_evaluator_with_a_code_is_not_named(decision: Decision, finnish: Texts) -> None:
    reason = Reason(key="conflict_removed", values={"evaluator": "Arvioija Aino", "ground": "x"})

    line = said(reason, decision, finnish, codes={"Arvioija Aino": 1}, public=True)

    assert line.startswith("Arvioija 1 on ilmoittanut")


def test_the_ground_of_a_conflict_stays_out_of_the_public_part(
    decision: Decision, finnish: Texts
) -> None:
    reason = Reason(key="conflict_removed", values={"evaluator": "A", "ground": "läheinen"})

    assert "läheinen" in said(reason, decision, finnish)
    assert "läheinen" not in said(reason, decision, finnish, public=True)


def test_points_that_are_enough_are_rounded_up(decision: Decision, finnish: Texts) -> None:
    reason = Reason(key="points_short", values={"points": Fraction(1, 3)})

    assert "0,34 pistettä" in said(reason, decision, finnish)


def test_a_rank_that_never_moves_is_told_as_one_number(decision: Decision, finnish: Texts) -> None:
    reason = Reason(key="rank_range", values={"best": 2, "worst": 2})

    assert said(reason, decision, finnish).startswith("Sijoitus on 2 kaikilla painoilla")


def test_a_tie_rule_is_told_by_its_name(decision: Decision, finnish: Texts) -> None:
    reason = Reason(key="tie_decided", values={"rule": "lower_cost", "sets": 2})

    assert said(reason, decision, finnish).endswith("pienempi kokonaiskustannus.")


def test_what_cannot_help_alone_is_said_in_one_sentence(decision: Decision, finnish: Texts) -> None:
    unreachable = [
        Reason(key="points_short_unreachable", values={"item": same(one)}) for one in ("A", "B")
    ]

    lines = sentences(unreachable, decision.call, finnish)

    assert len(lines) == 1
    assert lines[0].endswith("A ja B.")


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("needs_answer", {"field": same("Summa"), "rule": None}),
        ("needs_score", {"evaluator": "A", "item": same("K1")}),
        ("needs_declaration", {"evaluator": "A"}),
        ("needs_evaluators", {"given": 1, "least": 2}),
        ("cannot_compute", {"rule": same("Ehto")}),
        ("below_threshold", {"item": same("K1"), "score": Fraction(2), "threshold": Fraction(3)}),
        ("tied", {"rank": 1, "of": 3, "value": Fraction(7, 2)}),
        ("tied_open", {"sets": 2}),
        ("set_holds", {}),
        ("not_assessed", {}),
        ("limit_maximum", {"maximum": 5}),
        ("limit_budget", {"budget": Money.of(50_000)}),
    ],
)
def test_every_key_has_a_sentence(
    decision: Decision, texts: Texts, key: str, values: dict[str, object]
) -> None:
    line = said(Reason(key=key, values=values), decision, texts)

    assert line.endswith(".")
    assert "{" not in line


@pytest.mark.parametrize(
    ("becomes", "said"),
    [
        ("2", "“budget, total” has been changed in this call: was 1 (a.yaml:1), now 2 (b.yaml:1)."),
        ("", "“budget, total” has been left out in this call (b.yaml:1); in the rule pack it is 1"),
    ],
)
def test_what_a_call_changes_is_said(becomes: str, said: str) -> None:
    places = {"before": "a.yaml:1", "now": "b.yaml:1"}
    values = {"path": "budget.total", "was": "1", "becomes": becomes, **places}

    sentence_ = sentence(Reason(key="rule_changed", values=values), a_call(), Texts.load("en"))

    assert sentence_.startswith(said)
