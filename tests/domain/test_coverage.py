from innokumppanuus.domain.coverage import (
    Coverage,
    CoverageCell,
    CoverageColumn,
    CoverageItem,
    CoverageState,
)
from innokumppanuus.domain.principles import Principle
from innokumppanuus.testing.builders import label

COVERED = CoverageCell(
    principle=Principle.PARTNERSHIP,
    column=CoverageColumn.CRITERION,
    state=CoverageState.COVERED,
    items=(CoverageItem(id="K1", name=label()),),
)
EMPTY = CoverageCell(
    principle=Principle.PARTNERSHIP, column=CoverageColumn.EVIDENCE, state=CoverageState.EMPTY
)
UNSTATED = CoverageCell(
    principle=Principle.PARTNERSHIP,
    column=CoverageColumn.REPORT_FIELD,
    state=CoverageState.NOT_STATED,
)
MATRIX = Coverage(call="koehaku", cells=(COVERED, EMPTY, UNSTATED))


def test_every_cell_that_nothing_covers_is_a_gap() -> None:
    assert list(MATRIX.gaps()) == [EMPTY, UNSTATED]


def test_a_cell_is_found_by_its_row_and_column() -> None:
    assert MATRIX.cell(Principle.PARTNERSHIP, CoverageColumn.EVIDENCE) == EMPTY
