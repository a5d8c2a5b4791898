"""The sections of the report tell what is there, escaped, in every language, with table twins."""

import re
from collections.abc import Callable
from datetime import date

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.programme import PlainProgramme
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.faces.sections import sections

ON = date(2024, 1, 15)
Tell = Callable[[str, Consortium, Texts], str]


@pytest.fixture(scope="module")
def tell(workspace: Workspace) -> Tell:
    def told(key: str, whole: Consortium, texts: Texts) -> str:
        section = next(one for one in sections() if one.key == f"consortium.{key}")
        result = section.reckon(whole, ON, workspace.plugins)
        return "" if result is None else section.html(result, whole, texts)

    return told


def test_every_section_tells_of_the_exercise_in_every_language(
    exercise: Consortium, tell: Tell, texts: Texts
) -> None:
    for section in sections():
        html = tell(section.key.removeprefix("consortium."), exercise, texts)
        assert "<caption>" in html
        assert html.count("<svg") == html.count("</svg>") == html.count("<desc")


def test_no_section_tells_of_a_programme_of_another_kind(
    exercise: Consortium, workspace: Workspace
) -> None:
    plain = PlainProgramme(programme=exercise.programme)

    assert {one.reckon(plain, ON, workspace.plugins) for one in sections()} == {None}


def test_real_programme_has_no_numbers_of_people_nor_claims(
    real: Consortium, tell: Tell, finnish: Texts
) -> None:
    assert tell("inclusion", real, finnish) == tell("claims", real, finnish) == ""


def test_day_from_memory_is_said_not_to_be_checked(
    real: Consortium, tell: Tell, finnish: Texts
) -> None:
    assert "Päivää ei ole tarkistettu lähteestä." in tell("partners", real, finnish)


def test_what_the_source_does_not_tell_is_said_and_not_warned_of(
    real: Consortium, tell: Tell, finnish: Texts
) -> None:
    html = tell("roles", real, finnish)

    assert html.count("lähde ei kerro") >= 16
    assert "⚠" not in html


def test_missing_role_is_warned_of(exercise: Consortium, tell: Tell, finnish: Texts) -> None:
    assert "⚠ Rooli puuttuu: päättäjät." in tell("roles", exercise, finnish)


def test_small_numbers_stand_nowhere_in_the_section(
    exercise: Consortium, tell: Tell, texts: Texts
) -> None:
    def with_two(count: int) -> Consortium:
        *others, last = exercise.pilots
        first, *rest = last.meetings
        seen = attrs.evolve(first.attendance, experts=count, decision_makers=5 - count)
        meetings = (attrs.evolve(first, attendance=seen), *rest)
        pilots = (*others, attrs.evolve(last, meetings=meetings))
        return attrs.evolve(exercise, pilots=pilots)

    told = {tell("inclusion", with_two(count), texts) for count in (1, 2, 3, 4)}

    assert len(told) == 1


def test_bound_of_small_numbers_is_told_as_unverified(
    exercise: Consortium, tell: Tell, finnish: Texts
) -> None:
    assert "tarkistamaton" in tell("inclusion", exercise, finnish)


def test_undivided_costs_of_the_real_programme_are_told(
    real: Consortium, tell: Tell, finnish: Texts
) -> None:
    html = tell("funding", real, finnish).replace("\xa0", " ")

    assert "269 580,00 €" in html
    assert "317 920,00 €" in html


def test_saving_without_a_baseline_is_told_as_such(
    real: Consortium, tell: Tell, finnish: Texts
) -> None:
    html = tell("results", real, finnish)

    assert "ilman lähtötasoa, ei lasketa summaan" in html
    assert "Mitattuja säästöjä ei ole" in html


def test_names_from_files_are_escaped(exercise: Consortium, tell: Tell, finnish: Texts) -> None:
    pilots = tuple(attrs.evolve(one, name=same("<b>&")) for one in exercise.pilots)
    hostile = attrs.evolve(exercise, pilots=pilots)

    for section in sections():
        html = tell(section.key.removeprefix("consortium."), hostile, finnish)
        assert "<b>" not in html


def test_ids_of_pictures_are_unique_in_the_page(
    exercise: Consortium, tell: Tell, finnish: Texts
) -> None:
    page = "".join(
        tell(one.key.removeprefix("consortium."), exercise, finnish) for one in sections()
    )
    ids = re.findall(r' id="([^"]+)"', page)

    assert len(ids) == len(set(ids))
