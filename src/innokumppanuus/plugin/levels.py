"""Indicators that describe levels, so that people can rate what they look at. It rates nothing."""

from typing import Protocol, runtime_checkable

from innokumppanuus.domain.profile import LevelDescription
from innokumppanuus.plugin.interfaces import Indicator


@runtime_checkable
class DescribesLevels(Protocol):
    """
    An indicator that says what its levels look like in practice (kuvatut tasot).

        class UsersTest:
            key = "mycity.users_test"
            name = Label(fi="...", sv="...", en="...")
            principle = Principle.USER_CENTREDNESS
            levels = (
                LevelDescription(level=0, words=Label(fi="...", sv="...", en="...")),
                LevelDescription(level=5, words=Label(fi="...", sv="...", en="...")),
            )

            def observe(self, principles):
                ...

    Offering it is optional. Without it an indicator is seen and never rated.
    """

    @property
    def levels(self) -> tuple[LevelDescription, ...]:
        """Return what is described, rising; levels between two described ones may be given."""
        ...


def levels_of(indicator: Indicator) -> tuple[LevelDescription, ...]:
    """Return the levels that the indicator describes; none when it describes none."""
    return tuple(indicator.levels) if isinstance(indicator, DescribesLevels) else ()
