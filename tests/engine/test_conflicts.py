from innokumppanuus.domain.assessment import Removal
from innokumppanuus.domain.call import ConflictScope
from innokumppanuus.engine.conflicts import removals, without_conflicts
from innokumppanuus.testing.builders import a_sheet

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
