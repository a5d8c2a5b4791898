"""What is reckoned of a series of events as tables of words. It reckons nothing itself."""

from collections.abc import Sequence

from innokumppanuus.faces.reports.programme_facts import fact_text, span_text
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.domain.events import EventSeries, PlaceList, Registration
from innokumppanuus_sparring.faces.tables import session_name
from innokumppanuus_sparring.faces.told import Told, told

_NONE = "–"


def sessions_table(series: EventSeries, texts: Texts) -> Told:
    """Return the sessions with their places, and how one gets a place."""
    rows = []
    for event, session in series.sessions():
        booking = series.booking(session.id)
        order = texts.say(f"events.order.{booking.order.value}")
        if not series.has_booking(session.id):
            order = texts.say("events.order.not_stated", order=order)
        if booking.seed:
            order = f"{order} ({texts.say('events.sessions.seed', seed=booking.seed)})"
        rows.append(
            (
                texts.show(event.name),
                session_name(session, session.id, texts),
                span_text(session.starts, session.ends, texts),
                texts.show(session.place) if session.place else texts.say("status.missing"),
                fact_text(session.capacity, texts),
                fact_text(booking.closes, texts),
                order,
            )
        )
    columns = ("event", "session", "when", "place", "capacity", "closes", "order")
    return told("events.sessions", columns, rows, texts, (4,))


def attended_table(series: EventSeries, texts: Texts) -> Told:
    """Return how many of each sector came to each session."""
    sessions = {session.id: session for _, session in series.sessions()}
    rows = [
        (
            session_name(sessions.get(one.session), one.session, texts),
            texts.say(f"sector.{one.sector.value}"),
            texts.show(one.count),
        )
        for one in series.attended
    ]
    return told("events.attended", ("session", "sector", "count"), rows, texts, (2,))


def sectors_table(lists: Sequence[PlaceList], series: EventSeries, texts: Texts) -> Told:
    """Return how many of those with a place are of each sector, by session."""
    sessions = {session.id: session for _, session in series.sessions()}
    rows = [
        (
            session_name(sessions.get(one.session), one.session, texts),
            texts.say(f"sector.{sector.value}"),
            texts.show(count),
        )
        for one in lists
        for sector, count in one.sectors
    ]
    return told("events.sectors", ("session", "sector", "count"), rows, texts, (2,))


def places_table(made: PlaceList, known: Sequence[Registration], texts: Texts) -> Told:
    """Return every registration of a session with its place or its turn to get one."""
    bodies = {one.id: one for one in known if one.session == made.session}
    rows = []
    for state, ids in (
        ("seated", made.seated),
        ("waiting", made.waiting),
        ("cancelled", made.cancelled),
    ):
        for number, id_ in enumerate(ids, start=1):
            turn = texts.show(number) if state != "cancelled" else _NONE
            one = bodies[id_]
            rows.append(
                (
                    id_,
                    one.organisation or texts.say(f"sector.{one.sector.value}"),
                    texts.show(one.registered),
                    texts.say(f"events.state.{state}"),
                    turn,
                )
            )
    columns = ("registration", "body", "registered", "state", "turn")
    return told("events.places", columns, rows, texts, (4,))


def steps_table(made: PlaceList, texts: Texts) -> Told:
    """Return what happened to the places of a session, in order, each with its cause."""
    rows = []
    for number, step in enumerate(made.steps, start=1):
        cause = _NONE
        if step.because_of:
            cause = texts.say("events.steps.because", registration=step.because_of)
        elif step.lot:
            cause = texts.say("events.steps.lot", lot=step.lot)
        rows.append(
            (
                texts.show(number),
                texts.show(step.when),
                step.registration,
                texts.say(f"events.change.{step.change.value}"),
                cause,
            )
        )
    columns = ("number", "when", "registration", "change", "cause")
    return told("events.steps", columns, rows, texts, (0,))
