"""The section on core indices tells who is in every set, in words, a picture and a table."""

import attrs
import pytest

from innokumppanuus.domain.core_index import CoreStanding
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.domain.sources import missing, stated
from innokumppanuus.errors import Stopped
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.decisions import a_decision
from innokumppanuus_selection.rpm.section import CoreIndexSection, LongCoreIndexSection

FIELD = {"H01": (5, 5, 5), "H02": (5, 1, 1), "H03": (2, 5, 5), "H04": (0, 0, 0)}
SECTION = CoreIndexSection()


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return Plugins.load()


@pytest.fixture(scope="module")
def decision(plugins: Plugins) -> Decision:
    budget = attrs.evolve(a_call().budget, maximum=stated(2), target=missing())
    return a_decision(FIELD, plugins=plugins, budget=budget)


def test_best_by_everything_is_core_and_worst_by_everything_exterior(
    decision: Decision, plugins: Plugins
) -> None:
    found = SECTION.reckon(decision, plugins, unwatched)

    assert found is not None
    assert found.named(CoreStanding.CORE) == ("H01",)
    assert found.named(CoreStanding.BORDERLINE) == ("H02", "H03")
    assert found.named(CoreStanding.EXTERIOR) == ("H04",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_picture_has_its_content_in_the_table(
    language: str, decision: Decision, plugins: Plugins
) -> None:
    found = SECTION.reckon(decision, plugins, unwatched)
    assert found is not None

    html = SECTION.html(found, decision, Texts.load(language, FacePlugins.load().texts().values()))

    assert html.count("<svg") == html.count("<table") == html.count("<caption>") == 1
    assert html.count('scope="row"') == len(FIELD)


def test_call_without_a_choice_has_nothing_to_tell(plugins: Plugins) -> None:
    decision = a_decision(FIELD, plugins=plugins, selection=None)

    assert SECTION.reckon(decision, plugins, unwatched) is None


def test_large_field_waits_for_who_asks_for_it(decision: Decision, plugins: Plugins) -> None:
    quick = attrs.evolve(SECTION, most=2)

    assert quick.reckon(decision, plugins, unwatched) is None
    assert LongCoreIndexSection().reckon(decision, plugins, unwatched) is not None
    assert LongCoreIndexSection().is_long


def test_person_may_stop_it(decision: Decision, plugins: Plugins) -> None:
    def stop(done: int, of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        LongCoreIndexSection().reckon(decision, plugins, stop)


def test_where_limits_contradict_nobody_is_said_to_be_exterior(
    decision: Decision, plugins: Plugins
) -> None:
    found = SECTION.reckon(decision, plugins, unwatched)
    assert found is not None

    texts = Texts.load("en", FacePlugins.load().texts().values())
    page = SECTION.html(attrs.evolve(found, sets=()), decision, texts)

    assert page and "exterior" not in page.lower() and "<table" not in page
