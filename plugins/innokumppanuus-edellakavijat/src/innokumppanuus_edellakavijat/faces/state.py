"""What a person does on the panel of good practices: looks, searches, adopts. No widgets."""

from datetime import date

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_edellakavijat.domain import (
    Adoption,
    AdoptionState,
    Forerunners,
    Hit,
    Learned,
    Practice,
)
from innokumppanuus_edellakavijat.engine.practices import adopt, learned, search, standings


class PracticesState:
    """
    The panel as one city of the network sees it (hyvien käytäntöjen paneeli).

    Attributes:
        noun: The network with what was adopted on the panel.
        viewer: Id of the city that looks.
        words: What is looked for.
        principle: Which of the 3P; None for all.
        added: What was adopted on the panel, in that order.
    """

    def __init__(self, noun: Forerunners) -> None:
        if not noun.cities:
            raise InvalidValue("edellakavijat.no_cities", got=noun.programme.name)
        self.noun = noun
        self.viewer = noun.cities[0].id
        self.words = ""
        self.principle: Principle | None = None
        self.added: tuple[Adoption, ...] = ()

    @classmethod
    def of(cls, noun: Forerunners, plugins: Plugins) -> "PracticesState":
        """Return the state at the beginning."""
        return cls(noun)

    @property
    def is_fictional(self) -> bool:
        return self.noun.programme.is_fictional

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What the city finds."""
        return search(self.noun, self.viewer, self.words, self.principle)

    @property
    def standings(self) -> tuple[tuple[Practice, dict[str, Adoption]], ...]:
        """Who uses what, as far as the city may see it."""
        return standings(self.noun, self.viewer)

    @property
    def learned(self) -> tuple[Learned, ...]:
        """What failures taught, as far as the city may see it."""
        return learned(self.noun, self.viewer)

    @property
    def adoptable(self) -> tuple[Practice, ...]:
        """The practices found that are not the city's own."""
        return tuple(one.practice for one in self.hits if one.practice.city != self.viewer)

    def look_as(self, city: str) -> None:
        """Look as another city of the network."""
        if self.noun.city(city) is None:
            raise unknown_name(city, [one.id for one in self.noun.cities])
        self.viewer = city

    def look_for(self, words: str, principle: Principle | None = None) -> None:
        """Search by words and by one of the 3P."""
        self.words, self.principle = words, principle

    def adopt(
        self,
        practice: str,
        on: str,
        state: AdoptionState = AdoptionState.TRIED,
        changed: str = "",
        learned: str = "",
    ) -> None:
        """
        Record that the city adopts a practice.

        Args:
            practice: Id of the practice.
            on: The day, as 2026-11-22.
            state: How far it has come.
            changed: What is changed, one thing on a line; nothing when empty.
            learned: What was learned, one thing on a line.

        Raises:
            InvalidValue: When it cannot be recorded; nothing is changed then.
        """
        if not practice:
            raise InvalidValue("edellakavijat.adoption_practice", got="–")
        try:
            day = date.fromisoformat(on)
        except ValueError as error:
            raise InvalidValue("edellakavijat.day", got=on) from error
        adoption = Adoption(
            practice=practice,
            city=self.viewer,
            on=day,
            state=state,
            changed=tuple(same(one) for one in _lines(changed)),
            learned=tuple(same(one) for one in _lines(learned)),
        )
        self.noun = adopt(self.noun, adoption)
        self.added = (*self.added, adoption)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
