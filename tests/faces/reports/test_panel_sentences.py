"""Sentences of the panel say numbers, and name many without listing all."""

from datetime import date
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.assignment import Shortage, ShortOf
from innokumppanuus.domain.conflicts import Conflict, Ruling, RulingKind
from innokumppanuus.domain.rounds import Calibration, Drift, Leaning
from innokumppanuus.faces.reports.panel_sentences import (
    drift_sentence,
    ground_name,
    leaning_sentence,
    shortage_sentences,
    state_of,
)
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.decisions import core_plugins

ENGLISH = Texts.load("en")
SHORTAGE = Shortage(
    of=ShortOf.READERS, members=("H01", "H02"), others=("A",), needed=4, available=2, lower_to=1
)


def test_a_shortage_says_how_many_are_lacking_and_what_would_be_enough() -> None:
    first, second, third = shortage_sentences([SHORTAGE], ENGLISH)

    assert "H01, H02 need 4" in first and first.endswith("Lacking: 2.")
    assert "at least 1 reader (" in second
    assert "A larger load does not help" in third


def test_a_load_that_would_be_enough_is_told() -> None:
    said = shortage_sentences([attrs.evolve(SHORTAGE, raise_to=4)], ENGLISH)

    assert "up to 4 applications" in said[-1]


def test_of_many_the_first_are_named_with_how_many_there_are() -> None:
    many = attrs.evolve(SHORTAGE, members=tuple(f"H{n:02}" for n in range(20)))

    assert "H07 … (20)" in shortage_sentences([many], ENGLISH)[0]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Hakemus H19 tarvitsee 1 lukuvuoron."),
        ("sv", "Ansökan H19 behöver 1 läsning."),
        ("en", "Application H19 needs 1 reading."),
    ],
)
def test_one_application_is_told_in_the_singular(language: str, words: str) -> None:
    one = attrs.evolve(SHORTAGE, members=("H19",), others=(), needed=1, available=0)

    assert shortage_sentences([one], Texts.load(language))[0].startswith(words)


def test_what_would_be_enough_is_said_once_after_all_shortages_of_a_kind() -> None:
    other = attrs.evolve(SHORTAGE, members=("H09",), needed=2, available=1)

    said = shortage_sentences([SHORTAGE, other], ENGLISH)

    assert [one.split()[0] for one in said] == ["The", "Application", "It", "A"]
    assert "for 3 readings" in said[-1]


def test_bounds_that_contradict_are_told_as_bounds() -> None:
    one = attrs.evolve(SHORTAGE, members=("H09",), others=(), needed=2, available=1)

    assert "the most that is allowed is 1" in shortage_sentences([one], ENGLISH)[0]


@pytest.mark.parametrize("leaning", Leaning)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_leaning_has_its_words(language: str, leaning: Leaning) -> None:
    one = Calibration(evaluator="A", distance=Fraction(1, 8), leaning=leaning)

    assert leaning_sentence(one, Texts.load(language))


def test_an_agreed_score_beyond_the_own_ones_is_told() -> None:
    drift = Drift(application="H01", item="K1", own={"A": Fraction(2)}, consensus=Fraction(4))

    assert drift_sentence(drift, ENGLISH) == "The agreed score is beyond every own score."


def test_a_conflict_says_who_decided_and_when() -> None:
    ruling = Ruling(
        kind=RulingKind.CLEARED,
        evaluator="A",
        application="H01",
        by="Chair",
        on=date(2026, 3, 1),
        reason="Namesake",
    )
    one = Conflict(evaluator="A", application="H01", ground="board", ruling=ruling, counts=False)

    assert state_of(one, ENGLISH).startswith("no conflict (Chair, ")
    assert ground_name(one, core_plugins().conflict_grounds(), ENGLISH) == "board or management"


@pytest.mark.parametrize(("counts", "said"), [(True, "does not allow it"), (False, "may go on (")])
def test_a_waiver_tells_whether_it_had_effect(counts: bool, said: str) -> None:
    ruling = Ruling(
        kind=RulingKind.WAIVED,
        evaluator="A",
        application="H01",
        by="Pj",
        on=date(2026, 3, 1),
        reason="Päättynyt",
    )
    one = Conflict(evaluator="A", application="H01", ruling=ruling, counts=counts)

    assert said in state_of(one, ENGLISH)
