"""Changes in words, with their units, in three languages."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.findings import AnswerChange, Bound, Change
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.reports.changes import arrow, difference, said
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call, a_form, moment

CAP = AnswerChange(
    field="amount", before=Money.of(15_000), after=Money.of(10_000), bound=Bound.AT_MOST
)
LATE = AnswerChange(
    field="submitted",
    before=moment("2017-09-07 00:00:37"),
    after=moment("2017-09-06 23:59:59"),
    bound=Bound.AT_MOST,
)
FINNISH = Texts.load("fi")


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_a_sum_over_the_cap_is_told_with_the_cap_and_the_difference() -> None:
    line = said([Change(answers=(CAP,))], a_call(), FINNISH)

    assert plain(line) == (
        "Ehdon täyttymiseen olisi riittänyt: haettu fi enintään 10 000,00 € "
        "(nyt 15 000,00 €, ero 5 000,00 €)."
    )


def test_a_late_application_is_told_how_late_it_was() -> None:
    assert "38 sekuntia myöhässä" in said([Change(answers=(LATE,))], a_call(), FINNISH)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "15 000,00 € → enintään 10 000,00 €"),
        ("sv", "15 000,00 € → högst 10 000,00 €"),
        ("en", "€15,000.00 → at most €10,000.00"),
    ],
)
def test_the_arrow_leads_from_what_is_to_what_would_do(language: str, words: str) -> None:
    assert words in plain(arrow(Change(answers=(CAP,)), a_call(), Texts.load(language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("bound", list(Bound))
def test_every_bound_can_be_said(language: str, bound: Bound) -> None:
    change = Change(answers=(attrs.evolve(CAP, bound=bound),))

    assert said([change, change], a_call(), Texts.load(language)).endswith(".")


def test_options_that_would_do_as_well_are_named() -> None:
    one = AnswerChange(field="sector", before=None, after="company", others=("association",))

    assert "company fi ja association fi" in said([Change(answers=(one,))], a_call(), FINNISH)


def test_no_change_says_nothing() -> None:
    assert said([], a_call(), FINNISH) == ""


def test_what_is_not_public_is_left_out_of_the_public_part() -> None:
    form = tuple(attrs.evolve(one, is_public=one.id != "amount") for one in a_form())

    assert said([Change(answers=(CAP,))], a_call(form=form), FINNISH, public=True) == ""


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (date(2018, 2, 1), date(2018, 1, 1), "31 päivää"),
        (moment("2017-09-07 00:00:00"), moment("2017-09-06 23:59:59"), "1 sekunti"),
        (
            moment("2017-09-08 01:02:03"),
            moment("2017-09-07 00:00:00"),
            "1 päivä 1 tunti 2 minuuttia 3 sekuntia",
        ),
        (moment("2017-10-29 05:00:00"), moment("2017-10-29 02:00:00"), "4 tuntia"),
        (15, 12, "3"),
        (0.3, 0.1, "0,2"),
        ("a", "b", ""),
        (True, False, ""),
    ],
)
def test_the_difference_has_its_unit(before: object, after: object, words: str) -> None:
    assert difference(before, after, FINNISH) == words
