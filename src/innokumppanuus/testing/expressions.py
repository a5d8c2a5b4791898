"""Short ways to compile and compute expressions in tests, over one variable of every type."""

from datetime import date
from typing import Any

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import Problem
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.ruleset.expressions import (
    Environment,
    Expression,
    ExpressionProblems,
    Trace,
    Type,
    compile,
)
from innokumppanuus.testing.builders import moment

VARIABLES = {
    "eligible": Type.BOOL,
    "months": Type.INT,
    "share": Type.DOUBLE,
    "sector": Type.STRING,
    "summary": Type.STRING,
    "amount": Type.MONEY,
    "start": Type.DATE,
    "submitted": Type.TIMESTAMP,
    "areas": Type.LIST,
    "call.budget.cap_per_pilot": Type.MONEY,
    "call.timetable.last_moment": Type.TIMESTAMP,
}
OPTIONS = {"sector": ("association", "company"), "areas": ("north", "south")}


def a_function(key: str = "mycity.words", **changes: Any) -> Function:
    """Return a plugin's function that counts words, with *changes*."""
    given: dict[str, Any] = {
        "name": same("number of words"),
        "arguments": ("string",),
        "returns": "int",
        "call": lambda text: len(text.split()),
    }
    return Function(key=key, **{**given, **changes})


def an_environment(*functions: Function) -> Environment:
    """Return one variable of every type, two choices and the *functions*."""
    by_key = {function.key: function for function in functions}
    return Environment(variables=VARIABLES, functions=by_key, options=OPTIONS)


def a_row(**changes: object) -> dict[str, object]:
    """Return a value for every variable; a change to None takes it away."""
    row: dict[str, object] = {
        "eligible": True,
        "months": 10,
        "share": 0.5,
        "sector": "company",
        "summary": "Jyväskylä 😀",
        "amount": Money.of(10_000),
        "start": date(2018, 1, 31),
        "submitted": moment("2017-09-06 12:00"),
        "areas": ("north",),
        "call.budget.cap_per_pilot": Money.of(10_000),
        "call.timetable.last_moment": moment("2017-09-06 23:59"),
    }
    return {**row, **changes}


def compiled(text: str, *functions: Function) -> Expression:
    """Return *text* compiled over all the variables."""
    return compile(text, an_environment(*functions))


def value_of(text: str, *functions: Function, **changes: object) -> object:
    """Return the value of *text* in the row with *changes*."""
    return compiled(text, *functions).evaluate(a_row(**changes))


def trace_of(text: str, *functions: Function, **changes: object) -> Trace:
    """Return the trace of *text* in the row with *changes*."""
    return compiled(text, *functions).trace(a_row(**changes))


def problems_of(text: str, *functions: Function) -> tuple[Problem, ...]:
    """Return what is wrong with *text*; nothing when it compiles."""
    try:
        compiled(text, *functions)
    except ExpressionProblems as error:
        return error.problems
    return ()


def keys_of(text: str, *functions: Function) -> list[str]:
    """Return the keys of what is wrong with *text*, in its order."""
    return [problem.key for problem in problems_of(text, *functions)]
