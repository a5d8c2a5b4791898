"""A list of claims is read row by row, and everything to mend is told in its cell."""

from pathlib import Path

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import IntakeProblems
from innokumppanuus_parasta_itaa.claim_lists import claim_list, read_claims
from innokumppanuus_parasta_itaa.domain.consortium import Consortium

HEADINGS = "Hakemus;Osatoteuttaja;Alkaa;Päättyy;Palkat\n"


def a_list(folder: Path, *rows: str, name: str = "lista.csv") -> Path:
    path = folder / name
    path.write_text(HEADINGS + "\n".join(rows) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_written_list_is_read_back_to_the_same_claims(
    exercise: Consortium, language: str, tmp_path: Path
) -> None:
    path = tmp_path / "claims.xlsx"
    path.write_bytes(claim_list(exercise, language))

    read = read_claims([path], exercise)

    assert (read.claims, read.problems) == (exercise.claims, ())


def test_same_claims_are_the_same_bytes(exercise: Consortium) -> None:
    assert claim_list(exercise, "fi") == claim_list(exercise, "fi")


def test_partner_may_be_named_or_given_by_id(exercise: Consortium, tmp_path: Path) -> None:
    path = a_list(
        tmp_path,
        "M1;Kuvitteellinen kaupunki;1.1.2022;31.1.2022;1 000,50",
        "M2;k-kaupunki;1.2.2022;28.2.2022;900",
    )

    read = read_claims([path], exercise)

    assert [(one.partner, one.salaries) for one in read.claims] == [
        ("k-kaupunki", Money.of("1000.50")),
        ("k-kaupunki", Money.of(900)),
    ]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("M1;Joku muu;1.1.2022;31.1.2022;100", "cell-choice"),
        ("M1;k-kaupunki;31.1.2022;1.1.2022;100", "period-order"),
        ("M1;k-kaupunki;1.1.2022;31.1.2022;-100", "at-least"),
        ("M1;k-kaupunki;1.1.2022;31.1.2022;", "panel-cell-empty"),
    ],
)
def test_what_is_wrong_is_told_in_its_cell_and_left_out(
    exercise: Consortium, tmp_path: Path, row: str, key: str
) -> None:
    read = read_claims([a_list(tmp_path, row)], exercise)

    assert read.claims == ()
    assert [(one.key.startswith(key), one.place.cell[1:]) for one in read.problems] == [(True, "2")]


def test_id_in_two_lists_is_told_where_it_is_given_again(
    exercise: Consortium, tmp_path: Path
) -> None:
    row = "M1;k-kaupunki;1.1.2022;31.1.2022;100"
    first, second = a_list(tmp_path, row), a_list(tmp_path, row, name="toinen.csv")

    read = read_claims([first, second], exercise)

    (problem,) = read.problems
    assert (problem.key, problem.place.file) == ("twice", "toinen.csv")
    assert len(read.claims) == 1


def test_file_without_the_headings_is_refused(exercise: Consortium, tmp_path: Path) -> None:
    path = tmp_path / "muu.csv"
    path.write_text("a;b\n1;2\n", encoding="utf-8")

    with pytest.raises(IntakeProblems):
        read_claims([path], exercise)
