"""Times of a call that do not go together. What is not stated goes with everything."""

from datetime import date, datetime

from innokumppanuus.domain.dates import last_day_of, zone
from innokumppanuus.ruleset.linting.desk import Desk, Found

_SATURDAY = 5


def order(desk: Desk) -> Found:
    """The call closes, is decided and starts in this order; the end comes after the start."""
    timetable, lifecycle = desk.call.timetable, desk.call.lifecycle
    closes, decided = timetable.closes.value, timetable.decided.value
    starts, ends = timetable.starts.value, lifecycle.ends_by.value
    due = lifecycle.report_due.value
    if closes and decided:
        values = {"closes": closes, "decided": decided}
        if decided.latest < closes.earliest:
            yield desk.finding("decided-before-close", "timetable.decided", **values)
        elif decided.earliest < closes.latest:
            yield desk.finding("decided-may-precede-close", "timetable.decided", **values)
    if decided and starts:
        values = {"starts": starts, "decided": decided}
        if starts.latest < decided.earliest:
            yield desk.finding("starts-before-decided", "timetable.starts", **values)
        elif starts.earliest < decided.earliest:
            yield desk.finding("starts-may-precede-decided", "timetable.starts", **values)
    if starts and ends and ends.latest < starts.earliest:
        yield desk.finding("ends-before-start", "lifecycle.ends_by", ends=ends, starts=starts)
    if due and ends and due.latest < ends.earliest:
        yield desk.finding("report-before-end", "lifecycle.report_due", due=due, ends=ends)


def durations(desk: Desk) -> Found:
    """A pilot of the shortest and of the longest duration can end in time."""
    lifecycle = desk.call.lifecycle
    months, ends, first = lifecycle.duration_months.value, lifecycle.ends_by.value, _first(desk)
    if months is None or ends is None or first is None:
        return
    limit = _day(desk, ends.latest)
    path = "lifecycle.duration_months"
    values = {"starts": first, "ends": limit}
    shortest = last_day_of(first, months.least) if months.least else first
    if shortest > limit:
        yield desk.finding(
            "shortest-pilot-ends-late", path, **values, months=months.least, last=shortest
        )
    elif months.most is not None and (longest := last_day_of(first, months.most)) > limit:
        yield desk.finding(
            "longest-pilot-ends-late", path, **values, months=months.most, last=longest
        )


def weekend(desk: Desk) -> Found:
    """An office day is safer to close on: somebody is there to help."""
    closes = desk.call.timetable.closes.value
    if closes and (day := _day(desk, closes.latest)).weekday() >= _SATURDAY:
        yield desk.finding("closes-on-weekend", "timetable.closes", day=day)


def _first(desk: Desk) -> date | None:
    """Return the first day on which a pilot may start."""
    timetable = desk.call.timetable
    for fact in (timetable.starts, timetable.decided, timetable.closes):
        if fact.value is not None:
            return _day(desk, fact.value.earliest)
    return None


def _day(desk: Desk, moment: datetime) -> date:
    return moment.astimezone(zone(desk.call.zone)).date()
