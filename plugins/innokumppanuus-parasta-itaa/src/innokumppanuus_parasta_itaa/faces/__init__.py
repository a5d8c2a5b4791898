"""What the plugin offers to people: a command, sections of the report, a panel and texts."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.faces.programmes import ProgrammePanel, ProgrammeSection
from innokumppanuus.plugin import hookimpl
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.faces.canvas_panel import build_canvas
from innokumppanuus_parasta_itaa.faces.canvas_state import CanvasState
from innokumppanuus_parasta_itaa.faces.commands import commands
from innokumppanuus_parasta_itaa.faces.sections import sections

_LOCALE = Path(__file__).parents[1] / "locale"


@hookimpl
def register_commands() -> Iterable[Command]:
    return commands()


@hookimpl
def register_programme_sections() -> Iterable[ProgrammeSection]:
    return sections()


@hookimpl
def register_programme_panels() -> Iterator[ProgrammePanel]:
    yield ProgrammePanel(
        key="consortium.canvas",
        name=Label("Ilmiökanvas", "Fenomenkanvas", "Phenomenon canvas"),
        noun=Consortium,
        state=CanvasState.of,
        build=build_canvas,
    )


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_parasta_itaa", name=same("PARASTA ITÄÄ"), path=_LOCALE)
