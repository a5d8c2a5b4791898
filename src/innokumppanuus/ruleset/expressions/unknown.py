"""The third truth value: no value, and why. Not an exception and not a missing answer of a form."""

from typing import Final, NoReturn

import attrs


@attrs.frozen(eq=False, repr=False)
class Unknown:
    """
    What an expression gives when it cannot tell (ei voida todeta).

    Attributes:
        note: Problem key of what cannot be computed; empty when a value is missing.
    """

    note: str = ""

    def __bool__(self) -> NoReturn:
        raise TypeError("Unknown is neither true nor false. Compare with `is UNKNOWN`.")

    def __repr__(self) -> str:
        return f"Unknown({self.note!r})" if self.note else "UNKNOWN"


UNKNOWN: Final = Unknown()
"""What `Expression.evaluate` gives when it cannot tell, whatever the cause."""

OVERFLOW: Final = Unknown("cannot-overflow")
ZERO_DIVISION: Final = Unknown("cannot-divide-by-zero")
OTHER_CURRENCY: Final = Unknown("cannot-mix-currencies")
NO_SUCH_DAY: Final = Unknown("cannot-reach-day")
NOT_FINITE: Final = Unknown("cannot-use-number")
FUNCTION_FAILED: Final = Unknown("cannot-call-function")
