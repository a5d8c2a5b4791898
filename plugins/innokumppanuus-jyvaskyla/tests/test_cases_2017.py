"""The cases of the 2017 call hold, and show every outcome and boundary of every rule."""

from pathlib import Path

import pytest

from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.engine.turns import not_known
from innokumppanuus.intake.case_forms import cases_bytes
from innokumppanuus.intake.cases import read_case_file
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
    assert boundaries(ruleset, results, plugins.rules()) == ()
    assert not_known(ruleset, plugins.rules()) == ()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_cases_are_the_same_through_a_workbook(
    language: str, shipped: RuleSetFile, ruleset: RuleSet, workspace: Workspace, tmp_path: Path
) -> None:
    (path,) = beside(shipped.path)
    functions = workspace.plugins.functions()
    cases = read_cases(path, ruleset, functions)
    workbook = tmp_path / "kumppanuuskiihdyttamo-2017.tapaukset.xlsx"

    workbook.write_bytes(cases_bytes(cases, ruleset, functions, language))

    assert read_case_file(workbook, ruleset, functions) == cases
