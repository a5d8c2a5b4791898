"""Why exact sets are not found, or the work is stopped. It finds nothing."""

from collections.abc import Callable
from typing import TypeAlias

from innokumppanuus.errors import SelectionError

Watch: TypeAlias = Callable[[int, int], bool]
"""Is told how many steps are done and of how many; returns whether to go on."""


class GivenUp(Exception):
    """
    The exact method would take too much: *why* is `sets` or `numbers`.

    It never leaves the package: the sampled method takes over, and the result says so.
    """

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class Stopped(SelectionError):
    """Somebody stopped the work before it was done."""

    def __init__(self) -> None:
        super().__init__("choice-stopped")


def keep_on(done: int, steps: int) -> bool:
    """Go on, always."""
    return True


def look(watch: Watch, done: int, steps: int) -> None:
    """Tell how far the work is; raise Stopped when it is not to go on."""
    if not watch(done, steps):
        raise Stopped
