"""Tables of profiles say each thing in words; what is not known is said to be so."""

from datetime import date

import attrs
import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.profile import Evidence, Rating
from innokumppanuus.domain.sources import Status
from innokumppanuus.engine.city_comparison import compare
from innokumppanuus.engine.profile import call_profile, city_profile
from innokumppanuus.engine.profile_change import changes
from innokumppanuus.faces.reports import profile_tables as tables
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call, label
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
SECRET = "secret"


def rated(*evidence: Evidence) -> tuple[str, ...]:
    rating = Rating(indicator=GOALS, level=2, evidence=evidence)
    city = a_city(records=(a_record(ratings=(rating,)),))
    return tables.entries_grid(city_profile(city, DAY, INDICATORS), TEXTS).rows[0]


def test_a_level_is_told_with_its_words_and_its_evidence() -> None:
    row = rated(Evidence(words=same("Minutes"), said_by=same("the board")))

    assert row[0] == label(GOALS).en
    assert row[3:] == ("2 – taso 2 en", "Minutes (told by: the board)", "–")


def test_a_level_without_evidence_says_what_is_lacking() -> None:
    assert rated()[4:] == ("–", "evidence")


def test_evidence_that_is_disputed_says_so() -> None:
    row = rated(Evidence(words=same("Minutes"), status=Status.DISPUTED))

    assert row[4:] == ("Minutes (disputed)", "agreement")


def test_what_is_not_rated_is_said_to_be_so() -> None:
    profile = city_profile(a_city(levels={GOALS: 1}), DAY, INDICATORS)

    assert tables.entries_grid(profile, TEXTS).rows[1][3] == "not rated"


def test_a_text_that_nobody_rates_has_no_columns_of_levels() -> None:
    grid = tables.entries_grid(call_profile(a_call(), INDICATORS), TEXTS)

    assert grid.columns == ("Indicator", "Principle", "What the material shows")
    assert tables.needs_said(call_profile(a_call(), INDICATORS), TEXTS) == ()


def test_each_need_is_a_sentence_that_says_what_to_do() -> None:
    city = a_city(records=(a_record(ratings=(Rating(indicator=GOALS, level=2),)),))

    said = tables.needs_said(city_profile(city, DAY, INDICATORS), TEXTS)

    assert len(said) == 3
    assert "no evidence for level 2" in said[0]
    assert "no level has been given" in said[1]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [(1, 3, "↑ rose"), (3, 1, "↓ fell"), (2, 2, "= stayed")],
)
def test_a_move_has_a_mark_and_a_word(before: int, after: int, told: str) -> None:
    first, second = (
        city_profile(a_city(levels={GOALS: level}), DAY, INDICATORS) for level in (before, after)
    )

    assert tables.changes_grid(changes(first, second), TEXTS).rows[0][-1] == told


def test_a_move_that_cannot_be_told_is_said_to_be_so() -> None:
    first = city_profile(a_city(), DAY, INDICATORS)
    second = city_profile(a_city(levels={GOALS: 1}), DAY, INDICATORS)

    row = tables.changes_grid(changes(first, second), TEXTS).rows[0]

    assert row[2:] == ("not rated", "1 – taso 1 en", "? cannot tell")


def compared(count: int) -> tables.Grid:
    others = [
        a_city(f"kunta{one}", {GOALS: one}, name=same(f"{SECRET}{one}")) for one in range(count)
    ]
    agreed = a_city("avoin", {GOALS: 4}, consents=(a_consent("harjula"),))
    own = a_city("harjula", {GOALS: 2, ROUTES: 1})
    return tables.comparison_grid(compare(own, [*others, agreed], DAY, INDICATORS, 5), TEXTS)


def test_cities_that_agreed_stand_beside_the_own_one_and_the_rest_in_a_summary() -> None:
    grid = compared(5)

    assert grid.columns[2:] == (
        "Kuvitteellinen harjula",
        "Kuvitteellinen avoin",
        "Other cities",
    )
    assert grid.rows[0][2:] == ("2", "4", "middle 2, half between 1 and 3 (5 cities)")


def test_too_few_cities_are_said_to_be_too_few() -> None:
    assert {row[-1] for row in compared(4).rows} == {"too few cities"}


def test_no_table_names_a_city_that_agreed_to_nothing() -> None:
    assert SECRET not in repr(compared(5))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_table_can_be_told_in_every_language(language: str) -> None:
    texts = Texts.load(language)
    first = city_profile(a_city(levels={GOALS: 1, GROUPS: 2}), DAY, INDICATORS)
    agreed = a_city("avoin", {GOALS: 4}, consents=(a_consent("harjula"),))
    beside = compare(a_city("harjula"), [agreed], DAY, INDICATORS, 5)

    grids = (
        tables.entries_grid(first, texts),
        tables.changes_grid(changes(first, first), texts),
        tables.comparison_grid(beside, texts),
        tables.agreed_evidence_grid(beside, texts),
    )

    assert all(len(row) == len(grid.columns) for grid in grids for row in grid.rows)
    assert all(grid.rows for grid in grids)
    assert "2" in tables.group_said(attrs.evolve(beside, on=date(2026, 2, 2)), texts)
