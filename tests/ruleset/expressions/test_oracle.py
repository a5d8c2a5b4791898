"""Agreement with CEL as Google's implementation has it, on random expressions and rows."""

import re
from itertools import product
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from innokumppanuus.ruleset.expressions import (
    UNKNOWN,
    Environment,
    ExpressionProblems,
    Type,
    compile,
)
from innokumppanuus.testing.expression_strategies import NAMES, ROWS, VARIABLES, any_text

cel = pytest.importorskip(
    "cel_expr_python.cel",
    reason="cel-expr-python has no wheel for this platform or Python; it is only the oracle",
)

CEL_TYPES = {
    Type.BOOL: cel.Type.BOOL,
    Type.INT: cel.Type.INT,
    Type.DOUBLE: cel.Type.DOUBLE,
    Type.STRING: cel.Type.STRING,
    Type.TIMESTAMP: cel.Type.TIMESTAMP,
    Type.LIST: cel.Type.List(cel.Type.STRING),
}
OURS = Environment(variables=VARIABLES)
THEIRS = cel.NewEnv(
    variables={
        **{name: CEL_TYPES[kind] for name, kind in VARIABLES.items()},
        "given": cel.Type.Map(cel.Type.STRING, cel.Type.BOOL),
    }
)
FIXED = settings(max_examples=300, derandomize=True, deadline=None, database=None)


@attrs.frozen(kw_only=True)
class Deviation:
    """An expression whose value differs from CEL's on purpose; `docs` has them too."""

    text: str
    row: dict[str, object] = attrs.field(factory=dict)
    ours: object
    cel: object
    reason: str


DEVIATIONS = (
    Deviation(
        text="ratio / 0.0",
        row={"ratio": 1.5},
        ours=UNKNOWN,
        cel=float("inf"),
        reason="no rule may be decided by an infinite number",
    ),
    Deviation(
        text="--count",
        row={"count": -(2**63)},
        ours=UNKNOWN,
        cel=-(2**63),
        reason="a pair of signs is computed and checked like any other, CEL drops it",
    ),
    Deviation(
        text="ratio * 1e300",
        row={"ratio": 1e300},
        ours=UNKNOWN,
        cel=float("inf"),
        reason="no rule may be decided by an infinite number",
    ),
    Deviation(
        text='size("a" + "\\u0308")',
        ours=1,
        cel=2,
        reason="one word has one form: texts are composed (NFC)",
    ),
    Deviation(
        text='size("e\\u0301")',
        ours=1,
        cel=2,
        reason="one word has one form: texts are composed (NFC)",
    ),
)

LEFT_OUT = {
    *((sign, Type.BOOL, Type.BOOL) for sign in ("<", "<=", ">", ">=")),
    ("+", Type.LIST, Type.LIST),
    ("-", Type.TIMESTAMP, Type.TIMESTAMP),
}
"""What CEL takes and the subset does not: no order of truth values, no durations, no list sums."""

SUBSET_ONLY = (
    "1u",
    "0x1F",
    'b"a"',
    'r"a"',
    "null",
    "areas[0]",
    "{'a': 1}",
    "areas.exists(x, x == name)",
    "name.matches('a')",
    "int(ratio)",
    "string(count)",
    "type(count)",
    "dyn(count)",
    "duration('1s')",
    "sent.getFullYear()",
    "[1, 'a']",
    "timestamp(name)",
    "1e999",
    "[,]",
    "--name",
    "!!count",
)
"""Valid CEL that the subset leaves out."""

ACCEPTED_ONLY_HERE = ("has(count)", "+".join(["1"] * 40))
"""What the subset takes and CEL does not: has() of a whole name, sums longer than CEL's limit."""


def ours(text: str, row: dict[str, object]) -> object:
    return compile(text, OURS).evaluate(row)


def theirs(text: str, row: dict[str, object]) -> object:
    """Return CEL's value, or UNKNOWN for CEL's error."""
    given_names = {flat(name): True for name in row}
    result = THEIRS.compile(in_cel(text)).eval(data={**row, "given": given_names})
    if result.type() == cel.Type.ERROR:
        return UNKNOWN
    value = result.plain_value()
    return tuple(value) if isinstance(value, list) else value


def in_cel(text: str) -> str:
    """Return *text* with has() of a field of a map, as CEL wants it."""
    return re.sub(r"has\s*\(\s*([\w.]+)\s*\)", lambda match: f"has(given.{flat(match[1])})", text)


