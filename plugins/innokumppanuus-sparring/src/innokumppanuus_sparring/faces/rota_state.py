"""The state of the panel of the rota: who is away, how many meetings, what comes of it."""

from collections.abc import Sequence
from functools import cached_property
from typing import Self

import attrs

from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_sparring.domain.rota import ExpertTurns, Rota
from innokumppanuus_sparring.domain.sparring import Sparring
from innokumppanuus_sparring.engine.experts import expert_turns
from innokumppanuus_sparring.engine.rota import rota_of


@attrs.define(kw_only=True, slots=False)
class RotaState:
    """
    What the panel shows (sparrausrotan tila).

    Attributes:
        stated: The programme as its file states it.
        sparring: The programme with the absences and meetings that were chosen.
    """

    stated: Sparring
    sparring: Sparring

    @classmethod
    def of(cls, noun: Sparring, plugins: Plugins) -> Self:
        """Return the state of a panel of *noun*, with nothing changed."""
        return cls(stated=noun, sparring=noun)

    @cached_property
    def rota(self) -> Rota:
        """Who spars whom, with what was chosen."""
        return rota_of(self.sparring)

    @cached_property
    def turns(self) -> ExpertTurns:
        """The experts' turns, with what was chosen."""
        return expert_turns(self.sparring)

    @property
    def members(self) -> tuple[str, ...]:
        """The members in the order of the file."""
        return tuple(one.participant for one in self.stated.members)

    @property
    def sessions(self) -> tuple[str, ...]:
        """The meetings of the file in their order, also those left out."""
        return tuple(one.session for one in self.stated.meetings)

    @property
    def is_changed(self) -> bool:
        """Whether something is otherwise than in the file."""
        return self.sparring != self.stated

    def away(self, member: str) -> tuple[str, ...]:
        """Return the meetings that the member is away from."""
        self._check(member, self.members)
        return next(one.away for one in self.sparring.members if one.participant == member)

    def set_away(self, member: str, sessions: Sequence[str]) -> None:
        """Let the member be away from these meetings and no others."""
        self._check(member, self.members)
        for one in sessions:
            self._check(one, self.sessions)
        ordered = tuple(one for one in self.sessions if one in sessions)
        members = tuple(
            attrs.evolve(one, away=ordered) if one.participant == member else one
            for one in self.sparring.members
        )
        self._change(attrs.evolve(self.sparring, members=members))

    def set_meetings(self, count: int) -> None:
        """Hold so many of the meetings, the first ones."""
        most = len(self.stated.meetings)
        if not 1 <= count <= most:
            raise InvalidValue("place-in-order", count=most, got=count)
        meetings = self.stated.meetings[:count]
        self._change(attrs.evolve(self.sparring, meetings=meetings))

    def reset(self) -> None:
        """Go back to what the file states."""
        self._change(self.stated)

    def _change(self, sparring: Sparring) -> None:
        self.sparring = sparring
        for name in ("rota", "turns"):
            self.__dict__.pop(name, None)

    @staticmethod
    def _check(got: str, known: Sequence[str]) -> None:
        if got not in known:
            raise unknown_name(got, known)
