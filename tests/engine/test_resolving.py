"""Declared limits over the candidates: who belongs where, what is viable."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import Call, Field, FieldType, Option, SelectionPolicy
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.limits import (
    ChoiceLimits,
    ExclusionLimit,
    FieldLimit,
    MinimumLimit,
    PartialFunding,
    RequirementLimit,
)
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.resolving import resolved, unanswered, viable
from innokumppanuus.testing.builders import a_call, a_form, an_application, label

AREAS = Field(
    id="areas",
    name=label("alueet"),
    type=FieldType.CHOICES,
    options=tuple(Option(id=one, name=label(one)) for one in ("north", "south", "west")),
)
LOCAL = Field(id="local", name=label("paikallinen"), type=FieldType.YES_NO)
SMALLEST = Field(id="smallest", name=label("pienin"), type=FieldType.MONEY)


def call(**limits: object) -> Call:
    policy = SelectionPolicy(limits=ChoiceLimits(**limits))  # type: ignore[arg-type]
    return attrs.evolve(a_call(), form=(*a_form(), AREAS, LOCAL, SMALLEST), selection=policy)


def by(field: str, **changes: object) -> Call:
    limit = FieldLimit(id="g", name=Label("Raja", "Gräns", "Limit"), field=field, **changes)  # type: ignore[arg-type]
    return call(groups=(limit,))


def members(made: Call, *answers: dict[str, Answer]) -> dict[str, tuple[str, ...]]:
    given = [an_application(f"H{place}", **one) for place, one in enumerate(answers, 1)]
    return {one.id: one.members for one in resolved(made, given).groups}


def test_each_option_of_a_choice_is_a_group_also_when_nobody_names_it() -> None:
    made = by("areas", each=True, least=1)

    got = members(made, {"areas": ("north", "south")}, {"areas": ("north",)})

    assert got == {"g[north]": ("H1", "H2"), "g[south]": ("H1",), "g[west]": ()}


def test_named_answers_together_are_one_group() -> None:
    made = by("areas", values=("south", "west"), least=1)

    got = members(made, {"areas": ("south", "west")}, {"areas": ("north",)}, {"areas": ("west",)})

    assert got == {"g": ("H1", "H3")}


def test_an_applicant_is_the_same_whatever_the_case_and_spaces() -> None:
    made = by("applicant", each=True, most=1)

    got = members(made, {"applicant": "Paja  Oy "}, {"applicant": "PAJA OY"}, {"applicant": "Muu"})

    assert got == {"g[muu]": ("H3",), "g[paja oy]": ("H1", "H2")}


def test_yes_and_no_make_groups() -> None:
    assert members(by("local", values=("true",), least=1), {"local": True}, {"local": False}) == {
        "g": ("H1",)
    }


def test_a_group_is_called_by_the_limit_and_the_answer() -> None:
    made = by("areas", each=True, values=("north",), least=1)

    (one,) = resolved(made, [an_application("H1", areas=("north",))]).groups

    assert one.name == Label("Raja (north fi)", "Gräns (north sv)", "Limit (north en)")


def test_who_has_not_answered_is_told_and_belongs_nowhere() -> None:
    made = by("areas", each=True, values=("north",), most=1)
    silent = an_application("H1")

    assert [(limit.id, id) for limit, id in unanswered(made, [silent])] == [("g", "H1")]
    assert members(made, {}) == {"g[north]": ()}


def test_the_budget_the_maximum_and_the_minimum_go_along() -> None:
    limits = resolved(call(minimum=MinimumLimit(name=label(), least=2)), [])

    assert (limits.budget, limits.maximum, limits.minimum) == (Money.of(50_000), 5, 2)


def test_exclusions_and_requirements_name_candidates() -> None:
    made = call(
        exclusions=(ExclusionLimit(id="same", name=label(), applications=("H1", "H2", "H9")),),
        requirements=(
            RequirementLimit(id="with", name=label(), application="H1", needs=("H2", "H9")),
            RequirementLimit(id="gone", name=label(), application="H9", needs=("H1",)),
        ),
    )

    limits = resolved(made, [an_application("H1"), an_application("H2")])

    assert [(one.id, one.members, one.most) for one in limits.groups] == [("same", ("H1", "H2"), 1)]
    assert [(one.id, one.application, one.other) for one in limits.needs] == [
        ("with[H2]", "H1", "H2"),
        ("with[H9]", "H1", "H9"),
    ]


@pytest.mark.parametrize(
    ("share", "cents"), [(Fraction(1, 2), 500_050), (Fraction(1, 3), 333_367), (Fraction(0), 0)]
)
def test_the_smallest_viable_share_is_rounded_up_to_a_cent(share: Fraction, cents: int) -> None:
    made = call(partial=PartialFunding(name=label(), share=share))

    assert viable(made, an_application(), Money(1_000_100)) == Money(cents)


def test_what_the_applicant_tells_is_viable_below_the_cost_only() -> None:
    made = call(partial=PartialFunding(name=label(), field="smallest"))
    cost = Money.of(10_000)

    told = [
        viable(made, an_application(smallest=one), cost)
        for one in (Money.of(6_000), Money.of(10_000), None)
    ]

    assert told == [Money.of(6_000), None, None]


def test_without_partial_funding_it_is_all_or_nothing() -> None:
    assert viable(a_call(), an_application(), Money.of(1)) is None
