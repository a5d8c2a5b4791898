"""Core indices, questions and withdrawals as sentences."""

import pytest

from innokumppanuus.domain.core_index import CoreIndices, Withdrawal
from innokumppanuus.domain.labels import same
from innokumppanuus.engine.core_index import core_indices
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.robust_choices import a_banded, a_robust_choice
from innokumppanuus_selection.rpm.question import questions
from innokumppanuus_selection.rpm.sentences import of_indices, of_questions, of_withdrawals

RIVALS = [a_banded("H1", {"K1": 3, "K2": 1}, 10), a_banded("H2", {"K1": 1, "K2": 3}, 10)]
NAMES = {"K1": same("Benefit"), "K2": same("Reach")}


@pytest.fixture
def texts() -> Texts:
    return Texts.load("en", FacePlugins.load().texts().values())


def a_withdrawal(*after: str, turned: tuple[tuple[str, str], ...] = ()) -> Withdrawal:
    return Withdrawal(
        selector="s", application="H9", before=(("H1",),), after=(after,), turned=turned
    )


def test_sets_and_standings_are_told(texts: Texts) -> None:
    told = list(of_indices(core_indices(a_robust_choice(RIVALS, 10)), texts))

    assert told == [
        "There are 2 sets that no other set beats.",
        "In some of the sets, so that it depends on the weights or scores: H1 and H2.",
    ]


def test_limits_that_contradict_are_told_instead(texts: Texts) -> None:
    told = list(of_indices(CoreIndices(sets=(), indices=()), texts))

    assert told == ["The limits contradict each other: no set keeps them all."]


def test_the_question_tells_what_each_answer_settles(texts: Texts) -> None:
    choice = a_robust_choice(RIVALS, 10)

    told = list(of_questions(questions(choice, core_indices(choice)), NAMES, texts))

    assert told == [
        "Question: does 'Benefit' weigh at least as much as 'Reach'? "
        "Of 2 borderline applications, 2 would be settled by yes and 2 by no."
    ]


def test_without_borderline_applications_nothing_is_asked(texts: Texts) -> None:
    choice = a_robust_choice(RIVALS, 20)

    (told,) = of_questions(questions(choice, core_indices(choice)), NAMES, texts)

    assert told.startswith("There are no borderline applications")


def test_a_withdrawal_that_changes_nothing_is_told_once(texts: Texts) -> None:
    (told,) = of_withdrawals(same("Method"), [a_withdrawal("H1"), a_withdrawal("H1")], texts)

    assert told.startswith("Method: when one that is not chosen withdraws, neither")


def test_a_withdrawal_tells_who_comes_in_and_whose_order_turns(texts: Texts) -> None:
    found = [a_withdrawal("H2", turned=(("H3", "H4"),))]

    told = list(of_withdrawals(same("Method"), found, texts))

    assert told == [
        "Method: if H9 withdrew, H2 would come into the best sets and H1 would drop out.",
        "Method: if H9 withdrew, the order of these pairs would turn: H3 – H4.",
    ]
