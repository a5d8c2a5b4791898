"""Purchases that are thought of, and vignettes of them in files. What follows is for `routing`."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Call, FieldType
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.errors import ParameterNotInForce, Problem, RuleSetProblems
from innokumppanuus.ruleset.document import Table, parse, read_text
from innokumppanuus.ruleset.drafts import Draft
from innokumppanuus.ruleset.reading import Reader
from innokumppanuus_suomi.pathways import ZONE, pathways, twice, unknown
from innokumppanuus_suomi.procurement import Buyer, Kind, Level, Lot, estimated_value, threshold

FILE: Final = Path(__file__).parent / "data" / "pathways" / "vignettes.yaml"
KIND_FIELD: Final = "procurement_kind"
BUYER_FIELD: Final = "procurement_buyer"
SUPPLIER_FIELD: Final = "from_whom"
STARTS_FIELD: Final = "procurement_starts"
VALUE_FIELD: Final = "procurement_value"
_CURRENCY: Final = "EUR"
"""Of the thresholds: nothing else can be compared with them."""


class Supplier(StrEnum):
    """From whom it is bought (keneltä hankitaan)."""

    ANY_MARKET = "any_market"
    IN_HOUSE = "in_house"
    OTHER_AUTHORITY = "other_authority"


class Access(StrEnum):
    """Whether a pathway may be taken (polun avoimuus); not knowing never closes one."""

    OPEN = "open"
    CLOSED = "closed"
    CANNOT_TELL = "cannot_tell"


@attrs.frozen(kw_only=True)
class Vignette:
    """
    A purchase that is thought of (hankinta-aie). Whatever is None or absent is not known.

    Attributes:
        id: Its name.
        name: What it is called.
        story: What people are told of it.
        kind: What is bought.
        buyer: Who buys.
        from_whom: From whom it is bought.
        starts: The day the procedure starts.
        value: Estimated value in all, options and every phase included; or
        lots: its parts, from which it is reckoned.
        facts: What is known to be so or not so, by field.
        expect: What officials hold of pathways, by their key.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    story: Label | None = None
    kind: Kind | None = None
    buyer: Buyer | None = None
    from_whom: Supplier | None = None
    starts: date | None = None
    value: Money | None = None
    lots: tuple[Lot, ...] = ()
    facts: Mapping[str, bool] = attrs.field(factory=dict)
    expect: Mapping[str, Access] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class VignetteFile:
    """
    A file of vignettes.

    Attributes:
        is_fictional: Whether the purchases are made up.
        vignettes: In the order in which they are told.
    """

    is_fictional: bool = False
    vignettes: tuple[Vignette, ...]


def read_vignettes(path: Path, call: Call) -> VignetteFile:
    """
    Return the vignettes in the file; *call* has the fields that facts are told of.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    reader = Reader(parse(read_text(path), path.name), ZONE)
    draft = reader.whole(VignetteFile)
    facts = tuple(one.id for one in call.form if one.type is FieldType.YES_NO)
    problems = [*reader.problems, *_across(reader, draft, facts)]
    if problems:
        raise RuleSetProblems(problems)
    assert isinstance(draft.value, VignetteFile)
    return draft.value


def shipped(call: Call) -> VignetteFile:
    """Return the fictional vignettes that the plugin ships."""
    return read_vignettes(FILE, call)


def value_of(vignette: Vignette, parameters: Mapping[str, Parameter]) -> Money | None:
    """
    Return the estimated value in all; None when it is not known or cannot be reckoned.

    A part until further notice counts by so many months as the law of the first day says.
    """
    if not vignette.lots:
        return vignette.value
    open_ended = any(one.is_open_ended for one in vignette.lots)
    if vignette.starts is None and open_ended:
        return None
    on = vignette.starts or date.max
    try:
        return estimated_value(vignette.lots, on, parameters)
    except ParameterNotInForce:
        return None


def is_split(vignette: Vignette, parameters: Mapping[str, Parameter]) -> bool:
    """Return whether parts reach the national threshold together and none of them does alone."""
    whole = value_of(vignette, parameters)
    if len(vignette.lots) < 2 or whole is None or not (vignette.kind and vignette.starts):
        return False
    try:
        limit = threshold(Level.NATIONAL, vignette.kind, vignette.starts, parameters)
    except ParameterNotInForce:
        return False
    parts = [value_of(attrs.evolve(vignette, lots=(one,)), parameters) for one in vignette.lots]
    return whole >= limit and all(one is not None and one < limit for one in parts)


def application_of(vignette: Vignette, parameters: Mapping[str, Parameter]) -> Application:
    """Return the vignette as answers to the form of the rule set."""
    told: dict[str, Answer | None] = {
        KIND_FIELD: vignette.kind and vignette.kind.value,
        BUYER_FIELD: vignette.buyer and vignette.buyer.value,
        SUPPLIER_FIELD: vignette.from_whom and vignette.from_whom.value,
        STARTS_FIELD: vignette.starts,
        VALUE_FIELD: value_of(vignette, parameters),
        **vignette.facts,
    }
    answers = {field: one for field, one in told.items() if one is not None}
    return Application(id=vignette.id, answers=answers)


def _across(reader: Reader, draft: Draft, facts: tuple[str, ...]) -> Iterator[Problem]:
    """Yield ids that stand twice, unknown facts and pathways, and values that cannot be."""
    drafts = draft.each("vignettes")
    yield from twice(reader, drafts, "id")
    known = tuple(one.key for one in pathways())
    for one in drafts:
        for key, names in (("facts", facts), ("expect", known)):
            part = one.at(key)
            entries = part.node.entries if part and isinstance(part.node, Table) else ()
            for name, _ in entries:
                if name.text not in names:
                    yield unknown(reader, name, f"{one.path}.{key}.{name.text}", names)
        yield from _sums(reader, one)
        lots = one.at("lots")
        if lots is not None and one.at("value") is not None:
            place = reader.document.place(lots.node)
            yield Problem(key="suomi.value-twice", place=place, path=lots.path)


def _sums(reader: Reader, draft: Draft) -> Iterator[Problem]:
    """Yield the sums below nothing, and those in another currency than the thresholds."""
    for one in draft.walk():
        if not isinstance(one.value, Money) or one.parts:
            continue
        place = reader.document.place(one.node)
        if one.value.cents < 0:
            values: dict[str, object] = {"got": str(one.value)}
            yield Problem(key="suomi.value-negative", values=values, place=place, path=one.path)
        if one.value.currency != _CURRENCY:
            values = {"first": _CURRENCY, "second": one.value.currency}
            yield Problem(key="currencies", values=values, place=place, path=one.path)
