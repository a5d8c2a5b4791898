"""Lists of services and ties go out and come back the same, and what is gone is told."""

from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.workspace import Workspace
from innokumppanuus_networks.domain import (
    ActorKind,
    Existence,
    ServiceNetworks,
    ServiceRole,
    TieKind,
)
from innokumppanuus_networks.intake.lists import (
    read_services,
    read_ties,
    services_csv,
    services_workbook,
    ties_csv,
    ties_workbook,
)

HEAD = "actor;actor_fi;kind;service;need;groups;role;existence;since\n"


@pytest.fixture(scope="module")
def shipped() -> ServiceNetworks:
    pytest.importorskip("innokumppanuus_jyvaskyla")
    noun = Workspace.open().programme("hyvinvointifoorumi-harjoitus")
    assert isinstance(noun, ServiceNetworks)
    return noun


def listed(folder: Path, rows: str, networks: ServiceNetworks) -> Any:
    path = folder / "palvelut.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return read_services(path, networks)


def by_id(things: Any) -> Any:
    return sorted(things, key=lambda one: one.id)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("write", [services_csv, services_workbook])
def test_services_come_back_the_same(
    tmp_path: Path, shipped: ServiceNetworks, write: Any, language: str
) -> None:
    path = tmp_path / "palvelut"
    path.write_bytes(write(shipped, language))

    read = read_services(path, attrs.evolve(shipped, actors=(), services=(), ties=(), measures=()))

    assert [one.key for one in read.problems if one.severity == "error"] == []
    assert by_id(read.networks.actors) == by_id(shipped.actors)
    assert by_id(read.networks.services) == by_id(shipped.services)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("write", [ties_csv, ties_workbook])
def test_ties_come_back_the_same(
    tmp_path: Path, shipped: ServiceNetworks, write: Any, language: str
) -> None:
    path = tmp_path / "yhteydet"
    path.write_bytes(write(shipped, language))

    read = read_ties(path, attrs.evolve(shipped, ties=()))

    assert read.problems == ()
    assert read.networks.ties == shipped.ties


def test_same_networks_are_the_same_bytes(shipped: ServiceNetworks) -> None:
    assert services_workbook(shipped, "fi") == services_workbook(shipped, "fi")


def test_row_is_read_by_the_words_of_any_language(tmp_path: Path, network: Any) -> None:
    row = "a;Aapeli ry;förening;s;keskustelu;0–6; volunteer work;suunnitteilla;2.10.2017\n"

    (service,) = listed(tmp_path, row, network()).networks.services

    assert service.role is ServiceRole.VOLUNTEER
    assert service.existence is Existence.PLANNED
    assert service.since == date(2017, 10, 2)
    assert (service.need, service.groups) == ("talk", ("age_0_6",))


def test_kind_that_is_not_told_stays_unknown(tmp_path: Path, network: Any) -> None:
    found = listed(tmp_path, "a;Aapeli;;s;talk;age_0_6;;;\n", network())

    assert found.networks.actor("a").kind is ActorKind.UNKNOWN
    assert found.networks.services[0].role is ServiceRole.UNKNOWN


def test_close_ones_with_a_name_are_told_and_the_name_is_not_kept(
    tmp_path: Path, network: Any
) -> None:
    found = listed(tmp_path, "x;Maija;close_ones;s;talk;age_0_6;close;;\n", network())

    assert [(one.key, one.place.cell) for one in found.problems] == [("network.close-ones", "A2")]
    assert found.networks.actors == ()


def test_service_that_is_not_in_the_list_is_gone_and_told(
    tmp_path: Path, three: ServiceNetworks
) -> None:
    rows = "a;a;city;s-a;talk;age_0_6;provider;;\nb;b;city;s-b;talk;age_0_6;provider;;\nc;;;;;;;;\n"

    found = listed(tmp_path, rows, three)

    assert [(one.key, one.values) for one in found.problems] == [("network.gone", {"got": "s-c"})]
    assert not found.has_errors


def test_note_of_a_known_actor_stays(tmp_path: Path, network: Any, actor: Any) -> None:
    known = network(actors=(actor("a", note="muistiinpano"),))

    found = listed(tmp_path, "a;;;s;talk;age_0_6;provider;;\n", known)

    assert found.networks.actor("a").note == "muistiinpano"


def test_tie_to_an_actor_that_is_not_in_the_list_is_an_error(
    tmp_path: Path, three: ServiceNetworks
) -> None:
    found = listed(tmp_path, "a;a;city;s-a;talk;age_0_6;provider;;\n", three)

    assert found.has_errors
    assert "ties[0].between[1]" in [one.path for one in found.problems]


def test_unknown_group_is_told_with_its_cell(tmp_path: Path, network: Any) -> None:
    found = listed(tmp_path, "a;Aapeli;city;s;talk;age_0_7;provider;;\n", network())

    assert ("cell-choice-meant", "F2") in [(one.key, one.place.cell) for one in found.problems]


def test_tie_keeps_its_day_and_kind(tmp_path: Path, three: ServiceNetworks) -> None:
    path = tmp_path / "yhteydet.csv"
    path.write_text(
        "first;second;kind;groups;existence;since\na;c;avtal;;;1.9.2016\n", encoding="utf-8"
    )

    (tie,) = read_ties(path, three).networks.ties

    assert (tie.kind, tie.since) == (TieKind.AGREEMENT, date(2016, 9, 1))
