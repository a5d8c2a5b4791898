"""The fictional network that is shipped, read once."""

import pytest

from innokumppanuus.workspace import Workspace
from innokumppanuus_edellakavijat.domain import Forerunners


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace.open()


@pytest.fixture(scope="session")
def network(workspace: Workspace) -> Forerunners:
    noun = workspace.programme("edellakavijat-harjoitus")
    assert isinstance(noun, Forerunners)
    return noun


@pytest.fixture(scope="session")
def nine(workspace: Workspace) -> Forerunners:
    noun = workspace.programme("edellakavijakaupungit")
    assert isinstance(noun, Forerunners)
    return noun
