"""Sharing applications out to evaluators: what is asked of a method, and whether it kept it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assignment import Assignment, AssignmentTask, Reading, Span
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.conflicts import Conflict
from innokumppanuus.domain.panel import EvaluationPanel, Evaluator, PanelPolicy
from innokumppanuus.engine.conflicts import barred, policy_of
from innokumppanuus.errors import HookRaised
from innokumppanuus.plugin.guard import plugin_of
from innokumppanuus.plugin.interfaces import Assigner

_LOT_DIGITS = 4


def task_of(
    call: Call,
    applications: Iterable[Application],
    panel: EvaluationPanel,
    conflicts: Iterable[Conflict],
) -> AssignmentTask:
    """
    Return what is to be shared out: who may read what, and how much of it.

    Conflicts, replacements and languages bar a reading. An evaluator whose languages nobody has
    stated is not barred by them, and neither is an application without an answer.
    """
    policy = policy_of(call)
    field = sorted(applications, key=lambda one: one.id)
    evaluators = sorted(panel.evaluators, key=lambda one: one.id)
    apart = barred(call, conflicts, [one.id for one in field]) | _handed_over(panel, field)
    most = policy.most_readers or max(len(evaluators), policy.readers)
    return AssignmentTask(
        readers=tuple(Span(id=one.id, least=policy.readers, most=most) for one in field),
        loads=tuple(_load(one, policy, len(field)) for one in evaluators),
        possible=tuple(
            Reading(
                application=application.id,
                evaluator=evaluator.id,
                fit=_fit(application, evaluator, policy),
                lot=lot(policy.lot_seed, application.id, evaluator.id),
            )
            for application in field
            for evaluator in evaluators
            if (evaluator.id, application.id) not in apart
            and _reads(application, evaluator, policy)
        ),
    )


def shared_out(task: AssignmentTask, assigner: Assigner) -> Assignment:
    """
    Return who reads what, after every limit was counted again.

    Raises:
        HookRaised: When the method gives what breaks a limit or what it was not offered.
    """
    made = assigner.assign(task)
    wrong = disbelief(task, made)
    if wrong:
        plugin, hook = plugin_of(assigner) or "core", f"{assigner.key}.assign"
        raise HookRaised(plugin, "hook-raised", hook=hook, detail=wrong)
    return made


def disbelief(task: AssignmentTask, made: Assignment) -> str:
    """Return what is wrong with what a method gives; empty when nothing is."""
    if made.shortages:
        return "gave readings, and told that there can be none" if made.readings else ""
    pairs = [(one.application, one.evaluator) for one in made.readings]
    if pairs != sorted(set(pairs)):
        return "must give each reading once, by application and evaluator"
    offered = set(task.possible)
    if not all(one in offered for one in made.readings):
        return "gave a reading that it was not offered"
    for spans, counts in (
        (task.readers, Counter(one for one, _ in pairs)),
        (task.loads, Counter(one for _, one in pairs)),
    ):
        for span in spans:
            if not span.least <= counts[span.id] <= span.most:
                must = f"{span.least} to {span.most}"
                return f"gave '{span.id}' {counts[span.id]} readings, must be {must}"
    told = (made.fit, made.lots)
    if told != (sum(one.fit for one in made.readings), sum(one.lot for one in made.readings)):
        return "is not told with its own sums of fits and lots"
    return ""


def lot(seed: str, application: str, evaluator: str) -> int:
    """
    Return the lot of a pair, 0 to 65535: the first four digits of a SHA-256 in hexadecimal.

    Anybody can draw it again: the text is the seed, the application and the evaluator with a `|`
    between them, in UTF-8.
    """
    words = "|".join((seed, application, evaluator))
    return int(sha256(words.encode("utf-8")).hexdigest()[:_LOT_DIGITS], 16)


def _load(evaluator: Evaluator, policy: PanelPolicy, count: int) -> Span:
    most = evaluator.most if evaluator.most is not None else policy.most_load
    least = evaluator.least if evaluator.least is not None else policy.least_load
    return Span(id=evaluator.id, least=least, most=count if most is None else most)


def _fit(application: Application, evaluator: Evaluator, policy: PanelPolicy) -> int:
    topics = answers(application, policy.topic_field)
    return len(set(topics) & set(evaluator.expertise))


def _reads(application: Application, evaluator: Evaluator, policy: PanelPolicy) -> bool:
    languages = answers(application, policy.language_field)
    return not (languages and evaluator.languages) or set(languages) <= set(evaluator.languages)


def answers(application: Application, field: str) -> tuple[str, ...]:
    """Return the answer to a choice as ids; none when there is no answer."""
    given = application.answers.get(field)
    if given is None:
        return ()
    return given if isinstance(given, tuple) else (str(given),)


def _handed_over(panel: EvaluationPanel, field: Sequence[Application]) -> set[tuple[str, str]]:
    return {
        (change.evaluator, one.id)
        for change in panel.replacements
        for one in field
        if change.application in ("", one.id)
    }
