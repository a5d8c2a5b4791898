"""Conflicts: declared, found by comparing, ruled on, and what they remove."""

from datetime import date
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.assessment import Removal
from innokumppanuus.domain.call import ConflictScope, Field, FieldType
from innokumppanuus.domain.conflicts import (
    Conflict,
    ConflictBasis,
    Interest,
    InterestKind,
    Ruling,
    RulingKind,
)
from innokumppanuus.domain.panel import (
    BusinessGroup,
    EvaluationPanel,
    Evaluator,
    PanelPolicy,
    Replacement,
)
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.engine.conflicts import (
    barred,
    conflicts_of,
    elsewhere,
    plain_name,
    policy_of,
    removals,
    removals_by,
    without_conflicts,
)
from innokumppanuus.testing.builders import a_call, a_form, a_sheet, an_application, label
from innokumppanuus.testing.decisions import core_plugins

FREE = a_sheet("A", {"H01": {"K1": 4}, "H02": {"K1": 2}})
CONFLICTED = a_sheet("B", {"H01": {"K1": 5}, "H02": {"K1": 5}}, conflicts={"H01": "hallituksessa"})


def test_a_declared_conflict_is_kept_with_its_ground() -> None:
    found = removals([CONFLICTED, FREE])

    assert found == (Removal(evaluator="B", application="H01", ground="hallituksessa"),)


def test_a_conflict_removes_the_evaluator_from_the_whole_call() -> None:
    kept = without_conflicts([CONFLICTED, FREE], removals([CONFLICTED]), ConflictScope.CALL)

    assert kept == (FREE,)


def test_a_conflict_can_remove_the_one_application_only() -> None:
    kept = without_conflicts([CONFLICTED], removals([CONFLICTED]), ConflictScope.APPLICATION)

    assert {mark.application for sheet in kept for mark in sheet.marks} == {"H02"}
    assert {one.application for sheet in kept for one in sheet.declarations} == {"H02"}


FIELD = (
    an_application("H01", applicant="Kuvitteellinen Oy", owner=BusinessId("1234567-1")),
    an_application("H02", applicant="Toinen Kuvitteellinen Oy"),
)
CALL = a_call(
    form=(*a_form(), Field(id="owner", name=label(), type=FieldType.BUSINESS_ID)),
)
GROUNDS = core_plugins().conflict_grounds()


def of(*evaluators: Evaluator, **panel: Any) -> dict[tuple[str, str, str], Conflict]:
    given = EvaluationPanel(evaluators=evaluators, **panel)
    found = conflicts_of(CALL, FIELD, given, (), GROUNDS)
    return {(one.evaluator, one.application, one.ground): one for one in found}


def tied(kind: InterestKind, **given: Any) -> Evaluator:
    return Evaluator(id="A", interests=(Interest(kind=kind, **given),))


def ruling(kind: RulingKind, ground: str = "", day: int = 1) -> Ruling:
    return Ruling(
        kind=kind,
        evaluator="A",
        application="H01",
        ground=ground,
        by="Puheenjohtaja",
        on=date(2026, 3, day),
        reason="Kuvitteellinen syy",
    )


def test_a_tie_to_an_application_is_a_declared_conflict() -> None:
    found = of(tied(InterestKind.CLOSE_PERSON, application="H01"))

    assert found["A", "H01", "close_person"].basis is ConflictBasis.DECLARED


def test_a_business_id_in_the_application_is_found() -> None:
    found = of(tied(InterestKind.BOARD, business_id=BusinessId("1234567-1")))

    assert found["A", "H01", "board"].basis is ConflictBasis.FOUND
    assert found["A", "H01", "board"].because == "1234567-1"


def test_the_name_of_the_applicant_is_found_whatever_its_case_and_spacing() -> None:
    found = of(tied(InterestKind.SERVICE, organisation="KUVITTEELLINEN  oy"))

    assert ("A", "H01", "service") in found
    assert ("A", "H02", "service") not in found


def test_the_evaluators_own_workplace_is_a_tie() -> None:
    found = of(Evaluator(id="A", organisation="Kuvitteellinen Oy"))

    assert ("A", "H01", "employer") in found


def test_a_company_of_the_same_group_is_found() -> None:
    mine, theirs = BusinessId("7654321-2"), BusinessId("1234567-1")
    group = BusinessGroup(name="Kuvitteellinen konserni", members=(mine, theirs))

    found = of(Evaluator(id="A", business_id=mine), groups=(group,))

    assert [key for key in found if key[1] == "H01"] == [("A", "H01", "group")]


def test_a_tie_to_one_applicant_is_a_tie_to_its_rivals() -> None:
    found = of(tied(InterestKind.EMPLOYER, organisation="Kuvitteellinen Oy"))

    assert found["A", "H02", "rival"].because == "H01"


def test_only_the_grounds_that_are_named_are_looked_at() -> None:
    panel = EvaluationPanel(evaluators=(tied(InterestKind.BOARD, application="H01"),))
    grounds = {"employer": GROUNDS["employer"]}

    assert conflicts_of(CALL, FIELD, panel, (), grounds) == ()


