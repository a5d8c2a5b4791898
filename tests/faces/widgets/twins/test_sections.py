"""A section is told in words with its heading, and so is how far it is."""

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import TooManyApplications
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.runner import Here
from innokumppanuus.faces.widgets.states.sections import SectionsState
from innokumppanuus.faces.widgets.twins.sections import progress_html, section_html, status_text
from innokumppanuus.testing.decisions import a_decision, core_plugins

PLUGINS = core_plugins()


@attrs.define
class Counted:
    """A section that tells how many are ranked."""

    key: str = "counted"
    order: int = 10
    is_long: bool = True
    name: Label = Label("Määrä & muu", "Antal & annat", "Number & other")

    def reckon(self, decision, plugins, pace):
        return len(decision.ranking)

    def html(self, result, decision, texts):
        return f"<p>{result}</p>"


class Refused(Counted):
    """A section that takes few applications."""

    def reckon(self, decision, plugins, pace):
        raise TooManyApplications(40, 15)


def looked_at(section):
    state = SectionsState(
        a_decision({"H01": (5, 1, 1)}, plugins=PLUGINS), PLUGINS, {"counted": section}, Here()
    )
    state.look("counted")
    return state


def test_section_stands_under_its_own_heading_with_everything_escaped():
    state = looked_at(Counted())
    state.start()

    assert section_html(state, Texts.load("en")) == (
        '<div class="inno-section"><h3>Number &amp; other</h3><p>1</p></div>'
    )


def test_section_that_is_not_asked_for_says_how_to_begin():
    words = status_text(looked_at(Counted()), Texts.load("en"))

    assert words == "Number & other: this may take a while. Begin with the button Compute."
    assert section_html(looked_at(Counted()), Texts.load("en")) == ""


def test_refusal_is_told_in_the_words_of_whoever_refuses():
    state = looked_at(Refused())
    state.start()

    assert "at most 15 applications, got 40" in status_text(state, Texts.load("en"))


def test_no_bar_stands_where_nothing_is_under_way():
    assert progress_html(looked_at(Counted()), Texts.load("en")) == ""
