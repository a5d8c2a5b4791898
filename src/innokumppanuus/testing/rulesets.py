"""A whole fictional rule set as text, for tests to change, and plugins that offer what it names."""

from importlib.resources import files

from innokumppanuus import defaults
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads

FILE = "haku.yaml"


def the_text(*changes: tuple[str, str]) -> str:
    """
    Return a valid rule set with changes, each `(old, new)`.

    Raises:
        LookupError: When an old text is not there exactly once, so that no test spoils nothing.
    """
    text = (files("innokumppanuus.testing") / "data" / FILE).read_text(encoding="utf-8")
    for old, new in changes:
        if text.count(old) != 1:
            raise LookupError(f"{old!r} is there {text.count(old)} times")
        text = text.replace(old, new)
    return text


def core_plugins() -> Plugins:
    """Return what the core itself offers, and nothing that happens to be installed."""
    plugins = Plugins()
    plugins.seam.register(defaults, "core")
    return plugins


def the_ruleset(*changes: tuple[str, str]) -> RuleSet:
    """Return the loaded rule set of `the_text`."""
    return loads(the_text(*changes), FILE, core_plugins())


def told(text: str) -> list[str]:
    """Return what is wrong in a rule set text, line by line; nothing when it can be used."""
    try:
        loads(text, FILE, core_plugins())
    except RuleSetProblems as problems:
        return [str(problem) for problem in problems.problems]
    return []
