"""The plugin offers its programmes and its admission, whole and labelled fictional."""

import pytest

from innokumppanuus.domain.programme import ProgrammeKind
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.workspace import Workspace

KINDS = {
    "sparraus-harjoitus": ProgrammeKind.SPARRING,
    "tapahtumat-harjoitus": ProgrammeKind.EVENT_SERIES,
}


@pytest.mark.parametrize("key", KINDS)
def test_exercise_is_offered_and_says_that_it_is_made_up(key: str) -> None:
    workspace = Workspace.open()

    noun = workspace.programme(key)

    assert noun.programme.kind is KINDS[key]
    assert noun.programme.is_fictional
    assert workspace.programmes()[key].is_fictional


def test_admission_is_offered_and_says_that_it_is_made_up() -> None:
    ruleset = Workspace.open().ruleset("sparraukseen-harjoitus")

    assert ruleset.call.is_fictional
    assert ruleset.call.assessment is None


def test_every_party_of_the_exercises_is_fictional() -> None:
    workspace = Workspace.open()

    for key in KINDS:
        parties = [one.party for one in workspace.programme(key).programme.participants]
        assert all(one.is_fictional for one in parties if one is not None)


def test_faces_of_the_plugin_are_found() -> None:
    assert "sparring" in {one.name for one in FacePlugins.load().describe()}
