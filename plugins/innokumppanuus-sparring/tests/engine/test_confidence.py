"""Words of a confidential note are found in an open text, and are not repeated when told of."""

import pytest

from innokumppanuus_sparring.domain.confidential import ConfidentialFile, ConfidentialNote
from innokumppanuus_sparring.engine.confidence import leaks

NOTE = ConfidentialNote(
    id="n1",
    session="t1",
    about="m1",
    text="Hinta on laskettu kolmella eurolla väärin, eikä sitä kerrota muille.",
)
NOTES = ConfidentialFile(about_programme="koe", notes=(NOTE,))


@pytest.mark.parametrize(
    "text",
    [
        NOTE.text,
        "Totesimme, että HINTA on laskettu\nkolmella eurolla jo toisen kerran.",
        "kolmella eurolla väärin – eikä sitä!",
    ],
)
def test_five_words_in_a_row_are_found(text: str) -> None:
    assert [one.note for one in leaks(NOTES, [("sopimus", text)])] == ["n1"]


@pytest.mark.parametrize("text", ["", "Hinta on laskettu kolmella", "hintaa on laskettu väärin"])
def test_fewer_words_are_not(text: str) -> None:
    assert not [*leaks(NOTES, [("sopimus", text)])]


def test_short_note_is_found_as_a_whole() -> None:
    short = ConfidentialFile(
        about_programme="koe", notes=(ConfidentialNote(id="n2", session="t1", text="Ei rahaa."),)
    )

    assert [one.note for one in leaks(short, [("a", "ei rahaa nyt")])] == ["n2"]
    assert not [*leaks(short, [("a", "ei rahaakaan")])]


def test_leak_names_the_note_and_the_place_only() -> None:
    (leak,) = leaks(NOTES, [("agreements[0].name", NOTE.text)])

    assert "eurolla" not in repr(leak)
