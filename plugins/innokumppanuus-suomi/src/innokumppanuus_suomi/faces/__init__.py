"""What the plugin offers to people: the pathway command, two panels, and their texts."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.faces.programmes import ProgrammePanel
from innokumppanuus.plugin import hookimpl
from innokumppanuus_suomi.faces.commands import app
from innokumppanuus_suomi.faces.game_panel import build_game
from innokumppanuus_suomi.faces.game_state import GameState
from innokumppanuus_suomi.faces.pathway_panel import build_pathway
from innokumppanuus_suomi.faces.pathway_state import PathwayState

_LOCALE = Path(__file__).parents[1] / "locale"


@hookimpl
def register_commands() -> Iterator[Command]:
    yield Command(
        key="pathway",
        name=Label(
            "Hankintapolut: mikä on auki, mikä suljettu ja mitä on kysyttävä",
            "Upphandlingens vägar: vad som är öppet, stängt och måste frågas",
            "Procurement pathways: what is open, closed and must be asked",
        ),
        app=app(),
    )


@hookimpl
def register_programme_panels() -> Iterator[ProgrammePanel]:
    yield ProgrammePanel(
        key="suomi.pathway",
        name=Label("Hankintapolku", "Upphandlingens väg", "Procurement pathway"),
        state=PathwayState.of,
        build=build_pathway,
    )
    yield ProgrammePanel(
        key="suomi.conflict_game",
        name=Label("Jäävipeli", "Jävsspelet", "Game of disqualification"),
        state=GameState.of,
        build=build_game,
    )


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_suomi", name=same("suomi"), path=_LOCALE)
