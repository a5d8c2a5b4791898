"""Answers tell of the 3P as the fields say."""

import pytest

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.principles import Principles, ProcurementRoute
from innokumppanuus.intake.principles import told
from innokumppanuus.testing.builders import label

ROUTES = tuple(Option(id=route.value, name=label(route.value)) for route in ProcurementRoute)


def tell(fills: str, answer: str | tuple[str, ...] | bool, **field: object) -> Principles:
    asked = Field(id="f", name=label("väite"), fills=fills, **field)  # type: ignore[arg-type]
    return told((asked,), {"f": answer})


def test_each_line_is_a_goal_of_its_own() -> None:
    goals = tell("partnership.goals", "lyhyemmät jonot\n\nvähemmän käyntejä").partnership.goals

    assert [goal.name for goal in goals] == [same("lyhyemmät jonot"), same("vähemmän käyntejä")]


def test_a_goal_that_is_told_without_a_measure_is_not_measurable() -> None:
    (goal,) = tell("partnership.goals", "hyvä mieli").partnership.goals

    assert not goal.is_measurable


def test_chosen_routes_are_the_routes_of_the_principle() -> None:
    chosen = (ProcurementRoute.NEW_SOLUTIONS.value,)

    found = tell("procurement.routes", chosen, type=FieldType.CHOICES, options=ROUTES)

    assert found.procurement.routes == (ProcurementRoute.NEW_SOLUTIONS,)


def test_an_option_that_is_no_route_tells_no_route() -> None:
    other = (Option(id="other", name=label()),)

    found = tell("procurement.routes", "other", type=FieldType.CHOICE, options=other)

    assert found == Principles()


def test_yes_tells_what_the_question_says() -> None:
    found = tell("user_centredness.feedback", True, type=FieldType.YES_NO)

    assert found.user_centredness.feedback == (label("väite"),)


def test_no_tells_nothing() -> None:
    assert tell("user_centredness.feedback", False, type=FieldType.YES_NO) == Principles()


def test_what_is_not_answered_tells_nothing() -> None:
    field = Field(id="f", name=label(), fills="partnership.goals")

    assert told((field,), {}) == Principles()


@pytest.mark.parametrize(
    "fills",
    [
        "partnership.goals",
        "partnership.responsibilities",
        "partnership.trust_practices",
        "user_centredness.groups",
        "user_centredness.knowledge_use",
        "user_centredness.feedback",
        "procurement.combines",
    ],
)
def test_every_part_of_the_principles_can_be_told_in_words(fills: str) -> None:
    principle, part = fills.split(".")

    found = tell(fills, "jotakin")

    assert len(getattr(getattr(found, principle), part)) == 1
