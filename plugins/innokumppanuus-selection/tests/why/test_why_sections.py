"""The sections of explanations in the report: words, pictures, tables, all escaped."""

from html.parser import HTMLParser

import attrs
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.faces.plugins import Section
from innokumppanuus.faces.reports.web import DecisionPage
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus_selection.why.commands import sections
from innokumppanuus_selection.why.sections import FrontierSection, WhySection


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.names: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.ids += [value for name, value in attributes if name == "id" and value]


@pytest.mark.parametrize("section", [WhySection(), FrontierSection()], ids=lambda one: one.key)
def test_a_section_has_words_a_picture_and_its_table(
    section: Section, decision: Decision, texts: Texts
) -> None:
    result = section.reckon(decision, core_plugins(), unwatched)

    tags = Tags(section.html(result, decision, texts))

    assert {"ul", "svg", "table", "caption"} <= set(tags.names)
    assert tags.ids and all(one.startswith(section.key) for one in tags.ids)
    assert len(tags.ids) == len(set(tags.ids))


def test_the_report_has_the_sections_that_do_not_take_long(
    decision: Decision, texts: Texts
) -> None:
    page = DecisionPage().with_sections({one.key: one for one in sections()})

    written = page.write(decision, texts, core_plugins())["decision.html"].decode()

    assert "Why in, why out" in written and "What more money would buy" in written
    assert "a large field" not in written


def test_names_of_applicants_are_escaped(decision: Decision, texts: Texts) -> None:
    first, *others = decision.applications
    answers = {**first.answers, "applicant": "<b>Oy</b>"}
    changed = attrs.evolve(decision, applications=(attrs.evolve(first, answers=answers), *others))
    section = WhySection()

    html = section.html(section.reckon(changed, core_plugins(), unwatched), changed, texts)

    assert "&lt;b&gt;Oy" in html and "<b>" not in html


def test_a_large_field_is_left_to_who_asks_for_it(decision: Decision) -> None:
    small = attrs.evolve(WhySection(), most=4)

    assert small.reckon(decision, core_plugins(), unwatched) is None
    assert [one.is_long for one in sections()] == [False, True, False, True]


def test_a_decision_without_a_choice_has_no_section() -> None:
    empty = a_decision({})

    assert [one.reckon(empty, core_plugins(), unwatched) for one in sections()] == [None] * 4
