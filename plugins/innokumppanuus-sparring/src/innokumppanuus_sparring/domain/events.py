"""A series of events: who may come to its sessions, who has registered, and what was decided."""

from datetime import datetime
from enum import StrEnum

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parties import Sector
from innokumppanuus.domain.programme import Event, Programme, Session
from innokumppanuus.domain.sources import Fact, missing


class PlaceOrder(StrEnum):
    """In which order places are given (paikkojen jakotapa)."""

    REGISTRATION = "registration"
    LOTTERY = "lottery"


@attrs.frozen(kw_only=True)
class Booking:
    """
    How one registers for a session (ilmoittautumistapa).

    Attributes:
        session: Id of the session of the programme; that tells its capacity too.
        closes: By when one registers.
        order: In which order places are given.
        seed: Published before the lottery; with the ids of the registrations it gives their order.
    """

    session: str = attrs.field(validator=attrs.validators.min_len(1))
    closes: Fact[When] = attrs.field(factory=missing)
    order: PlaceOrder = PlaceOrder.REGISTRATION
    seed: str = ""


@attrs.frozen(kw_only=True)
class Invitation:
    """
    What an invitation says beside the times and places of the sessions (kutsu).

    Attributes:
        event: Id of the event of the programme.
        audience: To whom it is sent.
        says: What the event is for, in the inviter's words.
        registration: How one registers.
        contact: Whom to ask, as a role and never as a person's name.
    """

    event: str = attrs.field(validator=attrs.validators.min_len(1))
    audience: Label | None = None
    says: Label | None = None
    registration: Label | None = None
    contact: Label | None = None


@attrs.frozen(kw_only=True)
class Registration:
    """
    A registration for one session: one place (ilmoittautuminen). It names no person.

    Attributes:
        id: Stable; also what lots are drawn of.
        session: Which session.
        organisation: Whom it is for; empty for a resident.
        sector: What kind of body that is.
        registered: When it came in.
        cancelled: When it was cancelled; None when it was not.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    session: str = attrs.field(validator=attrs.validators.min_len(1))
    organisation: str = ""
    sector: Sector = Sector.UNKNOWN
    registered: datetime
    cancelled: datetime | None = None


@attrs.frozen(kw_only=True)
class Attended:
    """
    How many of a sector came to a session (osallistujamäärä).

    Attributes:
        session: Which session.
        sector: Which sector.
        count: How many.
    """

    session: str = attrs.field(validator=attrs.validators.min_len(1))
    sector: Sector = Sector.UNKNOWN
    count: int = attrs.field(validator=attrs.validators.ge(0))


@attrs.frozen(kw_only=True)
class EventSeries:
    """
    A series of events (tapahtumasarja).

    Attributes:
        programme: The programme, with the events and their sessions.
        bookings: How one registers for each session.
        invitations: What the invitations say.
        attended: How many came, by sector; who they were is in no open file.
    """

    programme: Programme
    bookings: tuple[Booking, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    attended: tuple[Attended, ...] = ()

    def sessions(self) -> tuple[tuple[Event, Session], ...]:
        """Return every session with its event, in the order of the file."""
        return tuple(self.programme.sessions())

    def has_booking(self, session: str) -> bool:
        """Return whether it is told how one registers for the session."""
        return any(one.session == session for one in self.bookings)

    def booking(self, session: str) -> Booking:
        """Return how one registers for the session; in the order of registration if not told."""
        found = (one for one in self.bookings if one.session == session)
        return next(found, Booking(session=session))

    def invitation(self, event: str) -> Invitation:
        """Return what the invitation to the event says; nothing of its own if not told."""
        found = (one for one in self.invitations if one.event == event)
        return next(found, Invitation(event=event))


class PlaceState(StrEnum):
    """How a registration fared (paikan tila)."""

    SEATED = "seated"
    WAITING = "waiting"
    CANCELLED = "cancelled"


class PlaceChange(StrEnum):
    """What happened to a registration (paikan muutos)."""

    SEATED = "seated"
    QUEUED = "queued"
    CANCELLED = "cancelled"
    PROMOTED = "promoted"


@attrs.frozen(kw_only=True)
class PlaceStep:
    """
    One thing that happened, with what it followed from (paikkojen jaon vaihe).

    Attributes:
        when: The moment.
        change: What happened.
        registration: To which registration.
        because_of: The registration whose cancelling gave the place; empty otherwise.
        lot: Start of the lot that ordered it; empty where the order of registration did.
    """

    when: datetime
    change: PlaceChange
    registration: str
    because_of: str = ""
    lot: str = ""


@attrs.frozen(kw_only=True)
class PlaceList:
    """
    Who has a place in a session, who waits, and how that came about (paikkaluettelo).

    Attributes:
        session: Which session.
        capacity: How many may come; None when nobody has said.
        seated: Ids of those who have a place, in the order in which they got it.
        waiting: Ids of those who wait, the next one first.
        cancelled: Ids of those who cancelled.
        steps: How it came about.
        sectors: How many of those with a place are of which sector.
    """

    session: str
    capacity: int | None
    seated: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    steps: tuple[PlaceStep, ...] = ()
    sectors: tuple[tuple[Sector, int], ...] = ()

    def state(self, registration: str) -> PlaceState:
        """Return how the registration fared; raise KeyError when it is not of this session."""
        for state, ids in (
            (PlaceState.SEATED, self.seated),
            (PlaceState.WAITING, self.waiting),
            (PlaceState.CANCELLED, self.cancelled),
        ):
            if registration in ids:
                return state
        raise KeyError(registration)
