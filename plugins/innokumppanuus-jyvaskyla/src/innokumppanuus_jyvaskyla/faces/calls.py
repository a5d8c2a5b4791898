"""The state of the panel of the call: the field by sector and outcome, filtered. No widgets."""

from typing import Self

import attrs

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_jyvaskyla.faces.summary import ApplicationRow, application_rows, sectors_of

ALL = ""
"""The choice of a filter that leaves everything in."""


@attrs.define(kw_only=True)
class CallsState:
    """
    What the panel shows (haun kenttä).

    Attributes:
        call: The call.
        everyone: One row per application.
        is_fictional: Whether the applications are made up.
        sector: Only this sector; `ALL` for all.
        outcome: Only this outcome; `ALL` for all.
    """

    call: Call
    everyone: tuple[ApplicationRow, ...]
    is_fictional: bool = False
    sector: str = ALL
    outcome: str = ALL

    @classmethod
    def of(cls, decision: Decision, plugins: Plugins) -> Self:
        """Return the state of a panel of *decision*, with nothing filtered out."""
        return cls(
            call=decision.call,
            everyone=application_rows(decision),
            is_fictional=decision.has_fictional_field or decision.call.is_fictional,
        )

    def show_sector(self, sector: str) -> None:
        """Leave only the applications of *sector*, or all of them with `ALL`."""
        if sector != ALL and sector not in self.sectors:
            raise InvalidValue("unknown-name-none", got=sector)
        self.sector = sector

    def show_outcome(self, outcome: str) -> None:
        """Leave only the applications with *outcome*, or all of them with `ALL`."""
        if outcome != ALL and outcome not in self.outcomes:
            raise InvalidValue("unknown-name-none", got=outcome)
        self.outcome = outcome

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors that occur, in the order of the form."""
        return sectors_of(self.everyone, self.call)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes that occur."""
        held = {row.outcome for row in self.everyone}
        return tuple(one for one in Outcome if one in held)

    @property
    def rows(self) -> tuple[ApplicationRow, ...]:
        """What the filters leave."""
        return tuple(
            row
            for row in self.everyone
            if self.sector in (ALL, row.sector) and self.outcome in (ALL, row.outcome)
        )

    def count(self, sector: str, outcome: Outcome) -> int:
        """Return how many of what the filters leave are of the sector and fared so."""
        return sum(row.sector == sector and row.outcome is outcome for row in self.rows)
