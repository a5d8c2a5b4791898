"""The 2017 call and its fictional field, read once for all tests."""

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assessment import ScoreSheet
from innokumppanuus.domain.decision import Decision
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.intake import Applications, Sheets, read_applications, read_sheets
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.workspace import Workspace

KEY = "kumppanuuskiihdyttamo-2017"


@pytest.fixture(scope="session")
def workspace() -> Workspace:
    return Workspace.open()


@pytest.fixture(scope="session")
def shipped(workspace: Workspace) -> RuleSetFile:
    return workspace.shipped(KEY)


@pytest.fixture(scope="session")
def ruleset(workspace: Workspace) -> RuleSet:
    return workspace.ruleset(KEY)


@pytest.fixture(scope="session")
def table(shipped: RuleSetFile, ruleset: RuleSet) -> Applications:
    assert shipped.applications is not None
    return read_applications(shipped.applications, ruleset.call)


@pytest.fixture(scope="session")
def folder(shipped: RuleSetFile, ruleset: RuleSet, table: Applications) -> Sheets:
    assert shipped.sheets is not None
    return read_sheets(shipped.sheets, ruleset.call, table.applications)


@pytest.fixture(scope="session")
def applications(table: Applications) -> tuple[Application, ...]:
    return table.applications


@pytest.fixture(scope="session")
def sheets(folder: Sheets) -> tuple[ScoreSheet, ...]:
    return folder.sheets


@pytest.fixture(scope="session")
def decision(
    workspace: Workspace,
    ruleset: RuleSet,
    applications: tuple[Application, ...],
    sheets: tuple[ScoreSheet, ...],
) -> Decision:
    return workspace.decide(ruleset, applications, sheets)


@pytest.fixture(scope="session", params=("fi", "sv", "en"))
def texts(request: pytest.FixtureRequest) -> Texts:
    return Texts.load(request.param, FacePlugins.load().texts().values())


@pytest.fixture(scope="session")
def finnish() -> Texts:
    return Texts.load("fi", FacePlugins.load().texts().values())
