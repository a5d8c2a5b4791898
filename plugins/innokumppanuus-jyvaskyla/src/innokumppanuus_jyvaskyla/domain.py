"""Nouns of pilot money: the plan of instalments and what breaks its terms. Nothing acts here."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue


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
        whole = sum((part.share for part in self.parts), Fraction(0))
        positive = all(part.share > 0 for part in self.parts)
        if self.parts and (whole != 1 or not positive):
            raise InvalidValue("shares-sum", got=", ".join(str(part.share) for part in self.parts))


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
    check_names(options, ("instalments",))
    stated = options.get("instalments", ())
    return Plan(tuple(_part(one) for one in _list(stated)))


def check_names(options: Mapping[str, object], known: Sequence[str]) -> None:
    """Raise InvalidValue on an option that is not *known*, so that no misspelt one is passed by."""
    for name in options:
        if name not in known:
            raise InvalidValue("unknown-name-none", got=name)


def _part(stated: object) -> Part:
    if not isinstance(stated, Mapping):
        raise InvalidValue("empty")
    check_names(stated, ("name", "share", "due"))
    due = stated.get("due")
    return Part(
        name=_label(stated.get("name")),
        share=_share(stated.get("share")),
        due=date.fromisoformat(str(due)) if due is not None else None,
    )


def _share(stated: object) -> Fraction:
    try:
        return Fraction(str(stated))
    except (ValueError, ZeroDivisionError) as error:
        raise InvalidValue("shares-sum", got=stated) from error


def _label(stated: object) -> Label:
    if isinstance(stated, Mapping):
        check_names(stated, LANGUAGES)
        return Label(*(str(stated.get(language, "")) for language in LANGUAGES))
    return same(str(stated or ""))


def _list(stated: object) -> Sequence[object]:
    if isinstance(stated, str) or not isinstance(stated, Sequence):
        raise InvalidValue("empty")
    return stated
