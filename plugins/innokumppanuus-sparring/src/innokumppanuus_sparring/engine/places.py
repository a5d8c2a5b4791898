"""
Places of a session, given fairly: in the order of registration or by a lottery all can check.

Nobody who registered is passed by one behind in the order, no place stays empty while somebody
waits, and every promotion names the cancelling that gave it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256

import attrs

from innokumppanuus.domain.parties import Sector
from innokumppanuus_sparring.domain.events import (
    Booking,
    EventSeries,
    PlaceChange,
    PlaceList,
    PlaceOrder,
    PlaceStep,
    Registration,
)

_LOT_SHOWN = 12


def lot(seed: str, session: str, registration: str) -> str:
    """
    Return the lot of a registration; the lowest comes first.

    It is the SHA-256 of the published seed, the session and the registration, each on a line of its
    own in UTF-8, so that anybody can draw it again.
    """
    return sha256(f"{seed}\n{session}\n{registration}".encode()).hexdigest()


def place_lists(
    series: EventSeries, registrations: Sequence[Registration]
) -> tuple[PlaceList, ...]:
    """Return the places of every session, in the order of the file."""
    return tuple(
        places(
            [one for one in registrations if one.session == session.id],
            session.capacity.value,
            series.booking(session.id),
        )
        for _, session in series.sessions()
    )


def places(
    registrations: Iterable[Registration], capacity: int | None, booking: Booking
) -> PlaceList:
    """
    Return who has a place and who waits, as if each thing had happened at its moment.

    Registrations of one moment are ordered by their lots, and by their ids without a seed. In a
    lottery those who registered in time are drawn when registration closes, and later ones come
    after them in the order of registration.
    """
    known = sorted(registrations, key=lambda one: (one.registered, _tie(one, booking)))
    queue = _Queue(capacity)
    drawn = _closing(booking)
    if drawn is not None:
        _draw([one for one in known if one.registered <= drawn], drawn, queue, booking)
        known = [one for one in known if one.registered > drawn]
    _play(known, sorted(queue.cancelling, key=lambda one: one.id), queue)
    sectors = {one.id: one.sector for one in queue.everyone}
    return PlaceList(
        session=booking.session,
        capacity=capacity,
        seated=tuple(queue.seated),
        waiting=tuple(queue.waiting),
        cancelled=tuple(queue.cancelled),
        steps=tuple(queue.steps),
        sectors=sector_counts(sectors[one] for one in queue.seated),
    )


def sector_counts(sectors: Iterable[Sector]) -> tuple[tuple[Sector, int], ...]:
    """Return how many there are of each sector that occurs, in the order of the sectors."""
    held = list(sectors)
    return tuple((one, held.count(one)) for one in Sector if one in held)


@attrs.define
class _Queue:
    capacity: int | None
    seated: list[str] = attrs.field(factory=list)
    waiting: list[str] = attrs.field(factory=list)
    cancelled: list[str] = attrs.field(factory=list)
    steps: list[PlaceStep] = attrs.field(factory=list)
    everyone: list[Registration] = attrs.field(factory=list)
    cancelling: list[Registration] = attrs.field(factory=list)

    def enter(self, one: Registration, when: datetime, drawn: str = "") -> None:
        self.everyone.append(one)
        has_room = self.capacity is None or len(self.seated) < self.capacity
        goes_in = has_room and not self.waiting
        (self.seated if goes_in else self.waiting).append(one.id)
        change = PlaceChange.SEATED if goes_in else PlaceChange.QUEUED
        self.tell(when, change, one.id, lot=drawn)

    def leave(self, one: Registration, when: datetime) -> None:
        self.cancelled.append(one.id)
        self.tell(when, PlaceChange.CANCELLED, one.id)
        if one.id in self.waiting:
            self.waiting.remove(one.id)
            return
        self.seated.remove(one.id)
        if self.waiting:
            first = self.waiting.pop(0)
            self.seated.append(first)
            self.tell(when, PlaceChange.PROMOTED, first, because_of=one.id)

    def tell(
        self, when: datetime, change: PlaceChange, id_: str, because_of: str = "", lot: str = ""
    ) -> None:
        step = PlaceStep(
            when=when, change=change, registration=id_, because_of=because_of, lot=lot[:_LOT_SHOWN]
        )
        self.steps.append(step)


def _draw(known: Sequence[Registration], drawn: datetime, queue: _Queue, booking: Booking) -> None:
    """Draw those who are still registered when registration closes."""
    lots = {one.id: lot(booking.seed, booking.session, one.id) for one in known}
    for one in known:
        if one.cancelled is not None and one.cancelled <= drawn:
            queue.everyone.append(one)
            queue.cancelled.append(one.id)
            queue.tell(one.cancelled, PlaceChange.CANCELLED, one.id)
    for one in sorted(known, key=lambda one: (lots[one.id], one.id)):
        if one.id not in queue.cancelled:
            queue.enter(one, drawn, lots[one.id])
            if one.cancelled is not None:
                queue.cancelling.append(one)


def _play(known: Sequence[Registration], left: Sequence[Registration], queue: _Queue) -> None:
    """Let registrations and cancellings happen in the order of their moments."""
    happenings: list[tuple[datetime, int, int, Registration]] = []
    for place, one in enumerate(known):
        happenings.append((one.registered, 1, place, one))
        if one.cancelled is not None:
            # Who cancels in the moment of registering has registered first.
            is_at_once = one.cancelled <= one.registered
            moment = max(one.cancelled, one.registered)
            happenings.append((moment, 2 if is_at_once else 0, place, one))
    happenings += [
        (one.cancelled, 0, place - len(left), one)
        for place, one in enumerate(left)
        if one.cancelled is not None
    ]
    for _, what, _, one in sorted(happenings, key=lambda each: each[:3]):
        if what == 1:
            queue.enter(one, one.registered)
        elif one.cancelled is not None:
            queue.leave(one, one.cancelled)


def _closing(booking: Booking) -> datetime | None:
    """Return when lots are drawn; None where places go in the order of registration."""
    closes = booking.closes.value if booking.order is PlaceOrder.LOTTERY else None
    return None if closes is None else closes.latest


def _tie(one: Registration, booking: Booking) -> tuple[str, str]:
    return (lot(booking.seed, booking.session, one.id) if booking.seed else "", one.id)
