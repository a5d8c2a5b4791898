from collections.abc import Mapping

import attrs
import pytest

from innokumppanuus.domain.call import MissingScores
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.panel_health import AbsenceEffect
from innokumppanuus.domain.sources import stated
from innokumppanuus.engine.absences import shares_chosen, without_applications, without_evaluators
from innokumppanuus.engine.decision import decide
from innokumppanuus.testing.builders import a_call, a_ruleset, a_sheet, an_application
from innokumppanuus.testing.decisions import core_plugins

PLUGINS = core_plugins()
SCORES = {"H01": (5, 1), "H02": (3, 2), "H03": (2, 2)}
"""With both evaluators H01 is best, without A it is H02 or H03, without B it is H01."""


def decided(
    scores: Mapping[str, tuple[int, ...]],
    money: int = 10_000,
    how: MissingScores = MissingScores.EXCLUDED,
    conflicts: Mapping[str, Mapping[str, str]] | None = None,
) -> Decision:
    base = a_call()
    assert base.assessment is not None
    ruleset = a_ruleset(
        assessment=attrs.evolve(base.assessment, missing_scores=how),
        budget=attrs.evolve(base.budget, total=stated(Money.of(money))),
    )
    panel = range(max(len(row) for row in scores.values()))
    sheets = [
        a_sheet(
            "ABCD"[i],
            {one: dict.fromkeys(("K1", "K2", "K3"), row[i]) for one, row in scores.items()},
            (conflicts or {}).get("ABCD"[i]),
        )
        for i in panel
    ]
    return decide(ruleset, [an_application(one) for one in scores], sheets, PLUGINS)


def by_id(found: object) -> dict[str, AbsenceEffect]:
    return {one.id: one for one in found}  # type: ignore[attr-defined]


def test_without_an_evaluator_the_applications_move() -> None:
    found = by_id(without_evaluators(decided(SCORES), PLUGINS))

    assert (found["A"].moved, found["B"].moved) == ({"H01": -2, "H02": 1, "H03": 2}, {})


def test_a_choice_that_people_would_have_to_make_is_told() -> None:
    found = by_id(without_evaluators(decided(SCORES), PLUGINS))

    assert (found["A"].is_open, found["A"].dropped, found["B"].holds) == (True, ("H01",), True)


def test_the_place_of_a_chosen_one_that_withdraws_may_be_filled() -> None:
    found = by_id(without_applications(decided(SCORES), PLUGINS))

    assert (found["H01"].entered, found["H01"].was_chosen, found["H01"].holds) == (
        ("H02",),
        True,
        True,
    )


def test_nothing_changes_when_one_withdraws_that_was_not_chosen() -> None:
    found = by_id(without_applications(decided(SCORES), PLUGINS))

    assert (found["H03"].moved, found["H03"].entered, found["H03"].holds) == ({}, (), True)


def test_an_evaluator_freed_of_a_conflict_counts_when_the_application_withdraws() -> None:
    scores = {"H01": (5, 1), "H02": (3, 1), "H03": (2, 5)}
    decision = decided(scores, conflicts={"B": {"H01": "oma hanke"}})

    found = by_id(without_applications(decision, PLUGINS))

    assert found["H01"].entered == ("H03",)


def test_who_is_freed_of_a_conflict_is_told_with_the_withdrawal() -> None:
    scores = {"H01": (5, 1), "H02": (3, 1), "H03": (2, 5)}

    found = by_id(
        without_applications(decided(scores, conflicts={"B": {"H01": "oma hanke"}}), PLUGINS)
    )

    assert {one: found[one].freed for one in found} == {"H01": ("B",), "H02": (), "H03": ()}


def test_who_has_a_conflict_with_another_application_too_is_not_freed() -> None:
    scores = {"H01": (5, 1), "H02": (3, 1), "H03": (2, 5)}
    conflicts = {"B": {"H01": "oma hanke", "H02": "oma hanke"}}

    found = by_id(without_applications(decided(scores, conflicts=conflicts), PLUGINS))

    assert {one.freed for one in found.values()} == {()}


@pytest.mark.parametrize("how", [MissingScores.IMPUTED, MissingScores.RAW_SUM])
def test_an_absence_is_what_a_decision_without_the_sheet_comes_to(how: MissingScores) -> None:
    scores = {"H01": (5, 3, 1), "H02": (3, 4, 2), "H03": (2, 1, 5), "H04": (1, 1, 4)}
    decision = decided(scores, 20_000, how)

    found = by_id(without_evaluators(decision, PLUGINS))

    assert decision.selection is not None and decision.selection.chosen is not None
    for place, name in enumerate("ABC"):
        rest = {
            one: tuple(s for i, s in enumerate(row) if i != place) for one, row in scores.items()
        }
        made = decided(rest, 20_000, how).selection
        assert made is not None
        sets = [set(one.applications) for one in made.optima.portfolios]
        sure = set(made.chosen.applications) if made.chosen else set.intersection(*sets)
        before = set(decision.selection.chosen.applications)
        assert (set(found[name].entered), set(found[name].dropped)) == (
            sure - before,
            before - sure,
        )


def test_in_how_many_absences_each_is_chosen_is_counted() -> None:
    decision = decided(SCORES)

    found = shares_chosen(without_applications(decision, PLUGINS), decision)

    assert found == {"H01": 2, "H02": 1}
