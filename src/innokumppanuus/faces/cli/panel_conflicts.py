"""`panel conflicts` and `panel forms`: ties compared with applicants, and the form for them."""

import errno
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.conflicts import Conflict
from innokumppanuus.domain.panel import EvaluationPanel
from innokumppanuus.engine.conflicts import conflicts_of, policy_of
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import (
    Material,
    example_of,
    panel_files,
    read_applications,
    read_ruleset,
    with_panel,
)
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
)
from innokumppanuus.faces.cli.run import write_files
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.reports.panel_sentences import ground_name, state_of
from innokumppanuus.intake import Sheet, workbook_bytes
from innokumppanuus.intake.panel_forms import panel_form_bytes
from innokumppanuus.plugin.examples import RuleSetWithPanel
from innokumppanuus.plugin.manager import pick
from innokumppanuus.records import to_record

_COLUMNS = ("evaluator", "id", "ground", "basis", "because", "ruling")


def add(group: typer.Typer, session: Session) -> None:
    """Add the commands to the group of the panel."""
    say = session.texts.say

    @group.command("forms", cls=Command, help=say("cli.panel.forms.help"))
    def forms(
        ruleset: RulesetArgument,
        out: Annotated[Path, typer.Option(metavar="FILE", help=say("cli.option.xlsx_out"))],
    ) -> None:
        call = read_ruleset(session, ruleset).call
        offered = session.workspace.plugins.conflict_grounds()
        grounds = {key: pick("ground", key, offered) for key in policy_of(call).grounds}
        content = panel_form_bytes(call, EvaluationPanel(), grounds, session.texts.language)
        written(session, out, content)

    @group.command("example", cls=Command, help=say("cli.panel.example.help"))
    def example(
        ruleset: RulesetArgument,
        out: Annotated[Path, typer.Option(metavar="DIR", help=say("cli.option.out"))],
    ) -> None:
        found = example_of(session, ruleset)
        if found is None:
            offered = session.workspace.plugins.rulesets().values()
            known = [one.key for one in offered if isinstance(one, RuleSetWithPanel)]
            raise UsageProblem("cli.usage.no_example_panel", got=ruleset, known=known or "–")
        files = {name: path.read_bytes() for name, path in found.example_files()}
        for name in files:
            if (out / name).exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(out / name))
        made = write_files(out, files)
        session.say("cli.fictional_panel")
        for path in made:
            session.line(str(path))
        session.data["files"] = [str(path) for path in made]

    @group.command("conflicts", cls=Command, help=say("cli.panel.conflicts.help"))
    def conflicts(
        ruleset: RulesetArgument,
        panel: PanelOption = None,
        applications: ApplicationsOption = None,
        mapping: MappingOption = None,
        out: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.xlsx_out"))
        ] = None,
    ) -> None:
        material = read_applications(session, ruleset, applications, mapping)
        material = needed_panel(session, ruleset, applications, material, panel)
        found = conflicts_in(session, material)
        _show(session, found, out)


def conflicts_in(session: Session, material: Material) -> tuple[Conflict, ...]:
    """Return the conflicts of the panel, on the grounds that the rule set names."""
    call, offered = material.ruleset.call, session.workspace.plugins.conflict_grounds()
    grounds = {key: pick("ground", key, offered) for key in policy_of(call).grounds}
    panel = material.panel or EvaluationPanel()
    return conflicts_of(call, material.applications, panel, material.sheets, grounds)


def needed_panel(
    session: Session,
    named: str,
    given: Path | None,
    material: Material,
    paths: Sequence[Path] | None,
) -> Material:
    """
    Return the material with the panel of the files, or with the rule set's own example.

    Raises:
        UsageProblem: When there is neither.
    """
    files = panel_files(session, named, given, paths)
    if not files:
        raise UsageProblem("cli.usage.needs_option", name="--panel")
    if not paths:
        session.say("cli.fictional_panel")
    return with_panel(session, material, files)


def written(session: Session, path: Path, content: bytes) -> None:
    """Write a file and tell of it."""
    write_files(path.parent, {path.name: content})
    session.line(str(path))
    session.data["files"] = [str(path)]


def _show(session: Session, found: tuple[Conflict, ...], out: Path | None) -> None:
    texts, grounds = session.texts, session.workspace.plugins.conflict_grounds()
    rows = [
        (
            one.evaluator,
            one.application,
            ground_name(one, grounds, texts),
            texts.say(f"panel.basis.{one.basis}"),
            one.because,
            state_of(one, texts),
        )
        for one in found
    ]
    columns = [texts.say(f"cli.column.{name}") for name in _COLUMNS]
    session.table("cli.panel.conflicts.title", columns, rows)
    counting = sum(one.counts for one in found)
    session.say("cli.panel.conflicts.sum", count=len(found), counting=counting)
    session.data["conflicts"] = [to_record(one) for one in found]
    if out is not None:
        title = texts.say("cli.panel.conflicts.title")
        written(session, out, workbook_bytes([Sheet(title=title, headings=columns, rows=rows)]))
