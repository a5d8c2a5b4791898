"""The state of the exercise on service networks: what a group of people adds. No widgets."""

from typing import Self

import attrs

from innokumppanuus.domain.labels import same
from innokumppanuus.errors import InvalidValue
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_networks.domain import (
    KIND_NAMES,
    Actor,
    ActorKind,
    Existence,
    Service,
    ServiceNetworks,
    ServiceRole,
    Tie,
    TieKind,
)
from innokumppanuus_networks.engine.coverage import Gap, gaps
from innokumppanuus_networks.engine.groups import needs_of
from innokumppanuus_networks.engine.growth import Growth, added, compare

ALL = ""
"""The choice that shows every group."""


@attrs.define(kw_only=True)
class NetworkState:
    """
    What the panel shows (palveluverkosto ikäryhmittäin).

    Attributes:
        before: The networks of the programme.
        group: Only this group; `ALL` for all.
        guesses: Group and need of each gap that people have named before seeing the list.
        is_revealed: Whether the list of gaps is shown.
        adopted: Ids of the additions that are taken in.
        actors: Actors that people have added.
        services: Services that people have added.
        ties: Ties that people have added.
    """

    before: ServiceNetworks
    group: str = ALL
    guesses: set[tuple[str, str]] = attrs.field(factory=set)
    is_revealed: bool = False
    adopted: set[str] = attrs.field(factory=set)
    actors: tuple[Actor, ...] = ()
    services: tuple[Service, ...] = ()
    ties: tuple[Tie, ...] = ()

    @classmethod
    def of(cls, networks: ServiceNetworks, plugins: Plugins) -> Self:
        """Return the state of a panel over *networks*, with nothing added."""
        return cls(before=networks)

    def show_group(self, group: str) -> None:
        """Show only *group*, or all with `ALL`."""
        if group != ALL:
            self.before.group(group)
        self.group = group

    def guess(self, group: str, need: str) -> None:
        """Name a gap; naming it again takes it back."""
        self.before.group(group)
        if need not in {one.id for one in needs_of(self.before, group)}:
            raise InvalidValue("unknown-name-none", got=need)
        self.guesses ^= {(group, need)}

    def reveal(self) -> None:
        """Show the list of gaps."""
        self.is_revealed = True

    def adopt(self, addition: str, is_in: bool) -> None:
        """Take an addition of the programme in, or out again."""
        self.before.addition(addition)
        self.adopted = self.adopted | {addition} if is_in else self.adopted - {addition}

    def add(self, name: str, kind: ActorKind, group: str, need: str, role: ServiceRole) -> None:
        """
        Add what an actor does for a group; a name that is known is that actor.

        Raises:
            InvalidValue: When there is no such group or need, close ones are named, or another
                kind of actor is not.
        """
        self.before.group(group)
        if need:
            self.before.need(need)
        actor = self._known(name.strip(), kind)
        if actor is None:
            words = same(name.strip()) if name.strip() else None
            actor = Actor(id=f"own-{len(self.actors) + 1}", kind=kind, name=words)
            self.actors = (*self.actors, actor)
        service = Service(
            id=f"own-service-{len(self.services) + 1}",
            actor=actor.id,
            need=need,
            groups=(group,),
            role=role,
        )
        self.services = (*self.services, service)

    def join(self, first: str, second: str, kind: TieKind) -> None:
        """Add cooperation or an agreement between two actors."""
        after = self.after
        tie = Tie(between=(after.actor(first).id, after.actor(second).id), kind=kind)
        self.ties = (*self.ties, tie)

    def clear(self) -> None:
        """Take out everything that was added."""
        self.adopted = set()
        self.actors, self.services, self.ties = (), (), ()

    @property
    def after(self) -> ServiceNetworks:
        """The networks with what was added."""
        taken = added(self.before, self.adopted)
        actors = {one.id for one in taken.actors} | {one.id for one in self.actors}
        return attrs.evolve(
            taken,
            actors=(*taken.actors, *self.actors),
            services=(*taken.services, *(one for one in self.services if one.actor in actors)),
            ties=(*taken.ties, *(one for one in self.ties if {*one.between} <= actors)),
        )

    @property
    def shown(self) -> ServiceNetworks:
        """The networks with what was added, of the group that is shown."""
        after = self.after
        if self.group == ALL:
            return after
        services = tuple(one for one in after.services if self.group in one.groups)
        serving = {one.actor for one in services}
        return attrs.evolve(
            after,
            bands=tuple(one for one in after.bands if one.id == self.group),
            special_groups=tuple(one for one in after.special_groups if one.id == self.group),
            actors=tuple(one for one in after.actors if one.id in serving),
            services=services,
            ties=tuple(one for one in after.ties if {*one.between} <= serving),
        )

    @property
    def growth(self) -> Growth:
        """What was changed by what was added."""
        return compare(self.before, self.after)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps that are left, of the group that is shown."""
        return tuple(one for one in gaps(self.after) if self.group in (ALL, one.group))

    @property
    def named(self) -> tuple[int, int, int]:
        """How many guesses were gaps, how many were not, and how many gaps of needs there are."""
        real = {(one.group, one.need) for one in gaps(self.before) if one.kind is None}
        hits = len(self.guesses & real)
        return hits, len(self.guesses) - hits, len(real)

    def _known(self, name: str, kind: ActorKind) -> Actor | None:
        for one in self.after.actors:
            is_close = kind is ActorKind.CLOSE_ONES is one.kind and not name
            words = [] if one.name is None else [one.name.fi, one.name.sv, one.name.en]
            if is_close or (name and name.casefold() in (word.casefold() for word in words)):
                if one.kind is not kind and kind is not ActorKind.UNKNOWN:
                    raise InvalidValue("network.kind-other", got=name, kind=KIND_NAMES[one.kind])
                if one.existence is Existence.PLANNED:
                    raise InvalidValue("network.planned-actor", got=name)
                return one
        return None
