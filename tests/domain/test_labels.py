"""A label has words in three languages, or shows which it lacks."""

import pytest

from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.errors import InvalidValue


def test_a_label_says_each_language() -> None:
    label = Label("haku", "utlysning", "call")

    assert [label.say(language) for language in LANGUAGES] == ["haku", "utlysning", "call"]


def test_a_missing_language_falls_back_in_the_order_fi_sv_en() -> None:
    assert Label(sv="utlysning", en="call").say("fi") == "utlysning"
    assert Label(en="call").say("sv") == "call"


def test_missing_languages_can_be_asked() -> None:
    assert tuple(Label(sv="utlysning").missing()) == ("fi", "en")


def test_a_label_without_any_words_is_refused() -> None:
    with pytest.raises(InvalidValue) as caught:
        Label()

    assert caught.value.key == "label-empty"


def test_a_proper_name_lacks_no_language() -> None:
    assert not tuple(same("Sitra").missing())
