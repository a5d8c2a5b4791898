"""The cases of the entry of regional pilots hold, and show every outcome and boundary."""

from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.intake import read_applications
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


def test_fictional_pilots_show_what_is_whole_and_what_is_missing(workspace: Workspace) -> None:
    ruleset, shipped = workspace.ruleset(KEY), workspace.shipped(KEY)
    assert shipped.applications is not None and shipped.is_fictional
    read = read_applications(shipped.applications, ruleset.call)

    decision = workspace.decide(ruleset, read.applications)

    outcomes = {one.application: one.verdict.value for one in decision.screenings}
    assert read.problems == ()
    assert outcomes == {"P1": "met", "P2": "not_met", "P3": "not_met", "P4": "met"}


def test_missing_role_of_a_fictional_pilot_is_named() -> None:
    answer = ask("explain", KEY, "--application", "P3", "--rule", "decision_makers")

    assert answer.code == 0
    assert "Päättäjät ovat mukana: ei täyty" in answer.out
