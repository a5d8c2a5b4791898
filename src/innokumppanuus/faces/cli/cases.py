"""`test`: officials' cases against the rules, what failed and why, and what no case shows."""

import errno
import os
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.domain.cases import (
    Boundary,
    Case,
    CaseFile,
    CaseResult,
    Expectation,
    Expected,
    Given,
    Mismatch,
    Suggestion,
)
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.engine.boundaries import boundaries, suggested
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.engine.explanation import field_name, name_of
from innokumppanuus.engine.turns import not_known
from innokumppanuus.errors import Place, Problem, RuleSetProblems
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.explain import parts
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import must_exist, read_ruleset, shipped
from innokumppanuus.faces.cli.options import RulesetArgument
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.reports.view import shown, title
from innokumppanuus.faces.texts import Texts
from innokumppanuus.intake.case_forms import cases_bytes
from innokumppanuus.intake.cases import WORKBOOK, read_case_file
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import SUFFIXES, beside
from innokumppanuus.ruleset.case_writing import write_cases

_INDENT = "  "


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("test", cls=Command, help=say("cli.test.help"))
    def test(
        ruleset: RulesetArgument,
        cases: Annotated[
            list[Path] | None, typer.Option(metavar="FILE", help=say("cli.option.cases"))
        ] = None,
        suggest: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.suggest"))
        ] = None,
        to_xlsx: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.cases_to"))
        ] = None,
        from_xlsx: Annotated[
            Path | None, typer.Option(metavar="FILE", help=say("cli.option.cases_from"))
        ] = None,
    ) -> None:
        if from_xlsx is not None and (cases or to_xlsx):
            raise UsageProblem("cli.usage.from_xlsx_alone")
        for book in (to_xlsx, from_xlsx):
            if book is not None and book.suffix.lower() != WORKBOOK:
                raise UsageProblem("cli.usage.xlsx_name", got=book.name)
        given = [from_xlsx] if from_xlsx is not None else cases or []
        must_exist(*given)
        rules = read_ruleset(session, ruleset)
        lacks = "cases-none" if suggest is None else "cases-none-to-suggest"
        paths = _paths(session, ruleset, given, may_lack=to_xlsx is not None, lacks=lacks)
        files = tuple(_read(session, rules, paths))
        if to_xlsx is not None:
            _to_xlsx(session, rules, paths, files, to_xlsx)
        if from_xlsx is not None:
            _write(session, rules, files[0], from_xlsx.with_suffix(".yaml"))
        results = [
            result for file in files for result in run_cases(rules, file, session.workspace.plugins)
        ]
        for one in results:
            if not one.holds:
                _tell(session, rules, one)
        lacking = untouched(rules, results)
        for rule, verdict in lacking:
            name = name_of(rules.call, rule)
            session.say("cli.test.untouched", rule=name, verdict=_verdict(session.texts, verdict))
        offered = session.workspace.plugins.rules()
        open_ones = boundaries(rules, results, offered)
        for boundary in open_ones:
            _tell_boundary(session, rules, boundary)
        closed = not_known(rules, offered)
        for rule in closed:
            session.say("cli.test.boundary_not_known", rule=name_of(rules.call, rule))
        if suggest is not None:
            _suggest(session, rules, files, open_ones, suggest)
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
            boundaries=[
                {"rule": one.rule, "comparison": one.text, "lacks": list(one.lacks)}
                for one in open_ones
            ],
            boundaries_not_known=list(closed),
        )
        if failed:
            session.code = Code.PROBLEMS


def _paths(
    session: Session, named: str, given: list[Path], *, may_lack: bool, lacks: str
) -> tuple[Path, ...]:
    """Return the case files that are named, or those beside the rule set; *lacks* says none is."""
    example = shipped(session, named)
    path = example.path if example else Path(named)
    paths = tuple(given) or beside(path)
    if not paths and not may_lack:
        values = {"names": ", ".join(f"{path.stem}{suffix}" for suffix in SUFFIXES)}
        place = Place(file=path.name)
        raise RuleSetProblems([Problem(key=lacks, values=values, place=place)])
    return paths


def _read(session: Session, ruleset: RuleSet, paths: tuple[Path, ...]) -> Iterator[CaseFile]:
    for one in paths:
        yield read_case_file(one, ruleset, session.workspace.plugins.functions())


def _to_xlsx(
    session: Session,
    ruleset: RuleSet,
    paths: tuple[Path, ...],
    files: tuple[CaseFile, ...],
    path: Path,
) -> None:
    """Write the cases as a workbook; a rule set without cases gives a form to fill in."""
    if len(files) > 1:
        names = ", ".join(one.name for one in paths)
        raise RuleSetProblems([Problem(key="cases-several", values={"names": names})])
    _write(session, ruleset, files[0] if files else CaseFile(cases=()), path)


def _write(session: Session, ruleset: RuleSet, file: CaseFile, path: Path) -> None:
    """Write cases as a workbook or as YAML, as the name ends; never over another file."""
    content = _content(session, ruleset, file, path)
    with path.open("xb") as new:
        new.write(content)
    session.say("cli.test.written", cases=len(file.cases), file=str(path))
    session.data["files"] = [str(path)]


