"""Decision tables as nouns."""

import pytest

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.tables import (
    Aggregation,
    DecisionTable,
    HitPolicy,
    OutcomeType,
    TableInput,
    TableOutput,
)


def a_table(id: str) -> DecisionTable:
    return DecisionTable(
        id=id,
        name=same("Osuus"),
        inputs=(TableInput(value="amount"),),
        output=TableOutput(type=OutcomeType.MONEY),
    )


def test_at_most_one_row_matches_unless_the_table_says_otherwise() -> None:
    table = a_table("share")

    assert (table.hit, table.aggregation) == (HitPolicy.UNIQUE, Aggregation.LIST)


@pytest.mark.parametrize("id", ["", "1st", "two words", "a.b", "osuus-1", "ä"])
def test_the_id_can_be_named_in_expressions(id: str) -> None:
    with pytest.raises(ValueError, match="id"):
        a_table(id)


def test_a_table_has_an_input() -> None:
    with pytest.raises(ValueError, match="inputs"):
        DecisionTable(id="a", name=same("a"), inputs=(), output=TableOutput(type=OutcomeType.INT))
