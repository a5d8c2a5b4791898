"""The state of the game of disqualification: a card, named grounds, points. No widgets."""

from typing import Any, Self

from innokumppanuus.errors import unknown_name
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_suomi.conflict_game import CardFile, CardResult, RoleCard, judge, read_cards
from innokumppanuus_suomi.conflicts import Ground, grounds


class GameState:
    """
    What the panel shows (jäävipeli).

    Attributes:
        file: Cards and applicants, made up.
        card: What is looked at.
        named: Keys of the grounds that are named for it.
        is_checked: Whether the answer may be seen.
        points: Whether the first answer to a card was right, by card.
    """

    def __init__(self, file: CardFile) -> None:
        """Return the state with the first card and nothing named."""
        self.file = file
        self.points: dict[str, bool] = {}
        self.choose(file.cards[0].id)

    @classmethod
    def of(cls, noun: Any, plugins: Plugins) -> Self:
        """Return a new state; *noun* and *plugins* are of no use here."""
        return cls(read_cards())

    def choose(self, id: str) -> None:
        """Look at another card."""
        found = {one.id: one for one in self.file.cards}
        if id not in found:
            raise unknown_name(id, found)
        self.card: RoleCard = found[id]
        self.named: frozenset[str] = frozenset()
        self.is_checked = False

    def name(self, ground: str, is_named: bool) -> None:
        """Name the ground, or take it back; the answer is hidden again."""
        known = [one.key for one in self.grounds]
        if ground not in known:
            raise unknown_name(ground, known)
        self.named = self.named | {ground} if is_named else self.named - {ground}
        self.is_checked = False

    def check(self) -> CardResult:
        """Return what came of it; the first answer to a card counts."""
        result = self.result
        self.points.setdefault(self.card.id, result.is_right)
        self.is_checked = True
        return result

    def deal(self) -> None:
        """Look at the next card; after the last one comes the first."""
        ids = [one.id for one in self.file.cards]
        self.choose(ids[(ids.index(self.card.id) + 1) % len(ids)])

    @property
    def grounds(self) -> tuple[Ground, ...]:
        """All grounds, in the order of the act."""
        return grounds()

    @property
    def result(self) -> CardResult:
        """The named grounds beside those that there are."""
        return judge(self.card, self.file, self.named)

    @property
    def total(self) -> tuple[int, int]:
        """Cards answered rightly at once, and cards answered."""
        return sum(self.points.values()), len(self.points)
