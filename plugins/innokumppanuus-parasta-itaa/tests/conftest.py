"""The consortia of the plugin, read once for all tests, and small ones made by hand."""

from collections.abc import Callable, Mapping

import pytest

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_parasta_itaa.domain.consortium import Consortium

REAL, EXERCISE = "parasta-itaa", "parasta-itaa-harjoitus"


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace.open()


@pytest.fixture(scope="session")
def law(workspace: Workspace) -> Mapping[str, Parameter]:
    return workspace.plugins.parameters()


@pytest.fixture(scope="session")
def consortium_of(workspace: Workspace) -> Callable[[str], Consortium]:
    def read(key: str) -> Consortium:
        noun = workspace.programme(key)
        assert isinstance(noun, Consortium)
        return noun

    return read


@pytest.fixture(scope="session")
def real(consortium_of: Callable[[str], Consortium]) -> Consortium:
    return consortium_of(REAL)


@pytest.fixture(scope="session")
def exercise(consortium_of: Callable[[str], Consortium]) -> Consortium:
    return consortium_of(EXERCISE)


@pytest.fixture(scope="session", params=("fi", "sv", "en"))
def texts(request: pytest.FixtureRequest) -> Texts:
    return Texts.load(request.param, FacePlugins.load().texts().values())


@pytest.fixture(scope="session")
def finnish() -> Texts:
    return Texts.load("fi", FacePlugins.load().texts().values())
