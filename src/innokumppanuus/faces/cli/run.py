"""`run`: the whole way from files to a reasoned decision, written down."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer

from innokumppanuus.domain.decision import Decision
from innokumppanuus.errors import HookRaised
from innokumppanuus.faces.cli.decide import show_result
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import decided, read_all, shipped, with_votes
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    BallotsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
    SheetsOption,
    VotesOption,
)
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem, language_named
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import pick

PACKAGE_FILE = "ruleset.package.json"
"""What is kept of the rule set beside the decision, so that it can be made again."""

_CORE = "core"
_LIST = ".innokumppanuus.json"
"""What a run wrote into its folder."""


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("run", cls=Command, help=say("cli.run.help"))
    def run(
        ruleset: RulesetArgument,
        out: Annotated[Path, typer.Option(metavar="DIR", help=say("cli.option.out"))],
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        votes: VotesOption = None,
        ballots: BallotsOption = None,
        format: Annotated[
            list[str] | None, typer.Option(metavar="KEY", help=say("cli.option.format"))
        ] = None,
        also: Annotated[
            list[str] | None, typer.Option(metavar="LANG", help=say("cli.option.also"))
        ] = None,
    ) -> None:
        others = [language_named(one) for one in dict.fromkeys(also or ())]
        formats = format or default_formats(session, ruleset)
        for key in formats:
            pick("report format", key, session.faces.report_formats())
        material = read_all(session, ruleset, applications, mapping, sheets, panel)
        material = with_votes(session, material, votes, ballots)
        decision = decided(session, material)
        show_result(session, decision)
        with session.working("cli.working.reports"):
            files = in_languages(session, decision, formats, others)
            if PACKAGE_FILE in files:
                names = ", ".join(formats)
                raise UsageProblem("cli.usage.same_file", format=names, file=PACKAGE_FILE)
            package = session.workspace.package(material.ruleset, decision)
            written = replace_files(out, {**files, PACKAGE_FILE: package})
        session.say("cli.run.written", count=len(written), folder=str(out))
        session.data["files"] = [str(path) for path in written]


def default_formats(session: Session, ruleset: str) -> tuple[str, ...]:
    """Return the formats of the core, and those of the plugin that ships the rule set."""
    owners = {_CORE}
    example = shipped(session, ruleset)
    for plugin, offered in session.workspace.plugins.seam.offered("register_rulesets"):
        if example is not None and offered.key == example.key:
            owners.add(plugin)
    formats = session.faces.seam.offered("register_report_formats")
    return tuple(one.key for plugin, one in formats if plugin in owners)


def in_languages(
    session: Session, decision: Decision, formats: Iterable[str], others: Iterable[str]
) -> Mapping[str, bytes]:
    """
    Return the files in the language of the session, and each other language in a folder of its own.

    A file that is the same in every language, such as the data, is written once.
    """
    formats = tuple(formats)
    files = dict(reports(session, decision, formats, session.texts))
    main = dict(files)
    for language in others:
        if language == session.texts.language:
            continue
        texts = Texts.load(language, session.faces.texts().values())
        for name, content in reports(session, decision, formats, texts).items():
            if main.get(name) != content:
                files[f"{language}/{name}"] = content
    return files


def reports(
    session: Session, decision: Decision, formats: Iterable[str], texts: Texts
) -> Mapping[str, bytes]:
    """Return the files of every format by name; two formats never write the same file."""
    offered = session.faces.report_formats()
    owners = {
        one.key: plugin for plugin, one in session.faces.seam.offered("register_report_formats")
    }
    files: dict[str, bytes] = {}
    for key in dict.fromkeys(formats):
        written = offered[key].write(decision, texts, session.workspace.plugins)
        for name, content in sorted(written.items()):
            if not _stays_inside(name):
                raise HookRaised(owners[key], "report-outside", format=key, file=name)
            if name in files:
                raise UsageProblem("cli.usage.same_file", format=key, file=name)
            files[name] = content
    return files


def replace_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """
    Write the files under *folder* in the place of those of an earlier run.

    What that run wrote and this one does not is taken away, so that a request to supplement does
    not stay beside the decision. Nobody else's files are touched.
    """
    for name in sorted(_written_before(folder) - set(files)):
        (folder / name).unlink(missing_ok=True)
    listed = json.dumps(sorted(files), ensure_ascii=False, indent=1).encode() + b"\n"
    _write(folder / _LIST, listed)
    return write_files(folder, files)


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write the files under *folder*; each is whole or not there."""
    for name, content in sorted(files.items()):
        _write(folder / name, content)
    return tuple(folder / name for name in sorted(files))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.unfinished")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def _written_before(folder: Path) -> set[str]:
    """Return the names that the list of an earlier run has, inside the folder only."""
    try:
        listed = json.loads((folder / _LIST).read_bytes())
    except (OSError, ValueError):
        return set()
    names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    return {name for name in names if _stays_inside(name)}


def _stays_inside(name: str) -> bool:
    parts = PurePosixPath(name)
    return not parts.is_absolute() and ".." not in parts.parts
