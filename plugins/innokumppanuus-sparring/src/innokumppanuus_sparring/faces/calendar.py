"""Sessions of a programme as a calendar file (iCalendar): the same programme, the same bytes."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from innokumppanuus.domain.dates import Precision, When
from innokumppanuus.domain.programme import Event as ProgrammeEvent
from innokumppanuus.domain.programme import Programme, Session
from innokumppanuus.faces.texts import Texts
from innokumppanuus_sparring.faces.tables import session_name

_PRODUCT = "-//innokumppanuus//sparring//"


def calendar_bytes(programme: Programme, texts: Texts) -> bytes:
    """
    Return the calendar of all sessions whose day is known.

    A session with moments is in the programme's zone, one of which only the day is known lasts the
    whole day. The UID of a session never changes, so that importing the file again mends it.

    Source:
        RFC 5545, Internet Calendaring and Scheduling Core Object Specification.
    """
    calendar = Calendar()
    calendar.add("prodid", f"{_PRODUCT}{texts.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", texts.show(programme.name))
    days = []
    for event, session in programme.sessions():
        starts = session.starts.value
        if starts is not None and is_dated(starts):
            calendar.add_component(_component(programme, event, session, starts, texts))
            days.append(starts.earliest.date())
    if days:
        zone = _zone(programme.zone, min(days).year, max(days).year)
        calendar.subcomponents.insert(0, zone)
    made: bytes = calendar.to_ical(sorted=True)
    return made


def undated(programme: Programme) -> Iterator[tuple[ProgrammeEvent, Session]]:
    """Yield the sessions that no calendar can hold, since their day is not known."""
    for event, session in programme.sessions():
        starts = session.starts.value
        if starts is None or not is_dated(starts):
            yield event, session


def is_dated(when: When) -> bool:
    """Return whether it is a moment or a day."""
    return when.precision in (Precision.INSTANT, Precision.DAY)


def uid(programme: Programme, session: Session) -> str:
    """Return the name of the session in calendars, the same for ever."""
    return f"{session.id}.{programme.id}@innokumppanuus"


def _component(
    programme: Programme, event: ProgrammeEvent, session: Session, starts: When, texts: Texts
) -> Event:
    made = Event()
    made.add("uid", uid(programme, session))
    # The file states no day of its own, so the stamp is the session's: it must be there.
    made.add("dtstamp", starts.earliest.astimezone(ZoneInfo("UTC")))
    made.add("summary", _summary(event, session, texts))
    if event.purpose is not None:
        made.add("description", texts.show(event.purpose))
    if session.place is not None:
        made.add("location", texts.show(session.place))
    if starts.precision is Precision.DAY:
        day = starts.earliest.date()
        made.add("dtstart", day)
        made.add("dtend", day + timedelta(days=1))
        return made
    made.add("dtstart", _local(starts.earliest, programme.zone))
    ends = session.ends.value
    if ends is not None and ends.precision is Precision.INSTANT:
        made.add("dtend", _local(ends.latest, programme.zone))
    return made


def _summary(event: ProgrammeEvent, session: Session, texts: Texts) -> str:
    name = texts.show(event.name)
    return f"{name}: {session_name(session, '', texts)}" if session.name is not None else name


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(ZoneInfo(zone))


def _zone(name: str, first_year: int, last_year: int) -> Timezone:
    """
    Return the zone with the clock changes of the years, and of no others.

    They are told by the time just before the change, as the standard asks; the library's own tells
    those of spring by the time after it.
    """
    made = Timezone()
    made.add("tzid", name)
    zone = ZoneInfo(name)
    at = datetime(first_year, 1, 1, tzinfo=ZoneInfo("UTC")) - timedelta(days=1)
    end = datetime(last_year + 1, 1, 1, tzinfo=ZoneInfo("UTC"))
    made.add_component(_clock(at.astimezone(zone), at.astimezone(zone)))
    while at < end:
        later = at + timedelta(hours=1)
        if at.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            made.add_component(_clock(at.astimezone(zone), later.astimezone(zone)))
        at = later
    return made


def _clock(before: datetime, after: datetime) -> TimezoneStandard | TimezoneDaylight:
    """Return the time that begins at *after*, where it was *before* until then."""
    made = TimezoneDaylight() if after.dst() else TimezoneStandard()
    offset = before.utcoffset()
    assert offset is not None  # both are in a zone
    made.add("dtstart", (after.astimezone(ZoneInfo("UTC")) + offset).replace(tzinfo=None))
    made.add("tzname", after.tzname())
    made.add("tzoffsetfrom", offset)
    made.add("tzoffsetto", after.utcoffset())
    return made
