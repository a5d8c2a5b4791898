"""The matrix in words: a row for each principle, and each empty cell as a sentence."""

import attrs
import pytest

from innokumppanuus.domain.coverage import (
    Coverage,
    CoverageColumn,
    CoverageItem,
    CoverageState,
)
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.follow_up import FollowUp
from innokumppanuus.domain.principles import Principle
from innokumppanuus.engine.coverage import coverage
from innokumppanuus.faces.reports.coverage import coverage_grid, coverage_html, gaps_said
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call, label
from innokumppanuus.testing.profiles import GOALS, some_indicators

INDICATORS = some_indicators()
TEXTS = Texts.load("en")


def test_the_matrix_has_a_row_for_each_principle_and_says_what_is_empty() -> None:
    matrix = coverage(a_call(), INDICATORS)
    grid = coverage_grid(matrix, TEXTS)

    assert len(grid.rows) == len(Principle)
    assert grid.rows[0][1:] == (
        "not stated in the call",
        "empty",
        "empty",
        "not stated in the call",
        "not stated in the call",
    )
    assert len(gaps_said(matrix, TEXTS)) == 15


def test_what_covers_a_cell_is_named() -> None:
    call = a_call(follow_up=FollowUp(indicators=(GOALS,)))

    grid = coverage_grid(coverage(call, INDICATORS), TEXTS)

    assert [row[4] for row in grid.rows] == [f"{GOALS} en", "empty", "empty"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("state", [CoverageState.EMPTY, CoverageState.NOT_STATED])
def test_every_gap_is_a_sentence_of_its_own_in_every_language(
    language: str, state: CoverageState
) -> None:
    keys = {f"coverage.gap.{state.value}.{one.value}" for one in CoverageColumn}

    said = {Texts.load(language).say(key, principle="3P") for key in keys}

    assert len(said) == len(CoverageColumn)
    assert all(one.startswith("3P: ") for one in said)


def test_a_matrix_without_gaps_says_so() -> None:
    covered = tuple(
        attrs.evolve(
            one, state=CoverageState.COVERED, items=(CoverageItem(id="K1", name=label("K1")),)
        )
        for one in coverage(a_call(), INDICATORS).cells
    )

    html = coverage_html(Coverage(call="koehaku", cells=covered), TEXTS)

    assert "Every principle shows in every step." in html
    assert "<li>" not in html


def test_a_principle_that_no_criterion_serves_shows_empty(
    decision: Decision, finnish: Texts
) -> None:
    rows = coverage_grid(coverage(decision.call, INDICATORS), finnish).rows

    assert {row[0]: row[2] for row in rows} == {
        "Kumppanuus": "Toteutettavuus",
        "Käyttäjälähtöisyys": "Ihmislähtöisyys",
        "Innovatiiviset julkiset hankinnat": "tyhjä",
    }
