"""A pilot that a granted application becomes."""

from datetime import date

import attrs

from innokumppanuus.domain.dates import When, last_day_of
from innokumppanuus.domain.principles import Principles


@attrs.frozen(kw_only=True)
class Pilot:
    """
    A pilot (pilotti, kokeilu).

    Attributes:
        application: Id of the application it comes from.
        starts: First day; None when it is not known.
        duration_months: Whole months; None when it is not known.
        report_due: When the final report must be ready.
        principles: What it holds of the 3P.
    """

    application: str
    starts: date | None = None
    duration_months: int | None = None
    report_due: When | None = None
    principles: Principles = attrs.field(factory=Principles)

    @property
    def ends(self) -> date | None:
        """The last day; None when it cannot be told."""
        if self.starts is None or self.duration_months is None:
            return None
        return last_day_of(self.starts, self.duration_months)
