"""The commands of the plugin and its texts: each topic has its own, and they meet here."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import same
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.plugin import hookimpl
from innokumppanuus_selection.methods import commands as methods
from innokumppanuus_selection.votes import commands as votes

_LOCALE = Path(__file__).parent / "locale"


@hookimpl
def register_commands() -> Iterator[Command]:
    yield methods.command()
    yield votes.command()


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_selection", name=same("selection"), path=_LOCALE)
