"""The sections on the panel are told in three languages, and the long one can be stopped."""

from html.parser import HTMLParser

import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.engine.decision import decide
from innokumppanuus.errors import Stopped
from innokumppanuus.faces.reports.health_section import HealthSection, RelianceSection, reliance
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_ruleset, a_sheet, an_application
from innokumppanuus.testing.decisions import a_decision, core_plugins

PLUGINS = core_plugins()
SCORES = {f"H0{i}": {"K1": i % 6, "K2": (i * i) % 6, "K3": 3} for i in range(1, 8)}


def decided() -> Decision:
    """Return the decision of two evaluators who differ."""
    other = {one: {item: 5 - score for item, score in row.items()} for one, row in SCORES.items()}
    sheets = [a_sheet("A", SCORES), a_sheet("B <i>", other)]
    return decide(a_ruleset(), [an_application(one) for one in SCORES], sheets, PLUGINS)


DECISION = decided()


class Tags(HTMLParser):
    """Collects tags and looks that each is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: object) -> None:
        self.seen.append(tag)
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attributes: object) -> None:
        self.seen.append(tag)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_health_is_told_in_every_language(language: str) -> None:
    section = HealthSection()
    result = section.reckon(DECISION, PLUGINS, unwatched)
    assert result is not None

    tags = Tags(section.html(result, DECISION, Texts.load(language)))

    assert (tags.open, tags.seen.count("svg"), "table" in tags.seen) == ([], 1, True)


def test_each_warning_is_a_sentence_of_a_list() -> None:
    section = HealthSection()
    result = section.reckon(DECISION, PLUGINS, unwatched)
    assert result is not None

    tags = Tags(section.html(result, DECISION, Texts.load("en")))

    assert tags.seen.count("li") == len(result.warnings) > 0


def test_a_decision_without_scores_has_no_section() -> None:
    bare = decide(a_ruleset(), [an_application()], [], PLUGINS)

    assert HealthSection().reckon(bare, PLUGINS, unwatched) is None
    assert RelianceSection().reckon(bare, PLUGINS, unwatched) is None


def test_names_of_evaluators_are_escaped() -> None:
    section = RelianceSection()
    result = section.reckon(DECISION, PLUGINS, unwatched)
    assert result is not None

    html = section.html(result, DECISION, Texts.load("en"))

    assert "B <i>" not in html


def test_the_long_one_tells_its_steps_to_the_end() -> None:
    steps: list[tuple[int, int]] = []

    reliance(DECISION, PLUGINS, lambda done, of: steps.append((done, of)))

    assert steps[0] == (0, steps[-1][1])
    assert steps[-1][0] == steps[-1][1] == len(steps) - 1


def test_the_long_one_can_be_stopped_after_any_step() -> None:
    def stop(done: int, of: int) -> None:
        if done == 3:
            raise Stopped

    with pytest.raises(Stopped):
        reliance(DECISION, PLUGINS, stop)


def test_only_the_long_one_is_left_to_those_who_ask() -> None:
    assert (HealthSection().is_long, RelianceSection().is_long) == (False, True)


def test_the_same_decision_is_told_in_the_same_bytes() -> None:
    one = a_decision({"H01": (1, 2, 3), "H02": (3, 2, 1), "H03": (5, 4, 4)})
    section, texts = RelianceSection(), Texts.load("fi")

    first, again = (section.reckon(one, PLUGINS, unwatched) for _ in range(2))

    assert first is not None and again is not None
    assert section.html(first, one, texts) == section.html(again, one, texts)