def _content(session: Session, ruleset: RuleSet, file: CaseFile, path: Path) -> bytes:
    if path.suffix.lower() == WORKBOOK:
        functions = session.workspace.plugins.functions()
        return cases_bytes(file, ruleset, functions, session.texts.language)
    return write_cases(file, ruleset.call.zone).encode("utf-8")


def _tell_boundary(session: Session, ruleset: RuleSet, boundary: Boundary) -> None:
    """Say which sides of the comparison no case is just at."""
    name = name_of(ruleset.call, boundary.rule)
    for side in boundary.lacks:
        key = "cli.test.boundary_true" if side else "cli.test.boundary_false"
        session.say(key, rule=name, comparison=boundary.text)


def _suggest(
    session: Session,
    ruleset: RuleSet,
    files: tuple[CaseFile, ...],
    lacking: tuple[Boundary, ...],
    path: Path,
) -> None:
    """Write cases for the boundaries, for an official to confirm; never over another file."""
    if path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    bases = {name: given for file in reversed(files) for name, given in file.bases.items()}
    by_language = [Texts.load(language, session.faces.texts().values()) for language in LANGUAGES]
    offered = session.workspace.plugins.rules()
    found = suggested(ruleset, CaseFile(bases=bases, cases=()), lacking, offered)
    cases = tuple(_case(ruleset, one, by_language) for one in found)
    used = {name: given for name, given in bases.items() if any(one.base == name for one in found)}
    content = _content(session, ruleset, CaseFile(bases=used, cases=cases), path)
    path.write_bytes(content)
    session.say("cli.test.suggested", cases=len(cases), file=str(path))
    session.data.update(suggested=len(cases))


def _case(ruleset: RuleSet, one: Suggestion, by_language: list[Texts]) -> Case:
    given = {one.field: one.answer, **one.also}
    return Case(
        sentence=Label(*(_sentence(ruleset, one, given, texts) for texts in by_language)),
        base=one.base,
        given=given,
        expect=Expectation(rules={one.rule: one.verdict}),
        confirmed=False,
    )


def _sentence(ruleset: RuleSet, one: Suggestion, given: Given, texts: Texts) -> str:
    call = ruleset.call
    told = []
    for name, value in given.items():
        field = title(call, name, texts)
        if value is None:
            told.append(texts.say("cli.test.answer_missing", field=field))
        elif value in ((), ""):
            told.append(texts.say("cli.test.answer_nothing", field=field))
        else:
            words = shown(call, name, value, texts)
            told.append(texts.say("cli.test.answer", field=field, value=words))
    return texts.say(
        "cli.test.suggestion",
        answers=reduce(
            lambda first, then: texts.say("cli.test.answers", first=first, then=then), told
        ),
        rule=texts.show(name_of(call, one.rule)),
        verdict=texts.say(f"verdict.{one.verdict}"),
    )


def _tell(session: Session, ruleset: RuleSet, result: CaseResult) -> None:
    """Say what the case shows, what was expected of it, what came and why."""
    texts = session.texts
    key = "cli.test.failed" if result.case.confirmed else "cli.test.failed_unconfirmed"
    session.say(key, sentence=result.case.sentence)
    for one in result.mismatches:
        session.line(f"{_INDENT}{said(session.texts, ruleset, one)}")
        if one.finding is None:
            continue
        for part in parts(session, ruleset, result.application, one.finding):
            words = texts.say("cli.explain.part", words=part.words, value=part.value)
            session.line(f"{_INDENT * (part.depth + 2)}{words}")
        for field in one.finding.missing:
            name = texts.show(field_name(ruleset.call, field))
            session.line(f"{_INDENT * 2}{texts.say('cli.explain.missing', field=name)}")


def said(texts: Texts, ruleset: RuleSet, one: Mismatch) -> str:
    """Return what was expected and what came, as a sentence."""
    say = texts.say
    expected, got = (_shown(texts, ruleset, one, value) for value in (one.expected, one.got))
    match one.about:
        case Expected.RULE:
            name = texts.show(name_of(ruleset.call, one.name))
            return say("cli.test.rule", rule=name, expected=expected, got=got)
        case Expected.OUTCOME:
            return say("cli.test.outcome", expected=expected, got=got)
        case Expected.ASKS:
            return say("cli.test.asks", expected=expected, got=got)
        case Expected.VALUE:
            return say("cli.test.value", expression=one.name, expected=expected, got=got)


def _shown(texts: Texts, ruleset: RuleSet, one: Mismatch, value: object) -> str:
    if isinstance(value, Verdict):
        return _verdict(texts, value)
    if one.about is Expected.ASKS and isinstance(value, tuple):
        names = [texts.show(field_name(ruleset.call, field)) for field in value]
        return ", ".join(names) or texts.say("cli.test.nothing")
    return texts.say("cli.test.not_told") if value is None else texts.show(value)


def _verdict(texts: Texts, verdict: Verdict) -> str:
    return texts.say(f"verdict.{verdict}")


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
                "text": said(session.texts, ruleset, one),
            }
            for one in result.mismatches
        ],
    }


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return value if value is None or isinstance(value, bool) else str(value)
