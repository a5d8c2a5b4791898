"""Csv text is read whatever its encoding and separator."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.errors import HostileFile, IntakeProblems
from innokumppanuus.intake.cells import Table
from innokumppanuus.intake.delimited import OpenQuote, decode, parse, read, restore
from innokumppanuus.intake.safety import MOST_CHARACTERS, Content

TEXT = "id;hakija\nH01;Äänekoski Öljy – 5 €\n"


def content(raw: bytes) -> Content:
    return Content(name="hakemukset.csv", raw=raw, is_workbook=False)


def table(text: str, known: tuple[str, ...] = ()) -> Table:
    def count(one: Table) -> int:
        return sum(cell.text in known for row in one.rows[:1] for cell in row)

    return read(content(text.encode()), count)[0]


def texts(found: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in found.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    found, _ = decode(content(TEXT.encode(encoding)))

    assert found == TEXT


def test_an_encoding_taken_for_granted_is_told() -> None:
    _, warnings = decode(content(TEXT.encode("cp1252")))

    assert [(one.key, one.severity) for one in warnings] == [("file-encoding-assumed", "warning")]


def test_bytes_that_no_usual_encoding_has_are_told() -> None:
    with pytest.raises(IntakeProblems) as caught:
        decode(content(b"id;hakija\nH01;\x81\n"))

    assert caught.value.problems[0].key == "file-encoding"


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_usual_separator_is_found(separator: str) -> None:
    text = "id;hakija;summa\nH01;Oy;5\nH02;ry;6\n".replace(";", separator)

    assert texts(table(text))[1] == ["H01", "Oy", "5"]


def test_decimal_commas_do_not_make_the_comma_a_separator() -> None:
    text = "id;summa;kesto\nH01;10,5;8\nH02;11,5;9\nH03;12,5;9\n"

    assert texts(table(text))[1] == ["H01", "10,5", "8"]


def test_known_headings_tell_the_separator_where_its_count_does_not() -> None:
    text = "id,options\nH01,a;b;c\nH02,a;b;c\nH03,a;b;c\n"

    assert texts(table(text, known=("id", "options")))[1] == ["H01", "a;b;c"]


def test_the_separator_line_of_a_spreadsheet_program_is_obeyed() -> None:
    assert texts(table("sep=|\nid|summa\nH01|1,5;2\n"))[1] == ["H01", "1,5;2"]


def test_a_quoted_cell_holds_separators_quotes_and_lines() -> None:
    found = table('id;kuvaus\nH01;"a;b ""c""\r\nd"\n')

    assert texts(found)[1] == ["H01", 'a;b "c"\nd']


def test_a_quotation_mark_inside_a_bare_cell_is_a_character() -> None:
    assert texts(table('id;kuvaus\nH01;3" putki\n'))[1] == ["H01", '3" putki']


def test_a_quotation_that_is_never_closed_is_told_at_its_cell() -> None:
    with pytest.raises(IntakeProblems) as caught:
        table('id;kuvaus\nH01;"alku\nH02;toinen\n')

    assert str(caught.value.problems[0].place) == "hakemukset.csv:B2"


def test_a_cell_longer_than_a_spreadsheet_holds_is_refused() -> None:
    with pytest.raises(HostileFile) as caught:
        table(f"id;kuvaus\nH01;{'x' * (MOST_CHARACTERS + 1)}\n")

    assert caught.value.key == "cell-too-long"


def test_blank_cells_and_rows_are_not_there() -> None:
    assert [row.number for row in table("id;a\n;\nH01;\n;;\n").rows] == [1, 3]


def test_a_neutralised_text_is_restored() -> None:
    assert restore("'=1+1") == "=1+1"


def test_an_apostrophe_of_its_own_is_kept() -> None:
    assert restore("'s-Hertogenbosch") == "'s-Hertogenbosch"


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"])),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([";", ",", "\t", "|"]),
)
def test_what_the_standard_writer_writes_is_parsed_back(
    rows: list[list[str]], separator: str
) -> None:
    text = StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(
        rows
    )

    assert list(parse(text.getvalue(), separator)) == rows


@given(st.text(max_size=200))
def test_arbitrary_text_is_parsed_or_told(text: str) -> None:
    try:
        records = list(parse(text, ";"))
    except OpenQuote:
        return

    assert all(records)


@given(st.binary(max_size=200))
def test_arbitrary_bytes_are_read_or_told(raw: bytes) -> None:
    try:
        read(content(raw), lambda _: 0)
    except (IntakeProblems, HostileFile) as error:
        assert str(error)
