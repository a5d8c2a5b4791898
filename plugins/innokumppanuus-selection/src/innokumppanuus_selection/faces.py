"""The commands of the plugin and its texts: each topic has its own, and they meet here."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import same
from innokumppanuus.faces.plugins import Command, Section, TextSource
from innokumppanuus.plugin import hookimpl
from innokumppanuus_selection.methods import commands as methods
from innokumppanuus_selection.methods import section as methods_section
from innokumppanuus_selection.rpm import commands as rpm
from innokumppanuus_selection.rpm import section as rpm_section
from innokumppanuus_selection.smaa import commands as smaa
from innokumppanuus_selection.votes import commands as votes
from innokumppanuus_selection.why import commands as why

_LOCALE = Path(__file__).parent / "locale"


@hookimpl
def register_commands() -> Iterator[Command]:
    yield methods.command()
    yield rpm.command()
    yield votes.command()
    yield from why.commands()
    yield from smaa.commands()


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_selection", name=same("selection"), path=_LOCALE)
    yield rpm.text_source()
    yield why.text_source()
    yield smaa.text_source()


@hookimpl
def register_sections() -> Iterator[Section]:
    yield from methods_section.sections()
    yield from rpm_section.sections()
    yield from why.sections()
    yield from smaa.sections()
