"""The plan of instalments holds its invariants and passes no misspelt option by."""

from datetime import date
from fractions import Fraction

import pytest

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.errors import InvalidValue, Problem
from innokumppanuus.faces.texts import Texts
from innokumppanuus_jyvaskyla.domain import Part, Plan, read_plan


def test_plan_is_read_with_shares_names_and_days() -> None:
    options = {
        "instalments": [
            {"name": {"fi": "alku", "sv": "början", "en": "start"}, "share": "1/3"},
            {"name": "loppu", "share": "2/3", "due": "2018-12-31"},
        ]
    }

    plan = read_plan(options)

    first = Part(name=Label("alku", "början", "start"), share=Fraction(1, 3))
    last = Part(name=same("loppu"), share=Fraction(2, 3), due=date(2018, 12, 31))
    assert plan.parts == (first, last)


def test_decimal_share_is_exact() -> None:
    options = {"instalments": [{"name": "a", "share": 0.1}, {"name": "b", "share": "0.9"}]}

    plan = read_plan(options)

    assert [part.share for part in plan.parts] == [Fraction(1, 10), Fraction(9, 10)]


def test_no_options_is_a_plan_that_nobody_has_stated() -> None:
    assert read_plan({}) == Plan()


def refusal(*shares: object) -> InvalidValue:
    with pytest.raises(InvalidValue) as caught:
        read_plan({"instalments": [{"name": "erä", "share": share} for share in shares]})
    return caught.value


def test_shares_must_sum_to_one_and_their_sum_is_told() -> None:
    refused = refusal("0.5", "0.4", "0.2")

    assert refused.key == "shares-sum"
    assert refused.values == {"got": Fraction(11, 10), "option": "instalments"}
    assert Texts.load("fi").problem(Problem(key=refused.key, values=refused.values)) == (
        "osuuksien summan on oltava 1; nyt se on 1,1."
    )


@pytest.mark.parametrize("shares", [("1.5", "-0.5"), ("1", "0")])
def test_share_that_is_not_positive_is_told_where_it_stands(shares: tuple[str, str]) -> None:
    refused = refusal(*shares)

    assert (refused.key, refused.values["option"]) == ("more-than-zero", "instalments[1].share")


def test_instalment_without_a_share_is_told() -> None:
    with pytest.raises(InvalidValue, match="must have the key 'share'"):
        read_plan({"instalments": [{"name": "erä"}]})


def test_day_that_is_none_is_told_where_it_stands() -> None:
    with pytest.raises(InvalidValue, match="must be a day") as caught:
        read_plan({"instalments": [{"name": "erä", "share": 1, "due": "31.12.2018"}]})

    assert caught.value.values["option"] == "instalments[0].due"


def test_share_that_is_no_number_is_refused() -> None:
    with pytest.raises(InvalidValue, match="puolet"):
        read_plan({"instalments": [{"name": "erä", "share": "puolet"}]})


@pytest.mark.parametrize(
    "options",
    [
        {"instalment": []},
        {"instalments": [{"name": "erä", "share": 1, "dew": "2018-12-31"}]},
        {"instalments": [{"name": {"fi": "erä", "se": "rat"}, "share": 1}]},
    ],
)
def test_misspelt_option_is_never_passed_by(options: dict[str, object]) -> None:
    with pytest.raises(InvalidValue, match="which is not there"):
        read_plan(options)


@pytest.mark.parametrize("stated", ["0.5", 5, [["erä", 1]]])
def test_plan_of_another_shape_is_refused(stated: object) -> None:
    with pytest.raises(InvalidValue, match="must be a list|must be keys with values"):
        read_plan({"instalments": stated})
