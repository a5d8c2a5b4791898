"""What is reckoned of a sparring programme as tables of words. It reckons nothing itself."""

from collections.abc import Sequence

from innokumppanuus.domain.programme import Session
from innokumppanuus.faces.reports.programme_facts import span_text
from innokumppanuus.faces.reports.view import share
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.domain.agreements import Network
from innokumppanuus_sparring.domain.confidential import ConfidentialNote
from innokumppanuus_sparring.domain.feedback import (
    CODE_NAMES,
    FeedbackCode,
    PublishedFeedback,
    Tally,
)
from innokumppanuus_sparring.domain.follow_up import FollowUpStanding
from innokumppanuus_sparring.domain.rota import ExpertTurns, Rota
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.attendance import InstalmentStanding, Presence
from innokumppanuus_sparring.engine.rules import AcceptanceStanding
from innokumppanuus_sparring.faces.told import Told, told

_NONE = "–"


def names(ids: Sequence[str], sparring: Sparring, texts: Texts) -> str:
    """Return the names of participants as one cell."""
    return ", ".join(texts.show(sparring.name_of(one)) for one in ids) or _NONE


def session_name(session: Session | None, id_: str, texts: Texts) -> str:
    """Return what a session is called, or its id."""
    return texts.show(session.name) if session is not None and session.name else id_


def rota_table(made: Rota, sparring: Sparring, texts: Texts) -> Told:
    """Return who spars whom in each meeting, and on what."""
    rows = []
    for meeting, stated in zip(made.meetings, sparring.meetings, strict=True):
        session = sparring.session(meeting.session)
        themes = [one.name for id_ in stated.themes if (one := sparring.theme(id_)) is not None]
        pairs = [
            f"{texts.show(sparring.name_of(first))} – {texts.show(sparring.name_of(second))}"
            for first, second in meeting.pairs
        ]
        rows.append(
            (
                session_name(session, meeting.session, texts),
                span_text(session.starts, session.ends, texts) if session else _NONE,
                texts.show(tuple(themes)) or _NONE,
                "; ".join(pairs) or _NONE,
                names(meeting.resting, sparring, texts),
            )
        )
    return told("sparring.rota", ("meeting", "when", "themes", "pairs", "resting"), rows, texts)


def partners_table(made: Rota, sparring: Sparring, texts: Texts) -> Told:
    """Return for each member whom it meets and when, and whom it does not."""
    rows = []
    for member in sparring.members:
        mine = member.participant
        meets: dict[str, list[str]] = {}
        for number, meeting in enumerate(made.meetings, start=1):
            for pair in meeting.pairs:
                if mine in pair:
                    other = pair[1] if pair[0] == mine else pair[0]
                    meets.setdefault(other, []).append(str(number))
        others = [one.participant for one in sparring.members if one.participant != mine]
        rows.append(
            (
                texts.show(sparring.name_of(mine)),
                "; ".join(
                    f"{texts.show(sparring.name_of(one))} ({', '.join(meets[one])})"
                    for one in others
                    if one in meets
                )
                or _NONE,
                names([one for one in others if one not in meets], sparring, texts),
                texts.show(made.rests().get(mine, 0)),
            )
        )
    return told("sparring.partners", ("member", "meets", "not_met", "rests"), rows, texts, (3,))


def turns_table(made: ExpertTurns, sparring: Sparring, texts: Texts) -> Told:
    """Return the experts' turns of each meeting, and who has none."""
    rows = []
    for session, without in made.without:
        by_expert: dict[str, list[str]] = {}
        for turn in made.turns:
            if turn.session == session:
                by_expert.setdefault(turn.expert, []).append(turn.member)
        turns = [
            f"{texts.show(sparring.name_of(expert))}: {names(by_expert[expert], sparring, texts)}"
            for expert in (one.participant for one in sparring.experts)
            if expert in by_expert
        ]
        rows.append(
            (
                session_name(sparring.session(session), session, texts),
                "; ".join(turns) or _NONE,
                names(without, sparring, texts),
            )
        )
    return told("sparring.turns", ("meeting", "turns", "without"), rows, texts)


def acceptance_table(
    standings: Sequence[AcceptanceStanding], sparring: Sparring, texts: Texts
) -> Told:
    """Return who has accepted which rules, and of whom they are to be asked."""
    rule_names = {one.id: texts.show(one.name) for one in sparring.rules}
    rows = [
        (
            texts.show(sparring.name_of(one.participant)),
            ", ".join(rule_names[rule] for rule in one.accepted) or _NONE,
            ", ".join(rule_names[rule] for rule in one.lacking) or _NONE,
        )
        for one in standings
    ]
    return told("sparring.rules", ("who", "accepted", "lacking"), rows, texts)


