"""What is found is said in three languages, by names and with what it rests on."""

from typing import Any

import attrs
import pytest

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus_networks.domain import ActorKind, ServiceNetworks
from innokumppanuus_networks.engine.bridges import bridges
from innokumppanuus_networks.engine.coverage import Coverage, Gap, gaps, overlaps
from innokumppanuus_networks.engine.growth import added, growth
from innokumppanuus_networks.engine.questions import questions
from innokumppanuus_networks.faces.wording import Wording


def test_gap_names_group_and_need(network: Any, texts: Any) -> None:
    given = network()

    said = Wording(given, texts("fi")).gap(gaps(given)[0])

    assert said == "0–6: palvelutarpeeseen ”keskustelu” ei vastaa kukaan."


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("coverage", [Coverage.NONE, Coverage.PLANNED, Coverage.VOLUNTEERS])
def test_every_gap_of_a_need_has_a_sentence(
    three: ServiceNetworks, texts: Any, coverage: Coverage, language: str
) -> None:
    gap = Gap(group="age_0_6", need="talk", coverage=coverage, services=("s-a",))

    said = Wording(three, texts(language)).gap(gap)

    assert ("(a)" in said) is (coverage is not Coverage.NONE)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("coverage", [Coverage.NONE, Coverage.PLANNED])
def test_every_gap_of_a_kind_has_a_sentence(
    three: ServiceNetworks, texts: Any, coverage: Coverage, language: str
) -> None:
    gap = Gap(group="age_0_6", kind=ActorKind.REGION, coverage=coverage, services=("s-a",))

    assert "{" not in Wording(three, texts(language)).gap(gap)


def test_overlap_tells_whom_nothing_joins(three: ServiceNetworks, texts: Any) -> None:
    plain = attrs.evolve(three, ties=())

    joined = Wording(three, texts("en")).overlap(overlaps(three)[0])
    apart = Wording(plain, texts("en")).overlap(overlaps(plain)[0])

    assert joined.endswith("agreements with each other already.")
    assert apart.endswith("neither cooperation nor an agreement: a – b.")


def test_many_pairs_are_counted_and_not_named(
    network: Any, actor: Any, service: Any, texts: Any
) -> None:
    given = network(
        actors=tuple(map(actor, "abcde")),
        services=tuple(service(f"s-{one}", one) for one in "abcde"),
    )

    said = Wording(given, texts("en")).overlap(overlaps(given)[0])

    assert said.endswith("have neither cooperation nor an agreement: 10.")


def test_bridge_tells_the_smaller_parts(three: ServiceNetworks, texts: Any) -> None:
    cut, link = bridges(three)
    wording = Wording(three, texts("fi"))

    assert wording.bridge(cut) == "b pitää nämä yhteydessä muuhun verkostoon: c."
    assert wording.bridge(link).startswith("b on ainoa toimija")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_has_a_sentence(
    exercise: ServiceNetworks, texts: Any, language: str
) -> None:
    wording = Wording(exercise, texts(language))

    said = [wording.question(one) for one in questions(exercise)]

    assert said
    assert all(one.endswith("?") for one in said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_has_a_sentence(exercise: ServiceNetworks, texts: Any, language: str) -> None:
    told = growth(exercise, [one.id for one in exercise.additions])

    said = Wording(added(exercise, told.additions), texts(language)).summary(told)

    changes = len(told.closed) + len(told.eased) + len(told.opened) + len(told.overlaps)
    assert len(said) == 3 + changes + len(told.bridges) + len(told.new_bridges)
