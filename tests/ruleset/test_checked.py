"""What checks are made with: one slip is told once."""

import pytest

from innokumppanuus.testing.rulesets import the_text, told

ORDER = "[K1, [K2, K3], L1]"


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("[K1, [K2, K4], L1]", ["order[1][1] 'K3'"]),
        ("[K1, [K2, X], Y]", ["order[1][1] 'K3'", "order[2] 'L1'"]),
        ("[K1, [K2, k3], L1]", ["order[1][1] 'K3'"]),
    ],
)
def test_a_wrong_name_is_taken_for_an_item_that_is_not_named(order: str, said: list[str]) -> None:
    found = [
        f"{line.split(': ')[1].removeprefix('assessment.weighting.')} {line.split()[-1][:-1]}"
        for line in told(the_text((ORDER, order)))
    ]

    assert found == said


def test_a_wrong_name_does_not_hide_the_other_items_that_are_not_named() -> None:
    lines = told(the_text((ORDER, "[K1, K9]")))

    assert [line.split("'")[1] for line in lines] == ["K3", "L1", "K9"]


def test_an_id_given_twice_is_not_told_again_by_what_names_the_lost_one() -> None:
    (line,) = told(the_text(("id: K3\n", "id: K1\n")))

    assert "must be an id of its own" in line


def test_an_id_given_twice_does_not_hide_a_wrong_name() -> None:
    lines = told(the_text(("id: K3\n", "id: K1\n"), (ORDER, "[K1, [K2, K3], M7]")))

    assert len(lines) == 2


def test_a_factor_of_broken_kind_may_be_scored_or_not() -> None:
    (line,) = told(the_text(("kind: scored", "kind: pisteet")))

    assert "factors[0].kind" in line
