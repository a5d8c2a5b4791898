"""Nouns of pilot money: the plan of instalments and what breaks its terms. Nothing acts here."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue, unknown_name

INSTALMENTS = "instalments"
"""The option of the funding that states the plan."""


@attrs.frozen(kw_only=True)
class Part:
    """
    One part of a plan of instalments (maksuerän osuus).

    Attributes:
        name: When or for what it is paid.
        share: Part of the grant, more than 0 and at most 1.
        due: The day it is paid; None when it hangs on something else than a day.
    """

    name: Label
    share: Fraction
    due: date | None = None


@attrs.frozen
class Plan:
    """How a grant is split (maksuerien suunnitelma); no parts means that nobody has said."""

    parts: tuple[Part, ...] = ()

    def __attrs_post_init__(self) -> None:
        for place, part in enumerate(self.parts):
            if part.share <= 0:
                option = f"{INSTALMENTS}[{place}].share"
                raise InvalidValue("more-than-zero", got=part.share, option=option)
        whole = sum((part.share for part in self.parts), Fraction(0))
        if self.parts and whole != 1:
            raise InvalidValue("shares-sum", got=whole, option=INSTALMENTS)


class BreachKind(StrEnum):
    """Which term of pilot money is broken (rikottu ehto)."""

    OVER_CAP = "over_cap"
    TWICE = "twice"
    OVER_TOTAL = "over_total"


@attrs.frozen(kw_only=True)
class Breach:
    """
    One broken term of pilot money.

    Attributes:
        kind: Which term.
        applications: Whose grants break it, sorted.
        got: What they get together.
        limit: What they may get at most; None when the term is not about a sum.
    """

    kind: BreachKind
    applications: tuple[str, ...]
    got: Money
    limit: Money | None = None


def read_plan(options: Mapping[str, object]) -> Plan:
    """
    Return the plan that the funding options of a rule set state under `instalments`.

    Raises:
        InvalidValue: When an option is unknown, or the shares do not sum to 1.
    """
    check_names(options, (INSTALMENTS,))
    parts = _list(options.get(INSTALMENTS, ()))
    return Plan(tuple(_part(one, f"{INSTALMENTS}[{place}]") for place, one in enumerate(parts)))


def check_names(options: Mapping[str, object], known: Sequence[str], inside: str = "") -> None:
    """
    Raise InvalidValue on an option that is not *known*, so that no misspelt one is passed by.

    *inside* is where the options stand, as `instalments[1]`; empty for those of the whole.
    """
    for name in options:
        if name not in known:
            option = f"{inside}.{name}".removeprefix(".")
            raise unknown_name(str(name), known, option=option)


def _part(stated: object, option: str) -> Part:
    if not isinstance(stated, Mapping):
        raise InvalidValue("must-be-mapping", got=stated, option=option)
    check_names(stated, ("name", "share", "due"), option)
    return Part(
        name=_label(stated.get("name"), f"{option}.name"),
        share=_share(stated, option),
        due=_due(stated.get("due"), f"{option}.due"),
    )


def _share(stated: Mapping[str, object], option: str) -> Fraction:
    if "share" not in stated:
        raise InvalidValue("key-missing", got="share", option=option)
    try:
        return Fraction(str(stated["share"]))
    except (ValueError, ZeroDivisionError) as error:
        got = stated["share"]
        raise InvalidValue("must-be-number", got=got, option=f"{option}.share") from error


def _due(stated: object, option: str) -> date | None:
    if stated is None:
        return None
    try:
        return date.fromisoformat(str(stated))
    except ValueError as error:
        raise InvalidValue("must-be-date", got=stated, option=option) from error


def _label(stated: object, option: str) -> Label:
    if isinstance(stated, Mapping):
        check_names(stated, LANGUAGES, option)
        return Label(*(str(stated.get(language, "")) for language in LANGUAGES))
    return same(str(stated or ""))


def _list(stated: object) -> Sequence[object]:
    if isinstance(stated, str) or not isinstance(stated, Sequence):
        raise InvalidValue("must-be-list", got=stated, option=INSTALMENTS)
    return stated
