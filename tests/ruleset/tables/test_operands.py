"""Values in cells: literals as rule sets write them, and expressions."""

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import Environment, Type
from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.nodes import Constant
from innokumppanuus.ruleset.tables.operands import Reading, ordered, read_operand
from innokumppanuus.testing.builders import moment


def read(text: str, kind: Type) -> tuple[object, list[str]]:
    complaints = Complaints(text)
    reading = Reading(
        complaints=complaints,
        start=0,
        end=len(text),
        type=kind,
        environment=Environment(variables={"months": Type.INT}),
        zone="Europe/Helsinki",
    )
    node = read_operand(reading)
    value = node.value if isinstance(node, Constant) else node
    return value, [problem.key for problem in complaints.problems]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("8", Type.INT, 8),
        ("8", Type.DOUBLE, 8.0),
        ("10.50 EUR", Type.MONEY, Money(1050)),
        ("eur(10.5)", Type.MONEY, Money(1050)),
        ("not so small", Type.STRING, "not so small"),
        ("'quoted'", Type.STRING, "quoted"),
        ("true", Type.BOOL, True),
        ("2017-09-06 23:59", Type.TIMESTAMP, moment("2017-09-06 23:59")),
    ],
)
def test_a_literal_becomes_its_value(text: str, kind: Type, value: object) -> None:
    assert read(text, kind) == (value, [])


def test_an_expression_stays_an_expression() -> None:
    node, problems = read("months + 1", Type.INT)

    assert problems == []
    assert not isinstance(node, (int, Constant))


def test_a_sum_without_its_currency_is_no_sum() -> None:
    assert read("10000", Type.MONEY) == (None, ["must-be-money"])


def test_moments_are_compared_as_moments_and_not_as_clock_faces() -> None:
    first = Constant(start=0, end=0, type=Type.TIMESTAMP, value=moment("2017-09-06 23:59"))

    assert ordered(first).utcoffset().total_seconds() == 0