@pytest.mark.parametrize(
    ("kind", "is_rival"),
    [(RulingKind.CLEARED, False), (RulingKind.WAIVED, True), (RulingKind.UPHELD, True)],
)
def test_a_tie_that_was_cleared_makes_nobody_a_rival(kind: RulingKind, is_rival: bool) -> None:
    found = of(
        tied(InterestKind.EMPLOYER, organisation="Kuvitteellinen Oy"), rulings=(ruling(kind),)
    )

    assert (("A", "H02", "rival") in found) == is_rival


def test_a_cleared_conflict_does_not_count() -> None:
    found = of(
        tied(InterestKind.BOARD, organisation="Kuvitteellinen Oy"),
        rulings=(ruling(RulingKind.CLEARED),),
    )

    assert not found["A", "H01", "board"].counts


def test_a_waiver_of_a_ground_that_can_be_waived_lets_the_evaluator_go_on() -> None:
    found = of(
        tied(InterestKind.SERVICE, organisation="Kuvitteellinen Oy"),
        rulings=(ruling(RulingKind.WAIVED, "service"),),
    )

    assert not found["A", "H01", "service"].counts


def test_a_waiver_of_another_ground_changes_nothing() -> None:
    found = of(
        tied(InterestKind.BOARD, organisation="Kuvitteellinen Oy"),
        rulings=(ruling(RulingKind.WAIVED),),
    )

    assert found["A", "H01", "board"].counts


def test_the_last_ruling_decides() -> None:
    found = of(
        tied(InterestKind.SERVICE, organisation="Kuvitteellinen Oy"),
        rulings=(ruling(RulingKind.UPHELD, day=2), ruling(RulingKind.CLEARED, day=1)),
    )

    assert found["A", "H01", "service"].counts


def test_what_a_sheet_declares_is_waived_by_the_ground_that_the_ruling_names() -> None:
    sheets = [a_sheet("A", {}, {"H01": "ostan heiltä palveluja"})]
    given = EvaluationPanel(rulings=(ruling(RulingKind.WAIVED, "service"),))

    (found,) = conflicts_of(CALL, FIELD, given, sheets, GROUNDS)

    assert (found.because, found.counts) == ("ostan heiltä palveluja", False)


def test_a_waived_conflict_removes_no_scores() -> None:
    sheets = [a_sheet("A", {"H01": {"K1": 3}})]
    conflict = Conflict(evaluator="A", application="H01", counts=False)

    assert removals_by([conflict], EvaluationPanel(), sheets) == ()


def test_a_found_conflict_removes_the_scores_with_its_ground() -> None:
    sheets = [a_sheet("A", {"H01": {"K1": 3}})]
    conflict = Conflict(evaluator="A", application="H01", ground="board", because="1234567-1")

    (removal,) = removals_by([conflict], EvaluationPanel(), sheets)

    assert (removal.key, removal.ground) == ("board", "1234567-1")


def replaced(application: str = "") -> EvaluationPanel:
    change = Replacement(
        evaluator="A",
        substitute="B",
        application=application,
        by="Puheenjohtaja",
        on=date(2026, 3, 1),
        reason="Kuvitteellinen syy",
    )
    return EvaluationPanel(replacements=(change,))


def test_the_scores_of_somebody_replaced_do_not_count_where_replaced() -> None:
    sheets = [a_sheet("A", {"H01": {"K1": 3}, "H02": {"K1": 3}})]

    removed = removals_by([], replaced("H01"), sheets)
    (kept,) = without_conflicts(sheets, removed, ConflictScope.CALL)

    assert [mark.application for mark in kept.marks] == ["H02"]


def test_a_conflict_bars_from_the_whole_call_when_the_rule_set_says_so() -> None:
    conflict = Conflict(evaluator="A", application="H01")

    assert barred(CALL, [conflict], ["H01", "H02"]) == {("A", "H01"), ("A", "H02")}


def test_a_conflict_bars_from_one_application_when_the_rule_set_says_so() -> None:
    assert CALL.assessment is not None
    scope = attrs.evolve(CALL.assessment, conflict_removes=ConflictScope.APPLICATION)
    call = attrs.evolve(CALL, assessment=scope)

    assert barred(call, [Conflict(evaluator="A", application="H01")], ["H01", "H02"]) == {
        ("A", "H01")
    }


def test_a_conflict_elsewhere_is_told_where_it_reaches_the_whole_call() -> None:
    conflict = Conflict(evaluator="A", application="H01")

    assert elsewhere(CALL, [conflict], "H02") == (conflict,)
    assert elsewhere(CALL, [conflict], "H01") == ()
    assert elsewhere(CALL, [attrs.evolve(conflict, counts=False)], "H02") == ()


def test_a_conflict_elsewhere_is_nothing_where_it_reaches_one_application() -> None:
    assert CALL.assessment is not None
    scope = attrs.evolve(CALL.assessment, conflict_removes=ConflictScope.APPLICATION)

    assert (
        elsewhere(
            attrs.evolve(CALL, assessment=scope),
            [Conflict(evaluator="A", application="H01")],
            "H02",
        )
        == ()
    )


def test_without_a_policy_the_usual_one_holds() -> None:
    assert policy_of(CALL) == PanelPolicy()


def test_names_are_compared_without_case_and_spacing() -> None:
    assert plain_name("  Kuvitteellinen   OY ") == "kuvitteellinen oy"
