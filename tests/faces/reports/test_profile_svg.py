"""Pictures of profiles: named for screen readers, told apart without colour, and never made up."""

from xml.etree import ElementTree

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.profile import Evidence, Profile, Rating
from innokumppanuus.domain.sources import Status
from innokumppanuus.engine.city_comparison import compare
from innokumppanuus.engine.profile import call_profile, city_profile
from innokumppanuus.faces.reports.profile_svg import levels_svg, seen_svg
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.profiles import (
    DAY,
    GOALS,
    GROUPS,
    ROUTES,
    a_city,
    a_consent,
    a_record,
    some_indicators,
)

INDICATORS = some_indicators()
TEXTS = Texts.load("en")
SPACE = "{http://www.w3.org/2000/svg}"


def profile(*statuses: Status, level: int = 3) -> Profile:
    evidence = tuple(Evidence(words=same("a"), status=one) for one in statuses)
    rating = Rating(indicator=GOALS, level=level, evidence=evidence)
    return city_profile(a_city(records=(a_record(ratings=(rating,)),)), DAY, INDICATORS)


def circles(picture: str) -> list[ElementTree.Element]:
    found = ElementTree.fromstring(picture)
    legend = {one for group in found.iter(f"{SPACE}g") for one in group.iter(f"{SPACE}circle")}
    return [one for one in found.iter(f"{SPACE}circle") if one not in legend]


def test_the_picture_has_a_title_and_a_description_for_screen_readers() -> None:
    root = ElementTree.fromstring(levels_svg(profile(), TEXTS, "own"))

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "own-title own-desc"
    assert {one.get("id") for one in root} >= {"own-title", "own-desc"}


def test_levels_with_and_without_evidence_differ_without_colour() -> None:
    with_it, without, disputed = (
        levels_svg(profile(*one), TEXTS) for one in ((Status.STATED,), (), (Status.DISPUTED,))
    )

    assert [circles(one)[0].get("fill") for one in (with_it, without)] == ["#1d4f7a", "#ffffff"]
    assert disputed.count("<path") > without.count("<path")


def test_higher_levels_lie_further_right_in_even_steps() -> None:
    places = [
        float(circles(levels_svg(profile(level=one), TEXTS))[0].get("cx", "")) for one in range(6)
    ]

    steps = {round(high - low, 1) for low, high in zip(places, places[1:], strict=False)}
    assert len(steps) == 1 and steps.pop() > 0


def test_an_indicator_without_a_level_has_no_dot() -> None:
    picture = levels_svg(profile(), TEXTS)

    assert len(circles(picture)) == 1
    assert picture.count("not rated") == 2


def test_nothing_is_drawn_where_nothing_is_rated() -> None:
    plain = some_indicators(levels=())

    assert levels_svg(call_profile(a_call(), plain), TEXTS) == ""


def test_the_earlier_level_is_drawn_and_told_only_when_there_is_one() -> None:
    before = profile(level=1)

    assert "earlier level" in levels_svg(profile(), TEXTS, before=before)
    assert "earlier level" not in levels_svg(profile(), TEXTS)


def test_the_group_is_drawn_only_when_there_are_enough_cities() -> None:
    own = a_city("harjula", {GOALS: 2})
    cities = [a_city(f"kunta{one}", {GOALS: one}) for one in range(5)]

    few = compare(own, cities[:4], DAY, INDICATORS, 5)
    enough = compare(own, cities, DAY, INDICATORS, 5)

    assert "other cities" not in levels_svg(few.own, TEXTS, compared=few)
    assert "other cities" in levels_svg(enough.own, TEXTS, compared=enough)


def test_what_a_silent_city_holds_moves_nothing_in_the_picture() -> None:
    own = a_city("harjula", {GOALS: 2})

    pictures = {
        levels_svg(one.own, TEXTS, compared=one)
        for level in range(6)
        for one in [compare(own, [a_city("muu", {GOALS: level})], DAY, INDICATORS, 5)]
    }

    assert len(pictures) == 1


def test_cities_that_agreed_are_marked() -> None:
    open_one = a_city("avoin", {GOALS: 4}, consents=(a_consent("harjula"),))
    beside = compare(a_city("harjula", {GOALS: 2}), [open_one], DAY, INDICATORS, 5)

    assert "city that agreed" in levels_svg(beside.own, TEXTS, compared=beside)


def test_what_is_seen_has_a_mark_for_each_indicator_and_subject() -> None:
    own = call_profile(a_call(), INDICATORS)

    picture = seen_svg([own, own], ["call", "H01"], TEXTS, "seen")

    assert picture.count(">?<") == 2 * len((GOALS, GROUPS, ROUTES)) + 1
    assert ">H01<" in picture


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_names_are_escaped(language: str) -> None:
    city = a_city(levels={GOALS: 1}, name=same("<b>&"))

    picture = levels_svg(city_profile(city, DAY, INDICATORS), Texts.load(language))

    assert "<b>" not in picture
    ElementTree.fromstring(picture)
