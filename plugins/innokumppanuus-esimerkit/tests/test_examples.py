"""The examples come out as their rules say, on both sides of every threshold, cap and step."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.precedence import TieBy
from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.faces.reports.letters import Letters
from innokumppanuus.faces.reports.text import Summary
from innokumppanuus.faces.texts import Texts
from innokumppanuus.intake import read_applications, read_sheets
from innokumppanuus.ruleset.case_files import beside, read_cases
from innokumppanuus.ruleset.linting import lint
from innokumppanuus.workspace import Workspace

KEYS = ("esimerkki-horizon-ia", "esimerkki-horizon-ria", "esimerkki-leader", "esimerkki-tempo")


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return Workspace.open()


@pytest.fixture(scope="module")
def decisions(workspace: Workspace) -> dict[str, Decision]:
    return {key.removeprefix("esimerkki-"): decided(key, workspace) for key in KEYS}


def decided(key: str, workspace: Workspace) -> Decision:
    shipped, ruleset = workspace.shipped(key), workspace.ruleset(key)
    assert isinstance(shipped.applications, Path) and isinstance(shipped.sheets, Path)
    given = read_applications(shipped.applications, ruleset.call)
    read = read_sheets(shipped.sheets, ruleset.call, given.applications)
    assert (given.problems, read.problems) == ((), ())
    return workspace.decide(ruleset, given.applications, read.sheets)


def order(decision: Decision) -> list[str]:
    return [one.application for one in decision.ranking]


def step_between(decision: Decision, above: str, below: str) -> tuple[int, TieBy]:
    assert decision.ties is not None
    (pair,) = [p for p in decision.ties.pairs if (p.above, p.below) == (above, below)]
    return pair.step, pair.by


@pytest.mark.parametrize("key", KEYS)
def test_the_cases_hold_and_show_every_outcome_and_boundary(key: str, workspace: Workspace) -> None:
    ruleset, plugins = workspace.ruleset(key), workspace.plugins
    (path,) = beside(workspace.shipped(key).path)

    results = run_cases(ruleset, read_cases(path, ruleset, plugins.functions()), plugins)

    assert [one.case.sentence.fi for one in results if not one.holds] == []
    assert untouched(ruleset, results) == ()
    assert boundaries(ruleset, results, plugins.rules()) == ()


@pytest.mark.parametrize("key", KEYS)
def test_a_frozen_example_is_decided_the_same_again(
    key: str, workspace: Workspace, tmp_path: Path
) -> None:
    ruleset = workspace.ruleset(key)
    package = tmp_path / "ruleset.package.json"
    package.write_bytes(workspace.package(ruleset))

    rebuilt = workspace.ruleset(package)

    assert rebuilt.hash == ruleset.hash


# Horizon Europe


def test_thresholds_are_on_the_scores_as_given(decisions: dict[str, Decision]) -> None:
    made = decisions["horizon-ia"]

    assert made.outcome("P05") is Outcome.BELOW_THRESHOLD  # 3 + 3 + 3.5 = 9.5
    assert made.outcome("P06") is Outcome.BELOW_THRESHOLD  # 2.5 in one criterion
    assert "P07" in order(made)  # 3 + 3.5 + 3.5 = 10


def test_the_weight_of_impact_changes_the_order_and_no_threshold(
    decisions: dict[str, Decision],
) -> None:
    by_call = {name: order(decisions[name]) for name in ("horizon-ria", "horizon-ia")}

    assert by_call["horizon-ria"] == ["P04", "P10", "P01", "P03", "P08", "P09", "P02", "P07"]
    assert by_call["horizon-ia"] == ["P04", "P10", "P08", "P09", "P02", "P01", "P03", "P07"]


@pytest.mark.parametrize(
    ("above", "below", "step", "by"),
    [
        ("P10", "P01", 1, TieBy.NEW_ASPECT),  # data is not covered by P04
        ("P10", "P02", 3, TieBy.BALANCE),  # both cover data, with equal scores
        ("P01", "P02", 2, TieBy.CRITERIA),  # data is covered by P10 now
        ("P01", "P03", 3, TieBy.BALANCE),
        ("P08", "P09", 4, TieBy.MOST_NEW),  # Spain and Portugal; P09's countries are above
    ],
)
def test_each_step_decides_its_pair(
    decisions: dict[str, Decision], above: str, below: str, step: int, by: TieBy
) -> None:
    assert step_between(decisions["horizon-ria"], above, below) == (step, by)


def test_every_pair_of_neighbours_with_one_total_has_its_step(
    decisions: dict[str, Decision],
) -> None:
    ranked = decisions["horizon-ria"].ranking

    for first, second in zip(ranked, ranked[1:], strict=False):
        if first.value == second.value:
            assert step_between(decisions["horizon-ria"], first.application, second.application)[
                0
            ] in range(1, 7)


def test_the_list_stops_where_the_money_does(decisions: dict[str, Decision]) -> None:
    made = decisions["horizon-ria"]

    assert made.selection is not None and made.selection.chosen is not None
    assert made.selection.chosen.applications == ("P01", "P03", "P04", "P08", "P09", "P10")
    assert made.selection.left == Money.of(1_500_000)
    assert made.outcome("P02") is Outcome.NOT_CHOSEN  # it asks for 3 000 000


def test_the_numbers_are_those_of_the_dated_values(workspace: Workspace) -> None:
    dated = workspace.plugins.parameters()
    call = workspace.ruleset("esimerkki-horizon-ia").call
    opens = call.timetable.opens.value
    assert opens is not None and call.assessment is not None

    def value(name: str) -> object:
        return dated[f"horizon_europe.{name}"].on(opens.earliest.date()).value

    assert call.assessment.total_threshold == value("threshold.total")
    assert set(call.thresholds().values()) == {value("threshold.criterion")}
    assert call.assessment.scale.top == value("score.most")
    assert call.assessment.scale.step == value("score.step")
    impact = call.assessment.weighting.weights["impact"]
    assert impact == value("weight.impact_in_innovation_actions")


# Leader


def test_leader_has_22_points_at_most_and_needs_16(decisions: dict[str, Decision]) -> None:
    made = decisions["leader"]

    assert sum(made.call.tops().values()) == 22
    assert order(made) == ["L01", "L02"]  # 22 and exactly 16
    assert made.outcome("L05") is Outcome.BELOW_THRESHOLD  # 15


def test_leader_has_three_thresholds_of_their_own(decisions: dict[str, Decision]) -> None:
    made = decisions["leader"]

    assert sorted(made.call.thresholds().values()) == [1, 1, 2]
    assert made.outcome("L03") is Outcome.BELOW_THRESHOLD  # 1 of 4, though 19 in all
    assert made.outcome("L04") is Outcome.BELOW_THRESHOLD  # 0 of 2, though 20 in all


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_leader_shows_the_points_that_the_threshold_is_on_beside_the_total_that_ranks(
    decisions: dict[str, Decision], workspace: Workspace, language: str
) -> None:
    texts, made = Texts.load(language), decisions["leader"]

    plain = Summary().write(made, texts, workspace.plugins)["decision.txt"].decode()
    letter = Letters().write(made, texts, workspace.plugins)["letters/L02-public.html"].decode()
    lines = [line.split() for line in plain.splitlines() if line.startswith("*")]

    assert [line[2] for line in lines] == ["22", "16"]
    assert texts.say("report.ranking.points", least=16) in plain
    assert texts.say("letter.points", points=16, least=16) in letter


def test_a_call_without_a_threshold_of_points_shows_none(
    decisions: dict[str, Decision], workspace: Workspace
) -> None:
    texts = Texts.load("en")

    plain = Summary().write(decisions["tempo"], texts, workspace.plugins)["decision.txt"].decode()

    assert "without weights" not in plain


# Tempo


@pytest.mark.parametrize(
    ("application", "paid", "parts"),
    [
        ("T01", "60000", ("42000", "18000")),  # 75 % of 80 000
        ("T02", "60000", ("42000", "18000")),  # the cap of 100 000
        ("T06", "60000", ("42000", "18000")),
    ],
)
def test_tempo_pays_a_share_up_to_the_cap_in_two_parts(
    decisions: dict[str, Decision], application: str, paid: str, parts: tuple[str, ...]
) -> None:
    (grant,) = [one for one in decisions["tempo"].grants if one.application == application]

    assert grant.amount == Money.of(paid)
    assert tuple(one.amount for one in grant.instalments) == tuple(map(Money.of, parts))


def test_tempo_tells_which_dated_values_it_paid_by(decisions: dict[str, Decision]) -> None:
    grant = decisions["tempo"].grants[0]

    assert {one.key for one in grant.parameters} == {
        "suomi.tempo.share",
        "suomi.tempo.cap",
        "suomi.tempo.first_instalment",
    }
    assert {one.day for one in grant.parameters} == {date(2026, 6, 15)}


@pytest.mark.parametrize(
    ("costs", "paid"),
    [("79999.99", "59999.99"), ("80000", "60000"), ("80000.01", "60000"), ("100.02", "75.02")],
)
def test_the_cap_binds_from_80_000_of_costs(
    decisions: dict[str, Decision], workspace: Workspace, costs: str, paid: str
) -> None:
    made = decisions["tempo"]
    unasked = tuple(one for one in made.call.form if one.id != "amount")
    dated = {one.variable.removeprefix("parameter."): one for one in made.screenings[0].dated}
    scheme: Any = workspace.plugins.schemes()["share"]

    amount = scheme.with_parameters(dated).amount(
        Application(id="T", answers={"costs": Money.of(costs)}),
        attrs.evolve(made.call, form=unasked),
    )

    assert amount == Money.of(paid)


def test_tempo_shares_are_exact(decisions: dict[str, Decision]) -> None:
    values = {one.key: one.value for one in decisions["tempo"].grants[0].parameters}

    assert values["suomi.tempo.share"] == Fraction(3, 4)


def test_what_the_steps_look_at_is_no_unused_field(workspace: Workspace) -> None:
    found = lint(workspace.ruleset("esimerkki-horizon-ria"))

    assert [one.path for one in found if one.key == "field-unused"] == []
