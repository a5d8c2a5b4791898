"""What the plugin offers to people: the command, the sections, the panel, its texts and lesson."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.faces.programmes import ProgrammePanel, ProgrammeSection
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin import hookimpl
from innokumppanuus_networks.domain import ServiceNetworks
from innokumppanuus_networks.faces import commands, section
from innokumppanuus_networks.faces.state import NetworkState

_LOCALE = Path(__file__).parents[1] / "locale"


@hookimpl
def register_commands() -> Iterator[Command]:
    yield commands.command()


@hookimpl
def register_programme_sections() -> Iterator[ProgrammeSection]:
    yield from section.sections()


@hookimpl
def register_programme_panels() -> Iterator[ProgrammePanel]:
    yield ProgrammePanel(
        key="networks.map",
        name=Label(
            "Palveluverkosto ikäryhmittäin",
            "Servicenätverket enligt åldersgrupp",
            "Service network by age band",
        ),
        noun=ServiceNetworks,
        state=NetworkState.of,
        build=build_network,
    )


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_networks", name=same("networks"), path=_LOCALE)


def build_network(state: NetworkState, texts: Texts) -> Any:
    """Return the widget over *state*."""
    # Only who opens a notebook needs widgets, so nobody else pays for loading them.
    from innokumppanuus_networks.faces.panel import NetworkPanel

    return NetworkPanel(state, texts).root
