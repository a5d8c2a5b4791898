"""`screen`, `assess` and `select`: the steps to a decision, each shown by itself."""

from collections.abc import Mapping
from typing import Any

import typer

from innokumppanuus.domain.assessment import Need
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.material import (
    decided,
    read_all,
    read_applications,
    tell_contradiction,
    with_votes,
)
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    BallotsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
    SheetsOption,
    VotesOption,
)
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.reports.reasons import sentence
from innokumppanuus.faces.reports.view import item_names, least_points, ranked_rows, rows

_SCREENING_REASONS = ("rule_not_met", "rule_changed", "needs_answer", "cannot_compute")
_BY_EXCEPTION = "met_by_exception"


def add(app: typer.Typer, session: Session) -> None:
    """Add the commands to *app*."""
    say = session.texts.say

    @app.command("screen", cls=Command, help=say("cli.screen.help"))
    def screen(
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        mapping: MappingOption = None,
    ) -> None:
        material = read_applications(session, ruleset, applications, mapping)
        show_screening(session, decided(session, material))

    @app.command("assess", cls=Command, help=say("cli.assess.help"))
    def assess(
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
    ) -> None:
        material = read_all(session, ruleset, applications, mapping, sheets, panel)
        show_assessments(session, decided(session, material))

    @app.command("select", cls=Command, help=say("cli.select.help"))
    def select(
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        votes: VotesOption = None,
        ballots: BallotsOption = None,
    ) -> None:
        material = read_all(session, ruleset, applications, mapping, sheets, panel)
        material = with_votes(session, material, votes, ballots)
        show_result(session, decided(session, material))


def show_screening(session: Session, decision: Decision) -> None:
    """Show what the rules say of each application."""
    texts = session.texts
    shown, data = [], []
    names = {one.id: one.applicant for one in decision.applications}
    for screening in decision.screenings:
        one = screening.application
        reasons = [
            sentence(reason, decision.call, texts)
            for reason in session.workspace.reasons(decision, one)
            if reason.key == _BY_EXCEPTION
            or (screening.verdict is not Verdict.MET and reason.key in _SCREENING_REASONS)
        ]
        verdict = texts.say(f"verdict.{screening.verdict}")
        shown.append((one, names[one], verdict, "\n".join(reasons)))
        data.append(
            {
                "id": one,
                "applicant": names[one],
                "verdict": str(screening.verdict),
                "to_supplement": list(screening.to_supplement()),
                "reasons": reasons,
                "by_exception": [one.rule for one in screening.findings if one.by_exception],
                "parameters": [
                    {"rule": one.rule, **_used(used)}
                    for one in (*screening.findings, *screening.noted)
                    for used in one.parameters
                ],
            }
        )
    columns = [texts.say(f"cli.column.{name}") for name in ("id", "applicant", "verdict", "why")]
    session.table("cli.screen.title", columns, shown)
    session.data["applications"] = data


def _used(used: UsedParameter) -> dict[str, Any]:
    """Return a dated value as plain data, exact."""
    source = used.source
    return {
        "name": used.variable,
        "key": used.key,
        "day": None if used.day is None else used.day.isoformat(),
        "value": _exact(used.value),
        "unit": str(used.unit),
        "source": None
        if source is None
        else {"title": source.title, "section": source.section, "address": source.address},
        "verified": used.verified,
    }


def show_assessments(session: Session, decision: Decision) -> None:
    """Show the score of each item, and what keeps an application from being ranked."""
    texts, names = session.texts, item_names(decision.call)
    shown, data = [], []
    for assessment in decision.assessments:
        needs = [_need(session, need, names) for need in assessment.missing]
        scores = [texts.show(item.score) for item in assessment.items]
        shown.append((assessment.application, *scores, "\n".join(needs)))
        data.append(
            {
                "id": assessment.application,
                "scores": {item.item: _exact(item.score) for item in assessment.items},
                "needs": needs,
            }
        )
    items = [item.id for item in decision.call.scored()]
    columns = [texts.say("cli.column.id"), *items, texts.say("cli.column.needs")]
    session.table("cli.assess.title", columns, shown)
    for removal in decision.removals:
        session.say(
            "cli.assess.removed", evaluator=removal.evaluator, application=removal.application
        )
    session.data["applications"] = data
    session.data["removals"] = [
        {"evaluator": one.evaluator, "application": one.application} for one in decision.removals
    ]


