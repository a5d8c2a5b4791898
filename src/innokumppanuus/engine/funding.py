"""What the chosen applications get and how it is paid, by the scheme that the rule set names."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.funding import Grant, Instalment
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.plugin.dating import LookedUp, dated
from innokumppanuus.plugin.guard import SCHEME
from innokumppanuus.plugin.interfaces import FundingScheme
from innokumppanuus.plugin.manager import pick

DEFAULT_SCHEME = "as_applied"


@attrs.frozen
class AsApplied:
    """Each chosen application gets what it applies for, in one payment (haettu summa kerralla)."""

    key: str = DEFAULT_SCHEME
    name: Label = Label(
        "Haettu summa yhdessä erässä", "Det sökta beloppet i en rat", "The sum applied for, at once"
    )

    def amount(self, application: Application, call: Call) -> Money | None:
        """Return the sum applied for."""
        return application.amount

    def instalments(self, amount: Money, call: Call) -> tuple[Instalment, ...]:
        """Return one payment without a day, since nobody has stated one."""
        return (
            Instalment(name=Label("Koko summa", "Hela beloppet", "The whole sum"), amount=amount),
        )


def scheme_of(call: Call, schemes: Mapping[str, FundingScheme]) -> FundingScheme:
    """Return the scheme that the call names; raise UnknownKey when no plugin offers it."""
    return pick("funding scheme", call.funding.scheme or DEFAULT_SCHEME, schemes)


Dated: TypeAlias = Mapping[str, tuple[UsedParameter, ...]]
"""Every dated value of the rule set on the day that counts, by application."""


def amount_of(
    application: Application, call: Call, scheme: FundingScheme, dated_values: Dated
) -> Money | None:
    """Return what the application would get if chosen; None when it cannot be told."""
    given = LookedUp(dated_values.get(application.id, ()))
    return dated(scheme, given, SCHEME).amount(application, call)


def fund(
    chosen: Iterable[Application],
    call: Call,
    scheme: FundingScheme,
    dated_values: Dated = MappingProxyType({}),
    awards: Mapping[str, Money] = MappingProxyType({}),
) -> tuple[Grant, ...]:
    """
    Return one grant per chosen application that gets money, in the order given.

    Args:
        chosen: Who is chosen.
        call: With its terms.
        scheme: Tells the whole amount and how any amount is paid.
        dated_values: Every dated value on the day that counts, by application.
        awards: What those get that get only a part.
    """
    grants = []
    for application in chosen:
        looked_up = LookedUp(dated_values.get(application.id, ()))
        asked = dated(scheme, looked_up, SCHEME)
        amount = awards.get(application.id, asked.amount(application, call))
        if amount is not None:
            instalments = asked.instalments(amount, call)
            grants.append(
                Grant(
                    application=application.id,
                    amount=amount,
                    scheme=scheme.key,
                    instalments=instalments,
                    parameters=looked_up.seen,
                )
            )
    return tuple(grants)
