"""What decides ties: between sets, and step by step between applications of one total."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

import attrs


class TieRule(StrEnum):
    """
    What decides between equally good sets (tasatilanteen ratkaisu).

    `criteria_order` is the higher sum on the most important criterion, then on the next. `lottery`
    draws a lot for each set, `lottery_in_order` one for each application: the sets with the first
    one stay, of these the ones with the second, and so on, however many sets there are.
    """

    CRITERIA_ORDER = "criteria_order"
    LOWER_COST = "lower_cost"
    LOTTERY = "lottery"
    LOTTERY_IN_ORDER = "lottery_in_order"


def tie_rules(rules: Iterable[str]) -> tuple[TieRule, ...]:
    """Return the words as rules."""
    return tuple(TieRule(rule) for rule in rules)


class TieBy(StrEnum):
    """
    What a step looks at (tasapistevaiheen peruste).

    `new_aspect` puts first the applications that name something which none above them names,
    `most_new` those that name the most of such things, `criteria` the higher score on the first
    criterion, then on the next, `balance` the one whose counts are most even, as women and men,
    `larger` and `smaller` the larger or the smaller answer, `lottery` a lot that anyone can check.
    """

    NEW_ASPECT = "new_aspect"
    MOST_NEW = "most_new"
    CRITERIA = "criteria"
    BALANCE = "balance"
    LARGER = "larger"
    SMALLER = "smaller"
    LOTTERY = "lottery"


TAKES: Final[Mapping[TieBy, tuple[int, int | None]]] = MappingProxyType(
    {
        TieBy.NEW_ASPECT: (1, 1),
        TieBy.MOST_NEW: (1, 1),
        TieBy.CRITERIA: (1, None),
        TieBy.BALANCE: (2, None),
        TieBy.LARGER: (1, 1),
        TieBy.SMALLER: (1, 1),
        TieBy.LOTTERY: (0, 0),
    }
)
"""How many ids a step names in `of`: at least, and at most."""


@attrs.frozen(kw_only=True)
class TieStep:
    """
    One step that orders applications of equal total (tasapisteiden ratkaisun vaihe).

    Attributes:
        by: What it looks at.
        of: Ids of criteria or scored factors for `criteria`, of form fields for the others; none
            for `lottery`.
        note: Why this step, when the source does not say it all.
        sources: Keys of the sources.
    """

    by: TieBy
    of: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Precedence:
    """
    That one application stands before another of the same total, and why (etusija).

    Attributes:
        above: Id of the application that stands first.
        below: Id of the other.
        step: Which of the steps decided, from 1.
        by: What the step looked at.
        of: The criteria or fields that decided; of several criteria, the one that did.
        higher: What *above* has there: a score, a sum, a number, a share, the new things, or a lot.
        lower: What *below* has there.
    """

    above: str
    below: str
    step: int
    by: TieBy
    of: tuple[str, ...] = ()
    higher: object
    lower: object


@attrs.frozen(kw_only=True)
class OpenTie:
    """
    Applications of the same total that no step parted (ratkaisematta jäänyt tasatilanne).

    Attributes:
        applications: Ids, sorted.
        step: The step at which it stopped because an answer is missing; 0 when all were tried.
        missing: Those whose answer the step needed and does not have.
    """

    applications: tuple[str, ...]
    step: int = 0
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TieOrder:
    """
    How ties in the ranking were decided (tasapisteiden ratkaisu).

    Attributes:
        pairs: One per decided pair, from the top down.
        open: Ties that are left for people.
    """

    pairs: tuple[Precedence, ...] = ()
    open: tuple[OpenTie, ...] = ()
