"""The row of headings is found wherever it stands, and every column is accounted for."""

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import Place
from innokumppanuus.intake.cells import Cell, Row, Table
from innokumppanuus.intake.headings import Columns, Wanted, count_known, find_columns

WANTED = (
    Wanted(id="id", name=Label("Tunnus", "Nummer", "Number"), is_needed=True),
    Wanted(id="amount", name=Label("Haettava summa", "Sökt belopp", "Amount"), others=("Summa",)),
    Wanted(id="sector", name=Label("Toimiala", "Sektor", "Sector"), is_needed=True),
)


def table(*rows: list[str]) -> Table:
    made = []
    for number, row in enumerate(rows, start=1):
        cells = {
            column: Cell(row=number, column=column, value=text)
            for column, text in enumerate(row, start=1)
            if text
        }
        if cells:
            made.append(Row(number=number, cells=cells, width=len(row)))
    return Table(file="a.xlsx", sheet="A", rows=tuple(made))


def columns(*rows: list[str], wanted: tuple[Wanted, ...] = WANTED) -> Columns:
    found = find_columns(table(*rows), wanted)
    assert found is not None
    return found


def where(found: Columns) -> dict[str, int]:
    return {one: cell.column for one, cell in found.heading.items()}


def keys(found: Columns) -> list[str]:
    return [problem.key for problem in found.problems]


def test_headings_are_matched_in_any_order_and_language() -> None:
    found = columns(["Sektor", "TUNNUS*", "amount"])

    assert where(found) == {"sector": 1, "id": 2, "amount": 3}


def test_names_of_a_column_are_reckoned_once() -> None:
    column = WANTED[1]

    assert column.tiers is column.tiers
    assert column.tiers == ({"amount"}, {"haettava summa", "sökt belopp", "amount"}, {"summa"})


def test_headings_stand_below_titles() -> None:
    found = columns(["Hakemukset 2017"], [], ["", "Tunnus", "Toimiala"], ["", "H01", "x"])

    assert found.last_row == 3


def test_another_heading_of_the_field_is_known() -> None:
    assert where(columns(["tunnus", "toimiala", "summa"]))["amount"] == 3


def test_an_id_is_stronger_than_the_words_of_another_field() -> None:
    wanted = (*WANTED, Wanted(id="summa", name=Label("Koko budjetti")))

    found = columns(["tunnus", "toimiala", "summa"], wanted=wanted)

    assert where(found)["summa"] == 3 and "amount" not in found.heading


def test_a_row_of_ids_under_renamed_headings_is_what_counts() -> None:
    found = columns(["Tunnus", "Paljonko?", "Toimiala"], ["id", "amount", "sector"], ["H01", "5"])

    assert (where(found)["amount"], found.last_row, found.problems) == (2, 2, ())


def test_a_column_added_to_a_form_is_told_by_its_own_heading() -> None:
    found = columns(["Tunnus", "Toimiala", "Huomioita"], ["id", "sector", ""])

    assert [problem.values["got"] for problem in found.problems] == ["Huomioita"]


def test_a_needed_column_that_is_lacking_is_one_problem() -> None:
    found = columns(["Tunnus", "Summa"])

    assert keys(found) == ["column-lacking"]


def test_a_column_given_twice_is_told_and_neither_is_taken() -> None:
    found = columns(["Tunnus", "Toimiala", "Summa", "Amount"])

    assert keys(found) == ["column-twice"] and "amount" not in found.heading


def test_an_unknown_column_is_a_warning() -> None:
    (problem,) = columns(["Tunnus", "Toimiala", "Huomautus"]).problems

    assert (problem.key, problem.severity, problem.place.cell) == (
        "column-unknown",
        "warning",
        "C1",
    )


def test_a_misprinted_heading_is_told_with_what_was_meant() -> None:
    (problem,) = columns(["Tunnus", "Toimiala", "Haetava suma"]).problems

    assert problem.values["meant"] == "Haettava summa"


def test_a_table_without_any_heading_has_no_columns() -> None:
    assert find_columns(table(["x", "y"]), WANTED) is None


def test_the_best_row_counts() -> None:
    assert count_known(table(["Tunnus"], ["Tunnus", "Summa"]), WANTED) == 2


def test_a_heading_that_a_mapping_names_is_told_in_the_mapping() -> None:
    place = Place(file="kartta.yaml", line=3, column=1)
    asked = Wanted(id="amount", name=Label(en="Amount Awarded"), is_needed=True, asked_at=place)

    found = columns(["Tunnus", "Amount Awardd"], wanted=(WANTED[0], asked))

    problem = next(one for one in found.problems if one.key == "column-lacking-meant")
    assert (problem.place, problem.values["meant"]) == (place, "Amount Awardd")