def show_result(session: Session, decision: Decision) -> None:
    """Show the ranking and the choice; of a rule set that has neither, what the rules say."""
    if decision.selection is None and not decision.call.is_assessed():
        show_screening(session, decision)
        session.report(decision.notes)
        session.data.update(_selection_data(decision))
    else:
        show_selection(session, decision)


def show_selection(session: Session, decision: Decision) -> None:
    """Show the ranking and the choice."""
    texts = session.texts
    shown, least = [], least_points(decision.call)
    for row in ranked_rows(decision):
        ranked = row.ranked
        assert ranked is not None
        places = f"{ranked.best}–{ranked.worst}" if ranked.best < ranked.worst else f"{ranked.best}"
        points = () if least is None else (texts.show(row.points),)
        cells = (f"{ranked.rank}", row.id, row.name, *points, texts.show(ranked.value), places)
        shown.append((*cells, texts.say(f"outcome.{row.outcome}")))
    names = [f"cli.column.{name}" for name in ("rank", "id", "applicant", "places", "outcome")]
    names[3:3] = ["cli.column.total"] if least is None else ["column.points", "column.total"]
    session.table("cli.select.title", [texts.say(name) for name in names], shown)
    _say_choice(session, decision)
    session.report(decision.notes)
    session.data.update(_selection_data(decision))


def _say_choice(session: Session, decision: Decision) -> None:
    selection = decision.selection
    if selection is None:
        has_policy = decision.call.selection is not None
        session.say("cli.select.none" if has_policy else "cli.select.no_policy")
        return
    if tell_contradiction(session, decision):
        return
    if selection.chosen is None:
        session.say("cli.select.people", sets=len(selection.optima.portfolios))
        return
    chosen = selection.chosen
    session.say("cli.select.chosen", applications=chosen.applications, cost=chosen.cost)
    for application, award in sorted(chosen.awards.items()):
        session.say("cli.select.part", application=application, award=award)
    if selection.decided_by:
        rule = session.texts.say(f"tie_rule.{selection.decided_by}")
        session.say("cli.select.tie", sets=len(selection.optima.portfolios), rule=rule)
    if selection.corners:
        session.say("cli.select.robust" if selection.is_robust else "cli.select.depends")


def _selection_data(decision: Decision) -> dict[str, Any]:
    selection = decision.selection
    chosen = selection.chosen if selection else None
    return {
        "outcomes": {row.id: str(row.outcome) for row in rows(decision)},
        "weights": {item: str(weight) for item, weight in decision.weights.items()},
        "ranking": [
            {
                "id": one.application,
                "value": str(one.value),
                "rank": one.rank,
                "best": one.best,
                "worst": one.worst,
            }
            for one in decision.ranking
        ],
        "chosen": list(chosen.applications) if chosen else [],
        "cost": str(chosen.cost) if chosen else None,
        "awards": {one: str(sum_) for one, sum_ in sorted(chosen.awards.items())} if chosen else {},
        "left": str(selection.left) if selection and selection.left else None,
        "best_sets": [list(o.applications) for o in selection.optima.portfolios]
        if selection
        else [],
        "decided_by": selection.decided_by if selection else "",
        "is_robust": selection.is_robust if selection else False,
    }


def _need(session: Session, need: Need, names: Mapping[str, Any]) -> str:
    item = names.get(need.item, need.item)
    return session.texts.say(f"cli.need.{need.kind}", evaluator=need.evaluator, item=item)


def _exact(score: object) -> str | None:
    return None if score is None else str(score)
