"""The cases of the entry of regional pilots hold, and show every outcome and boundary."""

from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.ruleset.case_files import beside, read_cases
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace

KEY = "parasta-itaa-aluepilotit"


def test_the_cases_hold_and_show_every_outcome_and_boundary(workspace: Workspace) -> None:
    ruleset, plugins = workspace.ruleset(KEY), workspace.plugins
    (path,) = beside(workspace.shipped(KEY).path)

    results = run_cases(ruleset, read_cases(path, ruleset, plugins.functions()), plugins)

    assert [one.case.sentence.fi for one in results if not one.holds] == []
    assert untouched(ruleset, results) == ()
    assert boundaries(ruleset, results, plugins.rules()) == ()


def test_the_linter_has_nothing_to_tell_that_is_not_acknowledged() -> None:
    answer = ask("lint", KEY, "--strict", "--json")

    assert (answer.code, answer.document["result"]["findings"]) == (0, [])
