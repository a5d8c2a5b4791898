"""What a plugin's method may offer so that its long work can be watched and stopped."""

from typing import Protocol, runtime_checkable

from innokumppanuus.domain.pace import Pace
from innokumppanuus.plugin.interfaces import Selector


@runtime_checkable
class TakesPace(Protocol):
    """
    A selection method that tells how far it is, and stops when it is told to.

    Offering it is optional. The pace changes no result: the method finds the same, or nothing when
    it is stopped.
    """

    def with_pace(self, pace: Pace) -> Selector:
        """Return the same method, which calls *pace* between its steps and lets `Stopped` pass."""
        ...
