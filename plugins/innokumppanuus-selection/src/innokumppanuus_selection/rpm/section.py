"""The section on core indices: who is in every set that can be defended, for report and panels."""

from collections.abc import Iterator

import attrs

from innokumppanuus.domain.core_index import CoreIndices
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace
from innokumppanuus.domain.score_bands import Spread
from innokumppanuus.engine.core_index import robust_choice
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.engine.score_bands import bands_of
from innokumppanuus.engine.weighting import region
from innokumppanuus.faces.plugins import Section
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection.rpm.finding import core_indices
from innokumppanuus_selection.rpm.picture import core_index_svg
from innokumppanuus_selection.rpm.sentences import of_indices

_COLUMNS = ("application", "share", "standing", "proven")


@attrs.frozen
class CoreIndexSection:
    """
    Core indices with the weights that the rule set allows, and scores as they are.

    Attributes:
        key: Its name.
        name: Its heading.
        order: Its place.
        is_long: Whether only who asks for it waits.
        most: The largest field that it takes; None takes any.
    """

    key: str = "core_index"
    name: Label = Label(
        "Ketkä kuuluvat jokaiseen perusteltavissa olevaan salkkuun",
        "Vilka som hör till varje portfölj som kan försvaras",
        "Who is in every set that can be defended",
    )
    order: int = 34
    is_long: bool = False
    most: int | None = 20

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> CoreIndices | None:
        """See `faces.plugins.Section`; None where the method does not go by the sum of totals."""
        choice, policy = choice_in(decision, plugins), decision.call.assessment
        if choice is None or policy is None or choice.is_by_rank:
            return None
        if self.most is not None and len(choice.costs) > self.most:
            return None
        items = [item.id for item in decision.call.scored()]
        bands = bands_of(decision.call, decision.assessments, Spread.EXACT)
        known = robust_choice(choice, region(policy.weighting, items).allowed, bands)

        def watch(done: int, steps: int) -> bool:
            pace(done, steps)
            return True

        return core_indices(known, watch=watch)

    def html(self, result: CoreIndices, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`."""
        if not result.sets:
            return paragraphs_html(of_indices(result, texts))
        names = {one.id: f"{one.id} {one.applicant}" for one in decision.applications}
        rows = [
            (
                names[one.application],
                texts.say("core_index.share", percent=one.share * 100),
                texts.say(f"core_index.standing.{one.standing.value}"),
                texts.say(f"core_index.proven.{'yes' if one.is_proven else 'no'}"),
            )
            for one in result.indices
        ]
        columns = [texts.say(f"core_index.column.{one}") for one in _COLUMNS]
        table = table_html(texts.say("core_index.title"), columns, rows, numbers=(1,))
        picture = core_index_svg(result, texts, self.key)
        told = paragraphs_html(of_indices(result, texts))
        return "\n".join((told, f"<figure>{picture}</figure>", table))


@attrs.frozen
class LongCoreIndexSection(CoreIndexSection):
    """The same for a field of any size; only who asks for it waits."""

    key: str = "core_index_all"
    name: Label = Label(
        "Ketkä kuuluvat jokaiseen perusteltavissa olevaan salkkuun: suuri kenttä",
        "Vilka som hör till varje portfölj som kan försvaras: stort fält",
        "Who is in every set that can be defended: a large field",
    )
    order: int = 35
    is_long: bool = True
    most: int | None = None


def sections() -> Iterator[Section]:
    """Return the sections on core indices."""
    yield CoreIndexSection()
    yield LongCoreIndexSection()
