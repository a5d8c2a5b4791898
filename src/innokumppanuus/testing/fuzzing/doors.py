"""The public doors, each with its oracle: what it takes in must be used or refused in words."""

import hashlib
import io
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from random import Random

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.decision import Decision
from innokumppanuus.engine.cases import run_cases
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.errors import (
    InvalidValue,
    Problem,
    RecordProblems,
    RuleSetProblems,
    SelectionError,
)
from innokumppanuus.faces.cli import main
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.intake import read_applications, read_sheets
from innokumppanuus.intake.tables import read_table_rows
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import cases_in
from innokumppanuus.ruleset.document import decode
from innokumppanuus.ruleset.expressions import (
    UNKNOWN,
    Environment,
    ExpressionProblems,
    compile,
)
from innokumppanuus.ruleset.expressions.generation import generate
from innokumppanuus.ruleset.parameter_files import parameters_in
from innokumppanuus.ruleset.tables.rewriting import with_rows
from innokumppanuus.testing.fuzzing import oracle
from innokumppanuus.testing.fuzzing.inputs import Broken, Door, Given
from innokumppanuus.testing.fuzzing.material import Material
from innokumppanuus.testing.fuzzing.watch import watching
from innokumppanuus.testing.random_expressions import VARIABLES, rows
from innokumppanuus.workspace import read_kept

MOST_SECONDS = 8.0
"""Of processor time for one input; what ships takes well under one."""

_MOST_CASES = 12  # each takes up to half a second where its smallest change is looked for
TAKEN, REFUSED = "taken", "refused"
_CODES = (Code.DONE, Code.PROBLEMS, Code.USAGE, Code.NO_CHOICE)


def enter(material: Material, given: Given, folder: Path) -> tuple[str, float]:
    """
    Put the input through its door; return whether it was taken or refused, and the seconds.

    Raises:
        Broken: When the door did what it must not.
        TooSlow: When it took too long.
        Exception: Anything that the door does not promise to raise.
    """
    path = folder / f"haku.{given.suffix}"
    if given.door is not Door.EXPRESSION:
        path.write_bytes(given.content)
    with watching(folder, MOST_SECONDS) as watch:
        outcome = _DOORS[given.door](material, given, path)
    watch.check()
    return outcome, watch.seconds


def _ruleset(material: Material, given: Given, path: Path) -> str:
    plugins, lines = material.workspace.plugins, given.content.count(b"\n") + 9
    try:
        text = decode(given.content, path.name)
        made = loads(text, path.name, plugins)
    except RuleSetProblems as problems:
        oracle.refusal(problems, material, path.name, _lines(given.content, lines))
        return REFUSED
    oracle.told(made.warnings, material, path.name)
    oracle.kept(made, material, path.name, text)
    oracle.decided(made, material)
    return TAKEN


def _lines(content: bytes, least: int) -> int:
    """Return how many lines the file may be said to have: YAML knows ends that bytes do not."""
    text = content.decode("utf-8", errors="replace")
    return max(least, len(text.splitlines()) + 2)


def _parameters(material: Material, given: Given, path: Path) -> str:
    try:
        parameters_in(decode(given.content, path.name), path.name)
    except RuleSetProblems as problems:
        oracle.refusal(problems, material, path.name)
        return REFUSED
    return TAKEN


def _cases(material: Material, given: Given, path: Path) -> str:
    ruleset, plugins = material.rulesets[given.base], material.workspace.plugins
    try:
        text = decode(given.content, path.name)
        file = cases_in(text, path.name, ruleset, plugins.functions())
    except RuleSetProblems as problems:
        oracle.refusal(problems, material, path.name)
        return REFUSED
    run_cases(ruleset, attrs.evolve(file, cases=file.cases[:_MOST_CASES]), plugins)
    return TAKEN


def _expression(material: Material, given: Given, path: Path) -> str:
    text = given.content.decode("utf-8", errors="surrogatepass")
    try:
        made = compile(text, Environment(variables=VARIABLES))
    except ExpressionProblems as problems:
        oracle.refusal(problems, material, "", max(1, len(text.splitlines()) + 1))
        return REFUSED
    row_by_row = generate([made])
    for row in ({}, *rows(Random(given.content), 3)):
        value, traced = made.evaluate(row), made.trace(row)
        ((by_code,),) = (row_by_row(row),)
        by_code = UNKNOWN if repr(by_code) == repr(UNKNOWN) else by_code
        if repr(value) != repr(traced.value):
            raise Broken(f"Its trace says {traced.value!r} where its value is {value!r}.")
        if not _same(value, by_code):
            raise Broken(f"Generated code says {by_code!r} where its value is {value!r}.")
        if value is UNKNOWN and not (traced.missing or traced.note):
            raise Broken("It cannot tell, and does not say what it lacks.")
        for texts in material.texts.values():
            for step in traced.steps:
                texts.show(step.value)
            if traced.note:
                texts.say(f"problem.{traced.note}")
    return TAKEN


