"""The engines are there when a command is run, and no sooner."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import Switches
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.interfaces import Function
from innokumppanuus.testing.parameters import offering
from innokumppanuus.workspace import Workspace
from innokumppanuus_columns.domain import Engine
from innokumppanuus_columns.running import screen

RULES = """\
innokumppanuus: 1
id: other
name: Other
form:
  - {id: id, name: Number}
  - {id: sum, name: Sum, type: money, required: false}
eligibility:
  - {id: more, name: More, when: koe.other(sum) > eur(100)}
"""

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


def other_money(value: Money) -> Money:
    """Return the sum in another currency when it is large."""
    return Money(value.cents, "SEK" if value > Money.of(10_000) else "EUR")


def a_session(out: io.StringIO) -> Session:
    words = Label("toinen summa", "annat belopp", "another sum")
    one = Function(
        key="koe.other", name=words, arguments=("money",), returns="money", call=other_money
    )
    faces = FacePlugins.load()
    return Session(
        switches=Switches(),
        texts=Texts.load("en", faces.texts().values()),
        out=Console(file=out, width=200),
        err=Console(file=io.StringIO()),
        workspace=Workspace(plugins=offering(functions=[one])),
        faces=faces,
    )


def test_what_breaks_off_a_query_is_run_by_rows_and_that_is_told(tmp_path: Path) -> None:
    rules, table, out = tmp_path / "other.yaml", tmp_path / "other.csv", io.StringIO()
    rules.write_text(RULES, encoding="utf-8")
    table.write_text("id,sum\nH1,5000\nH2,12000\nH3,\nH4,9000\n", encoding="utf-8")
    session = a_session(out)

    screen(session, str(rules), table, None, None, Engine.DUCKDB, "")

    (rule,) = session.data["rules"]  # type: ignore[misc]
    assert session.data["engine"] == "rows"
    assert (rule["met"], rule["not_met"], rule["cannot_tell"]) == (2, 0, 2)
    assert "broke the query off: a sum in SEK, not in EUR" in out.getvalue()
