"""Hypothesis strategies for the nouns: anything valid, however odd. They know no rule sets."""

import string
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from functools import cache, partial
from typing import Any, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

import attrs
from hypothesis import strategies as st

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import Budget, Call, Field
from innokumppanuus.domain.cases import Expectation
from innokumppanuus.domain.city import City, Consent, SharedPart
from innokumppanuus.domain.criteria import Level, Scale, WeightInterval, WeightRatio
from innokumppanuus.domain.dates import Count, Precision, When
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.funding import Grant, Instalment
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import Parameter, ParameterAmount, ParameterValue, Unit
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import BOTTOM, TOP, LevelDescription, Rating
from innokumppanuus.domain.programme import Programme
from innokumppanuus.domain.score_bands import ScoreBand
from innokumppanuus.domain.sources import Fact, Source, Status
from innokumppanuus.domain.tables import DecisionTable
from innokumppanuus.domain.votes import Ballot
from innokumppanuus.domain.weights import WeightRegion, WeightRow
from innokumppanuus.errors import Problem

ZONES = tuple(ZoneInfo(name) for name in ("Europe/Helsinki", "Atlantic/Azores", "UTC"))
OFFSETS = (UTC, timezone(timedelta(hours=3)), timezone(timedelta(hours=-3, minutes=-30)))

words = st.text(max_size=12)
some_words = st.text(min_size=1, max_size=12)
ids = st.text(string.ascii_letters + string.digits, min_size=1, max_size=6).map("a".__add__)
fractions = st.fractions(max_denominator=1000)
numbers = st.floats(allow_nan=False, allow_infinity=False)
sums = st.builds(Money, st.integers(-(10**12), 10**12), st.sampled_from(("EUR", "SEK", "GBP")))
labels = st.builds(Label, words, words, some_words)
counts = st.tuples(st.integers(0, 99), st.integers(0, 99) | st.none(), words).map(
    lambda one: Count(least=one[0], most=None if one[1] is None else one[0] + one[1], text=one[2])
)


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """Return a moment of 1950–2100 in a zone, with an offset that the zone has then."""
    moment = draw(
        st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the bounds of `datetimes` must have no zone
    )
    return moment.astimezone(draw(st.sampled_from((*ZONES, *OFFSETS))))


@st.composite
def times(draw: st.DrawFn) -> When:
    """Return a time of any precision whose first moment is not after its last."""
    first, second = sorted((draw(moments()), draw(moments())))
    precision = draw(st.sampled_from(Precision))
    return When(earliest=first, latest=second, precision=precision, text=draw(words))


