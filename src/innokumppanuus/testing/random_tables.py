"""Random decision tables of every hit policy and random dated values, by seed."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterAmount, ParameterValue, Unit
from innokumppanuus.domain.sources import Source
from innokumppanuus.domain.tables import (
    Aggregation,
    DecisionTable,
    HitPolicy,
    OutcomeType,
    TableInput,
    TableOutput,
    TableRow,
)
from innokumppanuus.ruleset.expressions import Environment, Type
from innokumppanuus.ruleset.tables.compiling import RANKED, CompiledTable, compile_table
from innokumppanuus.testing.random_expressions import VARIABLES, expressions

ZONE = "Europe/Helsinki"
_MADE = Source(title="Kuvitteellinen laki", verified=True)
_REPEATED = 0.4


def tables(
    random: Random, policies: Sequence[HitPolicy] = tuple(HitPolicy), most_rows: int = 6
) -> Iterator[CompiledTable]:
    """Yield checked tables without end; their inputs and outcomes name the same variables."""
    environment = Environment(variables=VARIABLES)
    inputs = ((one.text, one.type) for one in expressions(random, depth=1))
    while True:
        compiled, _ = compile_table(
            _table(random, random.choice(policies), inputs, most_rows), environment, ZONE
        )
        if compiled is not None:
            yield compiled  # else a span ends before it begins, or an outcome is not of its type


def parameters(random: Random) -> Iterator[Parameter]:
    """Yield dated values without end; some have gaps, some end."""
    while True:
        unit = random.choice(list(Unit))
        values, first = [], date(2018, 1, 31) + timedelta(days=random.randint(-400, 100))
        for number in range(random.randint(1, 5), 0, -1):
            last = first + timedelta(days=random.choice((0, 1, 30, 200)))
            is_open = number == 1 and random.random() < 0.5
            value = _amount(random, unit)
            valid_to = None if is_open else last
            values.append(
                ParameterValue(valid_from=first, valid_to=valid_to, value=value, source=_MADE)
            )
            first = last + timedelta(days=random.choice((1, 1, 1, 15)))
        yield Parameter(key="koe.arvo", name=same("koe"), unit=unit, values=tuple(values))


def _amount(random: Random, unit: Unit) -> ParameterAmount:
    match unit:
        case Unit.MONEY:
            return Money(random.randint(0, 10**7))
        case Unit.SHARE:
            return Fraction(random.randint(0, 7), 7)
        case Unit.POINTS:
            return Fraction(random.randint(-50, 50), 3)
        case Unit.WORD:
            return random.choice(("a", "a\u0308", "päivä", "'"))
        case _:
            return random.choice((0, 1, 12, 2**63 - 1, 2**63))


def _table(
    random: Random, policy: HitPolicy, inputs: Iterator[tuple[str, Type]], most_rows: int
) -> DecisionTable:
    columns = [
        random.choice(list(VARIABLES.items())) if random.random() < 0.7 else next(inputs)
        for _ in range(random.randint(1, 3))
    ]
    aggregation = random.choice(list(Aggregation)) if policy is HitPolicy.COLLECT else None
    kind = random.choice(list(OutcomeType))
    outcomes = [_outcome(random, kind, is_plain=policy in RANKED) for _ in range(3)]
    rows = tuple(
        TableRow(
            when=tuple(_cell(random, one) for _, one in columns),
            then=random.choice(outcomes)
            if random.random() < _REPEATED or policy in RANKED
            else _outcome(random, kind),
        )
        for _ in range(random.randint(1, most_rows))
    )
    ranked = tuple(dict.fromkeys(outcomes)) if policy in RANKED else ()
    return DecisionTable(
        id="koe",
        name=same("koe"),
        hit=policy,
        aggregation=aggregation or Aggregation.LIST,
        inputs=tuple(TableInput(value=text) for text, _ in columns),
        output=TableOutput(type=kind, outcomes=ranked),
        rows=rows,
    )


def _outcome(random: Random, kind: OutcomeType, *, is_plain: bool = False) -> str:
    named = [name for name, one in VARIABLES.items() if one is Type(kind)]
    may_name = not is_plain and kind not in (OutcomeType.STRING, OutcomeType.BOOL)
    if may_name and random.random() < 0.3:
        return random.choice(named)
    return _literal(random, Type(kind))


def _cell(random: Random, kind: Type) -> str:
    if random.random() < 0.25:
        return "-"
    values = [_literal(random, kind) for _ in range(random.randint(1, 3))]
    if kind not in (Type.BOOL, Type.LIST, Type.STRING) and random.random() < 0.6:
        low, high = values[0], values[-1]
        values[0] = random.choice(
            (
                f"< {low}",
                f"<= {low}",
                f"> {low}",
                f">= {low}",
                f"[{low}..{high}]",
                f"({low}..{high}]",
            )
        )
    text = ", ".join(values)
    return f"not({text})" if random.random() < 0.2 else text


def _literal(random: Random, kind: Type) -> str:
    match kind:
        case Type.BOOL:
            return random.choice(("true", "false"))
        case Type.INT:
            return str(random.choice((random.randint(-20, 20), 2**53 + 1, -1, 0)))
        case Type.DOUBLE:
            return random.choice(("0.0", "0.1", "-3.5", str(random.randint(-9, 9))))
        case Type.STRING | Type.LIST:
            return f'"{"".join(random.choices("aäÅ€Ж😀 å", k=random.randrange(3)))}"'
        case Type.MONEY:
            return random.choice(("10000 EUR", "10000.01 EUR", "0 EUR", "-5 EUR", "0.09 EUR"))
        case Type.DATE:
            return str(date(2018, 1, 31) + timedelta(days=random.randint(-400, 400)))
        case Type.TIMESTAMP:
            moment = date(2017, 9, 6) + timedelta(days=random.randint(-1, 1))
            return f"{moment} {random.choice(('00:00', '23:59', '12:30'))}"
