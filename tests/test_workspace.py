import json
from pathlib import Path

import pytest

from innokumppanuus.domain.decision import Outcome
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import UnknownKey
from innokumppanuus.records import to_record
from innokumppanuus.testing.builders import a_ruleset, a_sheet, an_application
from innokumppanuus.testing.files import a_ruleset_file, applications
from innokumppanuus.testing.old_law import an_old_decision
from innokumppanuus.workspace import Workspace


def test_a_blocked_plugin_is_absent_and_the_rest_works() -> None:
    workspace = Workspace.open(block=("jyvaskyla",))

    names = {one.name for one in workspace.plugins.describe()}
    assert "core" in names
    assert "jyvaskyla" not in names


def test_a_name_that_is_neither_a_file_nor_shipped_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownKey, match="rule set 'ei-ole'"):
        Workspace.open().ruleset("ei-ole")


def test_two_workspaces_share_nothing() -> None:
    first, second = Workspace.open(), Workspace.open()

    assert first.plugins.seam is not second.plugins.seam


def test_it_decides_and_says_why(tmp_path: Path) -> None:
    workspace = Workspace.open()
    sheet = a_sheet("A", {"H01": {"K1": 3, "K2": 4, "K3": 1}})

    decision = workspace.decide(a_ruleset(), [an_application("H01")], [sheet])

    assert decision.outcome("H01") is Outcome.CHOSEN
    assert workspace.reasons(decision, "H01")[0].key == "chosen"


def test_a_frozen_package_and_a_decision_hold_a_rule_set(tmp_path: Path) -> None:
    workspace = Workspace.open()
    ruleset = workspace.ruleset(a_ruleset_file(tmp_path))
    decision = workspace.decide(ruleset, applications())
    package, data = tmp_path / "package.json", tmp_path / "decision.json"
    package.write_bytes(workspace.package(ruleset, decision))
    data.write_text(json.dumps(to_record(decision)), encoding="utf-8")

    hashes = {workspace.ruleset(one).hash for one in (package, data)}

    assert hashes == {ruleset.hash}


def test_a_decision_is_made_again_beside_its_package(tmp_path: Path) -> None:
    workspace = Workspace.open()
    ruleset = workspace.ruleset(a_ruleset_file(tmp_path))
    decision = workspace.decide(ruleset, applications())
    package, data = tmp_path / "package.json", tmp_path / "decision.json"
    package.write_bytes(workspace.package(ruleset, decision))
    data.write_text(json.dumps(to_record(decision)), encoding="utf-8")

    made = workspace.replay(data, package)

    assert (made.is_equal, made.parameters) == (True, ())


def test_a_package_is_read_over_its_own_law(tmp_path: Path) -> None:
    cap, workspace = "suomi.tempo.cap", Workspace.open()
    package = an_old_decision(tmp_path, "esimerkki-tempo", cap, Money.of(55_000))

    parameter = workspace.as_kept(package).plugins.parameters()[cap]

    assert {one.value for one in parameter.values} == {Money.of(55_000)}


def test_what_holds_no_law_is_read_over_that_of_today(tmp_path: Path) -> None:
    workspace = Workspace.open()

    assert workspace.as_kept(a_ruleset_file(tmp_path)) is workspace
