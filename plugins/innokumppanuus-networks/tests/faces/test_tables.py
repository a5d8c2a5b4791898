"""The tables say what the pictures show."""

from typing import Any

from innokumppanuus_networks.domain import Existence, ServiceNetworks, ServiceRole
from innokumppanuus_networks.engine.bridges import bridges
from innokumppanuus_networks.engine.coverage import gaps, overlaps
from innokumppanuus_networks.faces import tables
from innokumppanuus_networks.faces.wording import Wording


def test_row_of_an_actor_tells_how_it_serves_each_group(three: ServiceNetworks, texts: Any) -> None:
    rows = tables.actor_rows(Wording(three, texts("fi")))

    assert rows.columns == ("Toimija", "Laji", "Tila", "0–6", "yli 6", "hoitajat")
    assert rows.rows[0] == ("a", "kaupunki", "toiminnassa", "tuottaa palvelua", "–", "–")


def test_narrow_table_says_the_same(three: ServiceNetworks, texts: Any) -> None:
    rows = tables.serving_rows(Wording(three, texts("fi"))).rows

    assert rows[1][3] == "0–6: tuottaa palvelua; yli 6: tuottaa palvelua"


def test_row_of_a_need_names_who_answers_it(three: ServiceNetworks, texts: Any) -> None:
    wording = Wording(three, texts("fi"))

    assert tables.answer_rows(wording).rows == (
        ("0–6", "keskustelu", "palveluntuottaja vastaa: a ja b"),
        ("yli 6", "keskustelu", "palveluntuottaja vastaa: b ja c"),
        ("hoitajat", "vertaistuki", "kukaan ei vastaa"),
    )


def test_who_is_no_existing_provider_is_told_as_what(
    network: Any, actor: Any, service: Any, texts: Any
) -> None:
    given = network(
        actors=tuple(map(actor, "abc")),
        services=(
            service("s-a", "a"),
            service("s-b", "b", role=ServiceRole.VOLUNTEER),
            service("s-c", "c", existence=Existence.PLANNED),
        ),
    )

    (row, *_) = tables.answer_rows(Wording(given, texts("fi"))).rows

    assert row[2] == "palveluntuottaja vastaa: a, b (vapaaehtoistyö) ja c (suunnitteilla)"


def test_services_are_listed_with_their_needs_and_no_gap(
    three: ServiceNetworks, texts: Any
) -> None:
    rows = tables.service_rows(Wording(three, texts("fi"))).rows

    assert rows[1] == ("b", "keskustelu", "0–6, yli 6", "palveluntuottaja", "toiminnassa")
    assert len(rows) == 3


def test_tie_tells_its_day(three: ServiceNetworks, texts: Any) -> None:
    row = tables.tie_rows(Wording(three, texts("fi"))).rows[0]

    assert row == ("a", "b", "yhteistyö", "toiminnassa", "2.1.2017", "kaikki ryhmät")


def test_every_finding_has_a_row_with_its_grounds(three: ServiceNetworks, texts: Any) -> None:
    wording = Wording(three, texts("fi"))

    assert len(tables.gap_rows(wording, gaps(three)).rows) == len(gaps(three))
    assert tables.overlap_rows(wording, overlaps(three)).rows[0][-1] == "s-a, s-b"
    assert tables.bridge_rows(wording, bridges(three)).rows[0][0] == "b"


def test_goal_without_a_measure_is_asked_for(three: ServiceNetworks, texts: Any) -> None:
    rows = tables.goal_rows(Wording(three, texts("fi"))).rows

    assert rows[0][2] == "sopimukset"
    assert rows[1][2].startswith("mittari puuttuu")


def test_member_that_is_only_a_role_is_told_as_such(three: ServiceNetworks, texts: Any) -> None:
    assert tables.member_rows(Wording(three, texts("fi"))).rows == (("edustaja", "yritys", "ei"),)


def test_responsible_member_is_named(exercise: ServiceNetworks, texts: Any) -> None:
    rows = tables.measure_rows(Wording(exercise, texts("fi"))).rows

    assert [one[2] for one in rows] == [
        "Kuvitteellinen perhekeskus",
        "yrittäjien edustaja",
        "ei tiedossa",
    ]


def test_table_is_html_with_a_caption(three: ServiceNetworks, texts: Any) -> None:
    wording = Wording(three, texts("sv"))

    assert "<caption>" in tables.actor_rows(wording).html(wording)
