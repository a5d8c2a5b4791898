"""Cases are read out of a workbook in three languages, and told wrong in their cell."""

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from innokumppanuus.domain.cases import CaseFile
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.intake.case_forms import cases_bytes
from innokumppanuus.intake.cases import read_case_file
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import cases_in
from innokumppanuus.testing.cases import the_cases
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins

PLUGINS = core_plugins()
RULES = loads(RULESET, "haku.yaml", PLUGINS)
FUNCTIONS = PLUGINS.functions()
CASES = cases_in(the_cases(), "haku.tapaukset.yaml", RULES, FUNCTIONS)
PLAIN = {
    "A1": "Lause", "B1": "Esimerkkihakemus", "C1": "Haettu", "D1": "Ehto: Katto",
    "A2": "Sentti yli on liikaa.", "B2": "hyvä", "C2": "10 000,01 €", "D2": "ei täyty",
}  # fmt: skip
EXAMPLES = {"A1": "Esimerkkihakemuksen nimi", "B1": "Haettu", "A2": "hyvä", "B2": 10_000}


def written(folder: Path, *sheets: Mapping[str, Any]) -> Path:
    """Write sheets by hand, as somebody might without our form."""
    book = openpyxl.Workbook()
    del book["Sheet"]
    for number, cells in enumerate(sheets):
        page = book.create_sheet(f"Taulukko{number}")
        for address, value in cells.items():
            page[address] = value
    path = folder / "haku.tapaukset.xlsx"
    book.save(path)
    return path


def read(folder: Path, *sheets: Mapping[str, Any]) -> CaseFile:
    return read_case_file(written(folder, *sheets), RULES, FUNCTIONS)


def told(folder: Path, *sheets: Mapping[str, Any]) -> list[str]:
    with pytest.raises(RuleSetProblems) as raised:
        read(folder, *sheets)
    return [str(problem) for problem in raised.value.problems]


def changed(folder: Path, **cells: Any) -> Path:
    """Write the workbook of the cases, type into its first sheet and return it."""
    book = openpyxl.load_workbook(BytesIO(cases_bytes(CASES, RULES, FUNCTIONS, "fi")))
    for address, value in cells.items():
        book.worksheets[0][address] = value
    path = folder / "haku.tapaukset.xlsx"
    book.save(path)
    return path


