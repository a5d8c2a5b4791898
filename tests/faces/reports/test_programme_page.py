"""The programme report is one page that fetches nothing, with the sections of plugins."""

import json
from datetime import date
from typing import Any

import pytest

from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.programme import PlainProgramme, Programme, ProgrammeKind
from innokumppanuus.faces.programmes import ProgrammeSection
from innokumppanuus.faces.reports.programme_page import programme_report
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import from_record
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.programmes import a_plain_programme

ON = date(2011, 12, 1)


class Told:
    """A section that tells the day."""

    key = "mycity.told"
    name: Label = label("Oma osio")
    order = 1

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        return on if noun.programme.id == "koeverkosto" else None

    def html(self, result: Any, noun: Any, texts: Texts) -> str:
        return f"<p>{texts.show(result)}</p>"


def page(language: str = "en", **sections: ProgrammeSection) -> str:
    noun, texts = a_plain_programme(), Texts.load(language)
    files = programme_report(noun, ON, sections, texts, Plugins())
    return files["programme.html"].decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_is_in_its_language(language: str) -> None:
    html = page(language)

    assert f'<html lang="{language}">' in html
    assert a_plain_programme().programme.name.say(language) in html


def test_page_fetches_nothing() -> None:
    html = page()

    assert "default-src 'none'" in html
    assert 'src="' not in html


def test_fictional_programme_says_so() -> None:
    assert "The programme is fictional." in page()


def test_section_of_a_plugin_stands_after_the_basics() -> None:
    html = page(told=Told())

    assert html.index('<section id="basics"') < html.index('<section id="added-mycity-told"')
    assert "<p>1 December 2011</p>" in html


def test_section_that_knows_no_such_programme_is_left_out() -> None:
    noun = a_plain_programme(("id: koeverkosto", "id: muu"))

    files = programme_report(noun, ON, {"told": Told()}, Texts.load("en"), Plugins())

    assert b"added-mycity-told" not in files["programme.html"]


def test_section_without_content_is_left_out() -> None:
    bare = PlainProgramme(programme=Programme(id="a", name=label(), kind=ProgrammeKind.FORUM))

    html = programme_report(bare, ON, {}, Texts.load("en"), Plugins())["programme.html"].decode()

    assert '<section id="profile"' in html
    assert '<section id="phases"' not in html


def test_data_are_the_programme_and_nothing_that_a_plugin_keeps_beside_it() -> None:
    noun = a_plain_programme()

    files = programme_report(noun, ON, {}, Texts.load("en"), Plugins())

    assert from_record(Programme, json.loads(files["programme.json"])) == noun.programme


def test_same_programme_gives_the_same_bytes() -> None:
    assert page() == page()
