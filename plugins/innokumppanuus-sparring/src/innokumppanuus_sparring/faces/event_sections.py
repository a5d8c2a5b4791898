"""The section of the report of a series of events: sessions, places, who came by sector."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.programmes import ProgrammeSection
from innokumppanuus.faces.reports.bars import Bar, bars_svg
from innokumppanuus.faces.reports.pieces import paragraphs_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_sparring.domain.events import EventSeries
from innokumppanuus_sparring.faces import event_tables


@attrs.frozen
class SessionsSection:
    """Sessions and how one gets a place; who registered is in no report."""

    key: str = "events.sessions"
    name: Label = Label(
        "Ilmoittautuminen ja paikat", "Anmälan och platser", "Registration and places"
    )
    order: int = 30

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> EventSeries | None:
        """See `faces.programmes.ProgrammeSection`."""
        return noun if isinstance(noun, EventSeries) and noun.sessions() else None

    def html(self, result: EventSeries, noun: EventSeries, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        unstated = [one for _, one in noun.sessions() if not one.capacity.is_known]
        told = [texts.say("events.sessions.told", sessions=len(noun.sessions()))]
        if unstated:
            told.append(texts.say("events.sessions.unstated", count=len(unstated)))
        return paragraphs_html(told) + event_tables.sessions_table(noun, texts).html(texts)


@attrs.frozen
class AttendedSection:
    """How many came, by sector."""

    key: str = "events.attended"
    name: Label = Label(
        "Osallistujat sektoreittain", "Deltagare per sektor", "Participants by sector"
    )
    order: int = 31

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> EventSeries | None:
        """See `faces.programmes.ProgrammeSection`; None where nobody has counted."""
        return noun if isinstance(noun, EventSeries) and noun.attended else None

    def html(self, result: EventSeries, noun: EventSeries, texts: Texts) -> str:
        """See `faces.programmes.ProgrammeSection`."""
        by_sector: dict[str, int] = {}
        for one in noun.attended:
            by_sector[one.sector.value] = by_sector.get(one.sector.value, 0) + one.count
        whole = max(sum(by_sector.values()), 1)
        bars = [
            Bar(
                name=texts.say(f"sector.{sector}"),
                share=Fraction(count, whole),
                shown=texts.show(count),
            )
            for sector, count in by_sector.items()
        ]
        title = texts.say("events.attended")
        description = texts.say("events.attended.picture.description")
        picture = bars_svg(bars, title, description, "events-attended")
        table = event_tables.attended_table(noun, texts).html(texts)
        told = paragraphs_html([texts.say("events.attended.told", count=sum(by_sector.values()))])
        return f"{told}<figure>{picture}</figure>{table}"


def sections() -> Iterator[ProgrammeSection]:
    """Return the sections of a series of events."""
    yield SessionsSection()
    yield AttendedSection()
