"""The section on what each method would have chosen, for the report and for panels."""

from collections.abc import Iterator

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace
from innokumppanuus.faces.plugins import Section
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection.methods.commands import sentences
from innokumppanuus_selection.methods.comparing import compare
from innokumppanuus_selection.methods.domain import MethodComparison
from innokumppanuus_selection.methods.picture import comparison_svg, mark


@attrs.frozen
class MethodsSection:
    """
    What each method would have chosen from the same scores, weights and limits.

    Attributes:
        key: Its name.
        name: Its heading.
        order: Its place.
        is_long: Whether only who asks for it waits.
        most: The largest field that it takes; None takes any.
    """

    key: str = "methods"
    name: Label = Label(
        "Mitä muut menetelmät valitsisivat",
        "Vad andra metoder skulle välja",
        "What other methods would choose",
    )
    order: int = 50
    is_long: bool = False
    most: int | None = 60

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> MethodComparison | None:
        """See `faces.plugins.Section`."""
        if decision.call.selection is None or decision.selection is None:
            return None
        if self.most is not None and len(decision.ranking) > self.most:
            return None
        return compare(decision, plugins, pace=pace)

    def html(self, result: MethodComparison, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`; the numbers of the columns are those of the picture."""
        numbers = [texts.show(at) for at in range(1, len(result.methods) + 1)]
        names = {one.id: f"{one.id} {one.applicant}" for one in decision.applications}
        rows = [
            (
                names[one],
                *(texts.say(f"methods.mark.{mark(choice, one)}") for choice in result.methods),
            )
            for one in result.applications
        ]
        table = table_html(
            texts.say("methods.picture.title"),
            [texts.say("methods.column.application"), *numbers],
            rows,
        )
        picture = comparison_svg(result, texts, self.key)
        told = paragraphs_html(sentences(result, texts))
        return "\n".join((told, f"<figure>{picture}</figure>", table))


@attrs.frozen
class LongMethodsSection(MethodsSection):
    """The same for a field of any size; only who asks for it waits."""

    key: str = "methods_all"
    name: Label = Label(
        "Mitä muut menetelmät valitsisivat: suuri kenttä",
        "Vad andra metoder skulle välja: stort fält",
        "What other methods would choose: a large field",
    )
    order: int = 51
    is_long: bool = True
    most: int | None = None


def sections() -> Iterator[Section]:
    """Return the sections on methods."""
    yield MethodsSection()
    yield LongMethodsSection()
