"""A practice is seen by whom it is for, found by its words, and adopted by another city."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import InvalidValue
from innokumppanuus.testing.builders import label
from innokumppanuus_edellakavijat.domain import Adoption, AdoptionState, Forerunners, Openness
from innokumppanuus_edellakavijat.engine.practices import (
    PUBLIC,
    adopt,
    learned,
    may_see,
    search,
    standings,
)

CITIES = ("kuusiranta", "harjula", "selkavesi", "peltokoski", "niemisaari")
DAY = date(2026, 11, 22)


def found(network: Forerunners, viewer: str, words: str = "") -> list[str]:
    return [hit.practice.id for hit in search(network, viewer, words)]


def an_adoption(**changes: object) -> Adoption:
    whole = {"practice": "asukasraati", "city": "kuusiranta", "on": DAY, "changed": (), **changes}
    return Adoption(**whole)  # type: ignore[arg-type]


def refusal(network: Forerunners, adoption: Adoption) -> str:
    with pytest.raises(InvalidValue) as caught:
        adopt(network, adoption)
    return caught.value.key


@pytest.mark.parametrize(
    ("viewer", "expected"),
    [
        ("harjula", ["asukasraati", "seurantataulu", "tulosperusteinen"]),
        ("niemisaari", ["asukasraati", "kokeilulupa", "seurantataulu", "tulosperusteinen"]),
        (PUBLIC, ["asukasraati"]),
        ("atlantis", ["asukasraati"]),
    ],
)
def test_practice_is_seen_by_whom_it_is_for(
    network: Forerunners, viewer: str, expected: list[str]
) -> None:
    assert found(network, viewer) == expected


def test_what_is_hidden_is_hidden_from_every_verb(network: Forerunners) -> None:
    for viewer in (PUBLIC, *CITIES):
        seen = {hit.practice.id for hit in search(network, viewer)}
        seen |= {practice.id for practice, _ in standings(network, viewer)}
        hidden = {one.id for one in network.practices if not may_see(network, one, viewer)}
        assert not seen & hidden


def test_trial_of_one_city_is_not_told_to_others(network: Forerunners) -> None:
    for viewer in (PUBLIC, *CITIES):
        names = [one.name.en for one in learned(network, viewer)]
        assert ("A food robot for home care" in names) == (viewer == "peltokoski")


def test_practice_with_more_of_the_words_stands_first(network: Forerunners) -> None:
    assert found(network, "harjula", "yritykset markkinavuoropuhelu tarjoajat") == [
        "tulosperusteinen",
        "seurantataulu",
    ]


@pytest.mark.parametrize("words", ["BUDJETOINTI", "medborgarbudget", "participatory"])
def test_search_takes_any_language_any_case_and_parts_of_words(
    network: Forerunners, words: str
) -> None:
    assert found(network, PUBLIC, words) == ["asukasraati"]


def test_search_without_a_hit_finds_nothing(network: Forerunners) -> None:
    assert found(network, "harjula", "avaruus") == []


def test_search_may_be_limited_to_one_principle(network: Forerunners) -> None:
    hits = search(network, "harjula", principle=Principle.PROCUREMENT)

    assert [hit.practice.id for hit in hits] == ["tulosperusteinen"]


def test_city_that_gave_a_practice_up_is_not_told_as_a_user(network: Forerunners) -> None:
    users = {hit.practice.id: hit.adopted_by for hit in search(network, "harjula")}

    assert users == {
        "asukasraati": ("harjula",),
        "seurantataulu": ("kuusiranta",),
        "tulosperusteinen": (),
    }


def test_public_sees_who_uses_a_practice_and_nobody_who_gave_it_up(
    network: Forerunners,
) -> None:
    tried = adopt(network, an_adoption())
    given_up = adopt(
        tried,
        an_adoption(city="peltokoski", state=AdoptionState.GIVEN_UP, learned=(label(),)),
    )

    ((_, latest),) = standings(given_up, PUBLIC)

    assert list(latest) == ["harjula"]


def test_latest_record_of_a_city_holds(network: Forerunners) -> None:
    latest = {practice.id: found for practice, found in standings(network, "harjula")}

    assert latest["tulosperusteinen"]["peltokoski"].state is AdoptionState.GIVEN_UP


def test_order_of_records_in_the_file_does_not_matter(network: Forerunners) -> None:
    turned = attrs.evolve(network, adoptions=network.adoptions[::-1])

    assert standings(turned, "harjula") == standings(network, "harjula")


def test_adoption_is_recorded_beside_the_earlier_ones(network: Forerunners) -> None:
    adopted = adopt(network, an_adoption())

    assert adopted.adoptions == (*network.adoptions, an_adoption())
    assert network.adoptions != adopted.adoptions


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"city": "atlantis"}, "edellakavijat.adoption_city"),
        ({"practice": "avaruus"}, "edellakavijat.adoption_practice"),
        ({"practice": "kokeilulupa"}, "edellakavijat.adoption_practice"),
        ({"city": "selkavesi"}, "edellakavijat.adoption_own"),
        ({"state": AdoptionState.GIVEN_UP}, "edellakavijat.lesson_needed"),
        ({"city": "harjula", "on": date(2026, 5, 19)}, "edellakavijat.adoption_older"),
    ],
)
def test_adoption_that_cannot_be_is_refused(
    network: Forerunners, changes: dict[str, object], key: str
) -> None:
    assert refusal(network, an_adoption(**changes)) == key


def test_record_of_the_same_day_is_not_older(network: Forerunners) -> None:
    same_day = an_adoption(city="harjula", on=date(2026, 5, 20))

    assert adopt(network, same_day).adoptions[-1] == same_day


def test_failure_is_told_as_what_it_taught(network: Forerunners) -> None:
    trial, given_up = learned(network, "harjula")

    assert (trial.city, trial.is_adoption, len(trial.lessons)) == ("niemisaari", False, 2)
    assert (given_up.city, given_up.is_adoption) == ("peltokoski", True)


def test_trial_that_succeeded_is_no_failure(network: Forerunners) -> None:
    names = [one.name.fi for one in learned(network, "kuusiranta")]

    assert "Liikuntakaveri päivätoimintaan" not in names


def test_failure_that_is_public_is_told_to_everybody(network: Forerunners) -> None:
    trials = tuple(attrs.evolve(one, openness=Openness.PUBLIC) for one in network.trials)

    assert len(learned(attrs.evolve(network, trials=trials), PUBLIC)) == 2
