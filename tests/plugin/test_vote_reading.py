"""Readers of votes are found by the host, and what they give back is looked at."""

from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.votes import BallotKind, Votes
from innokumppanuus.errors import HookRaised
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.plugin.vote_reading import VoteReader, VotesRead
from innokumppanuus.testing.builders import label

NONE = VotesRead(votes=Votes(kind=BallotKind.APPROVAL))


@attrs.frozen
class Fixed:
    """A reader that gives what it is told to."""

    given: object
    key: str = "mycity.votes"
    name: Label = attrs.field(factory=label)
    suffixes: tuple[str, ...] = (".votes",)

    def read(self, path: Path, kind: BallotKind, applications: Sequence[str]) -> VotesRead:
        return self.given  # type: ignore[return-value]


def reader(given: object) -> VoteReader:
    @hookimpl
    def register_vote_readers() -> list[Fixed]:
        return [Fixed(given)]

    plugin = ModuleType("mycity")
    plugin.register_vote_readers = register_vote_readers  # type: ignore[attr-defined]
    plugins = Plugins()
    plugins.seam.register(plugin, "mycity")
    return plugins.vote_readers()["mycity.votes"]


def test_reader_of_a_plugin_is_handed_on() -> None:
    assert reader(NONE).read(Path("a.votes"), BallotKind.APPROVAL, ()) == NONE


def test_reader_that_gives_something_else_names_its_plugin() -> None:
    with pytest.raises(HookRaised) as caught:
        reader({"H01": 3}).read(Path("a.votes"), BallotKind.APPROVAL, ())

    assert caught.value.plugin == "mycity"
