"""A mapping file says which column answers which field, and all that is wrong in it at once."""

from pathlib import Path

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import IntakeProblems
from innokumppanuus.intake.mapping import ColumnMapping, read_mapping
from innokumppanuus.testing.builders import a_call


def mapping(tmp_path: Path, text: str) -> ColumnMapping:
    path = tmp_path / "kartta.yaml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path, a_call())


def problems(tmp_path: Path, text: str) -> list[tuple[int, str]]:
    with pytest.raises(IntakeProblems) as caught:
        mapping(tmp_path, text)
    return [(problem.place.line, problem.key) for problem in caught.value.problems]


def test_a_column_answers_a_field(tmp_path: Path) -> None:
    found = mapping(tmp_path, "innokumppanuus: 1\ncolumns: {Identifier: id}\n")

    assert found.columns == {"id": "Identifier"}


def test_a_column_may_answer_several_fields(tmp_path: Path) -> None:
    found = mapping(tmp_path, "innokumppanuus: 1\ncolumns: {Nimi: [id, applicant]}\n")

    assert found.columns == {"id": "Nimi", "applicant": "Nimi"}


def test_a_constant_is_read_as_its_field(tmp_path: Path) -> None:
    found = mapping(tmp_path, "innokumppanuus: 1\nconstants: {amount: 10 000 €}\n")

    assert found.constants == {"amount": Money.of(10_000)}


def test_everything_wrong_is_told_at_once_with_its_line(tmp_path: Path) -> None:
    text = (
        "innokumppanuus: 2\n"
        "colums: {}\n"
        "decimal: x\n"
        "columns:\n"
        "  Identifier: idd\n"
        "  Name: applicant\n"
        "  Org: applicant\n"
        "  Sub: {a: b}\n"
        "constants:\n"
        "  sector: compny\n"
        "  duration_months: ''\n"
    )

    assert problems(tmp_path, text) == [
        (1, "mapping-format"),
        (2, "unknown-name"),
        (3, "mapping-decimal"),
        (5, "unknown-name"),
        (7, "twice"),
        (8, "mapping-text"),
        (10, "cell-choice-meant"),
        (11, "empty"),
    ]


@pytest.mark.parametrize(
    "text", ["innokumppanuus: 1\ncolumns: [a]\n", "innokumppanuus: 1\nconstants: x\n"]
)
def test_what_must_be_pairs_is_told(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text) == [(2, "mapping-pairs")]


def test_what_is_no_yaml_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, "innokumppanuus: [\n")


def test_a_mapping_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(IntakeProblems) as caught:
        read_mapping(tmp_path / "puuttuu.yaml", a_call())

    assert caught.value.problems[0].key == "file-absent"
