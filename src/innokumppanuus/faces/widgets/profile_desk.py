"""What a notebook has in hand of the 3P of a city: its profile, the self-assessment, others."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any, Self

import attrs

from innokumppanuus.domain.city import City
from innokumppanuus.engine.coverage import coverage
from innokumppanuus.engine.profile import city_profile, indicators_of
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.reports.coverage import coverage_html
from innokumppanuus.faces.reports.profile_page import ProfileSheet, profile_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.controls import style
from innokumppanuus.faces.widgets.desk import Page
from innokumppanuus.faces.widgets.states.self_assessment import Group, SelfAssessmentState
from innokumppanuus.faces.widgets.twins.self_assessment import answer_html
from innokumppanuus.workspace import Workspace

LEAST_KEY = "profile.least_cities"
"""The dated value that says how many cities a summary needs."""


@attrs.frozen(kw_only=True)
class ProfileDesk:
    """
    A city with its self-assessment and those it may look at (3P-työpöytä).

    Attributes:
        city: Whose 3P it is.
        on: The day of the lesson.
        group: The other cities, and how many a summary needs.
        workspace: What it was read with.
        texts: Words in the language of the notebook.
    """

    city: City
    on: date
    group: Group
    workspace: Workspace
    texts: Texts

    @classmethod
    def open(
        cls,
        city: str,
        language: str,
        on: date,
        others: Iterable[str] = (),
        block: Iterable[str] = (),
    ) -> Self:
        """
        Return the desk of a city, by key or file, beside others.

        Raises:
            UnknownKey: When no plugin ships a city and there is no such file.
            RuleSetProblems: With everything that is wrong in a file.
        """
        blocked = tuple(block)
        workspace, faces = Workspace.open(blocked), FacePlugins.load(blocked)
        least = workspace.plugins.parameters()[LEAST_KEY].on(on).value
        assert isinstance(least, int)
        return cls(
            city=workspace.city(city),
            on=on,
            group=Group(others=tuple(workspace.city(one) for one in others), least=least),
            workspace=workspace,
            texts=Texts.load(language, faces.texts().values()),
        )

    def state(self) -> SelfAssessmentState:
        """Return a new self-assessment of the city, with nothing given yet."""
        indicators = indicators_of(self.workspace.plugins)
        return SelfAssessmentState(self.city, indicators, self.on, self.group)

    def panel(self) -> Any:
        """Return the panel over a self-assessment of its own as a widget."""
        # Desks are also read where there are no widgets, as in tests of lessons' words.
        from innokumppanuus.faces.widgets.panels.self_assessment import build

        return build(self.state(), self.texts)

    def profile(self, on: date) -> Page:
        """Return the profile of the city as it was known on a day."""
        indicators = indicators_of(self.workspace.plugins)
        sheet = ProfileSheet(profile=city_profile(self.city, on, indicators))
        return self._page(f'<div class="inno-section">{profile_html(sheet, self.texts)}</div>')

    def answer(self, state: SelfAssessmentState) -> Page:
        """Return what a self-assessment comes to, hidden until it is asked for."""
        return self._hidden(answer_html(state, self.texts))

    def coverage(self, ruleset: str) -> Page:
        """Return the coverage matrix of a call, hidden until it is asked for."""
        call = self.workspace.ruleset(ruleset).call
        matrix = coverage(call, indicators_of(self.workspace.plugins))
        return self._hidden(f'<div class="inno-section">{coverage_html(matrix, self.texts)}</div>')

    def _hidden(self, html: str) -> Page:
        words = escape(self.texts.say("lesson.answer"))
        return self._page(
            f'<details class="inno-answer"><summary>{words}</summary>{html}</details>'
        )

    def _page(self, html: str) -> Page:
        return Page(f'<style>{style()}</style><div class="inno-panel">{html}</div>')
