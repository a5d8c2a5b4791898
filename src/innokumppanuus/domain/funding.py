"""Granted money and how it is paid."""

from collections.abc import Iterable

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.later import LATER
from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.errors import InvalidValue


@attrs.frozen(kw_only=True)
class Instalment:
    """One payment of a grant (maksuerä): *due* is None when nobody has said when."""

    name: Label
    amount: Money
    due: When | None = None


@attrs.frozen(kw_only=True)
class Grant:
    """
    Money granted to one application (myönnetty avustus). Its instalments sum to it exactly.

    Attributes:
        application: Id of the application.
        amount: The whole sum.
        scheme: Key of the funding scheme.
        instalments: How it is paid.
        parameters: The dated values that the scheme looked up.
    """

    application: str
    amount: Money
    scheme: str
    instalments: tuple[Instalment, ...] = ()
    parameters: tuple[UsedParameter, ...] = attrs.field(default=(), metadata=LATER)

    def __attrs_post_init__(self) -> None:
        paid = total((one.amount for one in self.instalments), self.amount.currency)
        if self.instalments and paid != self.amount:
            raise InvalidValue("instalments-sum", grant=self.application, sum=self.amount, got=paid)


def granted(grants: Iterable[Grant], currency: str = "EUR") -> Money:
    """Return the sum of all grants."""
    return total((grant.amount for grant in grants), currency)
