"""Balance and inclusion are exact, and what is hidden cannot be reckoned back."""

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import same
from innokumppanuus_parasta_itaa.domain.canvas import ParticipantRole
from innokumppanuus_parasta_itaa.domain.meetings import Attendance, Meeting, Stage
from innokumppanuus_parasta_itaa.engine.balance import effective_roles, inclusion

LEAST = 5
COUNTS = st.integers(min_value=0, max_value=12)


def a_meeting(*counts: int | None, stage: Stage = Stage.IDEATE, id_: str = "m") -> Meeting:
    clients, experts, stakeholders, decision_makers = counts
    return Meeting(
        id=id_,
        name=same("Paja"),
        on=When.day(date(2022, 3, 1), "Europe/Helsinki"),
        stage=stage,
        attendance=Attendance(
            clients=clients,
            experts=experts,
            stakeholders=stakeholders,
            decision_makers=decision_makers,
        ),
    )


def test_four_equal_roles_are_four() -> None:
    assert effective_roles([7, 7, 7, 7]) == 4


def test_one_role_alone_is_one() -> None:
    assert effective_roles([0, 9, 0, 0]) == 1


def test_balance_by_hand() -> None:
    # 10 + 5 + 5 + 20 = 40; squares 100 + 25 + 25 + 400 = 550; 1600 / 550 = 32/11.
    found = inclusion([a_meeting(10, 5, 5, 20)], LEAST)

    assert found.balance == (Fraction(32, 11), Fraction(32, 11))


def test_number_below_the_least_is_hidden_and_nobody_is_not() -> None:
    (row,) = inclusion([a_meeting(0, 1, 4, 5)], LEAST).rows

    shown = [row.counts[role] for role in ParticipantRole]
    assert [(one.least, one.most) for one in shown if one] == [(0, 0), (1, 4), (1, 4), (5, 5)]


def test_sum_with_a_hidden_number_is_told_by_its_bounds() -> None:
    (row,) = inclusion([a_meeting(20, 3, 7, 6)], LEAST).rows

    assert (row.total.least, row.total.most) == (34, 37)


@settings(deadline=None)
@given(hidden=st.lists(st.integers(min_value=1, max_value=LEAST - 1), min_size=3, max_size=3))
def test_what_is_shown_is_the_same_whatever_the_hidden_numbers_are(hidden: list[int]) -> None:
    one, two, three = hidden

    def shown(a: int, b: int, c: int) -> object:
        return inclusion([a_meeting(a, 9, 6, b, id_="1"), a_meeting(8, c, 0, 7, id_="2")], LEAST)

    assert shown(one, two, three) == shown(1, 1, 1)


@settings(deadline=None)
@given(st.lists(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS), min_size=1, max_size=2))
def test_true_balance_lies_within_the_bounds(rows: list[tuple[int, int, int, int]]) -> None:
    meetings = [a_meeting(*row, id_=str(place)) for place, row in enumerate(rows)]
    sums = [sum(column) for column in zip(*rows, strict=True)]

    balance = inclusion(meetings, LEAST).balance

    if not any(sums):
        assert balance is None
    else:
        assert balance is not None
        assert balance[0] <= effective_roles(sums) <= balance[1]


@settings(deadline=None)
@given(st.tuples(COUNTS, COUNTS, COUNTS, COUNTS))
def test_bounds_are_as_narrow_as_whole_people_let_them(row: tuple[int, int, int, int]) -> None:
    may_be = [range(1, LEAST) if 0 < one < LEAST else (one,) for one in row]
    balances = [effective_roles(one) for one in product(*may_be) if any(one)]

    balance = inclusion([a_meeting(*row)], LEAST).balance

    if balances:
        assert balance is not None
        assert balance[0] == min(balances)
        assert max(balances) <= balance[1] <= 4


def test_role_that_never_came_is_absent() -> None:
    found = inclusion([a_meeting(5, 5, 5, 0), a_meeting(6, 6, 6, 0, id_="n")], LEAST)

    assert found.absent == (ParticipantRole.DECISION_MAKERS,)


def test_role_that_nobody_recorded_is_not_absent() -> None:
    found = inclusion([a_meeting(5, 5, 5, None)], LEAST)

    assert found.absent == ()
    assert found.unrecorded == (ParticipantRole.DECISION_MAKERS,)


def test_meeting_with_a_role_unrecorded_is_left_out_of_the_balance() -> None:
    whole, part = a_meeting(6, 6, 6, 6), a_meeting(60, 0, 0, None, id_="n")

    found = inclusion([whole, part], LEAST)

    assert (found.balance, found.recorded, found.together) == ((4, 4), 1, 1)


def test_hidden_number_counts_as_somebody_who_came() -> None:
    found = inclusion([a_meeting(1, 5, 5, 5)], LEAST)

    assert (found.together, found.absent) == (1, ())


@pytest.mark.parametrize("clients", [0, 5])
def test_role_that_came_to_no_meeting_of_a_stage_is_told(clients: int) -> None:
    meetings = [
        a_meeting(9, 9, 9, 9, stage=Stage.IDEATE),
        a_meeting(clients, 9, 9, 9, stage=Stage.DECIDE, id_="n"),
    ]

    lacking = inclusion(meetings, LEAST).lacking

    assert lacking == (() if clients else ((Stage.DECIDE, ParticipantRole.CLIENTS),))


def test_without_meetings_there_is_no_balance() -> None:
    assert inclusion([], LEAST).balance is None
