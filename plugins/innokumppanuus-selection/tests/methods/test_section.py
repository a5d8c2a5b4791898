"""The section on methods tells in words, a picture and a table who differs from whom."""

import attrs
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.decisions import a_decision
from innokumppanuus_selection.methods.comparing import compare
from innokumppanuus_selection.methods.section import LongMethodsSection, MethodsSection

FIELD = {"H01": (5, 1, 1), "H02": (4, 4, 3), "H03": (1, 5, 5)}
SECTION = MethodsSection()


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return Plugins.load()


@pytest.fixture(scope="module")
def decision(plugins: Plugins) -> Decision:
    return a_decision(FIELD, plugins=plugins)


def test_section_tells_what_the_command_compares(decision: Decision, plugins: Plugins) -> None:
    assert SECTION.reckon(decision, plugins, unwatched) == compare(decision, plugins)


def test_call_without_a_choice_has_nothing_to_compare(plugins: Plugins) -> None:
    decision = a_decision(FIELD, plugins=plugins, selection=None)

    assert SECTION.reckon(decision, plugins, unwatched) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_has_its_content_in_the_table(
    language: str, decision: Decision, plugins: Plugins
) -> None:
    result = SECTION.reckon(decision, plugins, unwatched)
    assert result is not None

    html = SECTION.html(result, decision, Texts.load(language, FacePlugins.load().texts().values()))

    assert html.count("<svg") == html.count("<table") == html.count("<caption>") == 1
    assert html.count('scope="row"') == len(FIELD)
    assert html.count('scope="col"') == 1 + len(result.methods)


def test_large_field_waits_for_who_asks_for_it(decision: Decision, plugins: Plugins) -> None:
    quick = attrs.evolve(SECTION, most=2)

    assert quick.reckon(decision, plugins, unwatched) is None
    assert LongMethodsSection().reckon(decision, plugins, unwatched) is not None
    assert LongMethodsSection().is_long
