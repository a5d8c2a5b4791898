"""The panel's tables are read by their headings, and whatever cannot be read is told."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest

from innokumppanuus.domain.assessment import Mark
from innokumppanuus.domain.call import Call, Field, FieldType, Option
from innokumppanuus.domain.conflicts import Interest, InterestKind, Ruling, RulingKind
from innokumppanuus.domain.panel import (
    BusinessGroup,
    Consensus,
    EvaluationPanel,
    Evaluator,
    PanelPolicy,
    Replacement,
)
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.intake.panel import PanelFile, read_panel
from innokumppanuus.intake.panel_forms import consensus_form_bytes, panel_form_bytes
from innokumppanuus.testing.builders import a_call, a_form, an_application, label
from innokumppanuus.testing.decisions import core_plugins

GROUNDS = core_plugins().conflict_grounds()
APPLICATIONS = tuple(an_application(id) for id in ("H01", "H02"))
LOGGED: dict[str, Any] = {
    "by": "Kuvitteellinen puheenjohtaja",
    "on": date(2026, 3, 1),
    "reason": "Kuvitteellinen syy",
}
PANEL = EvaluationPanel(
    evaluators=(
        Evaluator(
            id="A",
            organisation="Kuvitteellinen virasto",
            business_id=BusinessId("1234567-1"),
            languages=("fi", "sv"),
            expertise=("care",),
            least=1,
            most=5,
            has_declared=True,
            interests=(
                Interest(kind=InterestKind.BOARD, business_id=BusinessId("7654321-2"), note="v."),
                Interest(kind=InterestKind.CLOSE_PERSON, application="H02"),
            ),
        ),
        Evaluator(id="B"),
    ),
    groups=(
        BusinessGroup(
            name="Kuvitteellinen konserni",
            members=(BusinessId("1234567-1"), BusinessId("7654321-2")),
        ),
    ),
    rulings=(
        Ruling(
            kind=RulingKind.WAIVED, evaluator="A", application="H02", ground="service", **LOGGED
        ),
    ),
    replacements=(Replacement(evaluator="A", substitute="B", application="H01", **LOGGED),),
)
TALK = Consensus(
    application="H01",
    present=("A", "B"),
    marks=(
        Mark(application="H01", item="K1", score=Fraction(4), reason="Kuvitteellinen syy"),
        Mark(application="H01", item="K3", score=Fraction(2)),
    ),
    by="Kuvitteellinen sihteeri",
    on=date(2026, 3, 2),
)


def the_call() -> Call:
    topics = tuple(Option(id=one, name=label(one)) for one in ("care", "school"))
    field = Field(id="topics", name=label("aiheet"), type=FieldType.CHOICES, options=topics)
    call = a_call(form=(*a_form(), field))
    assert call.assessment is not None
    policy = attrs.evolve(call.assessment, panel=PanelPolicy(topic_field="topics"))
    return attrs.evolve(call, assessment=policy)


def write(folder: Path, panel: EvaluationPanel = PANEL, language: str = "fi") -> Path:
    path = folder / "paneeli.xlsx"
    path.write_bytes(panel_form_bytes(the_call(), panel, GROUNDS, language))
    return path


def write_talks(folder: Path, panel: EvaluationPanel, language: str = "fi") -> Path:
    path = folder / "konsensus.xlsx"
    path.write_bytes(consensus_form_bytes(the_call(), APPLICATIONS, (), panel, language))
    return path


def read(*paths: Path) -> PanelFile:
    return read_panel(paths, the_call(), APPLICATIONS, GROUNDS)


def changed(path: Path, sheet: str, cell: str, value: object) -> Path:
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)
    return path


def told(found: PanelFile) -> list[tuple[str, str]]:
    return [(one.place.cell, one.key) for one in found.problems]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_panel_reads_back_from_every_language(tmp_path: Path, language: str) -> None:
    found = read(write(tmp_path, language=language))

    assert (found.panel, found.problems) == (PANEL, ())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_was_agreed_reads_back_from_every_language(tmp_path: Path, language: str) -> None:
    panel = attrs.evolve(PANEL, consensus=(TALK,))

    found = read(write(tmp_path), write_talks(tmp_path, panel, language))

    assert (found.panel.consensus, found.problems) == ((TALK,), ())


def test_a_row_of_the_second_round_without_scores_says_nothing(tmp_path: Path) -> None:
    found = read(write_talks(tmp_path, EvaluationPanel()))

    assert (found.panel.consensus, found.problems) == ((), ())


def test_a_table_of_csv_is_known_by_its_headings(tmp_path: Path) -> None:
    path = tmp_path / "arvioijat.csv"
    path.write_text("Arvioija;Kielet;Osaaminen\nA;fi\nB;fi;care\n", encoding="utf-8")

    found = read(path)

    assert [(one.id, one.languages, one.expertise) for one in found.panel.evaluators] == [
        ("A", ("fi",), ()),
        ("B", ("fi",), ("care",)),
    ]


def test_an_evaluator_who_is_not_in_the_list_is_told(tmp_path: Path) -> None:
    found = read(changed(write(tmp_path), "Sidonnaisuudet", "A3", "C"))

    assert told(found) == [("A3", "panel-evaluator-unknown")]


def test_an_evaluator_in_two_lists_is_told(tmp_path: Path) -> None:
    again = tmp_path / "lisää.csv"
    again.write_text("Arvioija;Kielet\nB;fi\n", encoding="utf-8")

    found = read(write(tmp_path), again)

    assert ("A4", "panel-evaluator-twice") in told(found) or (
        "A2",
        "panel-evaluator-twice",
    ) in told(found)
    assert len(found.panel.evaluators) == 2


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "key"),
    [
        ("Arvioijat", "C3", "1234567-2", "business-id-check"),
        ("Arvioijat", "E3", "caer", "cell-choice-meant"),
        ("Arvioijat", "F3", -1, "at-least"),
        ("Arvioijat", "F3", 9, "limit-order"),
        ("Sidonnaisuudet", "B3", "serkku", "cell-choice"),
        ("Sidonnaisuudet", "D3", None, "panel-tie-empty"),
        ("Sidonnaisuudet", "E4", "H011", "application-unknown-meant"),
        ("Ratkaisut", "C3", "sää", "cell-choice"),
        ("Ratkaisut", "E3", None, "panel-cell-empty"),
        ("Vaihdot", "B3", "A", "panel-substitute-same"),
    ],
)
def test_what_cannot_be_read_is_told_where_it_is(
    tmp_path: Path, sheet: str, cell: str, value: object, key: str
) -> None:
    found = read(changed(write(tmp_path), sheet, cell, value))

    assert [one for _, one in told(found)] == [key]


def test_a_score_off_the_scale_is_told(tmp_path: Path) -> None:
    path = write_talks(tmp_path, attrs.evolve(PANEL, consensus=(TALK,)))
    book = openpyxl.load_workbook(path)
    ids = {cell.value: cell.column_letter for cell in book["Konsensus"][2]}

    found = read(write(tmp_path), changed(path, "Konsensus", f"{ids['K1']}3", 6))

    assert told(found) == [(f"{ids['K1']}3", "scale-step")]


def test_a_name_of_those_present_that_is_not_in_the_list_is_told(tmp_path: Path) -> None:
    panel = attrs.evolve(PANEL, consensus=(attrs.evolve(TALK, present=("A", "Bb")),))

    found = read(write(tmp_path), write_talks(tmp_path, panel))

    assert [key for _, key in told(found)] == ["panel-evaluator-unknown"]


def test_an_agreement_without_those_present_is_told(tmp_path: Path) -> None:
    panel = attrs.evolve(PANEL, consensus=(attrs.evolve(TALK, present=()),))

    found = read(write(tmp_path), write_talks(tmp_path, panel))

    assert [key for _, key in told(found)] == ["panel-cell-empty"]


def test_a_file_of_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "muu.csv"
    path.write_text("Nimi;Ikä\nA;3\n", encoding="utf-8")

    assert "panel-unread" in [key for _, key in told(read(path))]


def test_a_form_of_another_call_is_told(tmp_path: Path) -> None:
    path = tmp_path / "paneeli.xlsx"
    other = attrs.evolve(the_call(), id="toinen")
    path.write_bytes(panel_form_bytes(other, PANEL, GROUNDS, "fi"))

    assert "form-other-call" in [key for _, key in told(read(path))]
