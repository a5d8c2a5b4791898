"""The linter over the fictional rule set with changes, for tests of single findings."""

from collections.abc import Iterable

from innokumppanuus.domain.application import Application
from innokumppanuus.ruleset.linting import LintFinding, lint
from innokumppanuus.testing.rulesets import FILE, the_ruleset, the_text

NO_CLASH = ("{earliest: 2026-09-01, latest: 2026-09-10, text: syyskuun alussa}", "2026-09-20")
"""A choice that is made after the call has closed."""


def linted(
    *changes: tuple[str, str], applications: Iterable[Application] = ()
) -> tuple[LintFinding, ...]:
    """Return what the linter finds in the rule set with changes, each `(old, new)`."""
    text = the_text(*changes)
    return lint(the_ruleset(*changes), {FILE: text}, applications)


def paths(key: str, *changes: tuple[str, str]) -> set[str]:
    """Return the paths at which the linter finds *key*, acknowledged or not."""
    return {one.path for one in linted(*changes) if one.key == key}