def flat(name: str) -> str:
    return name.replace(".", "_")


def we_accept(text: str) -> bool:
    try:
        compile(text, OURS)
    except ExpressionProblems:
        return False
    return True


def cel_accepts(text: str) -> bool:
    try:
        THEIRS.compile(in_cel(text))
    except RuntimeError:
        return False
    return True


WORDS = st.sampled_from(
    [*"+-*/%<>!?:,.()[]", "==", "!=", "<=", ">=", "&&", "||", "in", "1", "2.5", "count", "flag"]
    + ['"a"', "true", "size", "name", "areas", "double"]
)


@FIXED
@given(text=any_text(), rows=st.lists(ROWS, min_size=3, max_size=6))
@example(text="-9223372036854775808 / -1", rows=[{}])
@example(text="-9223372036854775808 % -1", rows=[{}])
@example(text="-7 / 2 + -7 % 2", rows=[{}])
@example(text="count > 1 && flag || !flag", rows=[{"flag": False}, {"flag": True}, {"count": 1}])
def test_random_expression_has_the_value_of_cel(text: str, rows: list[dict[str, object]]) -> None:
    if not we_accept(text):
        assert not cel_accepts(text)
        return

    assert cel_accepts(text)

    for row in rows:
        assert ours(text, row) == theirs(text, row)


@FIXED
@given(text=any_text(), word=WORDS, data=st.data())
def test_changed_expression_that_we_accept_is_cel(
    text: str, word: str, data: st.DataObject
) -> None:
    words = re.findall(r'"(?:[^"\\]|\\.)*"|[\w.]+|&&|\|\||[=!<>]=|\S', text)
    at = data.draw(st.integers(0, len(words) - 1))
    swallowed = data.draw(st.integers(0, 1))

    changed = " ".join([*words[:at], word, *words[at + swallowed :]])

    assert cel_accepts(changed) or not we_accept(changed)


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "in"])
def test_operator_takes_the_types_that_cel_takes(sign: str) -> None:
    accepted = {}
    for left, right in product(CEL_TYPES, repeat=2):
        text = f"{NAMES[left][0]} {sign} {NAMES[right][0]}"
        accepted[(sign, left, right)] = (we_accept(text), cel_accepts(text))

    differing = {pair for pair, (mine, other) in accepted.items() if mine != other}

    assert differing == {pair for pair in LEFT_OUT if pair[0] == sign}


@pytest.mark.parametrize("text", SUBSET_ONLY)
def test_what_the_subset_leaves_out_is_cel(text: str) -> None:
    assert (we_accept(text), cel_accepts(text)) == (False, True)


@pytest.mark.parametrize("text", ACCEPTED_ONLY_HERE)
def test_what_only_the_subset_takes_is_declared(text: str) -> None:
    assert we_accept(text)
    with pytest.raises(RuntimeError):
        THEIRS.compile(text)


@pytest.mark.parametrize(
    "text",
    [
        "1 +",
        "(1",
        "1)",
        "count flag",
        '"a',
        "flag &&",
        "? :",
        "flag ? 1",
        "flag ? other ? 1 : 2 : 3",
        "!-count",
        "-!flag",
        "count.",
        "size(,)",
        "size(name,)",
        "1 == == 2",
        "--9223372036854775808",
        "9223372036854775808",
        "for",
        "name.startsWith",
        "'a\nb'",
        '"\\q"',
        '"\\ud800"',
        "count = 1",
        "flag & other",
        "flag and other",
        "nobody",
        "name.size(1)",
        "flag ? 1 : 1.0",
        "1 in 1",
        'count in ["a"]',
        "!count",
        "-name",
        "double()",
    ],
)
def test_what_cel_rejects_is_rejected(text: str) -> None:
    assert (we_accept(text), cel_accepts(text)) == (False, False)


@pytest.mark.parametrize("deviation", DEVIATIONS, ids=lambda one: one.text)
def test_declared_deviation_from_cel_is_as_declared(deviation: Deviation) -> None:
    values = ours(deviation.text, deviation.row), theirs(deviation.text, deviation.row)

    assert values == (deviation.ours, deviation.cel)


@pytest.mark.parametrize("deviation", DEVIATIONS, ids=lambda one: one.text)
def test_declared_deviation_is_on_the_page(deviation: Deviation) -> None:
    page = Path(__file__).parents[3] / "docs" / "explanation" / "expressions.md"

    assert f"`{deviation.text}`" in page.read_text(encoding="utf-8")
