"""Service networks as nouns: groups, needs, actors, services, ties, measures. They find nothing."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

import attrs

from innokumppanuus.domain.dates import When
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.programme import Programme
from innokumppanuus.errors import InvalidValue, unknown_name


class ActorKind(StrEnum):
    """What kind of node an actor is (toimijan laji)."""

    CITY = "city"
    REGION = "region"
    ASSOCIATION = "association"
    COMPANY = "company"
    CLOSE_ONES = "close_ones"
    OTHER = "other"
    UNKNOWN = "unknown"


class ServiceRole(StrEnum):
    """As what an actor serves (palvelurooli); an association may be provider and volunteer."""

    PROVIDER = "provider"
    VOLUNTEER = "volunteer"
    CLOSE = "close"
    UNKNOWN = "unknown"


class Existence(StrEnum):
    """Whether something is there already (tila)."""

    EXISTING = "existing"
    PLANNED = "planned"


class TieKind(StrEnum):
    """What joins two actors (yhteyden laji)."""

    COOPERATION = "cooperation"
    AGREEMENT = "agreement"


@attrs.frozen(kw_only=True)
class Group:
    """
    Whom a network serves (ryhmä): an age band or a special group.

    Attributes:
        id: Stable.
        name: What it is called.
        kinds: Kinds of actors that its network should have.
        target_groups: Codes of the Finnish service catalogue that mean this group.
        sources: Keys of the programme's sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    kinds: tuple[ActorKind, ...] = ()
    target_groups: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class AgeBand(Group):
    """
    A group by age in whole years (ikäryhmä); both ends belong to it.

    Attributes:
        least: The youngest.
        most: The oldest; None for a band without an upper end.
    """

    least: int = attrs.field(validator=attrs.validators.ge(0))
    most: int | None = None

    def __attrs_post_init__(self) -> None:
        if self.most is not None and self.most < self.least:
            raise InvalidValue("count-order", least=self.least, most=self.most)

    def has(self, age: int) -> bool:
        """Return whether somebody of *age* whole years belongs to it."""
        return self.least <= age and (self.most is None or age <= self.most)


@attrs.frozen(kw_only=True)
class Need:
    """
    What people of a group need (palvelutarve).

    Attributes:
        id: Stable.
        name: What it is called.
        groups: Ids of the groups where it is looked for; none for all.
        service_classes: Codes of the Finnish service catalogue that answer it.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    groups: tuple[str, ...] = ()
    service_classes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Actor:
    """
    A node of a network (toimija).

    Attributes:
        id: Stable.
        kind: What kind of node it is.
        name: What it is called; none for close ones, who are persons and are never named.
        existence: Whether it is there already.
        is_type: Whether it stands for many of its kind, as "companies", and for none by name.
        note: What to know of it.
        sources: Keys of the programme's sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    kind: ActorKind = ActorKind.UNKNOWN
    name: Label | None = None
    existence: Existence = Existence.EXISTING
    is_type: bool = False
    note: str = ""
    sources: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.kind is ActorKind.CLOSE_ONES and self.name is not None:
            raise InvalidValue("network.close-ones")
        if self.kind is not ActorKind.CLOSE_ONES and self.name is None:
            raise InvalidValue("network.nameless", kind=self.kind.value)

    @property
    def called(self) -> Label:
        """The name, or the word for close ones."""
        return self.name or KIND_NAMES[self.kind]


@attrs.frozen(kw_only=True)
class Service:
    """
    What an actor does for groups (palvelu).

    Attributes:
        id: Stable.
        actor: Id of the actor.
        name: What it is called; None when it has no name of its own.
        need: Id of the need that it answers; empty when nobody has said.
        groups: Ids of the groups that it serves.
        role: As what the actor serves.
        existence: Whether it is there already.
        since: First day; None when nobody has said.
        sources: Keys of the programme's sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    actor: str
    name: Label | None = None
    need: str = ""
    groups: tuple[str, ...]
    role: ServiceRole = ServiceRole.UNKNOWN
    existence: Existence = Existence.EXISTING
    since: date | None = None
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Tie:
    """
    Cooperation or an agreement between two actors (yhteys).

    Attributes:
        between: Ids of the two actors.
        kind: Cooperation or an agreement.
        groups: Ids of the groups that it is about; none for all.
        existence: Whether it is there already.
        since: Day of the agreement, or when the cooperation began; None when nobody has said.
        sources: Keys of the programme's sources.
    """

    between: tuple[str, ...]
    kind: TieKind = TieKind.COOPERATION
    groups: tuple[str, ...] = ()
    existence: Existence = Existence.EXISTING
    since: date | None = None
    sources: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        if len(set(self.between)) != 2 or len(self.between) != 2:
            raise InvalidValue("network.tie-ends", got=", ".join(self.between))

    @property
    def ends(self) -> tuple[str, str]:
        """Both actors in the order of their ids."""
        first, second = sorted(self.between)
        return first, second


@attrs.frozen(kw_only=True)
class Measure:
    """
    What is to be done for a group's network (toimenpide).

    Attributes:
        id: Stable.
        group: Id of the group.
        name: What is done.
        responsible: Id of the actor that answers for it; empty when nobody has said.
        goal: Number of the shared goal that it serves, from 1; None when nobody has said.
        by: When it is to be done; None when nobody has said.
        indicator: How one sees that it is done; None when nobody has said.
        sources: Keys of the programme's sources.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    group: str
    name: Label
    responsible: str = ""
    goal: int | None = None
    by: When | None = None
    indicator: Label | None = None
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Addition:
    """
    What a pilot or an agreement would add (lisäys).

    Attributes:
        id: Stable.
        name: What it is called.
        call: Id of the call whose application it is; empty when it comes from elsewhere.
        application: Number of the application; empty when it comes from elsewhere.
        actors: New actors.
        services: New services.
        ties: New ties.
    """

    id: str = attrs.field(validator=attrs.validators.min_len(1))
    name: Label
    call: str = ""
    application: str = ""
    actors: tuple[Actor, ...] = ()
    services: tuple[Service, ...] = ()
    ties: tuple[Tie, ...] = ()


