"""
What an invited network of cities holds beside its programme; no call, no money, no scores.

Source:
    Innovatiiviset edelläkävijäkaupungit, slides of 22.12.2010.
"""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import attrs

from innokumppanuus.domain.city import City
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import Evidence
from innokumppanuus.domain.programme import Programme

_SOME: Any = attrs.validators.min_len(1)


class WorkMethod(StrEnum):
    """How the group works when it meets (työtapa)."""

    OPENING_SEMINAR = "opening_seminar"
    EXPERIENCE_SHARING = "experience_sharing"
    OUTSIDE_PRESENTERS = "outside_presenters"
    BRAINSTORMING = "brainstorming"
    BENCHMARKING = "benchmarking"


@attrs.frozen(kw_only=True)
class Workshop:
    """
    How one event of the programme was worked in (työpaja).

    Attributes:
        event: Id of the event.
        methods: What was done.
        led_by: Id of the participant that facilitated it; empty when nobody tells.
    """

    event: str = attrs.field(validator=_SOME)
    methods: tuple[WorkMethod, ...] = attrs.field(validator=_SOME)
    led_by: str = ""


class Continuation(StrEnum):
    """What was decided of a stage (jatkopäätös)."""

    GOES_ON = "goes_on"
    ENDS = "ends"
    POSTPONED = "postponed"


@attrs.frozen(kw_only=True)
class ContinuationDecision:
    """
    A recorded decision whether the work goes on to a stage (jatkopäätös).

    Attributes:
        phase: Id of the phase that it is about.
        outcome: What was decided.
        on: The day of the decision.
        by: Id of the participant that decided; empty when nobody tells.
        reasons: Why; a decision without reasons is none.
        until: When a postponed decision is to be made.
    """

    phase: str = attrs.field(validator=_SOME)
    outcome: Continuation
    on: date
    by: str = ""
    reasons: tuple[Label, ...] = attrs.field(validator=_SOME)
    until: date | None = None


class Openness(StrEnum):
    """Who may see a practice or a trial (julkisuus): its own city, the group, or everybody."""

    OWN = "own"
    GROUP = "group"
    PUBLIC = "public"


