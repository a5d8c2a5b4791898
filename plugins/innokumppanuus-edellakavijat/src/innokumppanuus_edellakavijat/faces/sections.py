"""Sections of the report of a network, as the public may see it: first reckoned, then told."""

from datetime import date
from typing import Any

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.engine.profile import indicators_of
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_edellakavijat.domain import Forerunners
from innokumppanuus_edellakavijat.engine.current_state import progress
from innokumppanuus_edellakavijat.engine.practices import PUBLIC, learned, standings
from innokumppanuus_edellakavijat.engine.stages import stages
from innokumppanuus_edellakavijat.faces import tables


@attrs.frozen
class StagesSection:
    """Whether the work goes on: decisions that were made, are due or are late."""

    key: str = "edellakavijat.stages"
    name: Label = Label("Jatkopäätökset", "Beslut om fortsättning", "Decisions to go on")
    order: int = 10

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        """Return the stages of a network that has some."""
        return stages(noun, on) or None if isinstance(noun, Forerunners) else None

    def html(self, result: Any, noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        return tables.stages_html(result, noun, texts)


@attrs.frozen
class ProgressSection:
    """How far the self-assessment has come; counts only."""

    key: str = "edellakavijat.progress"
    name: Label = Label(
        "Nykytila-analyysin eteneminen",
        "Hur analysen av nuläget framskrider",
        "Progress of the current-state analysis",
    )
    order: int = 20

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        """Return the progress of a network whose cities assess themselves."""
        if not isinstance(noun, Forerunners):
            return None
        return progress(noun, on, indicators_of(plugins)) or None

    def html(self, result: Any, noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        return tables.progress_html(result, texts)


@attrs.frozen
class PracticesSection:
    """Public good practices and who uses them."""

    key: str = "edellakavijat.practices"
    name: Label = Label("Hyvät käytännöt", "God praxis", "Good practices")
    order: int = 30

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        """Return the practices that anybody may see."""
        return standings(noun, PUBLIC) or None if isinstance(noun, Forerunners) else None

    def html(self, result: Any, noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        return tables.practices_html(result, noun, texts)


@attrs.frozen
class LessonsSection:
    """What public failures taught."""

    key: str = "edellakavijat.lessons"
    name: Label = Label(
        "Opittu epäonnistumisista", "Lärt av misslyckanden", "Learned from failures"
    )
    order: int = 40

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        """Return the lessons that anybody may see."""
        return learned(noun, PUBLIC) or None if isinstance(noun, Forerunners) else None

    def html(self, result: Any, noun: Any, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        return tables.lessons_html(result, noun, texts)
