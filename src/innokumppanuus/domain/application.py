"""An application as it came in: answers by field id. What is not there is missing, not zero."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypeAlias

import attrs

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.domain.principles import Principles

Answer: TypeAlias = (
    str | int | float | bool | Money | date | datetime | BusinessId | tuple[str, ...]
)
"""Text (also one choice), whole number, number, yes/no, money, day, moment, id, choices."""


@attrs.frozen(kw_only=True)
class Application:
    """
    An application (hakemus).

    Attributes:
        id: Number under which it came in; unique in the call.
        answers: Answer by field id, of the field's type; a missing answer has no key.
        principles: What it tells of the 3P.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    answers: Mapping[str, Answer]
    principles: Principles = attrs.field(factory=Principles)

    @property
    def applicant(self) -> str:
        """Who applies, or the number when nobody is named."""
        return str(self.answers.get("applicant", self.id))

    @property
    def amount(self) -> Money | None:
        """The sum applied for; None when it is missing."""
        amount = self.answers.get("amount")
        return amount if isinstance(amount, Money) else None
