"""`tables`: the decision tables of a rule set out to a workbook, and back into the file."""

from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus import ruleset as rulesets
from innokumppanuus.errors import Problem, RuleSetProblems
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import must_exist, read_ruleset, shipped, stop
from innokumppanuus.faces.cli.options import RulesetArgument
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session, file_place
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.intake.tables import TableRows, read_table_rows, tables_bytes
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.tables.rewriting import with_rows

_MARK = b"\xef\xbb\xbf"


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("tables", cls=Command, help=say("cli.tables.help"))
    def tables(
        ruleset: RulesetArgument,
        out: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.tables_out"))
        ] = None,
        given: Annotated[
            Path | None,
            typer.Option("--from", metavar="FILE", help=say("cli.option.tables_from")),
        ] = None,
    ) -> None:
        if (out is None) == (given is None):
            raise UsageProblem("cli.usage.out_or_from")
        checked = read_ruleset(session, ruleset)
        if not checked.tables:
            session.report([Problem(key="tables-none", place=file_place(ruleset))])
            stop(session)
        if out is not None:
            _write(session, checked, out)
        elif given is not None:
            _take(session, checked, ruleset, given)


def _write(session: Session, checked: RuleSet, out: Path) -> None:
    write_files(out.parent, {out.name: tables_bytes(checked, session.texts.language)})
    session.say("cli.tables.written", file=str(out))
    session.data["files"] = [str(out)]


def _take(session: Session, checked: RuleSet, named: str, given: Path) -> None:
    """Write the rows of the workbook into the rule set file, or nothing at all."""
    must_exist(given)
    if shipped(session, named) is not None:
        raise UsageProblem("cli.usage.tables_of_file")
    path, read = Path(named), read_table_rows(given, checked)
    if session.report(read.problems):
        stop(session)
    now = {one.table.id: one.table.rows for one in checked.tables}
    changed = {name: rows for name, rows in read.rows.items() if rows != now[name]}
    session.data.update(files=[], tables=sorted(changed))
    if not changed:
        session.say("cli.tables.unchanged", file=str(path))
        return
    raw = path.read_bytes()
    mark = _MARK if raw.startswith(_MARK) else b""
    text = with_rows(raw.decode("utf-8-sig"), path.name, changed)
    found = _checked(session, text, path, read, checked)
    kept = {one.table.id: one.table.rows for one in found.tables}
    lost = [name for name, rows in changed.items() if kept.get(name) != rows]
    if lost:
        place = file_place(path)
        session.report(
            Problem(key="tables-shape", values={"got": name}, place=place) for name in lost
        )
        stop(session)
    session.report(read.placed(one, tuple(now)) for one in found.warnings if "tables[" in one.path)
    write_files(path.parent, {path.name: mark + text.encode("utf-8")})
    session.say("cli.tables.taken", file=str(path), tables=tuple(sorted(changed)))
    session.data["files"] = [str(path)]


def _checked(session: Session, text: str, path: Path, read: TableRows, before: RuleSet) -> RuleSet:
    """Return the rule set with its new rows, or stop with its problems at their cells."""
    names = tuple(one.id for one in before.call.tables)
    try:
        return rulesets.loads(text, path.name, session.workspace.plugins)
    except RuleSetProblems as problems:
        session.report(read.placed(one, names) for one in problems.problems)
        stop(session)
