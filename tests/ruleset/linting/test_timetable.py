"""Times that do not go together, each found and not found."""

import pytest

from innokumppanuus.testing.linting import NO_CLASH, paths

DECIDED = NO_CLASH[0]
STARTS = "starts: {status: missing, note: Ilmoitus ei kerro.}"
ENDS, DUE = "ends_by: 2027", "report_due: 2028-01"
CLOSES = "value: 2026-09-07 23:59"


@pytest.mark.parametrize(
    ("key", "path", "with_it", "without"),
    [
        ("decided-before-close", "timetable.decided", [(DECIDED, "2026-09-06")], [NO_CLASH]),
        ("decided-may-precede-close", "timetable.decided", [], [NO_CLASH]),
        (
            "starts-before-decided",
            "timetable.starts",
            [NO_CLASH, (STARTS, "starts: 2026-09-19")],
            [NO_CLASH, (STARTS, "starts: 2026-09-20")],
        ),
        (
            "starts-may-precede-decided",
            "timetable.starts",
            [NO_CLASH, (STARTS, "starts: 2026-09")],
            [NO_CLASH, (STARTS, "starts: 2026-10")],
        ),
        (
            "ends-before-start",
            "lifecycle.ends_by",
            [(STARTS, "starts: 2028-01-01")],
            [(STARTS, "starts: 2027-12-31")],
        ),
        (
            "report-before-end",
            "lifecycle.report_due",
            [(DUE, "report_due: 2026-12-31")],
            [(ENDS, "ends_by: 2027-12-31"), (DUE, "report_due: 2027-12-31")],
        ),
        (
            "shortest-pilot-ends-late",
            "lifecycle.duration_months",
            [(STARTS, "starts: 2026-09-01"), (ENDS, "ends_by: 2027-04-29")],
            [(STARTS, "starts: 2026-09-01"), (ENDS, "ends_by: 2027-04-30")],
        ),
        (
            "longest-pilot-ends-late",
            "lifecycle.duration_months",
            [(STARTS, "starts: 2026-09-01"), (ENDS, "ends_by: 2027-08-30")],
            [(STARTS, "starts: 2026-09-01"), (ENDS, "ends_by: 2027-08-31")],
        ),
        (
            "closes-on-weekend",
            "timetable.closes",
            [(CLOSES, "value: 2026-09-06 23:59")],
            [(CLOSES, "value: 2026-09-04 23:59")],
        ),
    ],
)
def test_a_time_amiss_is_found_where_it_stands_and_only_then(
    key: str, path: str, with_it: list[tuple[str, str]], without: list[tuple[str, str]]
) -> None:
    assert path in paths(key, *with_it)
    assert path not in paths(key, *without)
