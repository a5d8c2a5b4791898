"""`forerunners` tells stages, self-assessments, comparisons, practices and lessons."""

import json

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import Answer, ask

KEY, ON = "edellakavijat-harjoitus", ("--on", "2026-11-22")


def run(command: str, *line: str, key: str = KEY) -> Answer:
    return ask("forerunners", command, key, *line)


def test_stages_tell_what_is_decided_and_what_waits() -> None:
    result = run("stages", *ON, "--json").document["result"]

    states = {one["phase"]: one["state"] for one in result["stages"]}
    assert (states["vuosi-2"], states["vuosi-3"]) == ("goes_on", "open")


def test_state_asks_and_does_not_reject() -> None:
    answer = run("state", "--as", "kuusiranta", *ON, "--lang", "en")

    assert answer.code == Code.DONE
    assert "Use of what users know: tell what shows that the level is right." in answer.out


def test_state_needs_a_city() -> None:
    assert run("state").code == Code.USAGE


def test_city_that_is_not_there_is_told_with_what_was_meant() -> None:
    answer = run("benchmark", "--as", "harjulla", "--lang", "en")

    assert (answer.code, "harjula" in answer.out) == (Code.PROBLEMS, True)


@pytest.mark.parametrize("city", ["kuusiranta", "harjula", "selkavesi", "peltokoski"])
def test_benchmark_never_tells_of_a_city_without_consent(city: str) -> None:
    answers = (run("benchmark", "--as", city, *ON), run("benchmark", "--as", city, *ON, "--json"))

    assert not any("niemisaari" in one.out.casefold() for one in answers)


def test_summary_of_fewer_than_three_cities_is_refused() -> None:
    assert run("benchmark", "--as", "harjula", "--least", "2").code == Code.PROBLEMS


def test_public_search_finds_public_practices_only() -> None:
    found = run("practices", "--json").document["result"]["practices"]

    assert [one["practice"]["id"] for one in found] == ["asukasraati"]


def test_city_finds_what_the_group_shares() -> None:
    answer = run("practices", "--as", "harjula", "--search", "markkinavuoropuhelu", "--json")

    (hit,) = answer.document["result"]["practices"]
    assert (hit["practice"]["id"], hit["matched"]) == ("tulosperusteinen", ["markkinavuoropuhelu"])


def test_search_may_be_limited_to_a_principle() -> None:
    answer = run("practices", "--as", "harjula", "--principle", "partnership", "--json")

    found = answer.document["result"]["practices"]
    assert [one["practice"]["id"] for one in found] == ["seurantataulu"]


def test_nothing_found_is_said() -> None:
    answer = run("practices", "--search", "avaruus", "--lang", "en")

    assert "found no practice" in answer.out


def test_lessons_of_the_group_are_not_for_the_public() -> None:
    public, group = run("lessons", "--json"), run("lessons", "--as", "harjula", "--json")

    assert public.document["result"]["lessons"] == []
    assert len(group.document["result"]["lessons"]) == 2


def test_lesson_of_one_city_is_for_it_alone() -> None:
    everyone = ["", "kuusiranta", "harjula", "selkavesi", "niemisaari"]

    told = [run("lessons", "--as", city, "--json").out for city in everyone if city]

    assert not any("food robot" in json.loads(one).__repr__() for one in told)
    assert "food robot" in run("lessons", "--as", "peltokoski", "--json").out


def test_programme_that_is_no_network_is_told() -> None:
    answer = run("stages", key="hyvinvoinnista-elinvoimaa")

    assert answer.code == Code.PROBLEMS


def test_fictional_network_says_so() -> None:
    assert "fictional" in run("stages", *ON, "--lang", "en").out


def test_same_day_gives_the_same_bytes() -> None:
    line = ("benchmark", "--as", "harjula", *ON, "--json")

    assert run(*line).out == run(*line).out
