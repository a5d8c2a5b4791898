"""The command `robustness`, its section of the report and its texts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

import attrs
import typer
from markupsafe import escape

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.pace import Pace
from innokumppanuus.domain.score_bands import Spread
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import decided, read_all, tell_contradiction
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
    SheetsOption,
)
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command, Section, TextSource
from innokumppanuus.faces.reports.pieces import grid_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import to_record
from innokumppanuus_selection.smaa import wording
from innokumppanuus_selection.smaa.alternatives import COUNT, Drawing
from innokumppanuus_selection.smaa.sets import MOST_LISTED
from innokumppanuus_selection.smaa.telling import SOLVES, Known, Robustness, robustness

_LOCALE = Path(__file__).parent / "locale"
_LATER = {"allow_interspersed_args": True}
_NAME = Label("Päätöksen kestävyys", "Beslutets robusthet", "How robust the decision is")
_Word = TypeVar("_Word", Spread, Known)


def commands() -> Iterator[Command]:
    """Yield the command."""
    yield Command(key="robustness", name=_NAME, app=_app())


def sections() -> Iterator[Section]:
    """Yield the sections of reports and panels."""
    yield RobustnessSection()
    yield LongRobustnessSection()


def text_source() -> TextSource:
    """Return the catalogues."""
    return TextSource(key="innokumppanuus_selection_smaa", name=same("robustness"), path=_LOCALE)


@attrs.frozen
class RobustnessSection:
    """
    With what part of the weights each application and each set wins.

    Attributes:
        key: Its name.
        name: Its heading.
        order: Its place.
        is_long: Whether it takes fields whose sets cannot be listed.
    """

    key: str = "robustness"
    name: Label = _NAME
    order: int = 30
    is_long: bool = False

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> Robustness | None:
        """See `faces.plugins.Section`; drawn from the seed 0."""
        choice = choice_in(decision, plugins)
        if choice is None:
            return None
        is_listed = len(choice.costs) <= MOST_LISTED and not choice.viable
        return (
            robustness(decision, plugins, Drawing(), pace=pace) if self._takes(is_listed) else None
        )

    def _takes(self, is_listed: bool) -> bool:
        return is_listed

    def html(self, result: Robustness, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`."""
        said = "".join(f"<li>{escape(one)}</li>" for one in wording.sentences(result, texts))
        parts = [f"<ul>{said}</ul>"]
        if result.sets is not None:
            picture = wording.shares_svg(result, texts, f"{self.key}-shares")
            parts.append(f"<figure>{picture}</figure>")
        parts.append(grid_html(wording.applications_grid(result, texts), texts))
        if result.sets is not None:
            parts.append(grid_html(wording.sets_grid(result, texts), texts))
        return "\n".join(parts)


@attrs.frozen
class LongRobustnessSection(RobustnessSection):
    """The same for a large field; only who asks for it waits."""

    key: str = "robustness_all"
    name: Label = Label(
        "Päätöksen kestävyys: suuri kenttä",
        "Beslutets robusthet: stort fält",
        "How robust the decision is: a large field",
    )
    order: int = 31
    is_long: bool = True

    def _takes(self, is_listed: bool) -> bool:
        return not is_listed


def _app() -> typer.Typer:
    app = typer.Typer(cls=Group, invoke_without_command=True, context_settings=_LATER)

    @app.callback()
    def run(
        context: typer.Context,
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        weights: Annotated[
            str, typer.Option(metavar="|".join(Known), help="robustness.option.weights")
        ] = Known.STATED.value,
        spread: Annotated[
            str, typer.Option(metavar="|".join(Spread), help="robustness.option.spread")
        ] = Spread.EXACT.value,
        draws: Annotated[int, typer.Option(min=1, help="robustness.option.draws")] = COUNT,
        solves: Annotated[int, typer.Option(min=1, help="robustness.option.solves")] = SOLVES,
        seed: Annotated[int, typer.Option(min=0, help="robustness.option.seed")] = 0,
        threads: Annotated[int, typer.Option(min=1, help="robustness.option.threads")] = 1,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        known, apart = _word(Known, weights, "--weights"), _word(Spread, spread, "--spread")
        material = read_all(session, ruleset, applications, mapping, sheets, panel)
        decision = decided(session, material)
        with session.working("robustness.working"):
            found = robustness(
                decision,
                session.workspace.plugins,
                Drawing(count=draws, seed=seed, threads=threads),
                known=known,
                spread=apart,
                solves=solves,
            )
        if found is None:
            session.say("robustness.none")
            return
        _show(session, decision, found)
        if tell_contradiction(session, decision):
            session.report(decision.notes)

    return app


def _show(session: Session, decision: Decision, found: Robustness) -> None:
    said = list(wording.sentences(found, session.texts))
    grid = wording.applications_grid(found, session.texts)
    session.grid(grid)
    if found.sets is not None:
        grid = wording.sets_grid(found, session.texts)
        session.grid(grid)
    for sentence in said:
        session.line(sentence)
    session.data.update(
        wording.data(found, decision),
        ranks=to_record(found.ranks),
        sets=None if found.sets is None else to_record(found.sets),
        sentences=said,
    )


def _word(kind: type[_Word], given: str, option: str) -> _Word:
    if given not in tuple(kind):
        raise UsageProblem("robustness.usage.word", name=option, known=", ".join(kind), got=given)
    return kind(given)
