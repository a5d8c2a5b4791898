"""The desk of a programme gives panels that suit its noun, or that need none."""

from datetime import date
from typing import Any

import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue, UnknownKey
from innokumppanuus.faces.programmes import ProgrammePanel
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.programme_desk import ProgrammeDesk
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.programmes import a_plain_programme, a_programme_file


class Told:
    """A section that tells the day, or nothing."""

    key = "mycity.told"
    name: Label = label()
    order = 1
    is_silent = False

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        return None if self.is_silent else on

    def html(self, result: Any, noun: Any, texts: Texts) -> str:
        return f"<p>{texts.show(result)}</p>"


def a_panel(noun: type | None) -> ProgrammePanel:
    return ProgrammePanel(
        key="p",
        name=label(),
        state=lambda given, plugins: [given],
        build=lambda state, texts: (state, texts.language),
        noun=noun,
    )


def a_desk(noun: Any = None, panel: ProgrammePanel | None = None, **sections: Any) -> ProgrammeDesk:
    panels = {} if panel is None else {"p": panel}
    return ProgrammeDesk(
        noun=noun, plugins=Plugins(), texts=Texts.load("en"), panels=panels, sections=sections
    )


def test_panel_over_the_noun_gets_it() -> None:
    noun = a_plain_programme()

    assert a_desk(noun, a_panel(type(noun))).state("p") == [noun]


def test_panel_that_needs_no_programme_gets_none() -> None:
    assert a_desk(a_plain_programme(), a_panel(None)).panel("p") == ([None], "en")


def test_panel_over_another_noun_is_refused() -> None:
    with pytest.raises(InvalidValue, match="Plugins"):
        a_desk(a_plain_programme(), a_panel(Plugins)).state("p")


def test_panel_that_nobody_offers_is_told() -> None:
    with pytest.raises(UnknownKey):
        a_desk().state("p")


def test_programme_is_shown_with_who_takes_part() -> None:
    html = a_desk(a_plain_programme()).programme()._repr_html_()

    assert "Uusi hyvinvointialue" in html and "invited network" in html


def test_section_is_hidden_until_it_is_asked_for() -> None:
    html = a_desk(a_plain_programme(), told=Told()).section("told", date(2011, 2, 1)).html

    assert "<details" in html and "1 February 2011" in html


def test_section_with_nothing_to_tell_says_so() -> None:
    silent = Told()
    silent.is_silent = True

    html = a_desk(a_plain_programme(), told=silent).section("told", date(2011, 2, 1)).html

    assert Texts.load("en").say("lesson.section_nothing") in html


def test_section_that_nobody_offers_is_told() -> None:
    html = a_desk(a_plain_programme()).section("other", date(2011, 2, 1)).html

    assert Texts.load("en").say("lesson.section_missing") in html


def test_desk_of_a_file_holds_its_noun(tmp_path: Any) -> None:
    desk = ProgrammeDesk.open(str(a_programme_file(tmp_path)), "fi")

    assert desk.noun == a_plain_programme()


def test_desk_without_a_programme_is_for_panels_that_need_none() -> None:
    assert ProgrammeDesk.open("", "sv").noun is None
