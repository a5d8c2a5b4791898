"""What is said is safe to show, and what scripts get has one shape."""

import io
import json

from rich.console import Console

from innokumppanuus.errors import Place, Problem
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.session import Session, plain
from innokumppanuus.faces.cli.switches import Switches
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.reports.pieces import Grid
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.workspace import Workspace

PROBLEM = Problem(key="empty", place=Place(file="haku.yaml", line=3, column=1), path="form")


def a_session(**switches: bool) -> Session:
    return Session(
        switches=Switches(**switches),  # type: ignore[arg-type]
        texts=Texts.load("en"),
        out=Console(file=io.StringIO(), width=100, highlight=False, markup=False),
        err=Console(file=io.StringIO(), width=100),
        workspace=Workspace(plugins=Plugins()),
        faces=FacePlugins(),
        command="check",
    )


def said(session: Session) -> str:
    file = session.out.file
    assert isinstance(file, io.StringIO)
    return file.getvalue()


def test_words_from_files_cannot_steer_the_terminal() -> None:
    assert plain("a\x1b[2Jb\x07c\u202ed").plain == "a\ufffd[2Jb\ufffdc\ufffdd"


def test_ordinary_words_stay_as_they_are() -> None:
    words = "Kuvitteellinen hakija – 10\u00a0000,00\u00a0€\nÅbo 😀"

    assert plain(words).plain == words


def test_words_that_look_like_markup_are_shown_as_words() -> None:
    session = a_session()

    session.line("[bold]ei merkintää[/bold] :smile:")

    assert said(session) == "[bold]ei merkintää[/bold] :smile:\n"


def test_a_located_line_is_never_broken() -> None:
    session = a_session()

    session.line("x " * 200)

    assert said(session).count("\n") == 1


def test_a_table_breaks_its_cells_at_spaces_only() -> None:
    session = a_session()
    words = "asiakaslähtöisyys kokonaispistemäärä henkilökohtainen palvelukokonaisuus " * 2

    session.table("cli.plugins.title", ["a", "b"], [["H01", words], ["H02", words]])

    shown = {word for line in said(session).splitlines() for word in line.split()}
    assert set(words.split()) <= shown


def test_a_table_that_does_not_fit_is_shown_cell_by_cell() -> None:
    session = a_session()
    path = "/kansio/" * 12

    session.table("cli.plugins.title", ["name", "file"], [[path, path]])

    assert f"name: {path}\nfile: {path}\n" in said(session)


def test_problems_that_stop_the_work_set_the_exit_code() -> None:
    session = a_session()

    stops = session.report([PROBLEM])

    assert (stops, session.code) == (True, Code.PROBLEMS)
    assert said(session) == "haku.yaml:3:1: form: must not be empty.\n"


def test_warnings_do_not_stop_the_work() -> None:
    session = a_session()

    stops = session.report([Problem(key="empty", severity="warning")])

    assert (stops, session.code) == (False, Code.DONE)


def test_with_json_nothing_else_is_said() -> None:
    session = a_session(as_json=True)

    session.line("sanoja")
    session.table("cli.plugins.title", ["a"], [["b"]])
    with session.working("cli.working.ruleset"):
        session.report([PROBLEM])
    session.finish()

    document = json.loads(said(session))
    assert document == {
        "innokumppanuus": 1,
        "command": "check",
        "code": 1,
        "result": {},
        "problems": [
            {
                "key": "empty",
                "severity": "error",
                "file": "haku.yaml",
                "sheet": "",
                "cell": "",
                "line": 3,
                "column": 1,
                "path": "form",
                "values": {},
                "text": "must not be empty.",
            }
        ],
    }


def test_progress_is_shown_on_terminals_only() -> None:
    session = a_session()

    with session.working("cli.working.ruleset"):
        pass

    assert isinstance(session.err.file, io.StringIO)
    assert session.err.file.getvalue() == ""


def test_a_sum_of_money_in_a_narrow_table_is_never_broken() -> None:
    session = a_session()
    rows = [("H01", "10\u00a0000,00\u00a0€", "sana " * 40)]

    session.table("cli.screen.title", ["a", "b", "c"], rows)

    assert "10\u00a0000,00\u00a0€" in said(session)


def test_a_table_of_words_without_rows_is_not_shown() -> None:
    session = a_session()

    session.grid(Grid(title="cli.plugins.title", columns=("a",), rows=()))
    nothing = said(session)
    session.grid(Grid(title="cli.plugins.title", columns=("a",), rows=(("b",),)))

    assert nothing == ""
    assert "b" in said(session)
