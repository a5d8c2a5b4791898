"""Random expressions over the part of the language that CEL has too, and rows for them."""

from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any

from hypothesis import strategies as st

from innokumppanuus.ruleset.expressions import Type

VARIABLES = {
    "flag": Type.BOOL,
    "other": Type.BOOL,
    "count": Type.INT,
    "call.most": Type.INT,
    "ratio": Type.DOUBLE,
    "name": Type.STRING,
    "place": Type.STRING,
    "sent": Type.TIMESTAMP,
    "closes": Type.TIMESTAMP,
    "areas": Type.LIST,
}
MISSING = object()


def quoted(text: str) -> str:
    """Return *text* as a literal, with escapes for what cannot stand in one."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + plain.replace("€", "\\u20ac") + '"'


CHARACTERS = st.text(alphabet="aäÅ€Ж😀'\"\\\n ", max_size=4)
WHOLE = st.one_of(
    st.integers(-20, 20), st.sampled_from([2**63 - 1, -(2**63), 2**53 + 1, 3037000500])
)
REAL = st.floats(-1e6, 1e6, allow_nan=False)
CLOSING = datetime(2017, 9, 6, 20, 59, tzinfo=UTC)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(timedelta(hours=-5))])
MOMENTS = st.builds(
    lambda microseconds, zone: (CLOSING + timedelta(microseconds=microseconds)).astimezone(zone),
    st.integers(-1_000_000, 1_000_000),
    ZONES,
)
VALUES: dict[Type, st.SearchStrategy[Any]] = {
    Type.BOOL: st.booleans(),
    Type.INT: WHOLE,
    Type.DOUBLE: REAL,
    Type.STRING: CHARACTERS,
    Type.TIMESTAMP: MOMENTS,
    Type.LIST: st.lists(CHARACTERS, max_size=3),
}
LITERALS: dict[Type, st.SearchStrategy[str]] = {
    Type.BOOL: st.sampled_from(["true", "false"]),
    Type.INT: WHOLE.map(str),
    Type.DOUBLE: REAL.map(repr),
    Type.STRING: CHARACTERS.map(quoted),
    Type.TIMESTAMP: MOMENTS.map(lambda one: f'timestamp("{one.isoformat()}")'),
    Type.LIST: st.lists(CHARACTERS.map(quoted), max_size=3).map(lambda i: f"[{', '.join(i)}]"),
}
NAMES = {kind: [name for name, one in VARIABLES.items() if one is kind] for kind in LITERALS}
ROWS = st.fixed_dictionaries(
    {name: st.one_of(st.just(MISSING), VALUES[kind]) for name, kind in VARIABLES.items()}
).map(lambda row: {name: value for name, value in row.items() if value is not MISSING})


def joined(*pieces: st.SearchStrategy[str] | str) -> st.SearchStrategy[str]:
    parts = (st.just(piece) if isinstance(piece, str) else piece for piece in pieces)
    return st.tuples(*parts).map("".join)


def signed(sign: str, text: str) -> str:
    """Return *text* with one sign more, but no pair of signs: CEL drops those unchecked."""
    return f"{sign}({text})" if text.startswith(sign) else sign + text


@cache
def texts(kind: Type, depth: int) -> st.SearchStrategy[str]:
    """Return expressions of *kind*; where precedence parts what was put together, ill-typed."""
    leaf = st.one_of(LITERALS[kind], *(st.sampled_from(NAMES[kind]) for _ in range(2)))
    if depth == 0:
        return leaf

    def sub(one: Type) -> st.SearchStrategy[str]:
        inner = st.deferred(lambda: texts(one, depth - 1))
        return st.one_of(inner, joined("(", inner, ")"))

    def either(one: Type) -> st.SearchStrategy[str]:
        return joined(sub(Type.BOOL), " ? ", sub(one), " : ", sub(one))

    whole, real, word, moment = (
        sub(one) for one in (Type.INT, Type.DOUBLE, Type.STRING, Type.TIMESTAMP)
    )
    order = st.sampled_from([" < ", " <= ", " > ", " >= ", " == ", " != "])
    same = st.sampled_from([" == ", " != "])
    calls = st.sampled_from([".startsWith(", ".endsWith(", ".contains("])
    grown: dict[Type, list[st.SearchStrategy[str]]] = {
        Type.BOOL: [
            joined(sub(Type.BOOL), st.sampled_from([" && ", " || "]), sub(Type.BOOL)),
            joined(
                sub(Type.BOOL),
                " && ",
                sub(Type.BOOL),
                " || ",
                sub(Type.BOOL),
                " && ",
                sub(Type.BOOL),
            ),
            sub(Type.BOOL).map(lambda text: signed("!", text)),
            joined(sub(Type.BOOL), same, sub(Type.BOOL)),
            joined(sub(Type.LIST), same, sub(Type.LIST)),
            *(joined(one, order, one) for one in (whole, real, word, moment)),
            joined("(", word, ")", calls, word, ")"),
            joined(word, " in ", sub(Type.LIST)),
            joined(whole, " in [", whole, ", ", whole, "]"),
            joined(moment, " in [", moment, "]"),
            st.sampled_from(sorted(VARIABLES)).map(lambda name: f"has({name})"),
        ],
        Type.INT: [
            joined(whole, st.sampled_from([" + ", " - ", " * ", " / ", " % "]), whole),
            whole.map(lambda text: signed("-", text)),
            joined("size(", st.one_of(word, sub(Type.LIST)), ")"),
            joined("(", word, ").size()"),
        ],
        Type.DOUBLE: [
            joined(real, st.sampled_from([" + ", " - ", " * "]), real),
            joined(real, " / ", REAL.filter(lambda one: abs(one) > 1e-3).map(repr)),
            real.map(lambda text: signed("-", text)),
            joined("double(", whole, ")"),
        ],
        Type.STRING: [joined(word, " + ", word)],
        Type.TIMESTAMP: [],
        Type.LIST: [joined("[", word, ", ", word, "]")],
    }
    return st.one_of(leaf, *grown[kind], either(kind))


@st.composite
def any_text(draw: st.DrawFn, depth: int = 3) -> str:
    """Return an expression of any type but those that are only leaves, half of them conditions."""
    kinds = [Type.BOOL, Type.BOOL, Type.INT, Type.DOUBLE]
    return draw(texts(draw(st.sampled_from(kinds)), depth))
