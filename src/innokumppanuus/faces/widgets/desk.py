"""What a notebook has in hand: one call that has been decided, and words in one language."""

from collections.abc import Iterable
from html import escape
from typing import Any, Self

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.errors import InvalidValue, Problem
from innokumppanuus.faces.plugins import FacePlugins, Panel, Section, TakesSections
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import style
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.faces.widgets.twins.call import call_html
from innokumppanuus.faces.widgets.twins.portfolio import portfolio_html
from innokumppanuus.intake import Sheets, read_applications, read_sheets
from innokumppanuus.plugin.manager import Plugins, pick
from innokumppanuus.workspace import Workspace


@attrs.frozen
class Page:
    """HTML that a notebook shows."""

    html: str

    def _repr_html_(self) -> str:
        return self.html


@attrs.frozen(kw_only=True)
class Desk:
    """
    A decided call with its panels (työpöytä).

    Attributes:
        decision: What is looked at.
        plugins: What it was decided with.
        panels: Panels by key.
        texts: Words in the language of the notebook.
        sections: What plugins reckon of a decision, by key.
        problems: What was noticed when the applications and score sheets were read.
    """

    decision: Decision
    plugins: Plugins
    panels: dict[str, Panel]
    texts: Texts
    sections: dict[str, Section] = attrs.field(factory=dict)
    problems: tuple[Problem, ...] = ()

    @classmethod
    def open(cls, ruleset: str, language: str, block: Iterable[str] = ()) -> Self:
        """
        Return the desk of a shipped rule set with its example applications and score sheets.

        A rule set in which nothing is scored needs no score sheets.

        Raises:
            UnknownKey: When no plugin ships the rule set.
            InvalidValue: When it has no examples.
        """
        blocked = tuple(block)
        workspace, faces = Workspace.open(blocked), FacePlugins.load(blocked)
        shipped, rules = workspace.shipped(ruleset), workspace.ruleset(ruleset)
        if shipped.applications is None or (shipped.sheets is None and rules.call.is_assessed()):
            raise InvalidValue("examples-missing", got=ruleset)
        read = read_applications(shipped.applications, rules.call)
        sheets = Sheets(sheets=())
        if shipped.sheets is not None:
            sheets = read_sheets(shipped.sheets, rules.call, read.applications)
        decision = workspace.decide(rules, read.applications, sheets.sheets)
        return cls(
            decision=attrs.evolve(decision, has_fictional_field=shipped.is_fictional),
            plugins=workspace.plugins,
            panels=dict(faces.panels()),
            sections=dict(faces.sections()),
            texts=Texts.load(language, faces.texts().values()),
            problems=(*read.problems, *sheets.problems),
        )

    def state(self, panel: str) -> Any:
        """Return a new state of the panel with the key."""
        state = pick("panel", panel, self.panels).state(self.decision, self.plugins)
        return state.with_sections(self.sections) if isinstance(state, TakesSections) else state

    def panel(self, key: str) -> Any:
        """Return the panel with the key as a widget over a state of its own."""
        return pick("panel", key, self.panels).build(self.state(key), self.texts)

    def call(self) -> Page:
        """Return the call and how its applications fared, as a table."""
        return self._page(call_html(self.decision, self.texts) + self._noticed())

    def answer(self, state: PortfolioState) -> Page:
        """Return what a portfolio comes to, hidden until it is asked for."""
        return self.hidden(portfolio_html(state, self.texts))

    def hidden(self, html: str) -> Page:
        """Return the text twin of a panel, hidden until it is asked for."""
        return self._page(self._hidden(html))

    def section(self, key: str) -> Page:
        """
        Return a section of the decision, hidden until it is asked for.

        Where no installed plugin offers it, or it has nothing to tell, the page says so.
        """
        section = self.sections.get(key)
        result = section.reckon(self.decision, self.plugins, unwatched) if section else None
        if section is None:
            told = f"<p>{escape(self.texts.say('lesson.section_missing'))}</p>"
        elif result is None:
            told = f"<p>{escape(self.texts.say('lesson.section_nothing'))}</p>"
        else:
            told = section.html(result, self.decision, self.texts)
        return self._page(self._hidden(f'<div class="inno-section">{told}</div>'))

    def _noticed(self) -> str:
        if not self.problems:
            return ""
        lines = "".join(f"<li>{escape(self.texts.problem(one))}</li>" for one in self.problems)
        words = escape(self.texts.plural("lesson.files", len(self.problems)))
        return f"<details><summary>{words}</summary><ul>{lines}</ul></details>"

    def _hidden(self, shown: str) -> str:
        words = escape(self.texts.say("lesson.answer"))
        return f'<details class="inno-answer"><summary>{words}</summary>{shown}</details>'

    def _page(self, html: str) -> Page:
        return Page(f'<style>{style()}</style><div class="inno-panel">{html}</div>')
