"""
A programme as its file states it: who takes part, when, in what parts, and how it is known.

A call, a budget, a selection and a score are each optional; what one kind of programme adds is
for the nouns of plugins, which hold a `Programme` beside their own attributes.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from fractions import Fraction

import attrs

from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parties import Party, RoleKind, Sector
from innokumppanuus.domain.principles import Principles
from innokumppanuus.domain.sources import Fact, Source, missing


class ProgrammeKind(StrEnum):
    """How a programme works (ohjelman laji)."""

    OPEN_CALL = "open_call"
    SPARRING = "sparring"
    FORUM = "forum"
    INVITED_NETWORK = "invited_network"
    CONSORTIUM = "consortium"
    EVENT_SERIES = "event_series"


class PhaseKind(StrEnum):
    """
    What a phase is (vaiheen laji).

    `base` is what was agreed on, an `option` follows only if it is taken, a `stage` comes after
    another one, and a `part` may run beside others.
    """

    BASE = "base"
    OPTION = "option"
    STAGE = "stage"
    PART = "part"


class Ending(StrEnum):
    """
    How a programme ended (päättyminen).

    `superseded` is one whose purpose something else took over; its pilots may be completed.
    """

    OPEN_ENDED = "open_ended"
    COMPLETED = "completed"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


@attrs.frozen(kw_only=True)
class Participant:
    """
    Who takes part (osallistuja): a party, or a role that the source leaves unnamed.

    Attributes:
        id: Stable; followers, responsibilities and plugins name it.
        party: Who it is; none when the source names nobody.
        name: What it is called when it names nobody; never a person's name.
        sector: What kind of body it is when it names nobody.
        roles: What it does; `{status: missing}` where the source does not say who does what.
        share: Part of the programme's money that it pays [0–1].
        since: From when it takes part.
        until: Until when it takes part.
        followed_by: Id of the participant that goes on in its place.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    party: Party | None = None
    name: Label | None = None
    sector: Sector = Sector.UNKNOWN
    roles: tuple[Fact[RoleKind], ...] = ()
    share: Fact[Fraction] = attrs.field(factory=missing)
    since: Fact[When] = attrs.field(factory=missing)
    until: Fact[When] = attrs.field(factory=missing)
    followed_by: str = ""

    @property
    def shown_name(self) -> Label:
        """Its name, the party's or its own, or its id when it has neither."""
        if self.party is not None:
            return self.party.name
        return self.name or Label(self.id, self.id, self.id)

    @property
    def shown_sector(self) -> Sector:
        """The sector of the party, or its own when it names nobody."""
        return self.sector if self.party is None else self.party.sector

    def has_role(self, kind: RoleKind) -> bool:
        """Return whether it is known to have the role, by whatever certainty."""
        return any(role.value is kind for role in self.roles)

    def takes_part(self, moment: datetime) -> bool | None:
        """Return whether it takes part at *moment*; None when it cannot be told."""
        since, until = self.since.value, self.until.value
        if until is not None and until.latest < moment:
            return False
        if since is not None and since.earliest > moment:
            return False
        begun = since is not None and since.latest <= moment
        goes_on = until is not None and until.earliest > moment
        return True if begun and goes_on else None


@attrs.frozen(kw_only=True)
class Phase:
    """
    A part of a programme in time (vaihe, osa-alue); phases may overlap.

    Attributes:
        id: Stable.
        name: What it is called.
        kind: Whether it was agreed on, is an option, follows another or runs beside others.
        purpose: What it is for.
        starts: When it begins.
        ends: When it ends.
        follows: Id of the phase that it goes on from; empty when from none.
        needs_decision: Whether it begins only after a decision to go on.
        decide_by: When that decision is to be made.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    kind: PhaseKind = PhaseKind.PART
    purpose: Label | None = None
    starts: Fact[When] = attrs.field(factory=missing)
    ends: Fact[When] = attrs.field(factory=missing)
    follows: str = ""
    needs_decision: bool = False
    decide_by: Fact[When] = attrs.field(factory=missing)


@attrs.frozen(kw_only=True)
class Session:
    """
    One meeting of an event (tilaisuuden kerta).

    Attributes:
        id: Stable, unique in the programme.
        name: What it is about, when that differs from the event.
        starts: When it begins.
        ends: When it ends.
        place: Where it is held.
        capacity: How many may come.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label | None = None
    starts: Fact[When] = attrs.field(factory=missing)
    ends: Fact[When] = attrs.field(factory=missing)
    place: Label | None = None
    capacity: Fact[int] = attrs.field(factory=missing)


