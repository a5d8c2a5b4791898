"""The linter as a whole: every check, then what the file acknowledges."""

from collections.abc import Callable, Iterable, Mapping

from innokumppanuus.domain.application import Application
from innokumppanuus.ruleset.linting import (
    acknowledgement,
    choice_limits,
    criteria,
    form,
    limits,
    rules,
    sources,
    timetable,
    words,
)
from innokumppanuus.ruleset.linting.desk import Desk, Found
from innokumppanuus.ruleset.linting.findings import LintFinding
from innokumppanuus.ruleset.model import RuleSet

_CHECKS: tuple[Callable[[Desk], Found], ...] = (
    limits.money,
    choice_limits.declared,
    limits.thresholds,
    limits.limits_without_rule,
    timetable.order,
    timetable.durations,
    timetable.weekend,
    criteria.scales,
    criteria.principles_served,
    criteria.principles_measured,
    sources.languages,
    sources.sources_unread,
    sources.parameters_unread,
    form.unused,
    form.not_required,
    form.unanswered,
    rules.outcomes,
    rules.contradictions,
    rules.implied,
    rules.among_applications,
    words.differing,
    words.unchecked,
)


def lint(
    ruleset: RuleSet,
    files: Mapping[str, str] | None = None,
    applications: Iterable[Application] = (),
) -> tuple[LintFinding, ...]:
    """
    Return all that an official should look at, in the order of the file.

    Args:
        ruleset: That can be used: `check` has no errors.
        files: Text of each file of the rule set by the name in its places, for acknowledgements.
        applications: To try the rules on; they add findings and take none away.
    """
    desk = Desk(ruleset=ruleset, applications=tuple(applications))
    found = [finding for check in _CHECKS for finding in check(desk)]
    return acknowledgement.settle(
        sorted(found, key=LintFinding.sort_key), acknowledgement.by_file(files or {})
    )
