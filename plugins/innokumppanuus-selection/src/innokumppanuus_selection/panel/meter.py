"""The panel meter: intervals by samples and severity by least squares, for the core to tell."""

from collections.abc import Mapping
from typing import Final

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.panel_health import Measure, Ratings, SampledInterval, SeverityReport

DRAWS: Final = 1000


@attrs.frozen
class NumericPanel:
    """
    What arrays tell of a panel (paneelin mittari).

    Attributes:
        draws: How many samples intervals rest on.
    """

    key: str = "numeric_panel"
    name: Label = Label(
        "Otantavälit ja arvioijien ankaruus",
        "Intervall ur urval och bedömarnas stränghet",
        "Sampled intervals and severity of evaluators",
    )
    draws: int = DRAWS

    def intervals(self, ratings: Ratings, seed: int) -> Mapping[Measure, SampledInterval]:
        """See `plugin.interfaces.PanelMeter`."""
        # The command line loads this module, and must not wait for numpy where nobody measures.
        from innokumppanuus_selection.panel.reliability import intervals

        return intervals(ratings, self.draws, seed)

    def severity(self, ratings: Ratings) -> SeverityReport | None:
        """See `plugin.interfaces.PanelMeter`."""
        from innokumppanuus_selection.panel.severity import severity

        return severity(ratings)
