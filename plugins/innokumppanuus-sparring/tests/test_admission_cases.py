"""The cases of the admission hold, and show every outcome and boundary of every rule."""

import pytest

from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.ruleset.case_files import beside, read_cases
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace

KEY = "sparraukseen-harjoitus"


def test_cases_hold_and_show_every_outcome_and_boundary() -> None:
    workspace = Workspace.open()
    ruleset, plugins = workspace.ruleset(KEY), workspace.plugins
    (path,) = beside(workspace.shipped(KEY).path)

    results = run_cases(ruleset, read_cases(path, ruleset, plugins.functions()), plugins)

    assert [one.case.sentence.fi for one in results if not one.holds] == []
    assert untouched(ruleset, results) == ()
    assert boundaries(ruleset, results, plugins.rules()) == ()


@pytest.mark.parametrize("command", ["lint", "test", "check"])
def test_commands_find_nothing_to_mend(command: str) -> None:
    assert ask(command, KEY).code == 0
