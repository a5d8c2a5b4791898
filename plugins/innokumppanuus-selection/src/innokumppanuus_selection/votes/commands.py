"""The command `votes count`; a call is chosen by votes with `select` and `run`."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, TypeVar

import typer

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.votes import Votes
from innokumppanuus.faces.cli.help import Command as CommandHelp
from innokumppanuus.faces.cli.help import Group
from innokumppanuus.faces.cli.material import must_exist
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.plugins import Command
from innokumppanuus_selection.votes.domain import Completion, Election, Outcomes, Satisfaction
from innokumppanuus_selection.votes.equal_shares import equal_shares
from innokumppanuus_selection.votes.greedy import greedy
from innokumppanuus_selection.votes.pabulib import read_pabulib
from innokumppanuus_selection.votes.profile import Profile
from innokumppanuus_selection.votes.welfare import greatest_welfare

_Kind = TypeVar("_Kind", bound=StrEnum)
_SHOWN: Final = 20


class VoteRule(StrEnum):
    """How votes are counted."""

    GREEDY = "greedy"
    EQUAL_SHARES = "equal_shares"
    WELFARE = "welfare"


def command() -> Command:
    """Return the group of commands on citizens' votes."""
    return Command(
        key="votes",
        name=Label("Asukkaiden äänet", "Invånarnas röster", "Citizens' votes"),
        app=app(),
    )


def app() -> typer.Typer:
    """Return the commands."""
    group = typer.Typer(cls=Group, invoke_without_command=True, help="votes.help")

    @group.callback()
    def start(context: typer.Context) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        if context.invoked_subcommand is None:
            context.get_help()
        else:
            session.command = f"votes {context.invoked_subcommand}"

    @group.command("count", cls=CommandHelp, help="votes.count.help")
    def count(
        context: typer.Context,
        file: Annotated[Path, typer.Argument(help="votes.argument.file")],
        rule: Annotated[
            str, typer.Option(metavar="|".join(VoteRule), help="votes.option.rule")
        ] = VoteRule.EQUAL_SHARES.value,
        satisfaction: Annotated[
            str, typer.Option(metavar="|".join(Satisfaction), help="votes.option.satisfaction")
        ] = Satisfaction.COST.value,
        completion: Annotated[
            str, typer.Option(metavar="|".join(Completion), help="votes.option.completion")
        ] = Completion.NONE.value,
    ) -> None:
        session: Session = context.find_object(Session)  # type: ignore[assignment]
        counted = _named(VoteRule, rule, "--rule")
        worth = _named(Satisfaction, satisfaction, "--satisfaction")
        rest = _named(Completion, completion, "--completion")
        must_exist(file)
        with session.working("votes.working"):
            read = read_pabulib(file)
        session.report(read.warnings)
        with session.working("votes.working"):
            outcomes = _RULES[counted](Profile.of(read.election), worth, rest)
        _show(session, read.election, outcomes, counted, worth, rest)

    return group


def _greedy(profile: Profile, satisfaction: Satisfaction, completion: Completion) -> Outcomes:
    return greedy(profile, satisfaction)


def _welfare(profile: Profile, satisfaction: Satisfaction, completion: Completion) -> Outcomes:
    return greatest_welfare(profile, satisfaction)


_RULES: Mapping[VoteRule, Callable[[Profile, Satisfaction, Completion], Outcomes]] = {
    VoteRule.GREEDY: _greedy,
    VoteRule.EQUAL_SHARES: equal_shares,
    VoteRule.WELFARE: _welfare,
}


def _named(kind: type[_Kind], given: str, option: str) -> _Kind:
    found = next((one for one in kind if one.value == given), None)
    if found is None:
        raise UsageProblem("votes.usage.value", got=given, option=option, known=", ".join(kind))
    return found


def _show(
    session: Session,
    election: Election,
    outcomes: Outcomes,
    rule: VoteRule,
    satisfaction: Satisfaction,
    completion: Completion,
) -> None:
    texts, votes = session.texts, election.votes
    by_id = {one.id: one for one in election.projects}
    named = _times_named(votes)
    first = outcomes.sets[0]
    session.table(
        "votes.table.title",
        [texts.say(f"votes.column.{one}") for one in ("project", "name", "cost", "votes")],
        [
            (one, by_id[one].name, texts.show(by_id[one].cost), texts.show(named.get(one, 0)))
            for one in first
        ],
    )
    spent = sum((by_id[one].cost for one in first), start=election.budget * 0)
    counted = texts.say(f"votes.rule.{rule.value}")
    session.say("votes.read", voters=votes.voters, ballots=len(votes.ballots))
    session.say(
        "votes.chosen",
        rule=counted,
        count=len(first),
        projects=len(by_id),
        spent=spent,
        budget=election.budget,
    )
    if len(outcomes.sets) > 1 or not outcomes.is_complete:
        key = "votes.tied" if outcomes.is_complete else "votes.tied_more"
        session.say(key, sets=len(outcomes.sets))
        for one in outcomes.sets[:_SHOWN]:
            session.line(f"  {texts.show(one)}")
    session.data.update(
        rule=rule.value,
        satisfaction=satisfaction.value,
        completion=completion.value if rule is VoteRule.EQUAL_SHARES else None,
        kind=votes.kind.value,
        voters=votes.voters,
        ballots=len(votes.ballots),
        budget=str(election.budget),
        cost=str(spent),
        sets=[list(one) for one in outcomes.sets],
        is_complete=outcomes.is_complete,
    )


def _times_named(votes: Votes) -> dict[str, int]:
    """Return how many voters name each."""
    counts: dict[str, int] = {}
    for ballot in votes.ballots:
        for one in ballot.applications:
            counts[one] = counts.get(one, 0) + ballot.voters
    return counts
