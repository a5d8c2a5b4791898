"""The invitation to an event as text in one language; what nobody has stated it does not say."""

from collections.abc import Iterator

from innokumppanuus.domain.programme import Event
from innokumppanuus.faces.reports.programme_facts import span_text
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.domain.events import EventSeries, PlaceOrder
from innokumppanuus_sparring.faces.tables import session_name


def invitation_text(series: EventSeries, event: Event, texts: Texts) -> str:
    """Return the invitation, ready to be sent; lines are paragraphs."""
    return "\n\n".join(_paragraphs(series, event, texts)) + "\n"


def _paragraphs(series: EventSeries, event: Event, texts: Texts) -> Iterator[str]:
    stated = series.invitation(event.id)
    yield texts.say("events.invitation.title", event=event.name)
    if series.programme.is_fictional:
        yield texts.say("events.invitation.fictional")
    if stated.audience is not None:
        yield texts.say("events.invitation.audience", audience=stated.audience)
    for words in (stated.says, event.purpose):
        if words is not None:
            yield texts.show(words)
    lines = [texts.say("events.invitation.sessions")]
    for session in event.sessions:
        parts = [span_text(session.starts, session.ends, texts)]
        if session.name is not None:
            parts.insert(0, session_name(session, session.id, texts))
        if session.place is not None:
            parts.append(texts.show(session.place))
        lines.append(f"- {', '.join(parts)}")
    yield "\n".join(lines)
    yield from _booking(series, event, texts)
    if stated.registration is not None:
        yield texts.show(stated.registration)
    if stated.contact is not None:
        yield texts.say("events.invitation.contact", contact=stated.contact)
    organisers = [
        one.shown_name
        for one in series.programme.participants
        if any(role.value is not None and role.value.value == "organiser" for role in one.roles)
    ]
    yield texts.say("events.invitation.welcome")
    if organisers:
        yield texts.show(tuple(organisers))


def _booking(series: EventSeries, event: Event, texts: Texts) -> Iterator[str]:
    lines = []
    for session in event.sessions:
        booking, capacity = series.booking(session.id), session.capacity.value
        told = []
        if capacity is not None:
            told.append(texts.say("events.invitation.places", places=capacity))
        if booking.closes.value is not None:
            told.append(texts.say("events.invitation.closes", closes=booking.closes.value))
        if booking.order is PlaceOrder.LOTTERY:
            told.append(texts.say("events.invitation.lottery", seed=booking.seed))
        elif capacity is not None:
            told.append(texts.say("events.invitation.in_order"))
        if told:
            head = session_name(session, session.id, texts)
            lines.append(f"{head}: {' '.join(told)}" if len(event.sessions) > 1 else " ".join(told))
    if lines:
        yield "\n".join(lines)
