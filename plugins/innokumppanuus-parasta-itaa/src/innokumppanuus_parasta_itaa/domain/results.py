"""Results of pilots, and savings with a baseline or explicitly without. No sums are made here."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus_parasta_itaa.domain.canvas import Measure


class ResultKind(StrEnum):
    """What a result is of those that are aimed at (tuloksen laji)."""

    TIMELY = "timely"
    INDIVIDUAL = "individual"
    PEOPLE_CENTRED = "people_centred"
    INCLUSION = "inclusion"
    EQUALITY = "equality"
    WELLBEING = "wellbeing"


RESULT_NAMES: Mapping[ResultKind, Label] = {
    ResultKind.TIMELY: Label("palvelu on oikea-aikainen", "tjänst i rätt tid", "timely service"),
    ResultKind.INDIVIDUAL: Label(
        "palvelu ottaa yksilön tarpeet huomioon",
        "tjänst som beaktar individens behov",
        "service that minds individual needs",
    ),
    ResultKind.PEOPLE_CENTRED: Label(
        "palvelu on ihmislähtöinen", "människonära tjänst", "people-centred service"
    ),
    ResultKind.INCLUSION: Label("osallisuus", "delaktighet", "inclusion"),
    ResultKind.EQUALITY: Label("tasavertaisuus", "jämlikhet", "equality"),
    ResultKind.WELLBEING: Label(
        "kokonaisvaltainen hyvinvointi", "helhetsmässigt välbefinnande", "overall wellbeing"
    ),
}
"""What each kind is called."""


@attrs.frozen(kw_only=True)
class Result:
    """
    A result of a pilot (tulos).

    Attributes:
        id: Stable.
        pilot: Id of the pilot; empty for the whole consortium.
        kind: What it is of those that are aimed at.
        name: What changed.
        measure: How it was seen; None when nobody has measured it.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    kind: ResultKind
    name: Label
    pilot: str = ""
    measure: Measure | None = None


@attrs.frozen(kw_only=True)
class CostPeriod:
    """
    What a service cost in a time (kustannusjakso).

    Attributes:
        amount: The cost.
        starts: First day.
        ends: Last day.
        source: Where the number is from, in words.
    """

    amount: Money
    starts: date
    ends: date
    source: str = ""

    def __attrs_post_init__(self) -> None:
        if self.ends < self.starts:
            raise InvalidValue("period-order", earliest=self.starts, latest=self.ends)


@attrs.frozen(kw_only=True)
class Saving:
    """
    A saving that somebody says there is (säästö).

    Attributes:
        id: Stable.
        pilot: Id of the pilot; empty for the whole consortium.
        name: What is saved.
        service: Id of the service whose cost it is; two savings of one service overlap.
        baseline: The cost before; None when nobody has measured it.
        after: The cost after; None while nobody has measured it.
        claimed: The sum that is told where it has not been measured; None when there is none.
        note: What to know of it.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    service: str = attrs.field(validator=attrs.validators.min_len(1))
    pilot: str = ""
    baseline: CostPeriod | None = None
    after: CostPeriod | None = None
    claimed: Money | None = None
    note: str = ""
