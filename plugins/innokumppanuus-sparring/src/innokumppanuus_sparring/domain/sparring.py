"""
A sparring programme as its file states it: who spars, on what, by which rules, with what results.

Confidential notes and single answers are not here: they have a file of their own (`confidential`).
"""

import attrs

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.programme import Programme, Session
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus_sparring.domain.agreements import Agreement
from innokumppanuus_sparring.domain.feedback import PublishedFeedback
from innokumppanuus_sparring.domain.follow_up import FollowUpRound


@attrs.frozen(kw_only=True)
class Theme:
    """
    What a meeting works on (sparrauksen teema).

    Attributes:
        id: Stable.
        name: What it is called.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label


@attrs.frozen(kw_only=True)
class Meeting:
    """
    One meeting of the group (tapaaminen); the themes of one may be one, several or none.

    Attributes:
        session: Id of the session of the programme that tells its time and place.
        themes: Ids of its themes.
    """

    session: str = attrs.field(validator=attrs.validators.min_len(1))
    themes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Member:
    """
    Who is sparred and spars others (sparrattava).

    Attributes:
        participant: Id of the participant of the programme.
        grant: Number of the application that got the grant; empty when there is none.
        away: Sessions from which it is known beforehand to be away.
    """

    participant: str = attrs.field(validator=attrs.validators.min_len(1))
    grant: str = ""
    away: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Expert:
    """
    Who spars as an expert (asiantuntijasparraaja); a role, never a person's name.

    Attributes:
        participant: Id of the participant of the programme.
        themes: Ids of the themes that the expert spars on; any theme when empty.
        turns: How many members the expert takes in one meeting.
        away: Sessions from which the expert is known beforehand to be away.
        apart_from: Members whom the expert does not spar, as a competitor or for a tie.
    """

    participant: str = attrs.field(validator=attrs.validators.min_len(1))
    themes: tuple[str, ...] = ()
    turns: int = attrs.field(default=1, validator=attrs.validators.ge(1))
    away: tuple[str, ...] = ()
    apart_from: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class SharedRule:
    """
    A principle of the programme that everyone is asked to accept (yhteinen periaate).

    Attributes:
        id: Stable.
        name: What it is called.
        means: What it means in practice.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    means: Label | None = None


@attrs.frozen(kw_only=True)
class Acceptance:
    """
    That a member or an expert has accepted rules (hyväksyntä).

    Attributes:
        participant: Who.
        rules: Ids of the rules that it accepts.
    """

    participant: str = attrs.field(validator=attrs.validators.min_len(1))
    rules: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Attendance:
    """
    Who came to a meeting (läsnäolo). Whoever is in neither list has not been recorded.

    Attributes:
        session: Which meeting.
        present: Members who came.
        absent: Members who did not come.
    """

    session: str = attrs.field(validator=attrs.validators.min_len(1))
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class AttendanceDuty:
    """
    Attendance as an obligation of the grant (osallistumisvelvoite).

    Attributes:
        least: In how many meetings a member must take part.
        instalments: Numbers of the instalments that wait for it, the first is 1; all when empty.
    """

    least: int = attrs.field(validator=attrs.validators.ge(1))
    instalments: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Sparring:
    """
    A sparring programme (sparrausohjelma).

    Attributes:
        programme: The programme.
        themes: What is worked on.
        meetings: When, in their order; each works on some of the themes.
        one_theme_each: Whether each meeting has exactly one theme.
        members: Who are sparred and spar each other.
        experts: Who spar as experts.
        rules: The principles that everyone is asked to accept.
        acceptances: Who has accepted which.
        duty: Whether the grant obliges to attend; missing is "not stated", which is not "no".
        attendance: Who came.
        agreements: Agreements on co-operation that were made.
        feedback: What members said of the programme, as published numbers.
        least_told: Smallest number of answers of which counts are shown.
        follow_ups: What is asked after the end.
    """

    programme: Programme
    themes: tuple[Theme, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    one_theme_each: Fact[bool] = attrs.field(factory=missing)
    members: tuple[Member, ...] = ()
    experts: tuple[Expert, ...] = ()
    rules: tuple[SharedRule, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    duty: Fact[AttendanceDuty] = attrs.field(factory=missing)
    attendance: tuple[Attendance, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    feedback: PublishedFeedback | None = None
    least_told: int = attrs.field(default=3, validator=attrs.validators.ge(2))
    follow_ups: tuple[FollowUpRound, ...] = ()

    def name_of(self, participant: str) -> Label:
        """Return what a participant is called; its id when there is none such."""
        found = self.programme.participant(participant)
        return found.shown_name if found is not None else same(participant)

    def theme(self, id_: str) -> Theme | None:
        """Return the theme with the id, or None."""
        return next((one for one in self.themes if one.id == id_), None)

    def session(self, id_: str) -> Session | None:
        """Return the session of the programme with the id, or None."""
        return next((one for _, one in self.programme.sessions() if one.id == id_), None)
