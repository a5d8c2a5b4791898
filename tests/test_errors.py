"""Problems stand in the order of the file."""

from innokumppanuus.errors import Place, Problem, Problems


def order(*places: Place) -> list[Place]:
    return [one.place for one in Problems(Problem(key="empty", place=at) for at in places).problems]


def test_cells_come_by_row_and_then_by_column() -> None:
    cells = [Place(sheet="A", cell=cell) for cell in ("AA2", "B10", "A2", "C2")]

    assert [place.cell for place in order(*cells)] == ["A2", "C2", "AA2", "B10"]


def test_lines_come_by_number() -> None:
    assert [place.line for place in order(Place(line=10), Place(line=9))] == [9, 10]


def test_a_place_in_a_sheet_says_its_cell() -> None:
    assert str(Place(file="a.xlsx", sheet="Haku", cell="B2")) == "a.xlsx:Haku!B2"


def test_problem_of_a_plugin_is_said_by_its_key_and_values() -> None:
    problem = Problem(key="mycity.level", values={"got": 7, "city": "espoo"}, path="levels[0]")

    assert str(problem) == "levels[0]: mycity.level (city espoo, got 7)"
