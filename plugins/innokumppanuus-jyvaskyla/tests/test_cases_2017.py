"""The cases of the 2017 call hold, and show every outcome and boundary of every rule."""

from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import beside, read_cases
from innokumppanuus.workspace import Workspace


def test_the_cases_hold_and_show_every_outcome_and_boundary(
    shipped: RuleSetFile, ruleset: RuleSet, workspace: Workspace
) -> None:
    (path,) = beside(shipped.path)
    plugins = workspace.plugins

    results = run_cases(ruleset, read_cases(path, ruleset, plugins.functions()), plugins)

    assert [one.case.sentence.fi for one in results if not one.holds] == []
    assert untouched(ruleset, results) == ()
    assert boundaries(ruleset, results) == ()
