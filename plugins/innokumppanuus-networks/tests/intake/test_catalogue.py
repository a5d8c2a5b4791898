"""An export of the service catalogue: what is placed, what is not, and that nothing is lost."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.errors import HostileFile, IntakeProblems
from innokumppanuus_networks.checks import problems_of
from innokumppanuus_networks.domain import (
    ActorKind,
    Existence,
    Need,
    ServiceNetworks,
    ServiceRole,
)
from innokumppanuus_networks.intake.catalogue import CatalogueReading, read_catalogue


@pytest.fixture(scope="module")
def forum(network: Any, actor: Any) -> ServiceNetworks:
    """Return networks whose groups and needs know codes of the catalogue."""
    plain = network()
    bands = tuple(
        attrs.evolve(band, target_groups=(code,))
        for band, code in zip(plain.bands, ("KR1.2", "KR1.1"), strict=True)
    )
    needs = (
        Need(id="talk", name=same("talk"), service_classes=("P4",)),
        Need(id="peer", name=same("peer"), service_classes=("P4", "P5")),
    )
    known = actor("perhekeskus", name=Label("Perhekeskus", "Familjecenter", "Family centre"))
    return network(areas=("179",), bands=bands, needs=needs, actors=(known,))


def names(words: str, type_: str = "Name") -> list[dict[str, str]]:
    return [{"language": "fi", "value": words, "type": type_}]


def a_record(**changes: Any) -> dict[str, Any]:
    """Return a service as the interface gives it."""
    return {
        "id": "0001",
        "serviceNames": names("Keskusteluapu"),
        "targetGroups": [{"code": "KR1.2", "name": [], "uri": "http://urn.fi/x:KR1.2"}],
        "serviceClasses": [{"code": "P4"}],
        "organizations": [
            {"roleType": "Producer", "organization": {"id": "o1", "name": "Uusi yhdistys ry"}}
        ],
        "publishingStatus": "Published",
        "areaType": "LimitedType",
        "areas": [{"type": "Municipality", "code": "179", "municipalities": [{"code": "179"}]}],
        **changes,
    }


def read(folder: Path, forum: ServiceNetworks, document: object) -> CatalogueReading:
    path = folder / "vienti.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return read_catalogue(path, forum)


def reasons(reading: CatalogueReading) -> list[str]:
    return [one.problem.key for one in reading.unplaced]


def test_service_is_placed_by_its_codes(tmp_path: Path, forum: ServiceNetworks) -> None:
    found = read(tmp_path, forum, {"itemList": [a_record(serviceClasses=[{"code": "P5"}])]})

    (service,) = found.networks.services
    assert (service.need, service.groups) == ("peer", ("age_0_6",))
    assert (service.role, service.existence) == (ServiceRole.PROVIDER, Existence.EXISTING)
    assert service.name == Label(fi="Keskusteluapu")


def test_service_that_answers_two_needs_is_placed_at_both(
    tmp_path: Path, forum: ServiceNetworks
) -> None:
    found = read(tmp_path, forum, [a_record()])

    assert [one.need for one in found.networks.services] == ["talk", "peer"]
    assert len({one.id for one in found.networks.services}) == 2


@pytest.mark.parametrize("shape", ["page", "pages", "list", "single"])
def test_pages_lists_and_single_services_are_read(
    tmp_path: Path, forum: ServiceNetworks, shape: str
) -> None:
    one = a_record()
    page = {"pageNumber": 1, "itemList": [one]}
    shapes = {"page": page, "pages": [page], "list": [one], "single": one}

    assert read(tmp_path, forum, shapes[shape]).placed == ("0001",)


def test_actor_that_is_known_by_name_is_that_actor(tmp_path: Path, forum: ServiceNetworks) -> None:
    organization = {"id": "o2", "name": "FAMILJECENTER"}
    producer = {"roleType": "Producer", "organization": organization}

    found = read(tmp_path, forum, [a_record(organizations=[producer])])

    assert found.actors == ()
    assert {one.actor for one in found.networks.services} == {"perhekeskus"}


def test_new_organisation_is_an_actor_of_unknown_kind(
    tmp_path: Path, forum: ServiceNetworks
) -> None:
    found = read(tmp_path, forum, [a_record()])

    assert found.actors == ("uusi-yhdistys-ry",)
    assert found.networks.actor("uusi-yhdistys-ry").kind is ActorKind.UNKNOWN


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("Municipality", ActorKind.CITY),
        ("Organization", ActorKind.ASSOCIATION),
        ("Company", ActorKind.COMPANY),
        ("Region", ActorKind.REGION),
        ("State", ActorKind.OTHER),
    ],
)
def test_organisation_of_the_export_tells_the_kind(
    tmp_path: Path, forum: ServiceNetworks, type_: str, kind: ActorKind
) -> None:
    organisation = {"id": "o1", "organizationType": type_, "organizationNames": names("Taho")}

    found = read(tmp_path, forum, [a_record(), organisation])

    assert found.items == 1
    assert found.networks.actor("taho").kind is kind


def test_one_who_answers_for_a_service_stands_in_when_no_producer_is_told(
    tmp_path: Path, forum: ServiceNetworks
) -> None:
    both = [
        {"roleType": "Responsible", "organization": {"id": "o2", "name": "Perhekeskus"}},
        {"roleType": "Producer", "organization": {"id": "o1", "name": "Tuottaja Oy"}},
    ]

    with_producer = read(tmp_path, forum, [a_record(organizations=both)])
    without = read(tmp_path, forum, [a_record(organizations=both[:1])])

    assert {one.actor for one in with_producer.networks.services} == {"tuottaja-oy"}
    assert {one.actor for one in without.networks.services} == {"perhekeskus"}


def test_producers_told_apart_from_those_who_answer_are_read_once(
    tmp_path: Path, forum: ServiceNetworks
) -> None:
    answers = [{"roleType": "Responsible", "organization": {"id": "o2", "name": "Perhekeskus"}}]
    producers = [{"organizations": [{"id": "o1", "name": "Tuottaja Oy"}]}] * 2

    record = a_record(organizations=answers, serviceProducers=producers)
    found = read(tmp_path, forum, [{**record, "serviceClasses": [{"code": "P5"}]}])

    assert [one.actor for one in found.networks.services] == ["tuottaja-oy"]


def test_draft_is_planned(tmp_path: Path, forum: ServiceNetworks) -> None:
    found = read(tmp_path, forum, [a_record(publishingStatus="Draft")])

    assert {one.existence for one in found.networks.services} == {Existence.PLANNED}


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"publishingStatus": "Deleted"}, "network.ptv-status"),
        ({"serviceNames": None}, "network.ptv-nameless"),
        ({"serviceNames": names("Muu nimi", "AlternativeName")}, "network.ptv-nameless"),
        ({"targetGroups": []}, "network.ptv-group"),
        ({"targetGroups": [{"code": "KR2"}]}, "network.ptv-group"),
        ({"organizations": []}, "network.ptv-organisation"),
        ({"organizations": [{"roleType": "Producer"}]}, "network.ptv-organisation"),
        ({"areas": [{"type": "Municipality", "code": "091"}]}, "network.ptv-area"),
    ],
)
def test_service_without_a_place_is_told_with_the_reason(
    tmp_path: Path, forum: ServiceNetworks, changes: dict[str, Any], key: str
) -> None:
    found = read(tmp_path, forum, [a_record(**changes)])

    assert reasons(found) == [key]
    assert found.networks.services == ()
    assert found.unplaced[0].id == "0001"


def test_service_for_the_whole_country_is_placed(tmp_path: Path, forum: ServiceNetworks) -> None:
    assert read(tmp_path, forum, [a_record(areaType="Nationwide", areas=[])]).placed


def test_region_that_has_the_municipality_is_enough(tmp_path: Path, forum: ServiceNetworks) -> None:
    region = {"type": "Region", "code": "13", "municipalities": [{"code": "179"}]}

    assert read(tmp_path, forum, [a_record(areas=[region])]).placed


def test_service_of_an_unknown_class_is_placed_without_a_need_and_told(
    tmp_path: Path, forum: ServiceNetworks
) -> None:
    found = read(tmp_path, forum, [a_record(serviceClasses=[{"code": "P99"}])])

    assert [one.need for one in found.networks.services] == [""]
    assert [one.key for one in found.problems] == ["network.ptv-need"]


def test_term_without_a_code_is_known_by_its_address(
    tmp_path: Path, forum: ServiceNetworks
) -> None:
    term = {"uri": "http://urn.fi/URN:NBN:fi:au:ptvl:KR1.1"}

    found = read(tmp_path, forum, [a_record(targetGroups=[term])])

    assert {one.groups for one in found.networks.services} == {("over_6",)}


def test_place_of_a_problem_is_the_number_of_the_item(
    tmp_path: Path, forum: ServiceNetworks
) -> None:
    found = read(tmp_path, forum, [a_record(), a_record(id="0002", targetGroups=[])])

    assert found.unplaced[0].problem.path == "itemList[1]"


def test_networks_with_the_services_fit_together(tmp_path: Path, forum: ServiceNetworks) -> None:
    found = read(tmp_path, forum, [a_record(), a_record()])

    assert list(problems_of(found.networks)) == []


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"itemList": []}', "null", "3"])
def test_file_without_services_is_refused(
    tmp_path: Path, forum: ServiceNetworks, text: str
) -> None:
    path = tmp_path / "vienti.json"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(IntakeProblems):
        read_catalogue(path, forum)


def test_binary_file_is_refused(tmp_path: Path, forum: ServiceNetworks) -> None:
    path = tmp_path / "vienti.json"
    path.write_bytes(b"\x00\x01\x02")

    with pytest.raises(HostileFile):
        read_catalogue(path, forum)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
RECORDS = st.fixed_dictionaries(
    {},
    optional={key: st.just(value) | JSON for key, value in a_record().items()},
)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(records=st.lists(RECORDS, min_size=1, max_size=4))
def test_whatever_an_export_holds_every_service_is_placed_or_told(
    tmp_path: Path, forum: ServiceNetworks, records: list[Any]
) -> None:
    found = read(tmp_path, forum, {"itemList": records})

    assert found.items == len(records)
    assert len(found.placed) + len(found.unplaced) == found.items
    assert list(problems_of(found.networks)) == []
