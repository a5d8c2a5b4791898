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
from innokumppanuus.engine.principles import GoalsAreMeasurable, profile, with_principles
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

    assert found.party == "Kuvitteellinen hakija H01"


def test_chosen_routes_become_procurement_routes() -> None:
    options = tuple(Option(id=one.value, name=label(one.value)) for one in ProcurementRoute)
    field = Field(
        id="routes",
        name=label(),
        type=FieldType.CHOICES,
        options=options,
        fills="procurement.routes",
    )

    assert filled(field, ("new_solutions",)).procurement.routes == (ProcurementRoute.NEW_SOLUTIONS,)


@pytest.mark.parametrize(("answer", "count"), [(True, 1), (False, 0)])
def test_a_yes_fills_in_the_question_and_a_no_fills_in_nothing(answer: bool, count: int) -> None:
    field = Field(
        id="panel", name=label("paneeli"), type=FieldType.YES_NO, fills="user_centredness.feedback"
    )

    assert len(filled(field, answer).user_centredness.feedback) == count


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
