"""A file is refused or read by its content, whatever its name."""

from pathlib import Path

import pytest

from innokumppanuus.errors import HostileFile
from innokumppanuus.intake.table import read_tables
from innokumppanuus.testing.tables import a_csv, a_workbook


def test_a_workbook_gives_all_its_sheets(tmp_path: Path) -> None:
    path = a_workbook(tmp_path / "a.xlsx", {"A": [["x"]], "B": [["y"]]})

    assert len(read_tables(path, lambda _: 0)[0]) == 2


def test_a_csv_file_gives_one_table_without_a_sheet(tmp_path: Path) -> None:
    tables, _ = read_tables(a_csv(tmp_path / "a.csv", "id;a\n1;2\n"), lambda _: 0)

    assert [table.sheet for table in tables] == [""]


def test_a_refused_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"id;a\n\x00")

    with pytest.raises(HostileFile):
        read_tables(path, lambda _: 0)
