"""The command `core-index`: who is in every set that can be defended, in words and as a picture."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import attrs
import typer

from innokumppanuus.domain.core_index import CoreIndices, CoreStanding, RobustChoice
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.score_bands import Spread
from innokumppanuus.engine.choice import Choice
from innokumppanuus.engine.core_index import at_budget, robust_choice
from innokumppanuus.engine.decision import choice_in
from innokumppanuus.engine.score_bands import bands_of
from innokumppanuus.engine.weighting import region
from innokumppanuus.engine.withdrawal import by_method, withdrawals
from innokumppanuus.errors import InvalidValue, SelectionError
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import decided, read_all, tell_contradiction
from innokumppanuus.faces.cli.options import (
    ApplicationsOption,
    MappingOption,
    PanelOption,
    RulesetArgument,
    SheetsOption,
)
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command, TextSource
from innokumppanuus.records import to_record
from innokumppanuus_selection.rpm.finding import DRAWS, core_indices
from innokumppanuus_selection.rpm.growth import MOST_PARTIAL
from innokumppanuus_selection.rpm.picture import core_index_svg
from innokumppanuus_selection.rpm.question import questions
from innokumppanuus_selection.rpm.sentences import of_indices, of_questions, of_withdrawals

_LOCALE = Path(__file__).parent / "locale"
_LATER = {"allow_interspersed_args": True}
"""Options may stand after the rule set, as with other commands."""
_SHOWN = 12
"""How many steps of the budget are shown; scripts get them all."""


def command() -> Command:
    """Return the command."""
    return Command(
        key="core-index",
        name=Label(
            "Ketkä kuuluvat jokaiseen perusteltavissa olevaan salkkuun",
            "Vilka som hör till varje portfölj som kan försvaras",
            "Who is in every set that can be defended",
        ),
        app=app(),
    )


def text_source() -> TextSource:
    """Return the catalogues of the command."""
    return TextSource(key="innokumppanuus_selection_rpm", name=same("core-index"), path=_LOCALE)


def app() -> typer.Typer:
    """Return the command as typer has it."""
    group = typer.Typer(cls=Group, invoke_without_command=True, context_settings=_LATER)

    @group.callback()
    def core_index(
        context: typer.Context,
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        spread: Annotated[
            str, typer.Option(metavar="|".join(Spread), help="core_index.option.spread")
        ] = Spread.EXACT.value,
        cost_percent: Annotated[
            int, typer.Option(metavar="N", min=0, max=100, help="core_index.option.cost_percent")
        ] = 0,
        budgets: Annotated[bool, typer.Option(help="core_index.option.budgets")] = False,
        question: Annotated[bool, typer.Option(help="core_index.option.question")] = False,
        withdraw: Annotated[bool, typer.Option(help="core_index.option.withdraw")] = False,
        most: Annotated[
            int, typer.Option(metavar="N", min=1, help="core_index.option.most")
        ] = MOST_PARTIAL,
        draws: Annotated[
            int, typer.Option(metavar="N", min=1, help="core_index.option.draws")
        ] = DRAWS,
        seed: Annotated[int, typer.Option(metavar="N", help="core_index.option.seed")] = 1,
        picture: Annotated[
            Path | None, typer.Option(metavar="FILE", help="core_index.option.picture")
        ] = None,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        if spread not in tuple(Spread):
            raise UsageProblem("core_index.usage.spread", got=spread, known=", ".join(Spread))
        material = read_all(session, ruleset, applications, mapping, sheets, panel)
        decision = decided(session, material)
        choice = choice_in(decision, session.workspace.plugins)
        if choice is None:
            raise UsageProblem("core_index.usage.no_choice")
        known = _known(decision, choice, Spread(spread), Fraction(cost_percent, 100))
        with session.working("core_index.working"):
            found = core_indices(known, most=most, draws=draws, seed=seed)
        _show(session, choice, found)
        if not found.sets:
            if tell_contradiction(session, decision):
                session.report(decision.notes)
            return
        if budgets:
            every = attrs.evolve(known, weighs_cost=True)
            with session.working("core_index.working"):
                of_every = core_indices(every, most=most, draws=draws, seed=seed)
            _show_budgets(session, every, of_every)
        if question:
            _show_questions(session, decision, known, found)
        if withdraw:
            _show_withdrawals(session, decision, choice)
        if picture is not None:
            picture.write_text(core_index_svg(found, session.texts), encoding="utf-8")
            session.say("core_index.written", file=str(picture))

    return group


def _known(
    decision: Decision, choice: Choice, spread: Spread, cost_share: Fraction
) -> RobustChoice:
    assert decision.call.assessment is not None  # there is a choice
    items = [item.id for item in decision.call.scored()]
    return robust_choice(
        choice,
        region(decision.call.assessment.weighting, items).allowed,
        bands_of(decision.call, decision.assessments, spread),
        cost_share=cost_share,
    )


def _show(session: Session, choice: Choice, found: CoreIndices) -> None:
    texts = session.texts
    if choice.viable:
        session.say("core_index.whole_only")
    told = list(of_indices(found, texts))
    for words in told:
        session.line(words)
    session.data["core_index"] = to_record(found)
    session.data["texts"] = told
    if not found.sets:
        return
    columns = ("application", "share", "standing", "proven")
    session.table(
        "core_index.title",
        [texts.say(f"core_index.column.{one}") for one in columns],
        [
            (
                one.application,
                texts.say("core_index.share", percent=one.share * 100),
                texts.say(f"core_index.standing.{one.standing.value}"),
                texts.say(f"core_index.proven.{'yes' if one.is_proven else 'no'}"),
            )
            for one in found.indices
        ],
    )


def _show_budgets(session: Session, known: RobustChoice, found: CoreIndices) -> None:
    """Show how the standings change where a larger budget lets new sets in, the largest first."""
    if not found.is_exact:
        session.say("core_index.budgets.not_exact")
        return
    texts, rows, data = session.texts, [], []
    steps = {one.cost.cents: one.cost for one in found.sets}
    for _, budget in sorted(steps.items(), reverse=True):
        there = at_budget(known, found, budget)
        named = {one.value: there.named(one) for one in CoreStanding}
        in_all, in_some = named["core"] or "–", named["borderline"] or "–"
        told = (texts.show(budget), str(len(there.sets)), texts.show(in_all), texts.show(in_some))
        rows.append(told)
        data.append({"budget": str(budget), "sets": len(there.sets), **named})
    columns = ("budget", "sets", "core", "borderline")
    session.table(
        "core_index.budgets.title",
        [texts.say(f"core_index.column.{one}") for one in columns],
        rows[:_SHOWN],
    )
    if len(rows) > _SHOWN:
        session.say("core_index.budgets.more", shown=_SHOWN, count=len(rows))
    session.data["budgets"] = data


def _show_questions(
    session: Session, decision: Decision, known: RobustChoice, found: CoreIndices
) -> None:
    names = {item.id: item.name for item in decision.call.scored()}
    with session.working("core_index.working"):
        asked = questions(known, found)
    told = list(of_questions(asked, names, session.texts))
    for words in told:
        session.line(words)
    session.data["questions"] = {"texts": told, "best": [_exact(one) for one in asked.best]}


def _exact(question: Any) -> dict[str, Any]:
    return {
        "about": question.about.value,
        "item": question.item,
        "other": question.other,
        "application": question.application,
        "middle": None if question.middle is None else str(question.middle),
        "settled_by_yes": list(question.yes.settled),
        "settled_by_no": list(question.no.settled),
    }


def _show_withdrawals(session: Session, decision: Decision, choice: Choice) -> None:
    data: list[dict[str, Any]] = []
    told: list[str] = []
    for selector in session.workspace.plugins.selectors().values():
        made = by_method(choice, selector)
        try:
            with session.working("core_index.working"):
                found: Sequence[Any] = tuple(withdrawals(made, decision.weights))
        except (SelectionError, InvalidValue) as refused:
            told.append(session.texts.say("core_index.withdrawal.cannot", method=selector.name))
            data.append({"method": selector.key, "cannot": str(refused)})
            continue
        told += of_withdrawals(selector.name, found, session.texts)
        data += [
            {
                "method": selector.key,
                "application": one.application,
                "changes_choice": one.changes_choice,
                "before": [list(each) for each in one.before],
                "after": [list(each) for each in one.after],
                "turned": [list(pair) for pair in one.turned],
            }
            for one in found
        ]
    for words in told:
        session.line(words)
    session.data["withdrawals"] = {"texts": told, "found": data}
