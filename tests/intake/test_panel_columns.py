"""The columns of the panel's tables: no heading means two things in one table."""

import pytest

from innokumppanuus.domain.conflicts import InterestKind, RulingKind
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.intake.panel_columns import (
    RULING_OPTIONS,
    TELLING,
    TIE_OPTIONS,
    PanelTable,
    columns_of,
)
from innokumppanuus.intake.scoring import items_of
from innokumppanuus.testing.builders import a_call

ITEMS = tuple(items_of(a_call()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("table", PanelTable)
def test_each_heading_of_a_table_is_there_once(table: PanelTable, language: str) -> None:
    names = [one.name.say(language) for one in columns_of(table, ITEMS)]

    assert len(set(names)) == len(names)


@pytest.mark.parametrize("table", PanelTable)
def test_a_telling_column_is_of_its_table_only(table: PanelTable) -> None:
    others = {one.id for other in PanelTable if other != table for one in columns_of(other, ITEMS)}

    assert TELLING[table] <= {one.id for one in columns_of(table, ITEMS)}
    assert not TELLING[table] & others


def test_every_tie_and_ruling_can_be_chosen_in_the_form() -> None:
    assert {one.id for one in TIE_OPTIONS} == set(InterestKind)
    assert {one.id for one in RULING_OPTIONS} == set(RulingKind)
