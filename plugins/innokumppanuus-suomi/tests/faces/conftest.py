"""Texts in each language, for the tests of what people see."""

import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.workspace import Workspace


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    return Workspace.open().plugins


@pytest.fixture(scope="session", params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Texts:
    return Texts.load(request.param, FacePlugins.load().texts().values())


@pytest.fixture(scope="session")
def finnish() -> Texts:
    return Texts.load("fi", FacePlugins.load().texts().values())
