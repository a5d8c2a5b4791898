"""Core indices, questions and withdrawals as sentences. It reckons nothing."""

from collections.abc import Iterator, Mapping, Sequence

from innokumppanuus.domain.core_index import CoreIndices, CoreStanding, Withdrawal
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.rpm.domain import About, Question, Questions

Names = Mapping[str, Label]
"""Name by item."""


def of_indices(indices: CoreIndices, texts: Texts) -> Iterator[str]:
    """Yield how many sets there are, who stands how, and whether that is exact."""
    if not indices.sets:
        yield texts.say("core_index.none")
        return
    if indices.is_exact:
        yield texts.plural("core_index.sets", len(indices.sets))
    else:
        yield texts.say("core_index.sampled", draws=indices.draws, seed=indices.seed)
        yield texts.plural("core_index.sampled_sets", len(indices.sets))
    for standing in CoreStanding:
        named = indices.named(standing)
        if named:
            yield texts.say(f"core_index.{standing.value}", applications=named)
    unsure = tuple(one.application for one in indices.indices if not one.is_proven)
    if unsure:
        yield texts.say("core_index.not_proven", applications=unsure)


def of_questions(questions: Questions, names: Names, texts: Texts) -> Iterator[str]:
    """Yield the questions that settle the most, or that none settles anything."""
    if not questions.borderline:
        yield texts.say("core_index.question.needless")
        return
    if not questions.best:
        yield texts.say("core_index.question.none")
        return
    if len(questions.best) > 1:
        yield texts.say("core_index.question.tied", count=len(questions.best))
    for one in questions.best:
        yield of_question(one, questions.borderline, names, texts)


def of_question(question: Question, borderline: int, names: Names, texts: Texts) -> str:
    """Return the question with what each answer settles."""
    item = names[question.item]
    if question.about is About.WEIGHTS:
        asked = texts.say("core_index.question.weights", item=item, other=names[question.other])
    else:
        asked = texts.say(
            "core_index.question.score",
            application=question.application,
            item=item,
            middle=question.middle,
        )
    told = texts.say(
        "core_index.question.answers",
        yes=len(question.yes.settled),
        no=len(question.no.settled),
        borderline=borderline,
    )
    return f"{asked} {told}"


def of_withdrawals(method: Label, found: Sequence[Withdrawal], texts: Texts) -> Iterator[str]:
    """Yield what withdrawals change by one method, or that they change nothing."""
    changing = [one for one in found if one.changes_choice or one.turned]
    if not changing:
        yield texts.say("core_index.withdrawal.nothing", method=method)
    for one in changing:
        if one.changes_choice:
            before, after = _all(one.before), _all(one.after)
            yield texts.say(
                "core_index.withdrawal.changes",
                method=method,
                application=one.application,
                entering=tuple(sorted(after - before)) or "–",
                leaving=tuple(sorted(before - after)) or "–",
            )
        if one.turned:
            pairs = tuple(f"{first} – {second}" for first, second in one.turned)
            yield texts.say(
                "core_index.withdrawal.turns",
                method=method,
                application=one.application,
                pairs=pairs,
            )


def _all(sets: Sequence[Sequence[str]]) -> set[str]:
    return {one for each in sets for one in each}
