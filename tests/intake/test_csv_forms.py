"""Csv forms read back as the workbooks do, in every language, and hold no more than they may."""

from fractions import Fraction
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.assessment import Declaration, Mark, ScoreSheet
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.criteria import Scale
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import InvalidValue
from innokumppanuus.intake import FileKind, read_applications, read_sheets, write_forms, write_sheet
from innokumppanuus.testing.builders import a_call, a_sheet, an_application
from innokumppanuus.testing.tables import csv_edited, csv_rows

APPLICATIONS = (an_application("H01"), an_application("H02", amount=None, sector="association"))
GIVEN = a_sheet("Arvioija A", {"H01": {"K1": 3, "K2": None, "K3": 5}}, {"H02": "työsuhde"})
HOSTILE = ["=1+1", "@SUM(A1)", "-1", "\t=1", "＝1+1", "a;b,c|d", 'lai"naus', "a\nb", "'=1", "\x00x"]

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=20).map(str.strip)
SCORES = st.one_of(st.none(), st.integers(0, 5).map(Fraction))
CONFLICTS = st.sampled_from([None, True, False])


def a_written_sheet(folder: Path, sheet: ScoreSheet, language: str = "fi") -> list[Path]:
    return [
        write_sheet(folder, a_call(), APPLICATIONS, sheet, language, kind=kind, overwrite=True)
        for kind in FileKind
    ]


def with_every_mark(sheet: ScoreSheet) -> ScoreSheet:
    """Return the sheet as it reads back: every row has every mark, an empty one too."""
    given = {(one.application, one.item): one for one in sheet.marks}
    marks = [
        given.get((application.id, item), Mark(application=application.id, item=item, score=None))
        for application in APPLICATIONS
        for item in ("K1", "K2", "K3")
    ]
    return attrs.evolve(sheet, marks=tuple(marks))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_table_of_applications_reads_back_from_every_language(
    tmp_path: Path, language: str
) -> None:
    path, *_ = write_forms(tmp_path, a_call(), APPLICATIONS, language=language, kind=FileKind.CSV)

    found = read_applications(path, a_call())

    assert (found.applications, found.problems) == (APPLICATIONS, ())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_score_sheet_reads_back_as_its_workbook_does(tmp_path: Path, language: str) -> None:
    found = [
        read_sheets(path, a_call(), APPLICATIONS)
        for path in a_written_sheet(tmp_path, GIVEN, language)
    ]

    assert found[0] == found[1]
    assert (found[1].sheets, found[1].problems) == ((with_every_mark(GIVEN),), ())


@given(
    evaluator=TEXTS.filter(bool),
    conflicts=st.tuples(CONFLICTS, CONFLICTS),
    ground=TEXTS,
    scores=st.tuples(SCORES, SCORES),
    reason=TEXTS,
)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_whatever_was_filled_in_reads_back_as_from_the_workbook(
    tmp_path_factory: pytest.TempPathFactory,
    evaluator: str,
    conflicts: tuple[bool | None, bool | None],
    ground: str,
    scores: tuple[Fraction | None, Fraction | None],
    reason: str,
) -> None:
    ids = ("H01", "H02")
    sheet = ScoreSheet(
        evaluator=evaluator,
        declarations=tuple(
            Declaration(application=id, has_conflict=one, ground=ground)
            for id, one in zip(ids, conflicts, strict=True)
        ),
        marks=tuple(
            Mark(application=id, item="K2", score=one, reason=reason)
            for id, one in zip(ids, scores, strict=True)
        ),
    )
    folder = tmp_path_factory.mktemp("lomakkeet")

    workbook, csv = (
        read_sheets(path, a_call(), APPLICATIONS) for path in a_written_sheet(folder, sheet)
    )

    assert csv.sheets == workbook.sheets and len(csv.sheets) == 1
    assert [(one.key, one.severity, one.values) for one in csv.problems] == [
        (one.key, one.severity, one.values) for one in workbook.problems
    ]


