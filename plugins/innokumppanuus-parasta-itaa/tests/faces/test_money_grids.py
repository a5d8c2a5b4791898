"""Tables of money: the last row is the whole of those above it."""

from collections.abc import Mapping

from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.faces.texts import Texts
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.claims import claims, standings
from innokumppanuus_parasta_itaa.engine.funding import plan, stated
from innokumppanuus_parasta_itaa.engine.savings import savings
from innokumppanuus_parasta_itaa.faces.money_grids import (
    funding_grid,
    savings_grid,
    shares_grid,
    standings_grid,
)


def test_last_row_of_the_money_is_the_whole(
    exercise: Consortium, law: Mapping[str, Parameter], finnish: Texts
) -> None:
    planned = plan(exercise.funding, law)
    assert planned is not None

    *rows, last = funding_grid(exercise, planned, finnish).rows

    assert len(rows) == 8
    assert last[3].replace("\xa0", " ") == "588 001,40 €"


def test_last_row_of_the_shares_is_the_whole_grant(
    exercise: Consortium, law: Mapping[str, Parameter], finnish: Texts
) -> None:
    planned = plan(exercise.funding, law)
    shares = standings(claims(exercise, planned), planned)

    last = standings_grid(exercise, shares, finnish).rows[-1]

    assert last[1].replace("\xa0", " ") == "411 600,98 €"


def test_what_no_source_divides_is_told_before_the_whole(real: Consortium, finnish: Texts) -> None:
    found = stated(real.funding)
    assert found is not None

    *partners, left, whole = shares_grid(real, found, finnish).rows

    assert [one[1] for one in partners[1:]] == ["lähde ei kerro"] * 7
    assert [one[1].replace("\xa0", " ") for one in (left, whole)] == [
        "317 920,00 €",
        "587 500,00 €",
    ]


def test_saving_of_the_whole_consortium_names_no_pilot(real: Consortium, finnish: Texts) -> None:
    (row,) = savings_grid(real, savings(real.savings), finnish).rows

    assert row[1] == "koko konsortio"
    assert row[4] == row[5] == "–"
