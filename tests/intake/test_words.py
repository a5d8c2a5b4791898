"""The words of forms are there in all three languages and cannot be mixed up."""

from innokumppanuus.domain.labels import Label
from innokumppanuus.intake import words
from innokumppanuus.intake.names import plain, said

ALL = {name: word for name, word in vars(words).items() if isinstance(word, Label)}
SHEETS = [word for name, word in ALL.items() if name.endswith("_SHEET")]


def test_every_word_is_there_in_three_languages() -> None:
    assert [name for name, word in ALL.items() if list(word.missing())] == []


def test_no_word_means_yes_in_one_language_and_no_in_another() -> None:
    assert not set(map(plain, said(words.YES))) & set(map(plain, said(words.NO)))


def test_the_sheets_of_a_form_have_names_of_their_own_in_each_language() -> None:
    for language in ("fi", "sv", "en"):
        assert len({word.say(language) for word in SHEETS}) == len(SHEETS)


def test_names_of_files_have_plain_letters_only() -> None:
    files = [word for name, word in ALL.items() if name.endswith("_FILE")]

    assert all(one.isascii() and one.isalpha() for word in files for one in said(word))
