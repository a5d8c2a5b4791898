"""A consortium: regions with a pilot each, the two levels, results and money, over a programme."""

from collections.abc import Mapping
from enum import StrEnum

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.programme import Programme
from innokumppanuus.domain.sources import Fact, missing
from innokumppanuus.errors import unknown_name
from innokumppanuus_parasta_itaa.domain.canvas import Canvas
from innokumppanuus_parasta_itaa.domain.funding import Claim, Funding
from innokumppanuus_parasta_itaa.domain.meetings import Meeting
from innokumppanuus_parasta_itaa.domain.results import Result, Saving


class Level(StrEnum):
    """Where a deed works (taso): practice is the pilots, structure the networks above them."""

    PRACTICE = "practice"
    STRUCTURE = "structure"


LEVEL_NAMES: Mapping[Level, Label] = {
    Level.PRACTICE: Label("käytäntö", "praktik", "practice"),
    Level.STRUCTURE: Label("rakenne", "struktur", "structure"),
}
"""What each level is called."""


class LegalForm(StrEnum):
    """What a partner is in law (oikeudellinen muoto)."""

    LIMITED_COMPANY = "limited_company"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    MUNICIPALITY = "municipality"
    JOINT_AUTHORITY = "joint_authority"
    WELLBEING_COUNTY = "wellbeing_county"


FORM_NAMES: Mapping[LegalForm, Label] = {
    LegalForm.LIMITED_COMPANY: Label("osakeyhtiö", "aktiebolag", "limited company"),
    LegalForm.ASSOCIATION: Label(
        "rekisteröity yhdistys", "registrerad förening", "registered association"
    ),
    LegalForm.FOUNDATION: Label("säätiö", "stiftelse", "foundation"),
    LegalForm.MUNICIPALITY: Label("kunta", "kommun", "municipality"),
    LegalForm.JOINT_AUTHORITY: Label("kuntayhtymä", "samkommun", "joint municipal authority"),
    LegalForm.WELLBEING_COUNTY: Label(
        "hyvinvointialue", "välfärdsområde", "wellbeing services county"
    ),
}
"""What each legal form is called."""


@attrs.frozen(kw_only=True)
class Partner:
    """
    A partner of the consortium with its legal form (osatoteuttaja).

    Attributes:
        participant: Id of the participant of the programme.
        form: Its legal form; missing where nobody tells it.
    """

    participant: str = attrs.field(validator=attrs.validators.min_len(1))
    form: Fact[LegalForm] = attrs.field(factory=missing)


@attrs.frozen(kw_only=True)
class Region:
    """
    A region (maakunta): a place and no legal person, so that it takes no money and no duty.

    Attributes:
        id: Stable.
        name: What it is called.
        code: Of Statistics Finland, as text with its leading zero.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    code: str = ""


@attrs.frozen(kw_only=True)
class RegionalPilot:
    """
    The pilot of one region (aluepilotti).

    Attributes:
        id: Stable.
        region: Id of the region.
        name: What it is called.
        canvas: Its phenomenon, roles, goal, experiment and measure; None where nobody tells them.
        implementers: Ids of the participants that carry it out; missing where nobody says.
        meetings: Meetings of co-creation.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    region: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    canvas: Canvas | None = None
    implementers: Fact[tuple[str, ...]] = attrs.field(factory=missing)
    meetings: tuple[Meeting, ...] = ()


@attrs.frozen(kw_only=True)
class Deed:
    """
    Something done on one of the two levels (teko).

    Attributes:
        id: Stable.
        level: Practice or structure.
        what: What is done, and how it is known.
        region: Id of the region; empty for what is above the regions.
        when: When it is done.
        carries: Ids of the deeds of practice that it makes last; only on the level of structure.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    level: Level
    what: Fact[Label]
    region: str = ""
    when: Fact[When] = attrs.field(factory=missing)
    carries: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Consortium:
    """
    A consortium with regional pilots (hankekonsortio).

    Whether every id that it names is there is for `engine.checks`, which tells where.

    Attributes:
        programme: Who take part, in which roles and when.
        partners: The lead and the partners with their legal forms.
        core: What all phenomena have in their centre.
        regions: The regions.
        pilots: Their pilots.
        deeds: What is done on the two levels.
        results: What the pilots brought.
        savings: Savings that are told of.
        funding: The money.
        claims: Payment claims of the partners.
    """

    programme: Programme
    partners: tuple[Partner, ...] = ()
    core: Label | None = None
    regions: tuple[Region, ...] = ()
    pilots: tuple[RegionalPilot, ...] = ()
    deeds: tuple[Deed, ...] = ()
    results: tuple[Result, ...] = ()
    savings: tuple[Saving, ...] = ()
    funding: Funding = attrs.field(factory=Funding)
    claims: tuple[Claim, ...] = ()

    @property
    def is_fictional(self) -> bool:
        """Whether it is made up for teaching."""
        return self.programme.is_fictional

    def region(self, id_: str) -> Region:
        """Return the region with the id, which must be there."""
        return next(one for one in self.regions if one.id == id_)

    def pilot(self, id_: str) -> RegionalPilot:
        """
        Return the pilot with the id.

        Raises:
            InvalidValue: When there is none.
        """
        for one in self.pilots:
            if one.id == id_:
                return one
        raise unknown_name(id_, [one.id for one in self.pilots])

    def partner_name(self, id_: str) -> Label:
        """Return what the participant with the id is called, which must be there."""
        found = self.programme.participant(id_)
        assert found is not None
        return found.shown_name