def _same(value: object, by_code: object) -> bool:
    if isinstance(value, datetime) and isinstance(by_code, datetime):
        return value == by_code
    if isinstance(value, date) or isinstance(by_code, date):
        return value == by_code
    return repr(value) == repr(by_code)


def _applications(material: Material, given: Given, path: Path) -> str:
    ruleset, plugins = material.rulesets[given.base], material.workspace.plugins
    try:
        read = read_applications(path, ruleset.call)
    except oracle.INTAKE as problems:
        oracle.refusal(problems, material, path.name)
        return REFUSED
    oracle.told(read.problems, material, path.name)
    if read.rows != len(read.applications) + read.blank + read.set_aside:
        raise Broken(f"Of {read.rows} rows not all are accounted for.")
    for one in read.applications[:20]:
        screen(ruleset, one, plugins.rules())
    return TAKEN


def _sheet(material: Material, given: Given, path: Path) -> str:
    ruleset = material.rulesets[given.base]
    applications = _examples(material, given.base)
    read = read_sheets(path, ruleset.call, applications)
    oracle.told(read.problems, material, path.name)
    if not read.sheets and not read.problems:
        raise Broken("It read no sheet, and does not say why.")
    if read.sheets:
        try:
            material.workspace.decide(ruleset, applications[:6], read.sheets)
        except SelectionError:
            return TAKEN
    return TAKEN if read.sheets else REFUSED


def _examples(material: Material, key: str) -> tuple[Application, ...]:
    example, ruleset = material.shipped[key], material.rulesets[key]
    if example.applications is None:
        return oracle.some_applications(ruleset.call)
    return read_applications(example.applications, ruleset.call).applications


def _tables(material: Material, given: Given, path: Path) -> str:
    text, ruleset = material.tabled
    try:
        read = read_table_rows(path, ruleset)
    except oracle.INTAKE as problems:
        oracle.refusal(problems, material, path.name)
        return REFUSED
    oracle.told(read.problems, material, path.name)
    if read.problems:
        return REFUSED
    names = tuple(one.id for one in ruleset.call.tables)
    try:
        loads(with_rows(text, "haku.yaml", read.rows), "haku.yaml", material.workspace.plugins)
    except RuleSetProblems as problems:
        oracle.told((read.placed(one, names) for one in problems.problems), material, "haku.yaml")
        return REFUSED
    return TAKEN


def _package(material: Material, given: Given, path: Path) -> str:
    try:
        kept = read_kept(path)
        if isinstance(kept, Decision):
            material.workspace.replay(path)
        else:
            material.workspace.ruleset(path)
    except (RecordProblems, RuleSetProblems) as problems:
        oracle.refusal(problems, material, path.name)
        return REFUSED
    except InvalidValue as problem:
        oracle.told([Problem(key=problem.key, values=problem.values)], material, "")
        return REFUSED
    except SelectionError:
        return REFUSED
    return TAKEN


def _command(material: Material, given: Given, path: Path) -> str:
    """Run the commands that would read such a file, in one of the languages, half of them JSON."""
    lot = hashlib.sha256(given.content).digest()[0]
    language = ("fi", "sv", "en")[lot % 3]
    codes = set()
    for line in _lines_of(given, path):
        as_json = ["--json"] if lot % 2 else []
        out, err = io.StringIO(), io.StringIO()
        words = [*line, "--lang", language, *as_json]
        code = main(words, out, err, {})
        said = out.getvalue() + err.getvalue()
        if code not in _CODES:
            raise Broken(f"{line[0]} gives code {code}: {said[-400:]!r}")
        if code and not said.strip():
            raise Broken(f"{line[0]} gives code {code} and says nothing.")
        for one in said.replace(str(path.parent), "").splitlines():
            if "Traceback (" in one or "site-packages" in one:
                raise Broken(f"{line[0]} says: {one[:300]!r}")
        if as_json:
            json.loads(out.getvalue())
        codes.add(code)
        if line[0] == "check" and code:
            break
    return TAKEN if Code.DONE in codes else REFUSED


def _lines_of(given: Given, path: Path) -> list[list[str]]:
    file, folder = str(path), path.parent
    if given.suffix == "yaml":
        return [
            ["check", file, "--resolved"],
            ["lint", file],
            ["test", file],
            ["diff", given.base, file],
            ["freeze", file, "--out", str(folder / "paketti.json")],
            ["forms", file, "--out", str(folder / "lomakkeet"), "--evaluator", "Arvioija"],
        ]
    example = ["--applications", file, "--application", "H01"]
    return [
        ["screen", given.base, "--applications", file],
        ["explain", given.base, *example],
        ["lint", given.base, "--applications", file],
    ]


_DOORS: Mapping[Door, Callable[[Material, Given, Path], str]] = {
    Door.RULESET: _ruleset,
    Door.PARAMETERS: _parameters,
    Door.CASES: _cases,
    Door.EXPRESSION: _expression,
    Door.APPLICATIONS: _applications,
    Door.SHEET: _sheet,
    Door.TABLES: _tables,
    Door.PACKAGE: _package,
    Door.COMMAND: _command,
}
