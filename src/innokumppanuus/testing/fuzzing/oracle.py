"""What must hold of every message and every rule set that a door lets through."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parties import BusinessId
from innokumppanuus.errors import (
    HostileFile,
    IntakeProblems,
    Problem,
    Problems,
    SelectionError,
)
from innokumppanuus.ruleset import (
    RuleSet,
    fingerprint,
    freeze,
    packaged,
    rebuild,
    seal,
    thaw,
    unseal,
)
from innokumppanuus.ruleset.linting import lint
from innokumppanuus.testing.builders import a_sheet
from innokumppanuus.testing.fuzzing.inputs import Broken
from innokumppanuus.testing.fuzzing.material import Material

MOST_CHARACTERS = 4_000
_HERE = tuple(
    {str(Path(__file__).resolve().parents[4]), str(Path.home()), "site-packages", "Traceback ("}
)


def told(problems: Iterable[Problem], material: Material, file: str, lines: int = 0) -> None:
    """Raise Broken unless each problem reads in every language and stands where the file has it."""
    for problem in problems:
        if file and not problem.place.file:
            raise Broken(f"No file: {problem.key} {problem}")
        if lines and problem.place.file == file and not 0 <= problem.place.line <= lines:
            raise Broken(f"No such line: {problem}")
        for texts in material.texts.values():
            readable(texts.problem(problem))
        readable(str(problem))


def refusal(error: Problems | HostileFile, material: Material, file: str, lines: int = 0) -> None:
    """Raise Broken unless the refusal says something, and says it well."""
    if isinstance(error, HostileFile):
        told([Problem(key=error.key, values=error.values)], material, "")
    elif not error.problems:
        raise Broken("It refused without a reason.")
    else:
        told(error.problems, material, file, lines)


def readable(text: str, given: str = "") -> None:
    """Raise Broken when the text is empty or too long, or tells of this machine."""
    if not text.strip() or len(text) > MOST_CHARACTERS:
        raise Broken(f"A message of {len(text)} characters: {text[:200]!r}")
    for one in _HERE:
        if one in text.replace(given, "") if given else one in text:
            raise Broken(f"A message that tells of this machine: {text[:300]!r}")


def kept(ruleset: RuleSet, material: Material, name: str, text: str) -> None:
    """Raise Broken unless the rule set can be frozen, thawed, sealed, linted and made again."""
    frozen = freeze(ruleset.call)
    thawed = thaw(frozen)
    if thawed != ruleset.call or freeze(thawed) != frozen:
        raise Broken("What was thawed is not what was frozen.")
    if fingerprint(frozen) != ruleset.hash:
        raise Broken("The hash is not that of the frozen call.")
    plugins = material.workspace.plugins
    package = packaged(ruleset, plugins)
    if unseal(seal(package), "paketti.json") != package:
        raise Broken("What was unsealed is not what was sealed.")
    if rebuild(thawed, name, plugins).hash != ruleset.hash:
        raise Broken("What was rebuilt has another hash.")
    for found in lint(ruleset, {name: text}):
        values = dict(found.values)
        for texts in material.texts.values():
            if "principle" in values:
                values["principle"] = texts.say(f"principle.{found.values['principle']}")
            readable(texts.say(f"lint.{found.key}", **values))
            readable(texts.say(f"lint.{found.key}.mend", **values))


def decided(ruleset: RuleSet, material: Material) -> None:
    """Raise Broken, or what it raises, when a decision by the rule set cannot be made and told."""
    call, workspace = ruleset.call, material.workspace
    applications = some_applications(call)
    try:
        decision = workspace.decide(ruleset, applications, some_sheets(call, applications))
    except SelectionError:
        return
    for one in applications:
        workspace.reasons(decision, one.id)
    again = workspace.decide(ruleset, reversed(applications), some_sheets(call, applications))
    if again != decision:
        raise Broken("Another order of the applications gives another decision.")


def some_applications(call: Call) -> tuple[Application, ...]:
    """Return fictional applications: one that answers all, one nothing, one the first half."""
    answers = {field.id: _answer(field) for field in call.form}
    known = {name: answer for name, answer in answers.items() if answer is not None}
    half = dict(list(known.items())[: len(known) // 2])
    given = {"F1": known, "F2": half, "F3": {}, "F4": known}
    return tuple(
        Application(id=id, answers={**one, **({"id": id} if "id" in answers else {})})
        for id, one in given.items()
    )


def some_sheets(call: Call, applications: tuple[Application, ...]) -> tuple[ScoreSheet, ...]:
    """Return one evaluator's sheet with the best score for everybody."""
    scores: dict[str, dict[str, int | str | None]] = {}
    for one in applications:
        scores[one.id] = {}
        for criterion in call.criteria:
            scale = criterion.scale or (call.assessment.scale if call.assessment else None)
            top: Fraction = scale.top if scale is not None else Fraction(1)
            scores[one.id].update({item: str(top) for item, _ in criterion.columns()})
    return (a_sheet("Kuvitteellinen arvioija", scores),)


def _answer(field: Field) -> Answer | None:
    match field.type:
        case FieldType.TEXT:
            return "kuvitteellinen"
        case FieldType.INTEGER:
            return 10
        case FieldType.NUMBER:
            return 0.5
        case FieldType.MONEY:
            return Money.of(10_000, field.currency)
        case FieldType.DATE:
            return date(2017, 9, 1)
        case FieldType.MOMENT:
            return datetime(2017, 9, 1, 9, tzinfo=UTC)
        case FieldType.YES_NO:
            return True
        case FieldType.CHOICE:
            return field.options[0].id if field.options else None
        case FieldType.CHOICES:
            return tuple(one.id for one in field.options[:1])
        case FieldType.BUSINESS_ID:
            return BusinessId("0174666-4")


INTAKE = (HostileFile, IntakeProblems)
"""All that reading a table may raise."""
