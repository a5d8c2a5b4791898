import json
from pathlib import Path
from types import ModuleType

import attrs
import pytest

from innokumppanuus.domain.decision import Outcome
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.programme import PlainProgramme, Programme
from innokumppanuus.errors import RuleSetProblems, UnknownKey
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.cities import CityFile
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.plugin.programmes import ProgrammeFile
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


PROGRAMME = """\
innokumppanuus: 1
programme: {id: koe, name: Koe, kind: forum, is_fictional: true}
"""


@attrs.frozen(kw_only=True)
class Forum:
    """A plugin's noun."""

    programme: Programme
    goals: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Rota:
    """Another plugin's noun, with a key of the same name."""

    programme: Programme
    members: tuple[str, ...] = ()


def a_city(folder: Path, name: str, noun: type = Forum, more: str = "") -> Workspace:
    """Return the workspace of a city whose plugin ships one programme under the key `koe`."""
    path = folder / f"{name}.yaml"
    path.write_text(PROGRAMME.replace("name: Koe", f"name: {name}") + more, encoding="utf-8")

    @hookimpl
    def register_programmes() -> list[ProgrammeFile]:
        return [ProgrammeFile(key="koe", name=same(name), path=path, noun=noun)]

    plugin = ModuleType(name)
    plugin.register_programmes = register_programmes  # type: ignore[attr-defined]
    plugins = Plugins()
    plugins.seam.register(plugin, name)
    return Workspace(plugins=plugins)


def test_a_shipped_programme_is_read_into_the_noun_of_its_plugin(tmp_path: Path) -> None:
    city = a_city(tmp_path, "etela", more="goals: [a, b]\n")

    programme = city.programme("koe")

    assert isinstance(programme, Forum)
    assert programme.goals == ("a", "b")


def test_a_programme_that_no_plugin_ships_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownKey, match="Did you mean 'koe'"):
        a_city(tmp_path, "etela").programme("koee")


def test_programmes_of_two_cities_in_one_process_stay_apart(tmp_path: Path) -> None:
    south = a_city(tmp_path, "etela", Forum, "goals: [a]\n")
    north = a_city(tmp_path, "pohjola", Rota, "members: [b]\n")

    both = south.programme("koe"), north.programme("koe"), south.programme("koe")

    assert [type(one) for one in both] == [Forum, Rota, Forum]
    assert [one.programme.name.fi for one in both] == ["etela", "pohjola", "etela"]


def test_a_file_of_a_citys_own_is_read_into_the_noun_whose_keys_it_has(tmp_path: Path) -> None:
    city = a_city(tmp_path, "etela")
    path = tmp_path / "oma.yaml"
    path.write_text(PROGRAMME + "goals: [a]\nmembers: [b]\n", encoding="utf-8")

    assert isinstance(city.programme(path), Forum)


def test_a_file_without_keys_of_its_own_is_a_plain_programme(tmp_path: Path) -> None:
    path = tmp_path / "oma.yaml"
    path.write_text(PROGRAMME, encoding="utf-8")

    assert isinstance(a_city(tmp_path, "etela").programme(path), PlainProgramme)


def test_a_file_is_read_like_the_programme_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "oma.yaml"
    path.write_text(PROGRAMME, encoding="utf-8")

    assert isinstance(a_city(tmp_path, "etela", Rota).programme(path, like="koe"), Rota)


def test_a_file_with_keys_that_nobody_knows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "oma.yaml"
    path.write_text(PROGRAMME + "rota: []\n", encoding="utf-8")

    with pytest.raises(RuleSetProblems, match="rota"):
        a_city(tmp_path, "etela").programme(path)


def test_a_city_is_read_from_a_file_or_by_the_key_of_a_plugin(tmp_path: Path) -> None:
    file = tmp_path / "harjula.yaml"
    file.write_text("innokumppanuus: 1\nid: harjula\nname: Harjula\n", encoding="utf-8")

    @hookimpl
    def register_cities() -> list[CityFile]:
        return [CityFile(key="kuvitteellinen-harjula", name=same("Harjula"), path=file)]

    plugin = ModuleType("mycity")
    plugin.register_cities = register_cities  # type: ignore[attr-defined]
    workspace = Workspace.open()
    workspace.plugins.seam.register(plugin, "mycity")

    assert workspace.city(file) == workspace.city("kuvitteellinen-harjula")


def test_a_city_that_is_nowhere_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownKey, match="city 'ei-ole'"):
        Workspace.open().city("ei-ole")
