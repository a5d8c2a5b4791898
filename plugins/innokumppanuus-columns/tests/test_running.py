"""The engines are there when a command is run, and no sooner."""

import subprocess
import sys

import pytest

_LOADED = "print(*(one for one in ('duckdb', 'sqlglot', 'polars') if one in sys.modules))"


def loaded_by(*line: str) -> str:
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, io\nfrom innokumppanuus.faces.cli import main\n"
            f"main({list(line)!r}, out=io.StringIO(), err=io.StringIO())\n{_LOADED}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.strip()


@pytest.mark.parametrize("line", [["--help"], ["columns", "screen", "--help"]])
def test_help_loads_no_engine(line: list[str]) -> None:
    assert loaded_by(*line) == ""


def test_a_command_of_the_columns_loads_its_engines() -> None:
    assert loaded_by("columns", "list", "kumppanuuskiihdyttamo-2017") == "duckdb sqlglot"
