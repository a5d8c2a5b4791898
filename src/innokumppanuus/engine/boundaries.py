"""Boundaries of rules that no case is just at, and cases that would be. It runs no cases."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, cast

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.cases import Boundary, CaseFile, CaseResult, Suggestion
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.engine.counterfactual import ANY_WORDS
from innokumppanuus.engine.eligibility import ask, screen
from innokumppanuus.engine.nearness import Search, edges
from innokumppanuus.engine.turns import Turn, turns
from innokumppanuus.plugin.interfaces import Rule
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.expressions.comparisons import comparisons, constants
from innokumppanuus.ruleset.expressions.evaluation import Program
from innokumppanuus.ruleset.expressions.nodes import used
from innokumppanuus.ruleset.expressions.steps import Steps, steps_of
from innokumppanuus.ruleset.model import FIELD_TYPES

NO_RULES: Final[Mapping[str, Rule]] = MappingProxyType({})
"""Without the rules of plugins, theirs are not looked at."""


def boundaries(
    ruleset: RuleSet, results: Iterable[CaseResult], rules: Mapping[str, Rule] = NO_RULES
) -> tuple[Boundary, ...]:
    """
    Return what turns and is not shown on both sides by cases, in the order of the rules.

    A case is just at a boundary when it expects something of the rule, holds, and the next cent,
    second, day or number of one answer turns it. Answers without an order, such as options, have no
    next one: there every case on the side counts. A cell of a table is shown by cases in which the
    rest of its row holds.

    Args:
        ruleset: Its rules and the tables beneath them.
        results: What came of the cases.
        rules: Those that plugins offer, by key.
    """
    held = [one for one in results if one.holds]
    found = []
    for turn in turns(ruleset, rules):
        tried = [one.application for one in held if turn.rule in one.case.expect.rules]
        lacks = tuple(
            side
            for side in (True, False)
            if not any(
                _is_just_at(ruleset, turn, field, one, side)
                for one in tried
                for field in turn.fields
            )
        )
        if lacks:
            fields = tuple(one.id for one in turn.fields)
            found.append(Boundary(rule=turn.rule, text=turn.text, fields=fields, lacks=lacks))
    return tuple(found)


def suggested(
    ruleset: RuleSet,
    file: CaseFile,
    lacking: Iterable[Boundary],
    rules: Mapping[str, Rule] = NO_RULES,
) -> tuple[Suggestion, ...]:
    """
    Return cases just at the sides of boundaries that no case shows, each once.

    Each differs from an example application of the file in one answer, so that the rule alone
    decides; for a row of a table, in as many others as the rest of the row needs. A side that no
    such answers reach has no suggestion.
    """
    wanted = {(one.rule, one.text): one.lacks for one in lacking}
    found: list[Suggestion] = []
    for turn in turns(ruleset, rules):
        for side in wanted.get((turn.rule, turn.text), ()):
            tries = (
                one
                for base in file.bases
                for field in turn.fields
                for one in _just_at(ruleset, turn, field, file, base, side, rules)
            )
            first = next(tries, None)
            if first is not None and not any(_is_same(first, one) for one in found):
                found.append(first)
    return tuple(found)


def _is_same(first: Suggestion, second: Suggestion) -> bool:
    """Return whether two suggestions would be told in the same words."""
    return attrs.evolve(first, base=second.base) == second


def _with(application: Application, field: str, answer: object) -> Application:
    answers = dict(application.answers)
    answers.pop(field, None)
    if answer is not None:
        answers[field] = cast(Answer, answer)
    return attrs.evolve(application, answers=answers)


def _steps(field: Field, answer: object) -> Steps | None:
    """Return the steps that lead to the answer; None when it lies between them all."""
    kinds = steps_of(FIELD_TYPES[field.type])
    return next((one for one in kinds if one.value(one.number(answer), answer) == answer), None)


def _counts(ruleset: RuleSet, turn: Turn, application: Application) -> bool:
    values = ruleset.values(application)
    return all(one.run(values) is True for one in turn.where)


def _is_just_at(
    ruleset: RuleSet, turn: Turn, field: Field, application: Application, side: bool
) -> bool:
    if turn.truth(application) is not side or not _counts(ruleset, turn, application):
        return False
    if turn.asks_for(field):
        return True
    answer = application.answers.get(field.id)
    if answer is None:
        return False
    if not steps_of(FIELD_TYPES[field.type]):
        return True
    steps = _steps(field, answer)
    if steps is None:
        return False
    number = steps.number(answer)
    beside = (one for one in (number - 1, number + 1) if steps.within(one))
    others = (_with(application, field.id, steps.value(one, answer)) for one in beside)
    return any(turn.truth(one) is (not side) for one in others)


def _just_at(
    ruleset: RuleSet,
    turn: Turn,
    field: Field,
    file: CaseFile,
    base: str,
    side: bool,
    rules: Mapping[str, Rule],
) -> Iterator[Suggestion]:
    """Yield cases of the base just at the side, the answer nearest to that of the base first."""
    given = {name: one for name, one in file.bases[base].items() if one is not None}
    start = Application(id=base or "–", answers=given)
    also = _to_row(ruleset, turn, start)
    for name, other in also.items():
        start = _with(start, name, other)
    for answer in _answers(ruleset, turn, field, start):
        there = _with(start, field.id, answer)
        if not _is_just_at(ruleset, turn, field, there, side):
            continue
        verdict = _verdict(ruleset, turn.rule, there, rules)
        if verdict is not Verdict.CANNOT_TELL or turn.asks_for(field):
            others = {name: one for name, one in also.items() if name != field.id}
            yield Suggestion(
                rule=turn.rule,
                field=field.id,
                answer=answer,
                also=others,
                base=base,
                verdict=verdict,
            )


def _verdict(
    ruleset: RuleSet, rule: str, application: Application, rules: Mapping[str, Rule]
) -> Verdict:
    if rule in ruleset.rules:
        return ask(rule, ruleset.rules[rule], ruleset.values(application)).verdict
    findings = screen(ruleset, application, rules).findings
    return next(one.verdict for one in findings if one.rule == rule)


def _to_row(ruleset: RuleSet, turn: Turn, start: Application) -> Mapping[str, Answer | None]:
    """Return the answers by which the rest of a row comes to hold, as far as one each is enough."""
    changed: dict[str, Answer | None] = {}
    for cell in turn.where:
        if cell.run(ruleset.values(start)) is True:
            continue
        for field in ruleset.call.form:
            if field.id not in used(cell.node) or field in turn.fields:
                continue
            tries = _answers(ruleset, _as_turn(ruleset, turn.rule, cell, field), field, start)
            fits = (
                one
                for one in tries
                if cell.run(ruleset.values(_with(start, field.id, one))) is True
            )
            answer = next(fits, None)
            if answer is not None:
                changed[field.id] = answer
                start = _with(start, field.id, answer)
                break
    return changed


def _as_turn(ruleset: RuleSet, rule: str, cell: Program, field: Field) -> Turn:
    texts = (one.value for one in constants(cell.node))
    return Turn(
        rule=rule,
        text="",
        fields=(field,),
        truth=lambda application: cell.run(ruleset.values(application)),
        program=cell,
        words=tuple(one for one in texts if isinstance(one, str)),
    )


def _answers(
    ruleset: RuleSet, turn: Turn, field: Field, start: Application
) -> Iterator[Answer | None]:
    """Yield answers that may be just at a boundary; None where there being one is what turns."""
    before = start.answers.get(field.id)
    if turn.asks_for(field):
        if before is not None:
            yield before
        yield None
    match field.type:
        case FieldType.CHOICE:
            yield from (option.id for option in field.options)
        case FieldType.CHOICES:
            yield from _choices(field, before if isinstance(before, tuple) else ())
        case FieldType.YES_NO:
            yield from (True, False)
        case FieldType.TEXT:
            yield from (*turn.words, ANY_WORDS)
        case _:
            yield from _ordered(ruleset, turn, field, start)


def _choices(field: Field, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield choices with one option more or less than *before*, then each alone, then none."""
    ids = [option.id for option in field.options]
    yield before
    for id in ids:
        yield tuple(one for one in ids if (one in before) != (one == id))
    yield from ((id,) for id in ids)
    yield ()


def _ordered(ruleset: RuleSet, turn: Turn, field: Field, start: Application) -> Iterator[Answer]:
    before = start.answers.get(field.id)
    steps = None if before is None else _steps(field, before)
    if steps is None:
        return
    search = Search(steps=steps, before=before)

    def truth(answer: object) -> object:
        return turn.truth(_with(start, field.id, answer))

    compared: tuple[Program | None, ...] = (None,)
    if turn.program is not None:
        compared = tuple(comparisons(turn.program, field.id)) or (turn.program,)
    values = ruleset.values(start)
    near = {number for one in compared for number in edges(search, one, field.id, values, truth)}
    centre = steps.number(before)
    for number in sorted(near, key=lambda one: (abs(one - centre), one)):
        if search.within(number):
            yield cast(Answer, search.value(number))