@attrs.frozen(kw_only=True)
class Practice:
    """
    A good practice that other cities may adopt (hyvä käytäntö).

    Attributes:
        id: Stable.
        name: What it is called.
        city: Id of the city where it was made.
        principles: Which of the 3P it serves.
        keywords: Words by which it is found.
        what: What is done.
        needs: What it takes from who adopts it.
        evidence: What shows that it is good.
        openness: Who may see it.
    """

    id: str = attrs.field(validator=_SOME)
    name: Label
    city: str = attrs.field(validator=_SOME)
    principles: tuple[Principle, ...] = ()
    keywords: tuple[Label, ...] = ()
    what: Label
    needs: tuple[Label, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    openness: Openness = Openness.GROUP


class AdoptionState(StrEnum):
    """How far a city has come with a practice of another (käyttöönoton vaihe)."""

    TRIED = "tried"
    IN_USE = "in_use"
    GIVEN_UP = "given_up"


@attrs.frozen(kw_only=True)
class Adoption:
    """
    That a city took a practice of another into use (käyttöönotto).

    Attributes:
        practice: Id of the practice.
        city: Id of the city that adopts it.
        on: The day of the record.
        state: How far it has come.
        changed: What was changed on the way; an empty list says that nothing was.
        learned: What was learned; a practice that is given up leaves something.
    """

    practice: str = attrs.field(validator=_SOME)
    city: str = attrs.field(validator=_SOME)
    on: date
    state: AdoptionState = AdoptionState.TRIED
    changed: tuple[Label, ...]
    learned: tuple[Label, ...] = ()


class TrialOutcome(StrEnum):
    """
    What a trial came to (kokeilun tulos).

    Not every trial need succeed: `learned_from_failure` is a result and asks for no money back.
    """

    RUNNING = "running"
    SUCCEEDED = "succeeded"
    LEARNED_FROM_FAILURE = "learned_from_failure"


@attrs.frozen(kw_only=True)
class Trial:
    """
    Something that a city dared to try (kokeilu).

    Attributes:
        id: Stable.
        name: What it is called.
        city: Id of the city.
        tried: What was tried.
        outcome: What it came to.
        lessons: What was learned; a failure leaves at least one.
        openness: Who may see it.
    """

    id: str = attrs.field(validator=_SOME)
    name: Label
    city: str = attrs.field(validator=_SOME)
    tried: Label
    outcome: TrialOutcome = TrialOutcome.RUNNING
    lessons: tuple[Label, ...] = ()
    openness: Openness = Openness.GROUP


@attrs.frozen(kw_only=True)
class Forerunners:
    """
    An invited network of cities (edelläkävijäverkosto).

    Attributes:
        programme: The programme.
        workshops: How its events were worked in.
        decisions: Decisions whether the work goes on.
        cities: What the cities say of their 3P, and with whom they share it.
        practices: Good practices.
        adoptions: Which city took which practice into use.
        trials: What was dared to be tried.
    """

    programme: Programme
    workshops: tuple[Workshop, ...] = ()
    decisions: tuple[ContinuationDecision, ...] = ()
    cities: tuple[City, ...] = ()
    practices: tuple[Practice, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    trials: tuple[Trial, ...] = ()

    def city(self, id_: str) -> City | None:
        """Return the city with the id, or None."""
        return next((one for one in self.cities if one.id == id_), None)

    def practice(self, id_: str) -> Practice | None:
        """Return the practice with the id, or None."""
        return next((one for one in self.practices if one.id == id_), None)

    def adopted(self, practice: str) -> Iterator[Adoption]:
        """Yield the adoptions of the practice, in the order of the file."""
        return (one for one in self.adoptions if one.practice == practice)

    def name_of(self, city: str) -> Label:
        """Return what the city is called: as a city, as a participant, or by its id."""
        known = self.city(city)
        if known is not None:
            return known.name
        one = self.programme.participant(city)
        return one.shown_name if one is not None else Label(city, city, city)


class StageState(StrEnum):
    """How a stage stands on a day (vaiheen tilanne)."""

    AGREED = "agreed"
    GOES_ON = "goes_on"
    ENDED = "ended"
    POSTPONED = "postponed"
    OPEN = "open"
    DUE = "due"
    LATE = "late"
    LAPSED = "lapsed"
    CANNOT_TELL = "cannot_tell"


@attrs.frozen(kw_only=True)
class Stage:
    """
    One phase with the decision that it begins by (vaihe ja sen jatkopäätös).

    Attributes:
        phase: Id of the phase.
        state: How it stands.
        decision: The decision that holds; None when there is none.
        due: The last day for the decision; None when it is not told.
        days_left: Days until then, 0 on it; None when it is past, made or not told.
        was_late: Whether the decision was made too late; None when it cannot be told.
    """

    phase: str
    state: StageState
    decision: ContinuationDecision | None = None
    due: date | None = None
    days_left: int | None = None
    was_late: bool | None = None


@attrs.frozen(kw_only=True)
class Hit:
    """
    A practice that a search found (hakutulos).

    Attributes:
        practice: The practice.
        matched: Which of the words it has.
        adopted_by: Ids of the cities that tried it or use it.
    """

    practice: Practice
    matched: tuple[str, ...] = ()
    adopted_by: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Learned:
    """
    What was learned of something that did not succeed (opittu epäonnistumisesta).

    Attributes:
        name: What was tried or adopted.
        city: Id of the city.
        lessons: What was learned.
        is_adoption: Whether it was a practice of another city.
    """

    name: Label
    city: str
    lessons: tuple[Label, ...]
    is_adoption: bool = False
