"""The invitation asks for three things, by cases; what is missing is asked and rejects nobody."""

from innokumppanuus.domain.findings import Verdict
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.intake import read_applications
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace

KEY = "edellakavijat-kutsu"


def test_every_case_holds() -> None:
    answer = ask("test", KEY, "--json")

    assert answer.code == 0, answer.out


def test_lint_has_nothing_open() -> None:
    assert ask("lint", KEY, "--json").document["result"]["findings"] == []


def test_fictional_municipalities_are_invited_by_the_three_criteria(workspace: Workspace) -> None:
    shipped, rules = workspace.shipped(KEY), workspace.ruleset(KEY)
    assert shipped.applications is not None
    read = read_applications(shipped.applications, rules.call)

    verdicts = [screen(rules, one, workspace.plugins.rules()).verdict for one in read.applications]

    assert read.problems == ()
    assert verdicts == [Verdict.MET] * 3 + [Verdict.NOT_MET] * 2


def test_invitation_has_no_money_scores_or_selection(workspace: Workspace) -> None:
    call = workspace.ruleset(KEY).call

    assert (call.criteria, call.assessment, call.selection) == ((), None, None)
    assert not call.budget.total.is_known
