"""Who takes part: organisations with their sector and role. No personal data."""

import re
from enum import StrEnum
from typing import Self

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_BUSINESS_ID = re.compile(r"(\d{7})-(\d)", re.ASCII)


class Sector(StrEnum):
    """What kind of body a party is (toimiala, sektori)."""

    COMPANY = "company"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    MUNICIPALITY = "municipality"
    WELLBEING_COUNTY = "wellbeing_county"
    JOINT_AUTHORITY = "joint_authority"
    EDUCATION = "education"
    STATE = "state"
    RESIDENTS = "residents"
    OTHER = "other"
    UNKNOWN = "unknown"


class RoleKind(StrEnum):
    """What a party does in a call or programme (rooli). Organiser, grantor and funder differ."""

    ORGANISER = "organiser"
    OWNER = "owner"
    GRANTOR = "grantor"
    FUNDER = "funder"
    COORDINATOR = "coordinator"
    LEAD = "lead"
    PARTNER = "partner"
    IMPLEMENTER = "implementer"
    MEMBER = "member"
    EXPERT = "expert"
    PEER = "peer"
    UNKNOWN = "unknown"


@attrs.frozen
class BusinessId:
    """
    A Finnish business id (Y-tunnus), always seven digits, a hyphen and a check digit.

    Source:
        Finnish Patent and Registration Office: weights 7, 9, 10, 5, 8, 4, 2 modulo 11.
    """

    number: str

    def __attrs_post_init__(self) -> None:
        match = _BUSINESS_ID.fullmatch(self.number)
        if match is None:
            raise InvalidValue("business-id", got=self.number)
        rest = sum(int(d) * w for d, w in zip(match[1], _WEIGHTS, strict=True)) % 11
        if rest == 1 or int(match[2]) != (11 - rest) % 11:
            raise InvalidValue("business-id-check", got=self.number)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the id in *text*, with the leading zero that a spreadsheet may have eaten."""
        bare = text.strip().removeprefix("FI").replace("-", "").replace(" ", "")
        if not bare.isascii() or not bare.isdigit() or not 7 <= len(bare) <= 8:
            raise InvalidValue("business-id", got=text)
        bare = bare.zfill(8)
        return cls(f"{bare[:7]}-{bare[7]}")

    def __str__(self) -> str:
        return self.number


@attrs.frozen(kw_only=True)
class Party:
    """
    An organisation (taho, toimija).

    Attributes:
        id: Stable; a label may be renamed, an id never.
        name: As it calls itself.
        sector: What kind of body it is.
        business_id: When it has one and it is known.
        is_fictional: True for every party made up for teaching or tests.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    sector: Sector = Sector.UNKNOWN
    business_id: BusinessId | None = None
    is_fictional: bool = False


@attrs.frozen(kw_only=True)
class Role:
    """
    Who does what (rooli): a party, or a role that the source leaves unnamed.

    Attributes:
        kind: What is done.
        party: Who does it; none when the source does not say.
        note: What to know of it.
        sources: Keys of the sources.
    """

    kind: RoleKind
    party: Party | None = None
    note: str = ""
    sources: tuple[str, ...] = ()
