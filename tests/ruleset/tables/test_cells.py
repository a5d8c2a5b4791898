"""The cells of a table: what each form matches, and where a broken one is told."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import UNKNOWN, Environment, Type, compile
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.evaluation import program
from innokumppanuus.ruleset.tables.cells import Cell, Column, read_cell
from innokumppanuus.testing.builders import moment

ENVIRONMENT = Environment(
    variables={
        "amount": Type.MONEY,
        "months": Type.INT,
        "share": Type.DOUBLE,
        "sector": Type.STRING,
        "town": Type.STRING,
        "themes": Type.LIST,
        "day": Type.DATE,
        "sent": Type.TIMESTAMP,
        "is_new": Type.BOOL,
        "call.budget.cap_per_pilot": Type.MONEY,
    },
    options={"sector": ("company", "association"), "themes": ("home", "food", "art")},
)


def column(text: str) -> Column:
    node = compile(text, ENVIRONMENT).node
    return Column(
        text=text,
        node=node,
        environment=ENVIRONMENT,
        options=ENVIRONMENT.options.get(text, ()),
        zone="Europe/Helsinki",
    )


def read(name: str, text: str) -> tuple[Cell | None, Complaints]:
    complaints = Complaints(text)
    return read_cell(complaints, column(name)), complaints


def meets(name: str, text: str, value: object) -> object:
    cell, complaints = read(name, text)
    assert complaints.problems == []
    assert cell is not None
    if cell.node is None:
        return True
    return program(cell.node).run({name: value, "call.budget.cap_per_pilot": Money.of(500)})


@pytest.mark.parametrize(
    ("name", "text", "yes", "no"),
    [
        ("months", "8", 8, 9),
        ("months", "-5", -5, 5),
        ("months", "< 8", 7, 8),
        ("months", ">=8", 8, 7),
        ("months", "[8..12]", 12, 13),
        ("months", "[ 8 .. 12 )", 11, 12),
        ("months", "(8..12]", 9, 8),
        ("months", "8, 10, > 20", 21, 9),
        ("months", "not(8, [10..12])", 9, 11),
        ("months", "[1..2], [5..6]", 6, 4),
        ("amount", "<= 10000 EUR", Money.of(10_000), Money(1_000_001)),
        ("amount", "(0 EUR..0.50 EUR]", Money(50), Money(0)),
        ("amount", "<= call.budget.cap_per_pilot", Money.of(500), Money.of(501)),
        ("amount", "> eur(10)", Money.of(11), Money.of(10)),
        ("share", "(0..0.5]", 0.5, 0.0),
        ("sector", "company", "company", "association"),
        ("sector", '"company"', "company", "association"),
        ("sector", "not(company)", "association", "company"),
        ("town", "'Pori, Rauma', Oulu", "Pori, Rauma", "Rauma"),
        ("town", "O'Brien", "O'Brien", "O"),
        ("town", r'"a\"b"', 'a"b', "a"),
        ("themes", "home, food", ("art", "food"), ("art",)),
        ("themes", "not(home)", ("art",), ("art", "home")),
        ("day", "[2017-01-01..2017-12-31]", date(2017, 12, 31), date(2018, 1, 1)),
        ("day", "< 2017-01-01", date(2016, 12, 31), date(2017, 1, 1)),
        ("sent", "<= 2017-09-06 23:59", moment("2017-09-06 23:59"), moment("2017-09-07 00:00")),
        ("is_new", "true", True, False),
    ],
)
def test_a_cell_matches_what_it_says(name: str, text: str, yes: Any, no: Any) -> None:
    assert (meets(name, text, yes), meets(name, text, no)) == (True, False)


@pytest.mark.parametrize("name", sorted(ENVIRONMENT.variables))
def test_a_dash_matches_a_missing_value_too(name: str) -> None:
    assert meets(name, " - ", None) is True


def test_a_missing_value_leaves_a_condition_open() -> None:
    assert meets("months", "[8..12]", None) is UNKNOWN


@pytest.mark.parametrize(
    ("name", "text", "key", "column_"),
    [
        ("months", "", "table-cell-empty", 1),
        ("months", "   ", "table-cell-empty", 1),
        ("months", "8, , 9", "table-cell-part", 4),
        ("months", ">=", "table-cell-part", 3),
        ("months", "not()", "table-cell-part", 5),
        ("months", "8..12", "expression-write", 1),
        ("months", "8–12", "expression-write", 1),
        ("months", "≤ 8", "expression-write", 1),
        ("months", "== 8", "expression-write", 1),
        ("months", "!= 8", "expression-write", 1),
        ("months", "[12..8]", "table-range", 1),
        ("months", "(8..8]", "table-range", 1),
        ("months", "[..8]", "table-cell-part", 2),
        ("months", "8, 9.5", "must-be-whole", 4),
        ("months", "99999999999999999999", "must-be-whole", 1),
        ("months", "8; drop", "must-be-whole", 1),
        ("months", "< mnths", "expression-variable", 3),
        ("amount", "<= 10000", "must-be-money", 4),
        ("amount", "<= 10 000 EUR", "must-be-money", 4),
        ("amount", "[1 EUR..months]", "expression-result", 9),
        ("sector", "compny", "expression-option", 1),
        ("sector", "company, asociation", "expression-option", 10),
        ("sector", "< company", "table-cell-order", 1),
        ("sector", '"company', "expression-text-open", 1),
        ("is_new", "maybe", "must-be-yes-no", 1),
        ("is_new", "> false", "table-cell-order", 1),
        ("day", "2017-02-30", "no-such-time", 1),
        ("sent", "< 2017-09-06", "table-cell-moment", 3),
        ("sent", "2017-03-26 03:30", "time-skipped", 1),
    ],
)
def test_a_broken_cell_is_told_where_it_breaks(
    name: str, text: str, key: str, column_: int
) -> None:
    cell, complaints = read(name, text)

    told = [(one.key, one.place.column) for one in complaints.problems]
    assert cell is None
    assert told == [(key, column_)]


@pytest.mark.parametrize("name", sorted(ENVIRONMENT.variables))
@given(text=st.text(alphabet="-<>=()[].,'\"\\ not018EURcompany2017:_é€\n", max_size=30))
def test_no_text_in_a_cell_breaks_the_reader(name: str, text: str) -> None:
    cell, complaints = read(name, text)

    assert (cell is None) == bool(complaints.problems)
