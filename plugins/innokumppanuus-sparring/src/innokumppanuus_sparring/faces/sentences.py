"""What is reckoned of a sparring programme in sentences. It reckons nothing itself."""

from collections.abc import Iterator, Sequence

from innokumppanuus.domain.sources import Status
from innokumppanuus.faces.reports.view import share
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.domain.agreements import Network
from innokumppanuus_sparring.domain.feedback import PublishedFeedback, Tally
from innokumppanuus_sparring.domain.follow_up import FollowUpStanding, FollowUpState
from innokumppanuus_sparring.domain.rota import ExpertTurns, Rota
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.rules import AcceptanceStanding


def of_rota(made: Rota, sparring: Sparring, texts: Texts) -> Iterator[str]:
    """Yield how good the rota is."""
    if not made.meetings or len(sparring.members) < 2:
        yield texts.say("sparring.rota.nobody")
        return
    yield texts.say("sparring.rota.proposal")
    if not sparring.programme.is_fictional and has_fictional_members(sparring):
        yield texts.say("sparring.members.fictional")
    met, count = len(made.times()), len(sparring.members)
    yield texts.say(
        "sparring.rota.met",
        meetings=len(made.meetings),
        members=count,
        met=met,
        pairs=count * (count - 1) // 2,
    )
    if made.repeats:
        key = "must" if made.repeats == made.least_repeats else "repeats"
        yield texts.say(
            f"sparring.rota.{key}", repeats=made.repeats, least_repeats=made.least_repeats
        )
    else:
        yield texts.say("sparring.rota.no_repeats")
    if not made.is_proven:
        key = "unproven_rest" if made.repeats == made.least_repeats else "unproven"
        yield texts.say(f"sparring.rota.{key}", steps=made.steps)


def has_fictional_members(sparring: Sparring) -> bool:
    """Return whether a member is made up."""
    people = [sparring.programme.participant(one.participant) for one in sparring.members]
    return any(
        one is not None and one.party is not None and one.party.is_fictional for one in people
    )


def of_turns(made: ExpertTurns, sparring: Sparring, texts: Texts) -> Iterator[str]:
    """Yield how evenly experts' turns fall."""
    if not sparring.experts or not sparring.members:
        return
    counts = [made.count(one.participant) for one in sparring.members]
    yield texts.say(
        "sparring.turns.told", turns=len(made.turns), least=min(counts), most=max(counts)
    )


def of_themes(sparring: Sparring, texts: Texts) -> Iterator[str]:
    """Yield what is known of how themes fall on meetings."""
    fact = sparring.one_theme_each
    if fact.status is Status.MISSING:
        yield texts.say("sparring.themes.missing")
    elif fact.value:
        yield texts.say("sparring.themes.one", meetings=len(sparring.meetings))
    if fact.note:
        status = texts.say(f"status.{fact.status.value}")
        yield texts.say("sparring.themes.note", status=status, note=fact.note)


def of_rules(
    standings: Sequence[AcceptanceStanding], sparring: Sparring, texts: Texts
) -> Iterator[str]:
    """Yield whether the rules are agreed on."""
    if not sparring.rules:
        yield texts.say("sparring.rules.none")
        return
    lacking = [sparring.name_of(one.participant) for one in standings if one.lacking]
    if lacking:
        yield texts.say("sparring.rules.ask", who=tuple(lacking))
    else:
        yield texts.say("sparring.rules.agreed", rules=len(sparring.rules))


def of_duty(sparring: Sparring, texts: Texts) -> Iterator[str]:
    """Yield whether the grant obliges to attend; "not stated" is told as such."""
    duty = sparring.duty.value
    if duty is None:
        yield texts.say("sparring.duty.not_stated.sentence")
    elif duty.instalments:
        yield texts.say(
            "sparring.duty.sentence", least=duty.least, instalments=tuple(duty.instalments)
        )
    else:
        yield texts.say("sparring.duty.sentence.all", least=duty.least)
    if sparring.duty.note:
        yield sparring.duty.note


def of_network(made: Network, texts: Texts) -> Iterator[str]:
    """Yield how many agreements there are, and how far they join the group."""
    members = sum(one.is_member for one in made.nodes)
    yield texts.say(
        "sparring.network.told",
        inside=len(made.inside),
        outside=len(made.outside),
        reach=share(made.reach, texts),
    )
    if members:
        alone = tuple(one.name for one in made.nodes if one.is_member and not one.partners)
        yield texts.say("sparring.network.groups", members=members, groups=made.groups)
        if alone:
            yield texts.say("sparring.network.alone", who=alone)
    if made.unsure:
        yield texts.say("sparring.network.unsure", count=len(made.unsure))


def of_feedback(feedback: PublishedFeedback, sparring: Sparring, texts: Texts) -> Iterator[str]:
    """Yield how many have answered and why nobody can be told from it."""
    yield texts.say("sparring.feedback.told", answers=feedback.answers, least=sparring.least_told)


def of_tally(tally: Tally, texts: Texts) -> Iterator[str]:
    """Yield what is shown of single answers and what is not."""
    if tally.answers is None:
        yield texts.say("sparring.feedback.few", least=tally.least)
        return
    yield texts.say("sparring.feedback.told", answers=tally.answers, least=tally.least)
    if tally.hidden_groups:
        yield texts.say("sparring.feedback.hidden_groups", count=tally.hidden_groups)


def of_follow_up(standings: Sequence[FollowUpStanding], texts: Texts) -> Iterator[str]:
    """Yield how many answers are there, waited for and late."""
    if not standings:
        yield texts.say("sparring.follow_up.none")
        return
    states = [one.state for one in standings]
    yield texts.say(
        "sparring.follow_up.told",
        answered=states.count(FollowUpState.ANSWERED),
        waiting=states.count(FollowUpState.WAITING),
        late=states.count(FollowUpState.LATE),
        unknown=states.count(FollowUpState.CANNOT_TELL),
    )
