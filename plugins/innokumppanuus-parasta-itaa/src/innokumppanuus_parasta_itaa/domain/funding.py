"""The money of a consortium: cost model, partners' shares and claims. No law and no sums here."""

from datetime import date
from fractions import Fraction

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus.errors import InvalidValue


@attrs.frozen(kw_only=True)
class CostModel:
    """
    How costs and grant come from salaries (kustannusmalli). The rates are dated values of law.

    Attributes:
        flat_rate: Key of the dated value that tells the flat rate on the salaries.
        most_share: Key of the dated value that tells the largest share of the grant.
        decided: The day of the decision, by which both are looked up.
        grant_share: Part of the costs that the grant pays (0–1).
    """

    flat_rate: str = attrs.field(validator=attrs.validators.min_len(1))
    most_share: str = attrs.field(validator=attrs.validators.min_len(1))
    decided: date
    grant_share: Fraction

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.grant_share <= 1:
            raise InvalidValue("must-be-share", got=self.grant_share)


@attrs.frozen(kw_only=True)
class PartnerShare:
    """
    The part of one partner (osatoteuttajan osuus).

    Attributes:
        partner: Id of the participant.
        salaries: Its salaries; None when nobody has said.
        costs: Its part of all costs, where a source says it.
    """

    partner: str = attrs.field(validator=attrs.validators.min_len(1))
    salaries: Money | None = None
    costs: Fact[Money] = attrs.field(factory=missing)


@attrs.frozen(kw_only=True)
class Funding:
    """
    The money of the consortium (rahoitus).

    Attributes:
        costs: All costs together, where a source says them.
        model: How costs and grant come from salaries; None when nobody has said.
        shares: Of the partners, in their order; each partner once.
    """

    costs: Fact[Money] = attrs.field(factory=missing)
    model: CostModel | None = None
    shares: tuple[PartnerShare, ...] = ()


@attrs.frozen(kw_only=True)
class Claim:
    """
    A payment claim of one partner for a time (maksatushakemus).

    Attributes:
        id: Stable.
        partner: Id of the participant whose claim it is.
        starts: First day of the salaries.
        ends: Last day of the salaries.
        salaries: What they were.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    partner: str = attrs.field(validator=attrs.validators.min_len(1))
    starts: date
    ends: date
    salaries: Money

    def __attrs_post_init__(self) -> None:
        if self.ends < self.starts:
            raise InvalidValue("period-order", earliest=self.starts, latest=self.ends)
