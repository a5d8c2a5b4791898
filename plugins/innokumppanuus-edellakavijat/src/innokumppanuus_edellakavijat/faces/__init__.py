"""What the plugin offers to people: the command, sections of the report, the panel, its texts."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.faces.programmes import ProgrammePanel, ProgrammeSection
from innokumppanuus.plugin import hookimpl
from innokumppanuus_edellakavijat.domain import Forerunners
from innokumppanuus_edellakavijat.faces.commands import app
from innokumppanuus_edellakavijat.faces.panel import build_practices
from innokumppanuus_edellakavijat.faces.sections import (
    LessonsSection,
    PracticesSection,
    ProgressSection,
    StagesSection,
)
from innokumppanuus_edellakavijat.faces.state import PracticesState

_LOCALE = Path(__file__).parents[1] / "locale"
_NAME = Label("Edelläkävijäkaupungit", "Föregångarstäder", "Forerunner cities")


@hookimpl
def register_commands() -> Iterator[Command]:
    yield Command(key="forerunners", name=_NAME, app=app)


@hookimpl
def register_programme_sections() -> Iterator[ProgrammeSection]:
    yield from (StagesSection(), ProgressSection(), PracticesSection(), LessonsSection())


@hookimpl
def register_programme_panels() -> Iterator[ProgrammePanel]:
    yield ProgrammePanel(
        key="edellakavijat.practices",
        name=Label(
            "Hyvät käytännöt ja niiden käyttöönotto",
            "God praxis och hur den tas i bruk",
            "Good practices and their adoption",
        ),
        state=PracticesState.of,
        build=build_practices,
        noun=Forerunners,
    )


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_edellakavijat", name=_NAME, path=_LOCALE)
