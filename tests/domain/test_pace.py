"""A long reckoning can be watched, and need not be."""

from innokumppanuus.domain.pace import Pace, unwatched


def reckoned(pace: Pace) -> int:
    for done in range(3):
        pace(done, 3)
    return 42


def test_reckoning_that_nobody_watches_goes_through() -> None:
    assert reckoned(unwatched) == 42


def test_watcher_hears_every_step() -> None:
    heard: list[tuple[int, int]] = []

    reckoned(lambda done, of: heard.append((done, of)))

    assert heard == [(0, 3), (1, 3), (2, 3)]
