"""`test`: officials' cases against the rules, what failed and why, and what no case shows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.cases import CaseFile, CaseResult, Expected, Mismatch
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.engine.explanation import field_name, name_of
from innokumppanuus.errors import Place, Problem, RuleSetProblems
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.explain import parts
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import must_exist, read_ruleset, shipped
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import SUFFIXES, beside, read_cases

_INDENT = "  "


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("test", cls=Command, help=say("cli.test.help"))
    def test(
        ruleset: Annotated[str, typer.Argument(help=say("cli.argument.ruleset"))],
        cases: Annotated[
            list[Path] | None, typer.Option(metavar="FILE", help=say("cli.option.cases"))
        ] = None,
    ) -> None:
        must_exist(*(cases or ()))
        rules = read_ruleset(session, ruleset)
        results = [
            result
            for file in _files(session, ruleset, rules, cases or [])
            for result in run_cases(rules, file, session.workspace.plugins)
        ]
        for one in results:
            if not one.holds:
                _tell(session, rules, one)
        lacking = untouched(rules, results)
        for rule, verdict in lacking:
            name = name_of(rules.call, rule)
            session.say("cli.test.untouched", rule=name, verdict=_verdict(session, verdict))
        failed = [one for one in results if not one.holds]
        session.say(
            "cli.test.done",
            name=rules.call.name,
            cases=len(results),
            failed=len(failed),
            unconfirmed=sum(not one.case.confirmed for one in results),
        )
        session.data.update(
            call=rules.call.id,
            ruleset_hash=rules.hash,
            cases=[_data(session, rules, one) for one in results],
            untouched=[{"rule": rule, "verdict": str(verdict)} for rule, verdict in lacking],
        )
        if failed:
            session.code = Code.PROBLEMS


def _files(session: Session, named: str, ruleset: RuleSet, given: list[Path]) -> Iterator[CaseFile]:
    """Yield the case files that are named, or else those beside the rule set."""
    example = shipped(session, named)
    path = example.path if example else Path(named)
    paths = tuple(given) or beside(path)
    if not paths:
        values = {"names": ", ".join(f"{path.stem}{suffix}" for suffix in SUFFIXES)}
        place = Place(file=path.name)
        raise RuleSetProblems([Problem(key="cases-none", values=values, place=place)])
    for one in paths:
        yield read_cases(one, ruleset, session.workspace.plugins.functions())


def _tell(session: Session, ruleset: RuleSet, result: CaseResult) -> None:
    """Say what the case shows, what was expected of it, what came and why."""
    texts = session.texts
    key = "cli.test.failed" if result.case.confirmed else "cli.test.failed_unconfirmed"
    session.say(key, sentence=result.case.sentence)
    for one in result.mismatches:
        session.line(f"{_INDENT}{_said(session, ruleset, one)}")
        if one.finding is None:
            continue
        for part in parts(session, ruleset, result.application, one.finding):
            words = texts.say("cli.explain.part", words=part.words, value=part.value)
            session.line(f"{_INDENT * (part.depth + 2)}{words}")
        for field in one.finding.missing:
            name = texts.show(field_name(ruleset.call, field))
            session.line(f"{_INDENT * 2}{texts.say('cli.explain.missing', field=name)}")


def _said(session: Session, ruleset: RuleSet, one: Mismatch) -> str:
    say = session.texts.say
    expected, got = (_shown(session, ruleset, one, value) for value in (one.expected, one.got))
    match one.about:
        case Expected.RULE:
            name = session.texts.show(name_of(ruleset.call, one.name))
            return say("cli.test.rule", rule=name, expected=expected, got=got)
        case Expected.OUTCOME:
            return say("cli.test.outcome", expected=expected, got=got)
        case Expected.ASKS:
            return say("cli.test.asks", expected=expected, got=got)
        case Expected.VALUE:
            return say("cli.test.value", expression=one.name, expected=expected, got=got)


def _shown(session: Session, ruleset: RuleSet, one: Mismatch, value: object) -> str:
    texts = session.texts
    if isinstance(value, Verdict):
        return _verdict(session, value)
    if one.about is Expected.ASKS and isinstance(value, tuple):
        names = [texts.show(field_name(ruleset.call, field)) for field in value]
        return ", ".join(names) or texts.say("cli.test.nothing")
    return texts.say("cli.test.not_told") if value is None else texts.show(value)


def _verdict(session: Session, verdict: Verdict) -> str:
    return session.texts.say(f"verdict.{verdict}")


def _data(session: Session, ruleset: RuleSet, result: CaseResult) -> dict[str, object]:
    return {
        "sentence": session.texts.show(result.case.sentence),
        "confirmed": result.case.confirmed,
        "holds": result.holds,
        "mismatches": [
            {
                "about": str(one.about),
                "name": one.name,
                "expected": _plain(one.expected),
                "got": _plain(one.got),
                "text": _said(session, ruleset, one),
            }
            for one in result.mismatches
        ],
    }


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value if value is None or isinstance(value, bool) else str(value)
