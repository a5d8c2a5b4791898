"""What a notebook has in hand of a programme: its noun, panels and sections, in one language."""

from collections.abc import Iterable, Mapping
from datetime import date
from html import escape
from typing import Any, Self

import attrs

from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.programmes import ProgrammePanel, ProgrammeSection
from innokumppanuus.faces.reports.programme_facts import basics_html, people_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import style
from innokumppanuus.faces.widgets.desk import Page
from innokumppanuus.plugin.manager import Plugins, pick
from innokumppanuus.plugin.programmes import HasProgramme
from innokumppanuus.workspace import Workspace


@attrs.frozen(kw_only=True)
class ProgrammeDesk:
    """
    A programme with its panels and sections (ohjelman työpöytä), or panels that need none.

    Attributes:
        noun: What is looked at, of some plugin; None for panels that need no programme.
        plugins: What it was read with.
        texts: Words in the language of the notebook.
        panels: Panels by key.
        sections: Sections by key.
    """

    noun: HasProgramme | None
    plugins: Plugins
    texts: Texts
    panels: Mapping[str, ProgrammePanel] = attrs.field(factory=dict)
    sections: Mapping[str, ProgrammeSection] = attrs.field(factory=dict)

    @classmethod
    def open(cls, programme: str, language: str, block: Iterable[str] = ()) -> Self:
        """
        Return the desk of a shipped programme or of a file; of none when *programme* is empty.

        Raises:
            UnknownKey: When no plugin ships it and there is no such file.
            RuleSetProblems: With everything that is wrong in the file.
        """
        blocked = tuple(block)
        workspace, faces = Workspace.open(blocked), FacePlugins.load(blocked)
        return cls(
            noun=workspace.programme(programme) if programme else None,
            plugins=workspace.plugins,
            texts=Texts.load(language, faces.texts().values()),
            panels=faces.programme_panels(),
            sections=faces.programme_sections(),
        )

    def state(self, panel: str) -> Any:
        """
        Return a new state of the panel with the key.

        Raises:
            UnknownKey: When no plugin offers the panel.
            InvalidValue: When the panel is over a programme of another kind.
        """
        found = pick("panel", panel, self.panels)
        if found.noun is None:
            return found.state(None, self.plugins)
        if not isinstance(self.noun, found.noun):
            got = type(self.noun).__name__
            raise InvalidValue("panel-programme", panel=panel, must=found.noun.__name__, got=got)
        return found.state(self.noun, self.plugins)

    def panel(self, key: str) -> Any:
        """Return the panel with the key as a widget over a state of its own."""
        return pick("panel", key, self.panels).build(self.state(key), self.texts)

    def programme(self) -> Page:
        """Return what the programme is and who takes part, as tables."""
        if self.noun is None:
            return self._page("")
        programme = self.noun.programme
        tables = basics_html(programme, self.texts) + people_html(programme, self.texts)
        return self._page(f'<div class="inno-section">{tables}</div>')

    def section(self, key: str, on: date) -> Page:
        """
        Return a section of the report of the day, hidden until it is asked for.

        Where no installed plugin offers it, or it has nothing to tell, the page says so.
        """
        section = self.sections.get(key)
        result = section.reckon(self.noun, on, self.plugins) if section else None
        if section is None:
            told = f"<p>{escape(self.texts.say('lesson.section_missing'))}</p>"
        elif result is None:
            told = f"<p>{escape(self.texts.say('lesson.section_nothing'))}</p>"
        else:
            told = section.html(result, self.noun, self.texts)
        return self.answer(f'<div class="inno-section">{told}</div>')

    def answer(self, html: str) -> Page:
        """Return HTML of a panel's text twin, hidden until it is asked for."""
        words = escape(self.texts.say("lesson.answer"))
        return self._page(
            f'<details class="inno-answer"><summary>{words}</summary>{html}</details>'
        )

    def _page(self, html: str) -> Page:
        return Page(f'<style>{style()}</style><div class="inno-panel">{html}</div>')
