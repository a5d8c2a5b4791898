"""What the plugin offers to the core."""

from collections.abc import Iterable

from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import Assigner, PanelMeter, Selector
from innokumppanuus.plugin.vote_reading import VoteReader
from innokumppanuus_selection.assignment.linear import LinearAssignment
from innokumppanuus_selection.methods.selectors import PROMETHEE, TOPSIS, VIKOR, ConsensusList
from innokumppanuus_selection.panel.meter import NumericPanel
from innokumppanuus_selection.portfolio import ExactPortfolio
from innokumppanuus_selection.votes.readers import PabulibReader, VotesTableReader
from innokumppanuus_selection.votes.selectors import (
    VotedByEqualShares,
    VotedForWelfare,
    VotedGreedily,
)


@hookimpl
def register_selectors() -> Iterable[Selector]:
    yield ExactPortfolio()
    yield from (TOPSIS, PROMETHEE, VIKOR, ConsensusList())
    yield from (VotedGreedily(), VotedByEqualShares(), VotedForWelfare())


@hookimpl
def register_panel_meters() -> Iterable[PanelMeter]:
    yield NumericPanel()


@hookimpl
def register_vote_readers() -> Iterable[VoteReader]:
    yield from (PabulibReader(), VotesTableReader())


@hookimpl
def register_assigners() -> Iterable[Assigner]:
    yield LinearAssignment()
