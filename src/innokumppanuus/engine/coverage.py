"""The coverage matrix of a call: where each of the 3P shows on the way from text to report."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from innokumppanuus.domain.call import Call, EligibilityRule
from innokumppanuus.domain.coverage import (
    Coverage,
    CoverageCell,
    CoverageColumn,
    CoverageItem,
    CoverageState,
)
from innokumppanuus.domain.criteria import Criterion, Factor
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.engine.profile import Indicators, entries


def coverage(call: Call, indicators: Indicators) -> Coverage:
    """Return what covers each of the 3P in each column; what covers nothing is a gap to look at."""
    return Coverage(
        call=call.id,
        cells=tuple(
            _cell(call, indicators, principle, column)
            for principle in Principle
            for column in CoverageColumn
        ),
    )


def _cell(
    call: Call, indicators: Indicators, principle: Principle, column: CoverageColumn
) -> CoverageCell:
    items = tuple(_ITEMS[column](call, indicators, principle))
    state = CoverageState.COVERED if items else _uncovered(call, column)
    return CoverageCell(principle=principle, column=column, state=state, items=items)


def _uncovered(call: Call, column: CoverageColumn) -> CoverageState:
    """Return whether the call has things of the column for other principles, or none at all."""
    follow_up = call.follow_up
    is_there = {
        CoverageColumn.CALL_TEXT: call.principles != Principles(),
        CoverageColumn.CRITERION: bool(call.criteria or call.factors or call.eligibility),
        CoverageColumn.EVIDENCE: bool(call.form),
        CoverageColumn.PILOT_INDICATOR: follow_up is not None and bool(follow_up.indicators),
        CoverageColumn.REPORT_FIELD: follow_up is not None and bool(follow_up.report),
    }
    return CoverageState.EMPTY if is_there[column] else CoverageState.NOT_STATED


def _stated(call: Call, indicators: Indicators, principle: Principle) -> Iterator[CoverageItem]:
    """Yield what the text of the call is seen to state."""
    for one in entries(call.principles, indicators):
        if one.principle is principle and one.seen:
            yield CoverageItem(id=one.indicator, name=one.name)


def _judged(call: Call, _: Indicators, principle: Principle) -> Iterator[CoverageItem]:
    judged: tuple[Criterion | Factor | EligibilityRule, ...] = (
        *call.criteria,
        *call.factors,
        *call.eligibility,
    )
    for one in judged:
        if one.principle is principle:
            yield CoverageItem(id=one.id, name=one.name)


def _asked(call: Call, _: Indicators, principle: Principle) -> Iterator[CoverageItem]:
    for one in call.form:
        if one.principle is principle or one.fills.partition(".")[0] == principle:
            yield CoverageItem(id=one.id, name=one.name)


def _followed(call: Call, indicators: Indicators, principle: Principle) -> Iterator[CoverageItem]:
    for key in call.follow_up.indicators if call.follow_up else ():
        if key in indicators[principle]:
            yield CoverageItem(id=key, name=indicators[principle][key].name)


def _reported(call: Call, indicators: Indicators, principle: Principle) -> Iterator[CoverageItem]:
    for one in call.follow_up.report if call.follow_up else ():
        if one.principle is principle or indicators[principle].keys() & set(one.indicators):
            yield CoverageItem(id=one.id, name=one.name)


_ITEMS: Mapping[CoverageColumn, Callable[[Call, Indicators, Principle], Iterable[CoverageItem]]] = {
    CoverageColumn.CALL_TEXT: _stated,
    CoverageColumn.CRITERION: _judged,
    CoverageColumn.EVIDENCE: _asked,
    CoverageColumn.PILOT_INDICATOR: _followed,
    CoverageColumn.REPORT_FIELD: _reported,
}
