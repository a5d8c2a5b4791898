"""The one way in from a file to its tables: refuses first, then reads."""

from collections.abc import Callable
from pathlib import Path

from innokumppanuus.errors import Problem
from innokumppanuus.intake import delimited, safety, workbook
from innokumppanuus.intake.cells import Table


def read_tables(
    path: Path, count_known: Callable[[Table], int]
) -> tuple[tuple[Table, ...], tuple[Problem, ...]]:
    """
    Return the tables of a workbook or csv file and warnings of how they were read.

    What kind of file it is shows in its content; its name does not matter.

    Args:
        path: The file.
        count_known: How many headings of a table somebody knows; it tells the csv separator.

    Raises:
        HostileFile: When the file is refused.
        IntakeProblems: When it cannot be read at all.
    """
    content = safety.take(path)
    if content.is_workbook:
        return workbook.read(content), ()
    table, warnings = delimited.read(content, count_known)
    return (table,), warnings
