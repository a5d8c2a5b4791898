"""The words of workbooks of cases are there in three languages and mean one thing each."""

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.intake import case_words
from innokumppanuus.intake.names import plain, said

ALL = {name: word for name, word in vars(case_words).items() if isinstance(word, Label)} | {
    str(verdict): word for verdict, word in case_words.VERDICTS.items()
}


def test_every_word_is_there_in_three_languages() -> None:
    assert [name for name, word in ALL.items() if list(word.missing())] == []


def test_no_word_means_two_things() -> None:
    words = [one for label in ALL.values() for one in set(map(plain, said(label)))]

    assert len(words) == len({*words})


def test_every_verdict_has_a_word() -> None:
    assert {*case_words.VERDICTS} == {*Verdict}


def test_words_for_answers_stand_in_brackets_so_that_no_field_has_such_an_id() -> None:
    words = [case_words.LEFT_OUT, case_words.NOTHING, case_words.NOT_TOLD]

    assert all(one.startswith("(") for label in words for one in said(label))