def with_results(path: Path, result: bytes) -> Path:
    """Save the result of every formula with it, as a spreadsheet program does."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            saved = re.sub(rb"</f><v ?/>|</f><v></v>", b"</f><v>" + result + b"</v>", content)
            package.writestr(name, saved)
    return path


def test_a_sheet_made_by_hand_is_read_by_its_headings(tmp_path: Path) -> None:
    (case,) = read(tmp_path, PLAIN, EXAMPLES).cases

    assert case.sentence.fi == "Sentti yli on liikaa."
    assert (case.base, case.given) == ("hyvä", {"amount": Money.of("10000.01")})
    assert case.expect.rules == {"cap": Verdict.NOT_MET}


@pytest.mark.parametrize(
    "words",
    [
        ("Mening", "Exempelansökning", "Sökt", "Villkor: Tak", "uppfylls inte"),
        ("Sentence", "Example application", "Applied for", "Condition: Cap", "not met"),
        ("sentence", "base", "amount", "Ehto: cap", "not_met"),
    ],
)
def test_headings_and_words_of_each_language_and_ids_are_read(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    cells = {**PLAIN, **dict(zip(("A1", "B1", "C1", "D1", "D2"), words, strict=True))}

    assert read(tmp_path, cells, EXAMPLES) == read(tmp_path, PLAIN, EXAMPLES)


def test_cases_of_several_sheets_are_read_in_their_order(tmp_path: Path) -> None:
    other = {**PLAIN, "A2": "Toinen lause."}

    file = read(tmp_path, PLAIN, EXAMPLES, other)

    assert [one.sentence.fi for one in file.cases] == ["Sentti yli on liikaa.", "Toinen lause."]


def test_a_blank_row_parts_cases(tmp_path: Path) -> None:
    moved = {address.replace("2", "4"): value for address, value in PLAIN.items()}

    assert len(read(tmp_path, moved, EXAMPLES).cases) == 1


def test_days_are_read_as_officials_write_them(tmp_path: Path) -> None:
    cells = {**PLAIN, "E1": "Saapunut", "E2": "6.9.2017 klo 23.59.59"}

    (case,) = read(tmp_path, cells, EXAMPLES).cases

    submitted = case.given["submitted"]
    assert isinstance(submitted, datetime)
    assert submitted.isoformat() == "2017-09-06T23:59:59+03:00"


def test_an_expected_value_is_typed_by_the_expression_in_its_heading(tmp_path: Path) -> None:
    cells = {**PLAIN, "E1": "Arvo: last_day(date('2017-01-01'), 1)", "E2": "31.1.2017"}

    (case,) = read(tmp_path, cells, EXAMPLES).cases

    assert list(case.expect.values.values()) == [date(2017, 1, 31)]


def test_an_answer_that_is_left_out_has_a_word(tmp_path: Path) -> None:
    (case,) = read(tmp_path, {**PLAIN, "C2": "(puuttuu)"}, EXAMPLES).cases

    assert case.given == {"amount": None}


def test_nothing_to_be_supplemented_has_a_word(tmp_path: Path) -> None:
    cells = {**PLAIN, "E1": "Täydennettävät tiedot", "E2": "(ei mitään)"}

    assert read(tmp_path, cells, EXAMPLES).cases[0].expect.asks == ()


def test_a_case_is_confirmed_unless_it_says_otherwise(tmp_path: Path) -> None:
    cells = {**PLAIN, "E1": "Vahvistettu", "A3": "Toinen lause.", "D3": "täyttyy", "E3": "ei"}

    assert [one.confirmed for one in read(tmp_path, cells, EXAMPLES).cases] == [True, False]


def test_a_column_of_notes_may_stand_beside(tmp_path: Path) -> None:
    cells = {**PLAIN, "E1": "Huomautus", "E2": "kysytty hakijalta"}

    assert len(read(tmp_path, cells, EXAMPLES).cases) == 1


@pytest.mark.parametrize(
    ("cells", "cell", "words"),
    [
        ({"C2": "paljon"}, "C2", "paljon"),
        ({"C2": "=1+1"}, "C2", "no formula"),
        ({"C2": "10,000"}, "C2", "10,000"),
        ({"D2": "ehkä"}, "D2", "cannot tell"),
        ({"D2": None}, "A2", "at least one thing"),
        ({"B2": "hyva"}, "B2", "Did you mean 'hyvä'"),
        ({"A2": None}, "A2", "sentence"),
        ({"C1": "Haetu"}, "C1", "Did you mean 'Haettu'"),
        ({"D1": "Ehto: Kato"}, "D1", "Did you mean 'Ehto: Katto'"),
        ({"F2": "irrallinen"}, "F2", "heading"),
        ({"A3": "Sentti yli on liikaa.", "D3": "täyttyy"}, "A3", "twice"),
        ({"E1": "Arvo: amuont - eur(1)", "E2": 1}, "E1", "amount"),
        ({"E1": "Arvo: amount - eur(1)", "E2": 9999}, "E2", "9999.01 EUR"),
        ({"E1": "Täydennettävät tiedot", "E2": "Haetu"}, "E2", "Did you mean 'Haettu'"),
        ({"E1": "Lause suomeksi", "E2": "toinen"}, "A2", "not both"),
        ({"E1": "Haettu", "E2": 1}, "E1", "one column"),
    ],
)
def test_what_is_wrong_is_told_in_its_cell(
    tmp_path: Path, cells: Mapping[str, Any], cell: str, words: str
) -> None:
    lines = told(tmp_path, {**PLAIN, **cells}, EXAMPLES)

    assert any(
        line.startswith(f"haku.tapaukset.xlsx:Taulukko0!{cell}") and words in line for line in lines
    ), lines


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(told(tmp_path, {**PLAIN, "C2": "paljon", "D2": "ehkä"}, EXAMPLES)) == 2


def test_a_formula_whose_result_was_saved_is_told_too(tmp_path: Path) -> None:
    path = with_results(changed(tmp_path, C3="=1+1"), b"2")

    with pytest.raises(RuleSetProblems, match=r"C3: .*no formula"):
        read_case_file(path, RULES, FUNCTIONS)


def test_an_example_without_a_name_is_told(tmp_path: Path) -> None:
    (line,) = told(tmp_path, PLAIN, {**EXAMPLES, "B3": 5})

    assert "Taulukko1!A3" in line


def test_an_example_that_is_there_twice_is_told(tmp_path: Path) -> None:
    (line,) = told(tmp_path, PLAIN, {**EXAMPLES, "A3": "hyvä", "B3": 5})

    assert "Taulukko1!A3" in line and "twice" in line


def test_a_workbook_without_cases_is_told(tmp_path: Path) -> None:
    (line,) = told(tmp_path, {"A1": "jotakin"})

    assert "heading 'Sentence'" in line


def test_cases_of_another_call_are_refused(tmp_path: Path) -> None:
    path = changed(tmp_path)
    other = loads(RULESET.replace("id: koehaku", "id: muuhaku"), "haku.yaml", PLUGINS)

    with pytest.raises(RuleSetProblems, match="must be a form of the call 'muuhaku'"):
        read_case_file(path, other, FUNCTIONS)


def test_a_changed_cell_changes_its_case_only(tmp_path: Path) -> None:
    file = read_case_file(changed(tmp_path, A3="Toinen lause."), RULES, FUNCTIONS)

    assert file.cases[0].sentence.fi == "Toinen lause."
    assert file.cases[1:] == CASES.cases[1:]


def test_a_yaml_file_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "haku.tapaukset.yaml"
    path.write_text(the_cases(), encoding="utf-8")

    assert read_case_file(path, RULES, FUNCTIONS) == CASES
