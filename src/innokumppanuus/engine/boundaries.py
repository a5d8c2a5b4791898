"""Boundaries of rules that no case is just at, and cases that would be. It runs no cases."""

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.cases import Boundary, CaseFile, CaseResult, Suggestion
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.engine.eligibility import ask
from innokumppanuus.engine.nearness import Search, edges
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions.comparisons import comparisons
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.steps import Steps, steps_of
from innokumppanuus.ruleset.model import FIELD_TYPES


def boundaries(ruleset: RuleSet, results: Iterable[CaseResult]) -> tuple[Boundary, ...]:
    """
    Return the comparisons that cases do not show on both sides, in the order of the rules.

    A case is just at a boundary when it expects something of the rule, holds, and the next cent,
    second, day or number of one answer turns the comparison. Answers without an order, such as
    options, have no next one: there every case on the side counts.
    """
    held = [one for one in results if one.holds]
    found = []
    for rule in ruleset.rules:
        tried = [one.application for one in held if rule in one.case.expect.rules]
        for program, fields in _compared(ruleset, rule):
            lacks = tuple(
                side
                for side in (True, False)
                if not any(
                    _is_just_at(ruleset, program, field, one, side)
                    for one in tried
                    for field in fields
                )
            )
            if lacks:
                found.append(
                    Boundary(
                        rule=rule,
                        text=_text(ruleset, rule, program),
                        fields=tuple(one.id for one in fields),
                        lacks=lacks,
                    )
                )
    return tuple(found)


def suggested(
    ruleset: RuleSet, file: CaseFile, lacking: Iterable[Boundary]
) -> tuple[Suggestion, ...]:
    """
    Return cases just at the sides of boundaries that no case shows, each once.

    Each differs from an example application of the file in one answer only, so that the rule alone
    decides. A side that no such answer reaches has no suggestion.
    """
    wanted = {(one.rule, one.text): one.lacks for one in lacking}
    found: dict[Suggestion, None] = {}
    for rule in ruleset.rules:
        for program, fields in _compared(ruleset, rule):
            for side in wanted.get((rule, _text(ruleset, rule, program)), ()):
                tries = (
                    one
                    for base in file.bases
                    for field in fields
                    for one in _just_at(ruleset, rule, program, field, file, base, side)
                )
                first = next(tries, None)
                if first is not None:
                    found.setdefault(first)
    return tuple(found)


def _compared(ruleset: RuleSet, rule: str) -> Iterator[tuple[Program, tuple[Field, ...]]]:
    """Yield the comparisons of the rule with the fields that they look at, in their order."""
    whole = ruleset.rules[rule].program
    found: dict[tuple[int, int], tuple[Program, list[Field]]] = {}
    for field in ruleset.call.form:
        for program in comparisons(whole, field.id):
            place = program.node.start, program.node.end
            found.setdefault(place, (program, []))[1].append(field)
    for _, (program, fields) in sorted(found.items(), key=lambda one: one[0]):
        yield program, tuple(fields)


def _text(ruleset: RuleSet, rule: str, program: Program) -> str:
    return ruleset.rules[rule].text[program.node.start : program.node.end]


def _with(application: Application, field: Field, answer: object) -> Application:
    answers: Mapping[str, Answer] = {**application.answers, field.id: cast(Answer, answer)}
    return attrs.evolve(application, answers=answers)


def _truth(ruleset: RuleSet, program: Program, application: Application) -> object:
    return program.run(ruleset.values(application))


def _steps(field: Field, answer: object) -> Steps | None:
    """Return the steps that lead to the answer; None when it lies between them all."""
    kinds = steps_of(FIELD_TYPES[field.type])
    return next((one for one in kinds if one.value(one.number(answer), answer) == answer), None)


def _is_just_at(
    ruleset: RuleSet, program: Program, field: Field, application: Application, side: bool
) -> bool:
    answer = application.answers.get(field.id)
    if answer is None or _truth(ruleset, program, application) is not side:
        return False
    if not steps_of(FIELD_TYPES[field.type]):
        return True
    steps = _steps(field, answer)
    if steps is None:
        return False
    number = steps.number(answer)
    beside = (one for one in (number - 1, number + 1) if steps.within(one))
    others = (_with(application, field, steps.value(one, answer)) for one in beside)
    return any(_truth(ruleset, program, one) is (not side) for one in others)


def _just_at(
    ruleset: RuleSet,
    rule: str,
    program: Program,
    field: Field,
    file: CaseFile,
    base: str,
    side: bool,
) -> Iterator[Suggestion]:
    """Yield cases of the base just at the side, the answer nearest to that of the base first."""
    start = Application(
        id=base,
        answers={name: value for name, value in file.bases[base].items() if value is not None},
    )
    for answer in _answers(ruleset, program, field, start):
        there = _with(start, field, answer)
        if not _is_just_at(ruleset, program, field, there, side):
            continue
        verdict = ask(rule, ruleset.rules[rule], ruleset.values(there)).verdict
        if verdict is not Verdict.CANNOT_TELL:
            yield Suggestion(rule=rule, field=field.id, answer=answer, base=base, verdict=verdict)


def _answers(
    ruleset: RuleSet, program: Program, field: Field, start: Application
) -> Iterator[Answer]:
    """Yield answers that may be just at a boundary."""
    if field.type is FieldType.CHOICE:
        yield from (option.id for option in field.options)
        return
    before = start.answers.get(field.id)
    steps = None if before is None else _steps(field, before)
    if steps is None:
        return
    search = Search(steps=steps, before=before)

    def truth(answer: object) -> object:
        return _truth(ruleset, program, _with(start, field, answer))

    near = edges(search, program, field.id, ruleset.values(start), truth)
    centre = steps.number(before)
    for number in sorted({*near}, key=lambda one: (abs(one - centre), one)):
        if search.within(number):
            yield cast(Answer, search.value(number))
