"""
The worked cases of the domain notes that are law: rows 6, 9 and 12.

Rows 1–3 are the 2017 call's and row 16 the city's: the tests named in WHERE show them.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi import functions
from innokumppanuus_suomi.law import parameters

ROOT = Path(__file__).parents[3]
NOTES = ROOT.parent / "shared" / "domain" / "domain.md"
JYVASKYLA = "plugins/innokumppanuus-jyvaskyla/"
WHERE = {
    "1": (JYVASKYLA + "tests/test_rule_set_2017.py", "whole_last_minute_included"),
    "2": (JYVASKYLA + "tests/test_field.py", "test_five_is_a_limit_and_three_only_a_target"),
    "3": (JYVASKYLA + "tests/test_rule_set_2017.py", "test_pilot_ends_by_the_end_of_2018"),
    "6": ("plugins/innokumppanuus-suomi/tests/test_worked_cases.py", "test_row_6"),
    "9": ("plugins/innokumppanuus-suomi/tests/test_worked_cases.py", "test_row_9"),
    "12": ("plugins/innokumppanuus-suomi/tests/test_worked_cases.py", "test_row_12"),
    "16": (
        JYVASKYLA + "src/innokumppanuus_jyvaskyla/data/jyvaskyla-harjoitushaku.tapaukset.yaml",
        "Kuusikymmentäkuusivuotias kuuluu ryhmään yli 65.",
    ),
}
"""Row of the notes → the file that tests it, and a name or sentence in it."""


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.open()


def noted(workspace: Workspace, factor: str, **answers: Answer) -> Finding:
    ruleset = workspace.ruleset("suomi-procurement")
    found = screen(ruleset, Application(id="T1", answers=answers), workspace.plugins.rules())
    return next(one for one in found.noted if one.rule == factor)


@pytest.mark.parametrize(
    ("value", "starts", "verdict"),
    [
        ("59999.99", date(2017, 1, 1), Verdict.MET),
        ("60000", date(2017, 1, 1), Verdict.NOT_MET),
        ("29999.99", date(2016, 12, 31), Verdict.MET),
        ("30000", date(2016, 12, 31), Verdict.NOT_MET),
    ],
)
def test_row_6_a_service_below_the_threshold_is_a_small_purchase_and_at_it_is_not(
    workspace: Workspace, value: str, starts: date, verdict: Verdict
) -> None:
    finding = noted(
        workspace,
        "small_purchase",
        procurement_kind="supplies_services",
        procurement_value=Money.of(value),
        procurement_starts=starts,
    )

    assert finding.verdict is verdict


def test_row_6_tells_the_act_and_its_section(workspace: Workspace) -> None:
    finding = noted(
        workspace,
        "small_purchase",
        procurement_kind="supplies_services",
        procurement_value=Money.of(60_000),
        procurement_starts=date(2017, 1, 1),
    )

    used = {one.key: one for one in finding.parameters}
    source = used["suomi.procurement.national.supplies_services"].source
    assert source is not None
    assert ("1397/2016" in source.title, source.section, source.verified) == (True, "25 §", True)


@pytest.mark.parametrize(
    ("starts", "verdict"),
    [(date(2016, 12, 31), Verdict.NOT_MET), (date(2017, 1, 1), Verdict.MET)],
)
def test_row_9_an_innovation_partnership_is_open_from_2017_when_the_market_lacks_a_solution(
    workspace: Workspace, starts: date, verdict: Verdict
) -> None:
    finding = noted(
        workspace, "innovation_partnership", procurement_starts=starts, market_lacks_solution=True
    )

    assert finding.verdict is verdict


def test_row_9_is_shown_to_be_unverified(workspace: Workspace) -> None:
    finding = noted(
        workspace,
        "innovation_partnership",
        procurement_starts=date(2017, 1, 1),
        market_lacks_solution=True,
    )

    assert [one.verified for one in finding.parameters] == [False]


@pytest.mark.parametrize(("share", "support"), [(0.7, "98000"), (0.8, "112000")])
def test_row_12_salaries_with_the_flat_rate_and_the_share_of_support(
    share: float, support: str
) -> None:
    costs = functions.flat_rate_costs(parameters(), Money.of(100_000), date(2021, 11, 1))

    assert costs == Money.of(140_000)
    assert functions.part_of(costs, share) == Money.of(support)


@pytest.mark.parametrize("row", WHERE)
def test_each_row_has_its_test(row: str) -> None:
    path, name = WHERE[row]

    assert name in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.skipif(not NOTES.exists(), reason="the domain notes are not beside the project")
def test_no_row_of_the_notes_is_left_out() -> None:
    section = NOTES.read_text(encoding="utf-8").partition("## 8.")[2].partition("## 9.")[0]

    assert set(re.findall(r"^\| (\d+) \|", section, re.MULTILINE)) == set(WHERE)