def presence_table(presences: Sequence[Presence], sparring: Sparring, texts: Texts) -> Told:
    """Return how each member has attended and how its obligation stands."""
    rows = [
        (
            texts.show(sparring.name_of(one.member)),
            texts.show(one.present),
            texts.show(one.absent),
            texts.show(one.unrecorded),
            texts.say(f"sparring.duty.{one.state.value}"),
        )
        for one in presences
    ]
    columns = ("member", "present", "absent", "unrecorded", "state")
    return told("sparring.attendance", columns, rows, texts, (1, 2, 3))


def instalment_table(
    standings: Sequence[InstalmentStanding], sparring: Sparring, texts: Texts
) -> Told:
    """Return how each instalment stands by attendance."""
    rows = [
        (
            one.grant,
            texts.show(sparring.name_of(one.member)) if one.member else _NONE,
            texts.show(one.number),
            texts.show(one.amount),
            texts.say(f"sparring.duty.{one.state.value}"),
            texts.say("sparring.instalments.waits" if one.is_held else "sparring.instalments.free"),
        )
        for one in standings
    ]
    columns = ("grant", "member", "number", "amount", "state", "standing")
    return told("sparring.instalments", columns, rows, texts, (2, 3))


def ties_table(network: Network, sparring: Sparring, texts: Texts) -> Told:
    """Return who have an agreement with whom."""
    shown = {one.id: texts.show(one.name) for one in network.nodes}
    agreed = {one.id: one for one in sparring.agreements}
    rows = [
        (
            shown[tie.first],
            shown[tie.second],
            texts.say(f"sparring.tie.{'inside' if tie.is_inside else 'outside'}"),
            "; ".join(texts.show(agreed[one].name) for one in tie.agreements),
            texts.say(f"sparring.tie.{'sure' if tie.is_sure else 'unsure'}"),
        )
        for tie in network.ties
    ]
    return told("sparring.ties", ("first", "second", "kind", "agreements", "made"), rows, texts)


def growth_table(networks: Sequence[Network], texts: Texts) -> Told:
    """Return how the network has grown from day to day."""
    rows = [
        (
            texts.say("sparring.growth.whole") if one.until is None else texts.show(one.until),
            texts.show(len(one.inside)),
            texts.show(len(one.outside)),
            texts.show(len(one.unsure)),
            texts.show(one.groups),
            share(one.reach, texts),
        )
        for one in networks
    ]
    columns = ("until", "inside", "outside", "unsure", "groups", "reach")
    return told("sparring.growth", columns, rows, texts, (1, 2, 3, 4, 5))


def mentions_table(feedback: PublishedFeedback, texts: Texts) -> Told:
    """Return in how many published answers each code is."""
    rows = [
        (texts.show(CODE_NAMES[code]), texts.show(feedback.count(code))) for code in FeedbackCode
    ]
    return told("sparring.feedback", ("code", "count"), rows, texts, (1,))


def tally_table(tally: Tally, texts: Texts) -> Told:
    """Return what may be shown of single answers, by code and group."""
    columns = [texts.say("sparring.feedback.code"), texts.say("sparring.feedback.count")]
    for group in tally.groups:
        known = f"sector.{group}"
        name = texts.say(known) if texts.has(known) else group
        columns.append(f"{name} ({texts.show(tally.groups[group])})")
    rows = [
        (
            texts.show(CODE_NAMES[one.code]),
            _count(one.all, texts),
            *(_count(one.by_group[group], texts) for group in tally.groups),
        )
        for one in tally.counts
    ]
    numbers = tuple(range(1, len(columns)))
    return Told(
        title="sparring.feedback", columns=tuple(columns), rows=tuple(rows), numbers=numbers
    )


def follow_up_table(
    standings: Sequence[FollowUpStanding], sparring: Sparring, texts: Texts
) -> Told:
    """Return how each follow-up stands with each member."""
    rounds = {one.id: one for one in sparring.follow_ups}
    rows = []
    for one in standings:
        asked = {question.id: question.name for question in rounds[one.follow_up].asks}
        rows.append(
            (
                texts.show(rounds[one.follow_up].name),
                texts.show(rounds[one.follow_up].due),
                texts.show(sparring.name_of(one.member)),
                texts.say(f"sparring.follow_up.state.{one.state.value}"),
                " ".join(texts.show(asked[id_]) for id_ in one.lacking) or _NONE,
            )
        )
    columns = ("round", "due", "member", "state", "lacking")
    return told("sparring.follow_up", columns, rows, texts)


def _count(count: int | None, texts: Texts) -> str:
    return texts.say("sparring.feedback.hidden") if count is None else texts.show(count)


def notes_table(notes: Sequence[ConfidentialNote], sparring: Sparring, texts: Texts) -> Told:
    """Return confidential notes, for those who have been let in."""
    rows = [
        (
            one.id,
            session_name(sparring.session(one.session), one.session, texts),
            texts.show(sparring.name_of(one.about))
            if one.about
            else texts.say("sparring.notes.everyone"),
            one.text,
        )
        for one in notes
    ]
    return told("sparring.notes", ("id", "meeting", "about", "text"), rows, texts)