@attrs.frozen(kw_only=True)
class ServiceNetworks:
    """
    The service networks of a programme (palveluverkostot).

    Attributes:
        programme: The programme, as a wellbeing forum.
        areas: Codes of the municipalities whose residents are served; none for all.
        bands: Age bands without a gap or an overlap, in order.
        special_groups: Groups that cut across age; an open list.
        needs: What is looked for.
        actors: The nodes.
        services: Who does what for whom.
        ties: The edges.
        measures: What is to be done for each group.
        additions: What pilots would add.
    """

    programme: Programme
    areas: tuple[str, ...] = ()
    bands: tuple[AgeBand, ...] = ()
    special_groups: tuple[Group, ...] = ()
    needs: tuple[Need, ...] = ()
    actors: tuple[Actor, ...] = ()
    services: tuple[Service, ...] = ()
    ties: tuple[Tie, ...] = ()
    measures: tuple[Measure, ...] = ()
    additions: tuple[Addition, ...] = ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """Age bands, then special groups."""
        return (*self.bands, *self.special_groups)

    def group(self, group: str) -> Group:
        """Return the group of the id; raise InvalidValue when there is none."""
        return _of(group, self.groups)

    def actor(self, actor: str) -> Actor:
        """Return the actor of the id; raise InvalidValue when there is none."""
        return _of(actor, self.actors)

    def need(self, need: str) -> Need:
        """Return the need of the id; raise InvalidValue when there is none."""
        return _of(need, self.needs)

    def addition(self, addition: str) -> Addition:
        """Return the addition of the id; raise InvalidValue when there is none."""
        return _of(addition, self.additions)

    def is_existing(self, service: Service) -> bool:
        """Return whether the service and the actor that gives it are both there already."""
        both = (service.existence, self.actor(service.actor).existence)
        return all(one is Existence.EXISTING for one in both)


KIND_NAMES: Mapping[ActorKind, Label] = {
    ActorKind.CITY: Label("kaupunki", "stad", "city"),
    ActorKind.REGION: Label("maakunta", "landskap", "region"),
    ActorKind.ASSOCIATION: Label("järjestö", "förening", "association"),
    ActorKind.COMPANY: Label("yritys", "företag", "company"),
    ActorKind.CLOSE_ONES: Label("läheiset", "närstående", "close ones"),
    ActorKind.OTHER: Label("muu toimija", "annan aktör", "other actor"),
    ActorKind.UNKNOWN: Label("laji ei tiedossa", "okänd typ", "kind not known"),
}
"""What each kind is called; close ones have no other name."""

ROLE_NAMES: Mapping[ServiceRole, Label] = {
    ServiceRole.PROVIDER: Label("palveluntuottaja", "serviceproducent", "provider"),
    ServiceRole.VOLUNTEER: Label("vapaaehtoistyö", "frivilligarbete", "volunteer work"),
    ServiceRole.CLOSE: Label("läheisen apu", "närståendes hjälp", "help of close ones"),
    ServiceRole.UNKNOWN: Label("rooli ei tiedossa", "okänd roll", "role not known"),
}
"""What each role is called."""

EXISTENCE_NAMES: Mapping[Existence, Label] = {
    Existence.EXISTING: Label("toiminnassa", "i verksamhet", "existing"),
    Existence.PLANNED: Label("suunnitteilla", "planerad", "planned"),
}
"""What it is called whether something is there already."""

TIE_NAMES: Mapping[TieKind, Label] = {
    TieKind.COOPERATION: Label("yhteistyö", "samarbete", "cooperation"),
    TieKind.AGREEMENT: Label("sopimus", "avtal", "agreement"),
}
"""What each kind of tie is called."""

_Keyed = TypeVar("_Keyed", Group, Actor, Need, Addition)


def _of(wanted: str, offered: Iterable[_Keyed]) -> _Keyed:
    listed = tuple(offered)
    for one in listed:
        if one.id == wanted:
            return one
    raise unknown_name(wanted, (one.id for one in listed))