@attrs.frozen(kw_only=True)
class Event:
    """
    An event of a programme, with one session or several (tilaisuus, tapahtumasarja).

    Attributes:
        id: Stable.
        name: What it is called.
        purpose: What it is for.
        phase: Id of the phase that it belongs to; empty when to none.
        methods: How one works in it, as brainstorming or benchmarking.
        sessions: Its meetings in the order of the programme; one may lie after a call closes.
        sources: Keys of the sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    purpose: Label | None = None
    phase: str = ""
    methods: tuple[Label, ...] = ()
    sessions: tuple[Session, ...] = ()
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Statement:
    """
    Something that is told of a programme, with how it is known (tieto, toteamus).

    Without words and without a number it is a gap: something that the sources leave open.

    Attributes:
        id: Stable.
        name: What it is about.
        says: What is told, in words of our own.
        count: How many, where that is told: exact, a range, or "almost 20".
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    says: Fact[Label] = attrs.field(factory=missing)
    count: Fact[Count] = attrs.field(factory=missing)

    @property
    def is_gap(self) -> bool:
        return not (self.says.is_known or self.count.is_known)


@attrs.frozen(kw_only=True)
class Programme:
    """
    A programme (ohjelma, hanke): a call, a forum, sparring, a network, a consortium, events.

    Attributes:
        id: Stable.
        name: What the programme is called.
        aliases: Other spellings that the sources use.
        kind: How it works.
        zone: Time zone of every time in it.
        purpose: What it is for.
        is_fictional: True when made up for teaching or tests.
        sources: What the facts rest on, by key.
        participants: Organisers, funders, members, unnamed roles.
        principles: What the programme holds of each of the 3P.
        starts: When it begins.
        ends: When it ends; missing when it has no end or none is told.
        ending: How it ended.
        phases: Its parts in time; they may overlap.
        events: Seminars, workshops, series of events.
        calls: Ids of the calls that belong to it; often none.
        facts: What else the sources tell, and what they leave open.
    """

    id: str = attrs.field(validator=attrs.validators.matches_re(r"[a-z0-9][a-z0-9_-]*"))
    name: Label
    aliases: tuple[str, ...] = ()
    kind: ProgrammeKind
    zone: str = "Europe/Helsinki"
    purpose: Label | None = None
    is_fictional: bool = False
    sources: Mapping[str, Source] = attrs.field(factory=dict)
    participants: tuple[Participant, ...] = ()
    principles: Principles = attrs.field(factory=Principles)
    starts: Fact[When] = attrs.field(factory=missing)
    ends: Fact[When] = attrs.field(factory=missing)
    ending: Fact[Ending] = attrs.field(factory=missing)
    phases: tuple[Phase, ...] = ()
    events: tuple[Event, ...] = ()
    calls: tuple[str, ...] = ()
    facts: tuple[Statement, ...] = ()

    def participant(self, id_: str) -> Participant | None:
        """Return the participant with the id, or None."""
        return next((one for one in self.participants if one.id == id_), None)

    def phase(self, id_: str) -> Phase | None:
        """Return the phase with the id, or None."""
        return next((one for one in self.phases if one.id == id_), None)

    def with_role(self, kind: RoleKind) -> tuple[Participant, ...]:
        """Return the participants that are known to have the role, in the order of the file."""
        return tuple(one for one in self.participants if one.has_role(kind))

    def roles_open(self) -> tuple[Participant, ...]:
        """Return the participants of whom no role is known."""
        return tuple(
            one
            for one in self.participants
            if not any(role.value not in (None, RoleKind.UNKNOWN) for role in one.roles)
        )

    def gaps(self) -> tuple[Statement, ...]:
        """Return what the sources leave open."""
        return tuple(one for one in self.facts if one.is_gap)

    def sessions(self) -> Iterator[tuple[Event, Session]]:
        """Yield every session with its event, in the order of the file."""
        return ((event, one) for event in self.events for one in event.sessions)


@attrs.frozen(kw_only=True)
class PlainProgramme:
    """
    A programme file that adds nothing of its own (pelkkä ohjelma).

    Attributes:
        programme: The programme.
    """

    programme: Programme