def test_a_form_typed_into_reads_back(tmp_path: Path) -> None:
    (path,) = write_forms(tmp_path, a_call(), kind=FileKind.CSV)
    typed = "H01;X;company sv;1.9.2017 klo 12.00;9 500,50 €;8\r\n"
    path.write_bytes(path.read_bytes() + typed.encode())

    found = read_applications(path, a_call())

    given = an_application(applicant="X", amount=Money.of("9500.50"), duration_months=8)
    assert (found.applications, found.problems) == ((given,), ())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_no_formula_and_reads_back(tmp_path: Path, text: str) -> None:
    applications = [an_application(applicant=text)]
    clean = text.strip().replace("\x00", "\ufffd")

    table, sheet = write_forms(tmp_path, a_call(), applications, [text], kind=FileKind.CSV)

    cells = [cell for path in (table, sheet) for row in csv_rows(path) for cell in row]
    assert not [cell for cell in cells if cell.strip()[:1] in tuple("=+-@＝")]
    assert read_applications(table, a_call()).applications[0].applicant.strip() == clean
    assert read_sheets(sheet, a_call(), applications).sheets[0].evaluator == clean


def test_csv_forms_are_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    one = write_forms(tmp_path / "a", a_call(), APPLICATIONS, ["B", "A"], kind=FileKind.CSV)
    other = write_forms(tmp_path / "b", a_call(), APPLICATIONS[::-1], ["A", "B"], kind=FileKind.CSV)

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_a_finnish_spreadsheet_opens_a_csv_form(tmp_path: Path) -> None:
    call = in_halves()
    sheet = ScoreSheet(
        evaluator="A", marks=(Mark(application="H01", item="K1", score=Fraction(7, 2)),)
    )

    path = write_sheet(tmp_path, call, APPLICATIONS, sheet, kind=FileKind.CSV)

    raw = path.read_bytes()
    assert raw.startswith("\ufeffArvioija;A;".encode())
    assert ";3,5;" in raw.decode()


def test_a_part_of_a_point_reads_back(tmp_path: Path) -> None:
    mark = Mark(application="H01", item="K1", score=Fraction(7, 2))
    sheet = ScoreSheet(evaluator="A", marks=(mark,))

    path = write_sheet(tmp_path, in_halves(), APPLICATIONS, sheet, kind=FileKind.CSV)

    assert mark in read_sheets(path, in_halves(), APPLICATIONS).sheets[0].marks


def test_the_evaluator_is_named_first_and_the_ids_stand_under_the_headings(tmp_path: Path) -> None:
    rows = csv_rows(write_sheet(tmp_path, a_call(), APPLICATIONS, GIVEN, kind=FileKind.CSV))

    assert rows[0][:2] == ["Arvioija", "Arvioija A"]
    assert rows[3][:6] == ["application", "applicant", "conflict", "ground", "K1", "K1 reason"]
    assert rows[4][:6] == ["H01", "Kuvitteellinen hakija H01", "ei", "", "3", "perustelu"]


def test_an_applicant_who_is_not_public_is_not_in_a_csv_sheet(tmp_path: Path) -> None:
    form = tuple(attrs.evolve(field, is_public=field.id != "applicant") for field in a_call().form)

    path = write_sheet(tmp_path, a_call(form=form), APPLICATIONS, GIVEN, kind=FileKind.CSV)

    assert "Kuvitteellinen" not in path.read_text(encoding="utf-8-sig")


def test_headings_may_be_reworded_while_the_ids_are_there(tmp_path: Path) -> None:
    path = write_sheet(tmp_path, a_call(), APPLICATIONS, GIVEN, kind=FileKind.CSV)

    csv_edited(path, {"C3": "Este?", "E3": "Pisteitä", "G3": "Asiakkaat"})

    assert read_sheets(path, a_call(), APPLICATIONS).sheets == (with_every_mark(GIVEN),)


def test_an_id_that_would_head_two_columns_is_told(tmp_path: Path) -> None:
    criterion = attrs.evolve(a_call().criteria[0], id="ground")

    with pytest.raises(InvalidValue):
        write_sheet(tmp_path, a_call(criteria=(criterion,)), APPLICATIONS, GIVEN, kind=FileKind.CSV)


def in_halves() -> Call:
    assessment = a_call().assessment
    assert assessment is not None
    halves = Scale(top=Fraction(5), step=Fraction(1, 2))
    return a_call(assessment=attrs.evolve(assessment, scale=halves))
