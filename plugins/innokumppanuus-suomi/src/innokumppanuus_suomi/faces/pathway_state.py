"""The state of the pathway panel: a purchase to change, guesses, points. No widgets."""

from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar

import attrs

from innokumppanuus.domain.call import FieldType
from innokumppanuus.errors import unknown_name
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, load
from innokumppanuus_suomi.faces.commands import money_of
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import FILE, Pathway, read_pathways
from innokumppanuus_suomi.procurement import Buyer, Kind, Lot
from innokumppanuus_suomi.routing import Routing, route
from innokumppanuus_suomi.vignettes import Access, Supplier, Vignette, shipped, value_of

NOT_KNOWN = ""
"""The choice that says that something is not known."""
_Word = TypeVar("_Word", Kind, Buyer, Supplier)


@attrs.frozen(kw_only=True)
class Guess:
    """
    One pathway as somebody sorted it, beside how it stands (arvaus).

    Attributes:
        pathway: Which.
        is_open: Whether it was held to be open.
        access: How it stands.
    """

    pathway: Pathway
    is_open: bool
    access: Access

    @property
    def is_right(self) -> bool:
        """Whether open was held open, and nothing else was."""
        return self.is_open is (self.access is Access.OPEN)


class PathwayState:
    """
    What the panel shows (hankintapolkupaneeli): one vignette, changes to it, and guesses.

    Attributes:
        ruleset: The conditions.
        pathways: In the order in which they are told.
        vignettes: What can be chosen, made up.
        vignette: What is looked at, with its changes.
        guesses: Keys of pathways that are held to be open.
        is_shown: Whether the pathways may be seen.
        points: Share of right guesses by vignette, as first checked.
    """

    def __init__(self, ruleset: RuleSet, pathways: tuple[Pathway, ...]) -> None:
        """Return the state with the first vignette and nothing guessed."""
        self.ruleset = ruleset
        self.pathways = pathways
        self.vignettes = shipped(ruleset.call).vignettes
        self.points: dict[str, tuple[int, int]] = {}
        self.choose(self.vignettes[0].id)

    @classmethod
    def of(cls, noun: Any, plugins: Plugins) -> Self:
        """Return a new state; *noun* is of no use here."""
        file = read_pathways(FILE)
        return cls(load(plugins.rulesets()[file.rules].path, plugins), file.pathways)

    def choose(self, id: str) -> None:
        """Look at another vignette as it is told."""
        found = {one.id: one for one in self.vignettes}
        if id not in found:
            raise unknown_name(id, found)
        self.guesses: frozenset[str] = frozenset()
        self.is_shown = False
        self._look(found[id])

    def set_kind(self, word: str) -> None:
        """Buy something else; `NOT_KNOWN` when that is not known."""
        self._look(attrs.evolve(self.vignette, kind=_of(Kind, word)))

    def set_buyer(self, word: str) -> None:
        """Let somebody else buy."""
        self._look(attrs.evolve(self.vignette, buyer=_of(Buyer, word)))

    def set_supplier(self, word: str) -> None:
        """Buy from somebody else."""
        self._look(attrs.evolve(self.vignette, from_whom=_of(Supplier, word)))

    def set_starts(self, starts: date | None) -> None:
        """Start the procedure on another day."""
        self._look(attrs.evolve(self.vignette, starts=starts))

    def set_value(self, words: str) -> None:
        """
        Estimate another value in all, as `59 999,99`; nothing when it is not known.

        Raises:
            InvalidValue: When the words are no sum, or one below nothing.
        """
        value = money_of(words) if words.strip() else None
        self._look(attrs.evolve(self.vignette, value=value, lots=()))

    def set_lots(self, lots: tuple[Lot, ...]) -> None:
        """Reckon the value from parts."""
        self._look(attrs.evolve(self.vignette, value=None, lots=lots))

    def set_fact(self, field: str, answer: bool | None) -> None:
        """Hold something to be so, not so, or not known."""
        if field not in self.fact_fields:
            raise unknown_name(field, self.fact_fields)
        facts = {name: one for name, one in self.vignette.facts.items() if name != field}
        if answer is not None:
            facts[field] = answer
        self._look(attrs.evolve(self.vignette, facts=facts))

    def guess(self, key: str, is_open: bool) -> None:
        """Hold the pathway to be open, or not."""
        keys = [one.key for one in self.pathways]
        if key not in keys:
            raise unknown_name(key, keys)
        self.guesses = self.guesses | {key} if is_open else self.guesses - {key}

    def check(self) -> tuple[Guess, ...]:
        """Return the guesses beside how the pathways stand, and let those be seen."""
        told = self.guessed
        if not self.is_changed and not self.is_shown:
            right = sum(one.is_right for one in told)
            self.points.setdefault(self.vignette.id, (right, len(told)))
        self.is_shown = True
        return told

    def show(self, is_shown: bool) -> None:
        """Let the pathways be seen or hide them."""
        self.is_shown = is_shown

    @property
    def fact_fields(self) -> tuple[str, ...]:
        """What can be so or not so, in the order of the form."""
        return tuple(one.id for one in self.ruleset.call.form if one.type is FieldType.YES_NO)

    @property
    def is_changed(self) -> bool:
        """Whether the vignette is no longer as it is told."""
        return self.vignette not in self.vignettes

    @property
    def value_words(self) -> str:
        """The estimated value as it can be typed; nothing when it is not known."""
        value = value_of(self.vignette, parameters())
        return "" if value is None else value.amount.replace(".", ",")

    @property
    def routing(self) -> Routing:
        """The pathways of what is looked at."""
        return self._routing

    @property
    def guessed(self) -> tuple[Guess, ...]:
        """Every pathway as it was sorted, beside how it stands."""
        return tuple(
            Guess(
                pathway=one.pathway,
                is_open=one.pathway.key in self.guesses,
                access=one.access,
            )
            for one in self.routing.routes
        )

    @property
    def total(self) -> tuple[int, int]:
        """Right guesses of all vignettes that were checked, and how many there were."""
        return (
            sum(right for right, _ in self.points.values()),
            sum(of for _, of in self.points.values()),
        )

    def _look(self, vignette: Vignette) -> None:
        self.vignette = vignette
        self.__dict__.pop("_routing", None)

    @cached_property
    def _routing(self) -> Routing:
        return route(self.vignette, self.ruleset, self.pathways, parameters())


def _of(kind: type[_Word], word: str) -> _Word | None:
    if word == NOT_KNOWN:
        return None
    known = [one.value for one in kind]
    if word not in known:
        raise unknown_name(word, known)
    return kind(word)