@st.composite
def business_ids(draw: st.DrawFn) -> BusinessId:
    """Return a business id with a right check digit; none of a real party is meant."""
    digits = draw(st.integers(0, 9_999_999).map("{:07}".format))
    rest = sum(int(d) * w for d, w in zip(digits, (7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    return draw(business_ids()) if rest == 1 else BusinessId(f"{digits}-{(11 - rest) % 11}")


@st.composite
def scales(draw: st.DrawFn) -> Scale:
    """Return a scale whose levels are some of its scores."""
    bottom, step = draw(fractions), draw(fractions.filter(lambda one: one > 0))
    steps = draw(st.integers(1, 6))
    chosen = sorted(draw(st.sets(st.integers(0, steps))))
    levels = tuple(Level(score=bottom + one * step, name=draw(labels)) for one in chosen)
    return Scale(bottom=bottom, top=bottom + steps * step, step=step, levels=levels)


@st.composite
def facts(draw: st.DrawFn, value: Any) -> "Fact[Any]":
    """Return a fact of any status, missing ones too."""
    status = draw(st.sampled_from(Status))
    note = draw(some_words)
    if status is Status.MISSING:
        return Fact(status=status, note=note)
    return Fact(value=draw(value), status=status, note=note, sources=draw(st.tuples(ids)))


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    """Return a budget whose target is within its maximum."""
    target = draw(facts(counts))
    most = 0 if target.value is None else max(target.value.least, target.value.most or 0)
    return Budget(
        total=draw(facts(sums)),
        cap_per_pilot=draw(facts(sums)),
        target=target,
        maximum=draw(facts(st.integers(most, most + 9))),
    )


@st.composite
def grants(draw: st.DrawFn) -> Grant:
    """Return a grant whose instalments sum to it."""
    parts = draw(st.lists(st.integers(1, 10**6), max_size=3))
    instalments = tuple(
        Instalment(name=draw(labels), amount=Money(cents), due=draw(st.none() | times()))
        for cents in parts
    )
    amount = total(one.amount for one in instalments)
    return Grant(application=draw(ids), amount=amount, scheme=draw(ids), instalments=instalments)


@st.composite
def expectations(draw: st.DrawFn) -> Expectation:
    """Return an expectation of at least one thing."""
    verdicts = st.sampled_from(Verdict)
    parts: dict[str, st.SearchStrategy[Any]] = {
        "rules": st.dictionaries(ids, verdicts, min_size=1, max_size=2),
        "outcome": verdicts,
        "asks": st.lists(ids, max_size=2).map(tuple),
        "values": st.dictionaries(some_words, answers | st.none(), min_size=1, max_size=2),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(parts)), min_size=1))
    return Expectation(**{name: draw(parts[name]) for name in sorted(chosen)})


@st.composite
def ballots(draw: st.DrawFn) -> Ballot:
    """Return a ballot, with points for all that it names or for none."""
    named = draw(st.lists(ids, max_size=3, unique=True))
    count = len(named) if draw(st.booleans()) else 0
    points = draw(st.lists(st.integers(0, 5), min_size=count, max_size=count))
    voters = draw(st.integers(1, 100))
    return Ballot(applications=tuple(named), points=tuple(points), voters=voters)


@st.composite
def weight_intervals(draw: st.DrawFn) -> WeightInterval:
    """Return the bounds of a weight, of which the least is not above the most."""
    least, most = sorted(draw(st.tuples(*[st.fractions(0, 1, max_denominator=100)] * 2)))
    return WeightInterval(least=least, most=most)


@st.composite
def weight_ratios(draw: st.DrawFn) -> WeightRatio:
    """Return a ratio of two different items."""
    first, second = draw(st.lists(ids, min_size=2, max_size=2, unique=True))
    least, more = draw(st.tuples(*[st.fractions(0, 9, max_denominator=100)] * 2))
    most = draw(st.sampled_from((None, least + more)))
    return WeightRatio(first=first, second=second, least=least, most=most)


@st.composite
def weight_regions(draw: st.DrawFn) -> WeightRegion:
    """Return a region whose rows name its own items."""
    items = draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    factors = st.dictionaries(st.sampled_from(items), fractions, max_size=2)
    rows = st.lists(st.builds(WeightRow, factors=factors, bound=fractions), max_size=2)
    return WeightRegion(items=tuple(items), rows=tuple(draw(rows)))


@st.composite
def score_bands(draw: st.DrawFn) -> ScoreBand:
    """Return a band whose lowest scores are not above the highest."""
    bounds = draw(st.dictionaries(ids, st.tuples(fractions, fractions).map(sorted), max_size=3))
    return ScoreBand(
        application=draw(ids),
        least={item: low for item, (low, _) in bounds.items()},
        most={item: high for item, (_, high) in bounds.items()},
    )


@st.composite
def consents(draw: st.DrawFn) -> Consent:
    """Return a consent that ends after it starts, or never."""
    starts, until = sorted(draw(st.tuples(st.dates(), st.dates())))
    return Consent(
        to=tuple(draw(st.lists(ids, min_size=1, max_size=2))),
        what=tuple(draw(st.sets(st.sampled_from(SharedPart), min_size=1))),
        principles=tuple(draw(st.sets(st.sampled_from(Principle)))),
        starts=starts,
        until=draw(st.sampled_from((None, until))),
        given_by=draw(st.none() | labels),
    )


AMOUNTS: dict[Unit, st.SearchStrategy[ParameterAmount]] = {
    Unit.MONEY: sums,
    Unit.SHARE: st.fractions(0, 1, max_denominator=1000),
    Unit.POINTS: fractions,
    Unit.WORD: some_words,
}


@st.composite
def parameters(draw: st.DrawFn) -> Parameter:
    """Return a dated value of any unit, with gaps between its times or without."""
    unit = draw(st.sampled_from(Unit))
    bounds = sorted(draw(st.sets(st.dates(), min_size=2, max_size=6)))
    values = tuple(
        ParameterValue(
            valid_from=first,
            valid_to=last,
            value=draw(AMOUNTS.get(unit, st.integers(0, 10**6))),
            source=Source(title=draw(some_words), verified=draw(st.booleans())),
            note=draw(words),
        )
        for first, last in zip(bounds[::2], bounds[1::2], strict=False)
    )
    said = {str(one.value): draw(labels) for one in values} if unit is Unit.WORD else {}
    return Parameter(key=draw(ids), name=draw(labels), unit=unit, values=values, words=said)


answers: st.SearchStrategy[Answer] = (
    words
    | st.integers()
    | numbers
    | st.booleans()
    | sums
    | st.dates()
    | moments()
    | business_ids()
    | st.lists(words, max_size=3).map(tuple)
)
anything: st.SearchStrategy[Any] = st.recursive(
    answers | st.none() | fractions | labels | times() | counts,
    lambda inner: (
        st.dictionaries(words, inner, max_size=2) | st.lists(inner, max_size=2).map(tuple)
    ),
    max_leaves=4,
)
_SPECIAL: dict[Any, st.SearchStrategy[Any]] = {
    str: words,
    int: st.integers(0, 10**6),
    float: numbers,
    bool: st.booleans(),
    object: anything,
    Answer: answers,
    Answer | None: answers | st.none(),
    Fraction: fractions,
    Money: sums,
    Label: labels,
    Count: counts,
    When: times(),
    date: st.dates(),
    datetime: moments(),
    BusinessId: business_ids(),
    Scale: scales(),
    Budget: budgets(),
    Expectation: expectations(),
    Grant: grants(),
    ParameterAmount: sums | st.integers(0, 10**6) | fractions | some_words,
    Parameter: parameters(),
    WeightInterval: weight_intervals(),
    WeightRatio: weight_ratios(),
    WeightRegion: weight_regions(),
    ScoreBand: score_bands(),
    Ballot: ballots(),
    Consent: consents(),
    ParameterValue: parameters().map(lambda one: one.values[0]),
}
MOST_VALUES = 12
"""Of how many values a noun is large: lists of nouns in nouns grow by their powers."""

_SHAPED = {
    (Field, "id"): ids,
    (Call, "id"): ids.map(str.lower),
    (Programme, "id"): ids.map(str.lower),
    (DecisionTable, "id"): ids,
    (City, "id"): ids.map(str.lower),
    (LevelDescription, "level"): st.integers(BOTTOM, TOP),
    (Rating, "level"): st.none() | st.integers(BOTTOM, TOP),
    (Problem, "severity"): st.sampled_from(("error", "warning")),
}


def nouns(kind: Any) -> st.SearchStrategy[Any]:
    """Return any valid noun of *kind*, or values of a type as the nouns have them."""
    if kind in _SPECIAL:
        return _SPECIAL[kind]
    origin, inner = get_origin(kind) or kind, get_args(kind)
    if origin is Fact:
        return facts(nouns(inner[0]))
    if attrs.has(kind):
        return st.deferred(lambda: _noun(kind))
    if isinstance(kind, type):
        return st.sampled_from(kind)
    if origin in (tuple, Sequence):
        return st.lists(nouns(inner[0]), max_size=_most(inner[0])).map(tuple)
    if type(None) in inner:
        return st.none() | nouns(next(one for one in inner if one is not type(None)))
    return st.dictionaries(ids, nouns(inner[1]), max_size=_most(inner[1]))


def _most(kind: Any) -> int:
    """Return how many members a list has at most: one of a large noun is drawn long enough."""
    return 1 if _values(kind) > MOST_VALUES else 2


@cache
def _values(kind: Any) -> int:
    """Return how many values a value of *kind* is made of, with one member in each list."""
    inner = get_args(kind)
    if kind in _SPECIAL or not (attrs.has(kind) or inner):
        return 1
    if inner:
        return sum(_values(one) for one in inner if one is not type(None))
    hints = get_type_hints(kind)
    return sum(_values(hints[attribute.name]) for attribute in attrs.fields(kind))


def _is_valid(attribute: "attrs.Attribute[Any]", value: object) -> bool:
    try:
        if attribute.validator is not None:
            attribute.validator(None, attribute, value)
    except ValueError:
        return False
    return True


def _noun(kind: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for attribute in attrs.fields(kind):
        hint = hints[attribute.name]
        shaped = _SHAPED.get((kind, attribute.name))
        part = nouns(hint) if shaped is None else shaped
        if shaped is None and hint is str and attribute.validator is not None:
            part = some_words
        if shaped is None and get_origin(hint) is tuple and not _is_valid(attribute, ()):
            part = st.lists(nouns(get_args(hint)[0]), min_size=1, max_size=2).map(tuple)
        parts[attribute.name] = part.filter(partial(_is_valid, attribute))
    return st.builds(kind, **parts)
