"""The commands `why` and `frontier`, and their texts."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.grounds import Grounds
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
from innokumppanuus.faces.plugins import Command, Section, TextSource
from innokumppanuus.records import to_record
from innokumppanuus_selection.why import tables, telling
from innokumppanuus_selection.why.sections import (
    FrontierSection,
    LongFrontierSection,
    LongWhySection,
    WhySection,
)
from innokumppanuus_selection.why.sentences import Speaker

_LOCALE = Path(__file__).parent / "locale"
_LATER = {"allow_interspersed_args": True}
"""Options may stand after the rule set, as with other commands."""


def commands() -> tuple[Command, ...]:
    """Return the commands on explanations."""
    return (
        Command(
            key="why",
            name=Label(
                "Miksi hakemus on mukana tai ei, ja mikä sen muuttaisi",
                "Varför en ansökan är med eller inte, och vad som skulle ändra det",
                "Why an application is in or out, and what would turn it",
            ),
            app=_why(),
        ),
        Command(
            key="frontier",
            name=Label(
                "Määrärahat, joilla paras salkku muuttuu",
                "Anslag vid vilka den bästa portföljen ändras",
                "Budgets at which the best set changes",
            ),
            app=_frontier(),
        ),
    )


def sections() -> tuple[Section, ...]:
    """Return the sections of reports and panels on explanations."""
    return (WhySection(), LongWhySection(), FrontierSection(), LongFrontierSection())


def text_source() -> TextSource:
    """Return the catalogues of explanations."""
    return TextSource(key="innokumppanuus_selection_why", name=same("why"), path=_LOCALE)


def _why() -> typer.Typer:
    app = typer.Typer(cls=Group, invoke_without_command=True, context_settings=_LATER)

    @app.callback()
    def why(
        context: typer.Context,
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        application: Annotated[
            list[str] | None, typer.Option(metavar="ID", help="why.option.application")
        ] = None,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        found = _grounds(session, ruleset, applications, mapping, sheets, panel)
        if found is not None:
            _say_why(session, *found, application or None)

    return app


def _frontier() -> typer.Typer:
    app = typer.Typer(cls=Group, invoke_without_command=True, context_settings=_LATER)

    @app.callback()
    def frontier(
        context: typer.Context,
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        least: Annotated[
            str | None, typer.Option("--from", metavar="SUM", help="why.option.from")
        ] = None,
        most: Annotated[
            str | None, typer.Option("--to", metavar="SUM", help="why.option.to")
        ] = None,
        more: Annotated[
            list[str] | None, typer.Option(metavar="SUM", help="why.option.more")
        ] = None,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        found = _grounds(session, ruleset, applications, mapping, sheets, panel)
        if found is not None:
            _say_frontier(session, *found, least, most, more)

    return app


def _grounds(
    session: Session,
    ruleset: str,
    applications: Path | None,
    mapping: Path | None,
    sheets: Sequence[Path] | None,
    panel: Sequence[Path] | None,
) -> tuple[Decision, Grounds] | None:
    """Return the decision and its grounds; when there is nothing to explain, say why."""
    decision = decided(session, read_all(session, ruleset, applications, mapping, sheets, panel))
    selection = decision.selection
    if tell_contradiction(session, decision):
        session.report(decision.notes)
        return None
    ground = telling.grounds(decision, session.workspace.plugins)
    if ground is None:
        session.say("why.none" if selection is None else "why.by_rank")
        return None
    if selection is not None and selection.chosen is None:
        session.say("why.people_decide")
    session.data["chosen"] = list(ground.chosen.applications)
    return decision, ground


def _say_why(
    session: Session, decision: Decision, ground: Grounds, asked: Iterable[str] | None
) -> None:
    speaker = Speaker(decision, session.texts)
    with session.working("why.working"):
        told = telling.whys(ground, asked)
    session.say("why.others_same")
    session.line()
    if asked is None:
        session.grid(tables.standings_grid(told, speaker))
    for one in told.standings if asked is not None else ():
        for sentence in speaker.standing(one):
            session.line(sentence)
        session.line()
    session.grid(tables.prices_grid(told.prices, speaker))
    for price in told.prices:
        session.line(speaker.price(price))
    session.say("why.prices_apart")
    session.line()
    session.grid(tables.latitudes_grid(told, speaker))
    session.say("why.weights_free")
    for sentence in (*map(speaker.latitude, told.latitudes), *speaker.shift(told.shift)):
        session.line(sentence)
    session.data.update(
        standings=[
            {**_data(one), "sentences": list(speaker.standing(one))} for one in told.standings
        ],
        prices=[{**_data(one), "sentence": speaker.price(one)} for one in told.prices],
        weights=[{**_data(one), "sentence": speaker.latitude(one)} for one in told.latitudes],
        shift={**_data(told.shift), "sentences": list(speaker.shift(told.shift))},
    )


def _say_frontier(
    session: Session,
    decision: Decision,
    ground: Grounds,
    least: str | None,
    most: str | None,
    more: list[str] | None,
) -> None:
    speaker = Speaker(decision, session.texts)
    if any(one.least is not None for one in ground.field):
        session.say("why.steps_of_parts")
        return
    with session.working("why.working"):
        found = telling.frontier(
            ground,
            least=_sum(least, "--from", ground),
            most=_sum(most, "--to", ground),
            more=[_money(one, "--more", ground) for one in more] if more else None,
        )
    session.grid(tables.steps_grid(found, speaker))
    offers = [speaker.offer(one) for one in found.offers]
    for sentence in (*speaker.steps(found.steps), *speaker.offers(found.offers)):
        session.line(sentence)
    session.data.update(
        budget=None if found.budget is None else _data(found.budget),
        steps=[_data(one) for one in found.steps.steps],
        is_complete=found.steps.is_complete,
        offers=[
            {
                "more": _data(one.more),
                "step": None if one.step is None else _data(one.step),
                "sentence": sentence,
            }
            for one, sentence in zip(found.offers, offers, strict=True)
        ],
    )


def _data(noun: Any) -> Any:
    return to_record(noun)


def _sum(words: str | None, option: str, ground: Grounds) -> Money | None:
    return None if words is None else _money(words, option, ground)


def _money(words: str, option: str, ground: Grounds) -> Money:
    """
    Return the sum of an option, in the currency of the call.

    Raises:
        UsageProblem: When it is no sum, or below zero.
    """
    try:
        cents = Fraction(words.replace("\u00a0", "").replace(" ", "").replace(",", ".")) * 100
    except (ValueError, ZeroDivisionError) as error:
        raise UsageProblem("why.usage.sum", name=option, got=words) from error
    if cents < 0 or cents.denominator != 1:
        raise UsageProblem("why.usage.sum", name=option, got=words)
    return ground.money(int(cents))
