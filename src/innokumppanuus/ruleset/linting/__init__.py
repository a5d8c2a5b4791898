"""What an official should look at in a rule set that can be used: the linter of calls."""

from innokumppanuus.ruleset.linting.findings import KEYS, LintFinding, Severity
from innokumppanuus.ruleset.linting.linter import lint

__all__ = ["KEYS", "LintFinding", "Severity", "lint"]
