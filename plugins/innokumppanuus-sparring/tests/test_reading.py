"""Lists of registrations and confidential files are read with everything wrong in its place."""

from pathlib import Path

import pytest

from innokumppanuus.domain.parties import Sector
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset.programmes import loads
from innokumppanuus.testing.tables import a_csv, a_workbook
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.reading import read_confidential, read_registrations

HEADINGS = ("Tunnus", "Tilaisuus", "Taho", "Sektori", "Ilmoittautunut", "Perunut")
ROW = ("I1", "s1", "Kuvitteellinen Oy", "Yritys", "1.6.2017 klo 9.00", "")


def a_list(path: Path, *rows: tuple[object, ...]) -> Path:
    return a_workbook(path, {"Ilmoittautumiset": [HEADINGS, *rows]})


def test_registration_is_read_with_its_sector_and_moment(tmp_path: Path, a_series) -> None:
    read = read_registrations(a_list(tmp_path / "a.xlsx", ROW), a_series())

    (one,) = read.registrations
    assert (one.id, one.session, one.sector) == ("I1", "s1", Sector.COMPANY)
    assert (one.registered.isoformat(), one.cancelled) == ("2017-06-01T09:00:00+03:00", None)
    assert read.problems == ()


def test_csv_and_workbook_are_read_the_same(tmp_path: Path, a_series) -> None:
    text = "\n".join(";".join(map(str, one)) for one in (HEADINGS, ROW))

    read = read_registrations(a_csv(tmp_path / "a.csv", text + "\n"), a_series())

    same = read_registrations(a_list(tmp_path / "a.xlsx", ROW), a_series())
    assert read.registrations == same.registrations


def test_resident_needs_no_organisation(tmp_path: Path, a_series) -> None:
    row = ("I1", "s1", None, "Asukas", "1.6.2017 klo 9.00", None)

    read = read_registrations(a_list(tmp_path / "a.xlsx", row), a_series())

    assert [(one.organisation, one.sector) for one in read.registrations] == [
        ("", Sector.RESIDENTS)
    ]


def test_sector_that_is_not_told_is_unknown(tmp_path: Path, a_series) -> None:
    row = ("I1", "s1", "Kuvitteellinen Oy", None, "1.6.2017 klo 9.00", None)

    read = read_registrations(a_list(tmp_path / "a.xlsx", row), a_series())

    assert [one.sector for one in read.registrations] == [Sector.UNKNOWN]


@pytest.mark.parametrize(
    ("row", "cell", "key"),
    [
        (("I1", "s9", "", "Yritys", "1.6.2017 klo 9.00", ""), "B2", "cell-choice"),
        (("I1", "s1", "", "Yritys", "1.6.2017", ""), "E2", "cell-moment-clock"),
        (("I1", "s1", "", "Yritys", "", ""), "E2", "panel-cell-empty"),
        (("", "s1", "x", "Yritys", "1.6.2017 klo 9.00", ""), "A2", "panel-cell-empty"),
        (
            ("I1", "s1", "", "Yritys", "1.6.2017 klo 9.00", "1.6.2017 klo 8.59"),
            "F2",
            "period-order",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_cell_and_left_out(
    tmp_path: Path, a_series, row, cell, key
) -> None:
    cells = tuple(one or None for one in row)

    read = read_registrations(a_list(tmp_path / "a.xlsx", cells), a_series())

    assert [(one.place.cell, one.key) for one in read.problems] == [(cell, key)]
    assert read.registrations == ()


def test_id_that_is_there_twice_counts_once(tmp_path: Path, a_series) -> None:
    later = ("I1", "s1", "Kuvitteellinen Toinen Oy", "Yritys", "2.6.2017 klo 9.00", None)

    read = read_registrations(a_list(tmp_path / "a.xlsx", ROW, later), a_series())

    assert [(one.place.cell, one.key) for one in read.problems] == [("A3", "twice")]
    assert [one.organisation for one in read.registrations] == ["Kuvitteellinen Oy"]


def test_name_of_a_person_is_told_of_and_not_read(tmp_path: Path, a_series) -> None:
    rows = [(*HEADINGS, "Nimi"), (*ROW, "Kuvitteellinen Henkilö")]
    path = a_workbook(tmp_path / "a.xlsx", {"A": rows})

    read = read_registrations(path, a_series())

    assert [(one.key, one.severity) for one in read.problems] == [("column-unknown", "warning")]
    assert "Henkilö" not in repr(read.registrations)


def confidential(folder: Path, text: str) -> Path:
    path = folder / "luottamuksellinen.yaml"
    path.write_text(f"innokumppanuus: 1\n{text}", encoding="utf-8")
    return path


def test_confidential_file_is_read(tmp_path: Path, a_sparring) -> None:
    text = "about_programme: koe\nnotes: [{id: n1, session: t1, about: m1, text: Salaista}]\n"

    read = read_confidential(confidential(tmp_path, text), a_sparring())

    assert [one.text for one in read.notes] == ["Salaista"]


@pytest.mark.parametrize(
    ("text", "place", "key"),
    [
        ("about_programme: muu\n", "2:18", "sparring.notes-of-another"),
        (
            "about_programme: koe\nnotes:\n- {id: n1, session: t9, text: a}\n",
            "4:21",
            "unknown-name-none",
        ),
        (
            "about_programme: koe\nnotes:\n- {id: n1, session: t1, about: x, text: a}\n",
            "4:32",
            "unknown-name-none",
        ),
    ],
)
def test_what_is_wrong_in_a_confidential_file_is_told_in_its_place(
    tmp_path: Path, a_sparring, text, place, key
) -> None:
    with pytest.raises(RuleSetProblems) as caught:
        read_confidential(confidential(tmp_path, text), a_sparring())

    (problem,) = caught.value.problems
    assert (f"{problem.place.line}:{problem.place.column}", problem.key) == (place, key)


@pytest.mark.parametrize(
    "written",
    [
        'notes: ["salaisuus kassasta"]',
        'notes: [{id: n1, session: s1, "salaisuus kassasta": x, text: y}]',
        "notes: [{id: n1, session: salaisuus kassasta, text: y}]",
        "notes: [{id: n1, session: s1, about: salaisuus kassasta, text: y}]",
        'answers: [{group: company, codes: ["salaisuus kassasta"]}]',
        "notes: [{id: n1, session: s1, text: *salaisuus}]",
        "answers: salaisuus kassasta",
    ],
)
def test_problem_in_a_confidential_file_does_not_repeat_its_words(
    tmp_path: Path, a_sparring, written
) -> None:
    path = tmp_path / "notes.yaml"
    path.write_text(f"innokumppanuus: 1\nabout_programme: sparraus\n{written}\n")

    with pytest.raises(RuleSetProblems) as raised:
        read_confidential(path, a_sparring())

    told = f"{raised.value} {raised.value.problems!r}"
    assert "salaisuus" not in told
    assert all(one.place.line for one in raised.value.problems)


def test_programme_file_has_no_place_for_a_note(tmp_path: Path) -> None:
    text = (
        "innokumppanuus: 1\nprogramme: {id: koe, name: Koe, kind: sparring}\n"
        "notes: [{id: n1, session: t1, text: Salaista}]\n"
    )

    with pytest.raises(RuleSetProblems) as caught:
        loads(text, "ohjelma.yaml", Sparring)

    assert [one.path for one in caught.value.problems] == ["notes"]
