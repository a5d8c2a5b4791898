"""Random expressions over the whole language and random rows, by seed: thousands in a second."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions import Environment, Expression, ExpressionProblems, compile
from innokumppanuus.ruleset.expressions.value_types import Type

VARIABLES: Mapping[str, Type] = {
    "flag": Type.BOOL,
    "other": Type.BOOL,
    "count": Type.INT,
    "months": Type.INT,
    "ratio": Type.DOUBLE,
    "share": Type.DOUBLE,
    "name": Type.STRING,
    "place": Type.STRING,
    "amount": Type.MONEY,
    "own": Type.MONEY,
    "start": Type.DATE,
    "born": Type.DATE,
    "sent": Type.TIMESTAMP,
    "closes": Type.TIMESTAMP,
    "areas": Type.LIST,
    "fields": Type.LIST,
}
_NAMES = {kind: [name for name, one in VARIABLES.items() if one is kind] for kind in Type}
_CLOSING = datetime(2017, 9, 6, 20, 59, tzinfo=UTC)
_ZONES = (
    UTC,
    timezone(timedelta(hours=2)),
    timezone(timedelta(hours=-5)),
    ZoneInfo("Europe/Helsinki"),
)
_CHARACTERS = "aäÅ€Ж😀'\"\\\n å"
_EXTREMES = (2**63 - 1, -(2**63), 2**53 + 1, 3037000500, 0, 1, -1)
_MONTHS = (1, 2, 12, -1, 0, 36, 100000, -30000)
_ORDER = ("<", "<=", ">", ">=", "==", "!=")


def _word(random: Random) -> str:
    return "".join(random.choices(_CHARACTERS, k=random.randrange(4)))


def _whole(random: Random) -> int:
    return random.choice(_EXTREMES) if random.random() < 0.2 else random.randint(-20, 20)


def _real(random: Random) -> float:
    if random.random() < 0.2:
        return random.choice((0.0, -0.0, 0.1, 1e300, -1e300, 5e-324))
    return random.choice((random.uniform(-1e6, 1e6), float(random.randint(-9, 9))))


def _cents(random: Random) -> int:
    return random.choice((1_000_000, 1_000_001, 0, 9, random.randint(-(10**7), 10**7)))


def _day(random: Random) -> date:
    if random.random() < 0.1:
        return random.choice((date.min, date.max, date(2016, 2, 29)))
    return date(2018, 1, 31) + timedelta(days=random.randint(-400, 400))


def _moment(random: Random) -> datetime:
    apart = random.choice((1, 60_000_000, 3_600_000_000)) * random.randint(-60, 60)
    return (_CLOSING + timedelta(microseconds=apart)).astimezone(random.choice(_ZONES))


_VALUES: Mapping[Type, Callable[[Random], Any]] = {
    Type.BOOL: lambda random: random.random() < 0.5,
    Type.INT: _whole,
    Type.DOUBLE: _real,
    Type.STRING: _word,
    Type.MONEY: lambda random: Money(_cents(random)),
    Type.DATE: _day,
    Type.TIMESTAMP: _moment,
    Type.LIST: lambda random: tuple(_word(random) for _ in range(random.randrange(3))),
}


def rows(random: Random, count: int) -> list[dict[str, object]]:
    """Return rows in which one value of eight is missing; money is in euros."""
    return [
        {name: _VALUES[kind](random) for name, kind in VARIABLES.items() if random.random() > 0.125}
        for _ in range(count)
    ]


def expressions(random: Random, depth: int = 3) -> Iterator[Expression]:
    """Yield checked expressions without end, most of them conditions."""
    environment = Environment(variables=VARIABLES)
    kinds = (*[Type.BOOL] * 5, Type.INT, Type.DOUBLE, Type.MONEY, Type.DATE, Type.STRING)
    while True:
        text = _text(random, random.choice(kinds), depth)
        try:
            yield compile(text, environment)
        except ExpressionProblems:
            continue  # a sum of days too large for the checker, or nested too deep


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'


def _literal(random: Random, kind: Type) -> str:
    value = _VALUES[kind](random)
    match kind:
        case Type.BOOL:
            return str(value).lower()
        case Type.STRING:
            return _quoted(value)
        case Type.MONEY:
            currency = "GBP" if random.random() < 0.1 else "EUR"
            return f'money("{value.amount} {currency}")'
        case Type.DATE:
            return f'date("{value}")'
        case Type.TIMESTAMP:
            return f'timestamp("{value.isoformat()}")'
        case Type.LIST:
            return f"[{', '.join(map(_quoted, value))}]"
        case _:
            return f"({value!r})"


def _text(random: Random, kind: Type, depth: int) -> str:
    if depth == 0 or random.random() < 0.15:
        is_name = random.random() < 0.7
        return random.choice(_NAMES[kind]) if is_name else _literal(random, kind)

    def sub(one: Type) -> str:
        return f"({_text(random, one, depth - 1)})"

    def of(*signs: str) -> str:
        return random.choice(signs)

    if random.random() < 0.1:
        return f"{sub(Type.BOOL)} ? {sub(kind)} : {sub(kind)}"
    if kind is Type.BOOL:
        return _condition(random, sub, of)
    int_, double, money = sub(Type.INT), sub(Type.DOUBLE), sub(Type.MONEY)
    word, day = sub(Type.STRING), sub(Type.DATE)
    months = str(random.choice(_MONTHS)) if random.random() < 0.7 else int_
    made: Mapping[Type, tuple[str, ...]] = {
        Type.INT: (
            f"{int_} {of('+', '-', '*', '/', '%')} {sub(Type.INT)}",
            f"-{int_}",
            f"size({of(word, sub(Type.LIST))})",
        ),
        Type.DOUBLE: (
            f"{double} {of('+', '-', '*', '/')} {sub(Type.DOUBLE)}",
            f"-{double}",
            f"double({int_})",
            f"{money} / {sub(Type.MONEY)}",
        ),
        Type.MONEY: (
            f"{money} {of('+', '-')} {sub(Type.MONEY)}",
            f"{money} * {int_}",
            f"{int_} * {money}",
            f"-{money}",
        ),
        Type.STRING: (f"{word} + {sub(Type.STRING)}",),
        Type.DATE: (
            f"add_months({day}, {months})",
            f"last_day({day}, {months})",
            f'day({sub(Type.TIMESTAMP)}, "{of("Europe/Helsinki", "UTC", "America/New_York")}")',
        ),
        Type.TIMESTAMP: (random.choice(_NAMES[Type.TIMESTAMP]),),
        Type.LIST: (f"[{word}, {sub(Type.STRING)}]",),
    }
    return random.choice(made[kind])


def _condition(random: Random, sub: Callable[[Type], str], of: Callable[..., str]) -> str:
    kind = random.choice(list(Type))
    ordered = random.choice([one for one in Type if one not in (Type.BOOL, Type.LIST)])
    single = random.choice([one for one in Type if one is not Type.LIST])
    yes = sub(Type.BOOL)
    return random.choice(
        (
            f"{yes} {of('&&', '||')} {sub(Type.BOOL)}",
            f"{yes} && {sub(Type.BOOL)} && {sub(Type.BOOL)}",
            f"{yes} || {sub(Type.BOOL)} || {sub(Type.BOOL)}",
            f"!{yes}",
            f"{sub(kind)} {of('==', '!=')} {sub(kind)}",
            *(f"{sub(ordered)} {of(*_ORDER)} {sub(ordered)}" for _ in range(3)),
            f"{sub(Type.STRING)}.{of('startsWith', 'endsWith', 'contains')}({sub(Type.STRING)})",
            f"{sub(Type.STRING)} in {sub(Type.LIST)}",
            f"{sub(single)} in [{sub(single)}, {sub(single)}]",
            f"has({random.choice(list(VARIABLES))})",
        )
    )
