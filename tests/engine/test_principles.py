import attrs
import pytest

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.principles import (
    Goal,
    Partnership,
    Principle,
    Principles,
    ProcurementRoute,
)
from innokumppanuus.engine.principles import GoalsAreMeasurable, profile, told, with_principles
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_call, a_form, an_application, label

INDICATORS = {one: Plugins.load().indicators(one) for one in Principle}


def filled(field: Field, answer: object) -> Principles:
    call = a_call(form=(*a_form(), field))
    return with_principles(an_application(**{field.id: answer}), call).principles  # type: ignore[arg-type]


def test_an_answer_fills_the_part_of_the_3p_that_its_field_names() -> None:
    field = Field(id="aims", name=label(), fills="partnership.goals")

    assert filled(field, "Lyhyemmät jonot").partnership.goals == (
        Goal(name=same("Lyhyemmät jonot")),
    )


def test_a_task_is_the_applicants_responsibility() -> None:
    field = Field(id="tasks", name=label(), fills="partnership.responsibilities")

    (found,) = filled(field, "Ohjaus").partnership.responsibilities

    assert found.party == "applicant"


def test_nothing_stated_is_cannot_tell_and_never_not_met() -> None:
    seen = [one for pairs in profile(Principles(), INDICATORS).values() for _, one in pairs]

    assert seen
    assert {one.verdict for one in seen} == {Verdict.CANNOT_TELL}


@pytest.mark.parametrize(
    ("measured", "verdict"),
    [((True, True), Verdict.MET), ((True, False), Verdict.NOT_MET), ((), Verdict.CANNOT_TELL)],
)
def test_goals_are_measurable_only_when_all_have_a_measure(
    measured: tuple[bool, ...], verdict: Verdict
) -> None:
    goals = tuple(
        Goal(name=label(str(place)), measure=label("mittari") if has else None)
        for place, has in enumerate(measured)
    )
    indicator = GoalsAreMeasurable(key="m", name=Label(en="m"))

    seen = indicator.observe(Principles(partnership=Partnership(goals=goals)))

    assert seen.verdict is verdict


def test_every_indicator_shows_the_words_that_it_rests_on() -> None:
    application = with_principles(
        an_application(aims="Lyhyemmät jonot"),
        a_call(form=(*a_form(), Field(id="aims", name=label(), fills="partnership.goals"))),
    )

    seen = dict(profile(application.principles, INDICATORS)[Principle.PARTNERSHIP])

    held = next(one for indicator, one in seen.items() if indicator.key == "partnership.goals")
    assert attrs.asdict(held)["evidence"][0]["fi"] == "Lyhyemmät jonot"


def test_what_is_known_already_is_not_told_twice() -> None:
    field = Field(id="aims", name=label(), fills="partnership.goals")
    call = a_call(form=(*a_form(), field))
    once = with_principles(an_application(aims="Lyhyemmät jonot"), call)

    assert with_principles(once, call) == once


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
