"""The fictional field: every outcome is there, and the order of what is given changes nothing."""

import importlib.util
import json
import random
from collections.abc import Iterable
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import attrs
import pytest

from innokumppanuus import defaults
from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import Need, NeedKind, ScoreSheet
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.decision import rechoose
from innokumppanuus.intake import Applications, Sheets
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import to_record
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing import builders
from innokumppanuus.workspace import Workspace
from innokumppanuus_jyvaskyla import hooks

OUTCOMES = {
    Outcome.CHOSEN: {"H01", "H02", "H04", "H09", "H18"},
    Outcome.NOT_CHOSEN: {"H05", "H06", "H08", "H14", "H15", "H16", "H19"},
    Outcome.UNRANKED: {"H17"},
    Outcome.TO_SUPPLEMENT: {"H07", "H10"},
    Outcome.NOT_ELIGIBLE: {"H03", "H11", "H12", "H13"},
}
TOOL = Path(__file__).parents[1] / "tools" / "make_field.py"
DATA = TOOL.parents[1] / "src" / "innokumppanuus_jyvaskyla" / "data" / "kuvitteellinen"


def test_every_row_is_read_without_a_problem(table: Applications) -> None:
    assert (table.rows, len(table.applications), table.problems) == (19, 19, ())


def test_every_sheet_is_read_without_a_problem(folder: Sheets) -> None:
    assert [one.evaluator for one in folder.sheets] == [f"Arvioija {letter}" for letter in "ABCD"]
    assert folder.problems == ()


def test_every_evaluator_declares_on_every_application(folder: Sheets) -> None:
    assert {len(sheet.declarations) for sheet in folder.sheets} == {19}
    assert all(
        one.has_conflict is not None for sheet in folder.sheets for one in sheet.declarations
    )


def test_everybody_is_fictional_by_name(applications: tuple[Application, ...]) -> None:
    assert all(one.applicant.startswith("Kuvitteellinen ") for one in applications)


def test_business_ids_are_made_up_and_differ(applications: tuple[Application, ...]) -> None:
    ids = {str(one.answers["business_id"]) for one in applications}

    assert len(ids) == len(applications)
    assert all(one.startswith("9000") for one in ids)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=lambda one: one.value)
def test_outcome_of_each_application(decision: Decision, outcome: Outcome) -> None:
    fared = {one.id for one in decision.applications if decision.outcome(one.id) is outcome}

    assert fared == OUTCOMES[outcome]


@pytest.mark.parametrize(
    ("application", "rules"),
    [
        ("H03", {"in_time"}),
        ("H11", {"amount_within_cap"}),
        ("H12", {"duration_in_range"}),
        ("H13", {"ends_in_time"}),
    ],
)
def test_condition_that_is_not_met_is_the_only_one(
    decision: Decision, application: str, rules: set[str]
) -> None:
    screening = next(one for one in decision.screenings if one.application == application)

    failed = {one.rule for one in screening.findings if one.verdict is Verdict.NOT_MET}
    assert failed == rules


@pytest.mark.parametrize(
    ("application", "fields"), [("H07", ("amount",)), ("H10", ("duration_months",))]
)
def test_request_to_supplement_asks_for_exactly_what_is_missing(
    decision: Decision, application: str, fields: tuple[str, ...]
) -> None:
    screening = next(one for one in decision.screenings if one.application == application)

    assert screening.to_supplement() == fields


def test_application_of_the_last_second_is_ranked(decision: Decision) -> None:
    last = next(one for one in decision.applications if one.id == "H16")

    assert str(last.answers["submitted"]).startswith("2017-09-06 23:59:59")
    assert decision.outcome("H16") is Outcome.NOT_CHOSEN


def test_missing_score_leaves_the_application_unranked(decision: Decision) -> None:
    assessment = next(one for one in decision.assessments if one.application == "H17")

    assert assessment.missing == (Need(kind=NeedKind.SCORE, evaluator="Arvioija B", item="K3"),)


def test_declared_conflict_removes_the_evaluator_from_the_whole_call(decision: Decision) -> None:
    counted = {
        evaluator
        for assessment in decision.assessments
        for item in assessment.items
        for evaluator in item.by_evaluator
    }

    assert [(one.evaluator, one.application) for one in decision.removals] == [
        ("Arvioija D", "H15")
    ]
    assert counted == {"Arvioija A", "Arvioija B", "Arvioija C"}


def test_evaluators_disagree_by_the_whole_scale(decision: Decision) -> None:
    assessment = next(one for one in decision.assessments if one.application == "H16")
    scores = [
        one for item in assessment.items if item.item == "K2" for one in item.by_evaluator.values()
    ]

    assert (min(scores), max(scores)) == (Fraction(0), Fraction(5))


def test_two_applications_tie_at_the_margin_and_the_cheaper_is_chosen(decision: Decision) -> None:
    values = {one.application: one.value for one in decision.ranking}
    selection = decision.selection

    assert values["H08"] == values["H09"]
    assert selection is not None
    assert [
        set(one.applications) ^ OUTCOMES[Outcome.CHOSEN] for one in selection.optima.portfolios
    ] == [
        {"H08", "H09"},
        set(),
    ]
    assert selection.decided_by == "lower_cost"


