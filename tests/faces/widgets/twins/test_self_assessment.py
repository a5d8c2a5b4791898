"""The panel in words: picture with its table, what lacks evidence, and what to keep."""

from datetime import date

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.states.self_assessment import Group, SelfAssessmentState
from innokumppanuus.faces.widgets.twins import self_assessment as twin
from innokumppanuus.testing.profiles import GOALS, GROUPS, a_city, a_consent, some_indicators

TEXTS = Texts.load("en")
LATER = date(2026, 11, 20)


def a_state(*others: object, on: date | None = LATER) -> SelfAssessmentState:
    group = Group(others=others, least=5)  # type: ignore[arg-type]
    return SelfAssessmentState(a_city(levels={GOALS: 3}), some_indicators(), on, group)


def rated(*others: object, on: date | None = LATER) -> SelfAssessmentState:
    state = a_state(*others, on=on)
    state.rate(4)
    return state


def test_an_indicator_is_told_with_its_principle() -> None:
    assert twin.indicator_text(a_state(), GROUPS, TEXTS).startswith("User-centredness: ")


def test_each_level_is_told_with_its_words_and_none_is_an_option() -> None:
    options = twin.level_options(a_state(), TEXTS)

    assert options[0] == ("not rated yet", None)
    assert options[3] == ("2 – taso 2 en", 2)


def test_the_status_says_how_far_it_is_and_what_lacks_evidence() -> None:
    state = rated()

    said = twin.status_text(state, TEXTS)

    assert said.startswith("1 of 3 indicators has a level.")
    assert "does not stand on evidence" in said


def test_the_status_says_when_every_level_stands_on_evidence() -> None:
    state = rated()
    state.show("Minutes")

    assert "Every level given has evidence." in twin.status_text(state, TEXTS)


def test_evidence_is_a_list_that_escapes_what_people_write() -> None:
    state = rated()
    state.show("<script>")

    assert "&lt;script&gt;" in twin.evidence_html(state, TEXTS)


def test_the_picture_has_its_table_beside_it() -> None:
    html = twin.profile_html(rated(), TEXTS)

    assert html.count("<svg") == 1 and html.count("<caption>") == 1


def test_nothing_is_drawn_before_something_is_rated() -> None:
    state = a_state()

    assert "<svg" not in twin.profile_html(state, TEXTS)
    assert twin.change_html(state, TEXTS) == ""
    assert twin.keep_html(state, TEXTS) == ""


def test_change_is_a_table() -> None:
    assert "↑ rose" in twin.change_html(rated(), TEXTS)


def test_what_is_kept_is_the_record_of_the_day() -> None:
    assert "- on: 2026-11-20\n  ratings:" in twin.keep_html(rated(), TEXTS)


def test_without_a_day_there_is_nothing_to_keep() -> None:
    assert twin.keep_html(rated(on=None), TEXTS) == ""


def test_others_are_shown_only_as_far_as_they_agreed() -> None:
    silent = a_city("salmenkyla", {GOALS: 5})
    agreed = a_city("avoin", {GOALS: 4}, consents=(a_consent("harjula"),))

    html = twin.answer_html(rated(silent, agreed), TEXTS)

    assert "avoin" in html
    assert "salmenkyla" not in html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_everything_is_told_in_every_language(language: str) -> None:
    texts = Texts.load(language)
    state = rated(a_city("avoin", {GOALS: 4}, consents=(a_consent("harjula"),)))

    html = twin.answer_html(state, texts) + twin.keep_html(state, texts)

    assert html.count("<caption>") == 4
