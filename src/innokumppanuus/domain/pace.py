"""How a long reckoning tells how far it is and hears that it is to stop. It measures no time."""

from collections.abc import Callable
from typing import TypeAlias

Pace: TypeAlias = Callable[[int, int], None]
"""
Called by a long reckoning with how many steps it has done and of how many.

It raises `errors.Stopped` when the person does not want the result any more; whoever reckons lets
that pass. A reckoning calls it often enough that a person who stops it need not wait.
"""


def unwatched(done: int, of: int) -> None:
    """Do nothing: nobody watches and nobody stops it."""