def test_choice_depends_partly_on_the_weights(decision: Decision) -> None:
    selection = decision.selection
    assert selection is not None

    sets = [set(one.applications) for corner in selection.corners for one in corner.portfolios]

    assert not selection.is_robust
    assert {"H01"} <= set.intersection(*sets)
    assert {"H05", "H06", "H08", "H09", "H14"} <= set.union(*sets)


def test_rank_ranges_of_a_one_sided_and_a_many_sided_application_overlap(
    decision: Decision,
) -> None:
    ranges = {one.application: (one.best, one.worst) for one in decision.ranking}

    assert (ranges["H05"], ranges["H06"]) == ((1, 11), (2, 12))


def test_grants_and_rest_sum_to_the_budget(decision: Decision) -> None:
    assert decision.selection is not None
    assert sum(grant.amount.cents for grant in decision.grants) == Money.of(47_900).cents
    assert decision.selection.left == Money.of(2_100)


def test_every_grant_is_paid_by_the_example_plan(decision: Decision) -> None:
    shares = {
        tuple(Fraction(one.amount.cents, grant.amount.cents) for one in grant.instalments)
        for grant in decision.grants
    }

    assert shares == {(Fraction(1, 2), Fraction(3, 10), Fraction(1, 5))}


def test_notes_say_that_the_budget_never_binds_and_who_is_waited_for(decision: Decision) -> None:
    assert [one.key for one in decision.notes] == [
        "note-budget-never-binds",
        "note-waiting",
        "note-unranked",
    ]


@pytest.mark.parametrize(
    ("maximum", "chosen"),
    [(5, 5), (3, 3)],
)
def test_choice_never_exceeds_the_maximum(
    decision: Decision, workspace: Workspace, maximum: int, chosen: int
) -> None:
    changed = rechoose(decision, workspace.plugins, maximum=maximum)

    assert len(changed.grants) == chosen


@pytest.mark.parametrize(
    ("amounts", "chosen", "notes"),
    [
        ([10_000] * 5, 5, []),
        ([8_000] * 6, 5, []),
        ([10_000] * 3, 3, []),
        ([10_000] * 2, 2, ["note-below-target"]),
    ],
)
def test_five_is_a_limit_and_three_only_a_target(
    workspace: Workspace,
    ruleset: RuleSet,
    applications: tuple[Application, ...],
    amounts: list[int],
    chosen: int,
    notes: list[str],
) -> None:
    good = next(one for one in applications if one.id == "H01")
    field = [
        attrs.evolve(
            good,
            id=f"X{number}",
            answers={
                **good.answers,
                "id": f"X{number}",
                "amount": Money.of(sum_),
                "business_id": other.answers["business_id"],
            },
        )
        for number, (sum_, other) in enumerate(zip(amounts, applications, strict=False))
    ]
    given = [a_sheet(evaluator, [one.id for one in field]) for evaluator in ("A", "B")]

    decision = workspace.decide(ruleset, field, given)

    assert len(decision.grants) == chosen
    assert [one.key for one in decision.notes if one.key != "note-budget-never-binds"] == notes


def a_sheet(evaluator: str, applications: list[str]) -> ScoreSheet:
    items = ("K1.trial", "K1.reform", "K2.people", "K2.client", "K3", "L1")
    return builders.a_sheet(evaluator, {one: dict.fromkeys(items, 3) for one in applications})


@pytest.mark.parametrize("seed", range(3))
def test_order_of_rows_and_evaluators_changes_nothing(
    workspace: Workspace,
    ruleset: RuleSet,
    applications: tuple[Application, ...],
    sheets: tuple[ScoreSheet, ...],
    decision: Decision,
    seed: int,
) -> None:
    shuffled = random.Random(seed)
    rows = shuffled.sample(applications, k=len(applications))
    evaluators = shuffled.sample(sheets, k=len(sheets))

    assert workspace.decide(ruleset, rows, evaluators) == decision


@pytest.mark.parametrize("names", list(permutations(("core", "jyvaskyla", "aaa"))))
def test_order_of_plugins_changes_nothing(
    shipped: RuleSetFile,
    applications: tuple[Application, ...],
    sheets: tuple[ScoreSheet, ...],
    names: tuple[str, ...],
) -> None:
    modules = {"core": defaults, "jyvaskyla": hooks, "aaa": object()}

    def made(order: Iterable[str]) -> bytes:
        plugins = Plugins()
        for name in order:
            plugins.seam.register(modules[name], name)
        workspace = Workspace(plugins=plugins)
        found = workspace.decide(workspace.ruleset(shipped.key), applications, sheets)
        return json.dumps(to_record(found)).encode()

    assert made(names) == made(sorted(names))


def test_files_are_what_the_tool_writes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_field", TOOL)
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    tool.make_field(tmp_path)

    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.xlsx")}
    assert len(made) == 5
    for name in made:
        assert (tmp_path / name).read_bytes() == (DATA / name).read_bytes()


def test_two_grants_to_one_applicant_are_noted_in_the_decision(
    workspace: Workspace,
    ruleset: RuleSet,
    applications: tuple[Application, ...],
    sheets: tuple[ScoreSheet, ...],
) -> None:
    first = next(one for one in applications if one.id == "H01").answers["business_id"]
    twice = [
        attrs.evolve(one, answers={**one.answers, "business_id": first}) if one.id == "H02" else one
        for one in applications
    ]

    notes = workspace.decide(ruleset, twice, sheets).notes

    assert "grants-twice" in {one.key for one in notes}
