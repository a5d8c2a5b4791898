"""Whether each of the 3P is carried from the text of a call to its final report, and where not."""

from collections.abc import Iterator
from enum import StrEnum

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle


class CoverageColumn(StrEnum):
    """Where a principle should show on its way through a call (kattavuuden vaihe)."""

    CALL_TEXT = "call_text"
    CRITERION = "criterion"
    EVIDENCE = "evidence"
    PILOT_INDICATOR = "pilot_indicator"
    REPORT_FIELD = "report_field"


class CoverageState(StrEnum):
    """
    How a cell stands (kattavuuden tila).

    `empty` is a call that has such things, but none for the principle; `not_stated` is a call that
    says nothing of such things at all.
    """

    COVERED = "covered"
    EMPTY = "empty"
    NOT_STATED = "not_stated"


@attrs.frozen(kw_only=True)
class CoverageItem:
    """
    One thing that serves a principle (kattava kohta).

    Attributes:
        id: Its id, or its key.
        name: What it is called.
    """

    id: str
    name: Label


@attrs.frozen(kw_only=True)
class CoverageCell:
    """
    One principle in one column (kattavuusmatriisin solu).

    Attributes:
        principle: The row.
        column: The column.
        state: Covered, empty or not stated.
        items: What covers it.
    """

    principle: Principle
    column: CoverageColumn
    state: CoverageState
    items: tuple[CoverageItem, ...] = ()


@attrs.frozen(kw_only=True)
class Coverage:
    """
    The coverage matrix of a call (kattavuusmatriisi).

    Attributes:
        call: Id of the call.
        cells: Row by row.
    """

    call: str
    cells: tuple[CoverageCell, ...] = ()

    def cell(self, principle: Principle, column: CoverageColumn) -> CoverageCell:
        """Return the cell; every principle has one in every column."""
        return next(one for one in self.cells if (one.principle, one.column) == (principle, column))

    def gaps(self) -> Iterator[CoverageCell]:
        """Yield the cells that nothing covers: what people should look at."""
        return (one for one in self.cells if one.state is not CoverageState.COVERED)
