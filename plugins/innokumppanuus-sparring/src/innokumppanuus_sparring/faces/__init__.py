"""What the plugin offers to people: commands, sections, the panel of the rota, and its texts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.faces.programmes import ProgrammePanel, ProgrammeSection
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin import hookimpl
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.faces import commands, event_commands, event_sections, sections
from innokumppanuus_sparring.faces.rota_state import RotaState

_LOCALE = Path(__file__).parents[1] / "locale"


@hookimpl
def register_commands() -> Iterator[Command]:
    yield commands.command()
    yield event_commands.command()


@hookimpl
def register_programme_sections() -> Iterator[ProgrammeSection]:
    yield from sections.sections()
    yield from event_sections.sections()


@hookimpl
def register_programme_panels() -> Iterator[ProgrammePanel]:
    yield ProgrammePanel(
        key="sparring.rota",
        name=Label("Kuka sparraa ketä", "Vem sparrar vem", "Who spars whom"),
        noun=Sparring,
        state=RotaState.of,
        build=_rota,
    )


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_sparring", name=same("sparring"), path=_LOCALE)


def _rota(state: RotaState, texts: Texts) -> Any:
    from innokumppanuus_sparring.faces.rota_panel import build_rota

    return build_rota(state, texts)
