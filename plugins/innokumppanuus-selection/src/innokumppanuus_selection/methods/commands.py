"""The command `methods compare`: what each method would have chosen, in words and as a picture."""

from pathlib import Path
from typing import Annotated, Any

import typer

from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.cli.help import Command as CommandHelp
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import decided, read_all, tell_contradiction, with_votes
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
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command
from innokumppanuus.faces.texts import Texts
from innokumppanuus_selection.methods.comparing import compare
from innokumppanuus_selection.methods.domain import MethodChoice, MethodComparison, Unanimity
from innokumppanuus_selection.methods.picture import comparison_svg, mark

_WAYS = ("stop", "skip")


def command() -> Command:
    """Return the group of commands on methods of choice."""
    return Command(
        key="methods",
        name=Label(
            "Valintamenetelmät rinnakkain", "Urvalsmetoder sida vid sida", "Methods of choice"
        ),
        app=app(),
    )


def app() -> typer.Typer:
    """Return the commands."""
    group = typer.Typer(cls=Group, invoke_without_command=True, help="methods.help")

    @group.callback()
    def start(context: typer.Context) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session.command = f"methods {context.invoked_subcommand}"

    @group.command("compare", cls=CommandHelp, help="methods.compare.help")
    def compare_(
        context: typer.Context,
        ruleset: RulesetArgument,
        applications: ApplicationsOption = None,
        sheets: SheetsOption = None,
        mapping: MappingOption = None,
        panel: PanelOption = None,
        method: Annotated[
            list[str] | None, typer.Option(metavar="KEY", help="methods.option.method")
        ] = None,
        too_costly: Annotated[
            str, typer.Option(metavar="|".join(_WAYS), help="methods.option.too_costly")
        ] = _WAYS[0],
        votes: VotesOption = None,
        ballots: BallotsOption = None,
        picture: Annotated[
            Path | None, typer.Option(metavar="FILE", help="methods.option.picture")
        ] = None,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        if too_costly not in _WAYS:
            known = ", ".join(_WAYS)
            raise UsageProblem(
                "votes.usage.value", got=too_costly, option="--too-costly", known=known
            )
        material = read_all(session, ruleset, applications, mapping, sheets, panel)
        material = with_votes(session, material, votes, ballots)
        decision = decided(session, material)
        if decision.selection is None:
            raise UsageProblem("methods.usage.no_choice")
        with session.working("cli.working.deciding"):
            told = compare(
                decision, session.workspace.plugins, method or (), too_costly, material.votes
            )
        _show(session, told)
        if tell_contradiction(session, decision):
            session.report(decision.notes)
        if picture is not None:
            picture.write_text(comparison_svg(told, session.texts), encoding="utf-8")
            session.say("methods.written", file=str(picture))

    return group


def sentences(comparison: MethodComparison, texts: Texts) -> tuple[str, ...]:
    """Return what all methods agree on and where each differs, as sentences."""
    told = []
    for unanimity in Unanimity:
        found = comparison.of(unanimity)
        if found:
            told.append(texts.say(f"methods.{unanimity.value}", applications=found))
    own = next(one for one in comparison.methods if one.key == comparison.named)
    others = (one for one in comparison.methods if one.key != comparison.named)
    return (*told, _own(own, texts), *(_of_method(comparison, one, texts) for one in others))


def _own(choice: MethodChoice, texts: Texts) -> str:
    if choice.why_not is not None:
        return _cannot(choice, texts)
    key = "methods.own_tied" if choice.tied else "methods.own"
    return texts.say(key, method=choice.name, applications=choice.applications or "–")


def _of_method(comparison: MethodComparison, choice: MethodChoice, texts: Texts) -> str:
    if choice.why_not is not None:
        return _cannot(choice, texts)
    more, less = comparison.differences(choice.key)
    key = "differs" if more and less else "adds" if more else "drops" if less else "same"
    words = texts.say(f"methods.{key}", method=choice.name, more=more, less=less)
    if not choice.tied:
        return words
    return f"{words} {texts.say('methods.tied', applications=choice.tied, sets=choice.sets)}"


def _cannot(choice: MethodChoice, texts: Texts) -> str:
    assert choice.why_not is not None  # asked before
    why = texts.say(f"methods.why.{choice.why_not.value}")
    return texts.say("methods.cannot", method=choice.name, why=why)


def _show(session: Session, comparison: MethodComparison) -> None:
    texts = session.texts
    numbers = [str(at) for at in range(1, len(comparison.methods) + 1)]
    session.table(
        "methods.picture.title",
        [texts.say("methods.column.application"), *numbers],
        [
            (
                one,
                *(texts.say(f"methods.mark.{mark(choice, one)}") for choice in comparison.methods),
            )
            for one in comparison.applications
        ],
    )
    for number, choice in zip(numbers, comparison.methods, strict=True):
        session.line(f"{number}. {texts.show(choice.name)}")
    session.line()
    told = sentences(comparison, texts)
    for line in told:
        session.line(line)
    session.data.update(
        named=comparison.named,
        methods=[_data(comparison, one) for one in comparison.methods],
        **{one.value: list(comparison.of(one)) for one in Unanimity},
        texts=list(told),
    )


def _data(comparison: MethodComparison, choice: MethodChoice) -> dict[str, Any]:
    more, less = comparison.differences(choice.key) if choice.is_made else ((), ())
    return {
        "key": choice.key,
        "applications": list(choice.applications),
        "tied": list(choice.tied),
        "cost": str(choice.cost) if choice.cost else None,
        "sets": choice.sets,
        "why_not": choice.why_not.value if choice.why_not else None,
        "more": list(more),
        "less": list(less),
    }
