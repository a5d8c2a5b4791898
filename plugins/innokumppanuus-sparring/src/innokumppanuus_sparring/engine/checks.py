"""What does not fit together in a file of a sparring programme or of an event series."""

from collections.abc import Collection, Iterable, Iterator

from innokumppanuus.errors import Problem, unknown_name
from innokumppanuus_sparring.domain.confidential import ConfidentialFile
from innokumppanuus_sparring.domain.events import EventSeries, PlaceOrder
from innokumppanuus_sparring.domain.rota import MOST_TURNS, turns_of
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.rota import sittings


def check_sparring(sparring: Sparring) -> Iterator[Problem]:
    """Yield what does not fit together, each with its path in the file."""
    sessions = [one.id for _, one in sparring.programme.sessions()]
    people = [one.id for one in sparring.programme.participants]
    themes = [one.id for one in sparring.themes]
    members = [one.participant for one in sparring.members]
    meetings = [one.session for one in sparring.meetings]
    rules = [one.id for one in sparring.rules]
    yield from _twice("themes", "id", themes)
    yield from _twice("meetings", "session", meetings)
    yield from _twice("members", "participant", members)
    yield from _twice("experts", "participant", [one.participant for one in sparring.experts])
    yield from _twice("rules", "id", rules)
    yield from _twice("attendance", "session", [one.session for one in sparring.attendance])
    yield from _twice("agreements", "id", [one.id for one in sparring.agreements])
    yield from _twice("follow_ups", "id", [one.id for one in sparring.follow_ups])
    for at, meeting in enumerate(sparring.meetings):
        path = f"meetings[{at}]"
        yield from _known(f"{path}.session", [meeting.session], sessions)
        yield from _known(f"{path}.themes", meeting.themes, themes)
        if sparring.one_theme_each.value and len(meeting.themes) != 1:
            values = {"got": len(meeting.themes)}
            yield Problem(key="sparring.meeting-one-theme", values=values, path=path)
    for at, member in enumerate(sparring.members):
        yield from _known(f"members[{at}].participant", [member.participant], people)
        yield from _known(f"members[{at}].away", member.away, meetings)
    for at, expert in enumerate(sparring.experts):
        path = f"experts[{at}]"
        yield from _known(f"{path}.participant", [expert.participant], people)
        yield from _known(f"{path}.themes", expert.themes, themes)
        yield from _known(f"{path}.away", expert.away, meetings)
        yield from _known(f"{path}.apart_from", expert.apart_from, members)
    turns = turns_of(sittings(sparring))
    if turns > MOST_TURNS and any(one.away for one in sparring.members):
        yield Problem(
            key="sparring.rota-large", values={"most": MOST_TURNS, "got": turns}, path="members"
        )
    everyone = [*members, *(one.participant for one in sparring.experts)]
    for at, one in enumerate(sparring.acceptances):
        yield from _known(f"acceptances[{at}].participant", [one.participant], everyone)
        yield from _known(f"acceptances[{at}].rules", one.rules, rules)
    yield from _attendance(sparring, meetings, members)
    if sparring.feedback is not None and sparring.feedback.answers < sparring.least_told:
        values = {"least": sparring.least_told, "got": sparring.feedback.answers}
        yield Problem(key="sparring.feedback-few", values=values, path="feedback.answers")
    if sparring.feedback is not None:
        for at, told in enumerate(sparring.feedback.mentions):
            if told.count > sparring.feedback.answers:
                values = {"most": sparring.feedback.answers, "got": told.count}
                path = f"feedback.mentions[{at}].count"
                yield Problem(key="sparring.feedback-many", values=values, path=path)
    outsiders = {party.id for each in sparring.agreements for party in each.others}
    for at, each in enumerate(sparring.agreements):
        yield from _known(f"agreements[{at}].members", each.members, members)
    for id_ in sorted(outsiders & set(members)):
        yield Problem(key="sparring.agreement-outsider", values={"got": id_}, path="agreements")
    for at, round_ in enumerate(sparring.follow_ups):
        asked = [question.id for question in round_.asks]
        for place, answer in enumerate(round_.answers):
            path = f"follow_ups[{at}].answers[{place}]"
            yield from _known(f"{path}.member", [answer.member], members)
            yield from _known(f"{path}.questions", answer.questions, asked)


def check_series(series: EventSeries) -> Iterator[Problem]:
    """Yield what does not fit together, each with its path in the file."""
    sessions = [one.id for _, one in series.sessions()]
    events = [one.id for one in series.programme.events]
    yield from _twice("bookings", "session", [one.session for one in series.bookings])
    yield from _twice("invitations", "event", [one.event for one in series.invitations])
    for at, booking in enumerate(series.bookings):
        yield from _known(f"bookings[{at}].session", [booking.session], sessions)
        if booking.order is PlaceOrder.LOTTERY and not (booking.seed and booking.closes.is_known):
            yield Problem(key="sparring.lottery-unready", path=f"bookings[{at}].order")
    for at, invitation in enumerate(series.invitations):
        yield from _known(f"invitations[{at}].event", [invitation.event], events)
    for at, told in enumerate(series.attended):
        yield from _known(f"attended[{at}].session", [told.session], sessions)


def check_confidential(notes: ConfidentialFile, sparring: Sparring) -> Iterator[Problem]:
    """Yield what does not fit together in the confidential file of the programme."""
    if notes.about_programme != sparring.programme.id:
        values = {"got": notes.about_programme, "must": sparring.programme.id}
        yield Problem(key="sparring.notes-of-another", values=values, path="about_programme")
    yield from _twice("notes", "id", [one.id for one in notes.notes])
    meetings = [one.session for one in sparring.meetings]
    members = [one.participant for one in sparring.members]
    for at, note in enumerate(notes.notes):
        yield from _known(f"notes[{at}].session", [note.session], meetings)
        yield from _known(f"notes[{at}].about", [note.about] if note.about else [], members)


def _attendance(
    sparring: Sparring, meetings: Collection[str], members: Collection[str]
) -> Iterator[Problem]:
    for at, one in enumerate(sparring.attendance):
        path = f"attendance[{at}]"
        yield from _known(f"{path}.session", [one.session], meetings)
        yield from _known(f"{path}.present", one.present, members)
        yield from _known(f"{path}.absent", one.absent, members)
        for both in (name for name in one.absent if name in one.present):
            yield Problem(
                key="sparring.attendance-both", values={"got": both}, path=f"{path}.absent"
            )
    duty = sparring.duty.value
    if duty is not None and duty.least > len(meetings):
        values = {"most": len(meetings), "got": duty.least}
        yield Problem(key="sparring.duty-beyond", values=values, path="duty.value.least")


def _twice(listed: str, key: str, ids: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, id_ in enumerate(ids):
        if id_ in seen:
            yield Problem(key="twice", values={"got": id_}, path=f"{listed}[{at}].{key}")
        seen.add(id_)


def _known(path: str, named: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    for one in named:
        if one not in known:
            error = unknown_name(one, known)
            yield Problem(key=error.key, values=error.values, path=path)
