"""Notes on the limits: in the decision, in words, when it is known who may be chosen."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.limits import (
    ChoiceLimits,
    ExclusionLimit,
    FieldLimit,
    MinimumLimit,
    PartialFunding,
)
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import stated
from innokumppanuus.engine.decision import decide
from innokumppanuus.errors import Problem
from innokumppanuus.testing.builders import a_ruleset, a_sheet, an_application, label
from innokumppanuus.testing.rulesets import core_plugins


def decided(total: int = 50_000, **limits: object) -> Decision:
    """Return the decision on three applications of falling scores, two of one applicant."""
    policy = SelectionPolicy(limits=ChoiceLimits(**limits))  # type: ignore[arg-type]
    applications = [
        an_application("H1", applicant="Paja", amount=Money.of(10_000)),
        an_application("H2", applicant="PAJA ", amount=Money.of(10_000)),
        an_application("H3", applicant="Muu", amount=Money.of(10_000), sector=None),
    ]
    scores = {
        one.id: {"K1": score, "K2": score, "K3": score}
        for one, score in zip(applications, (5, 4, 3), strict=True)
    }
    call = a_ruleset().call
    form = tuple(attrs.evolve(one, required=False) for one in call.form)
    budget = attrs.evolve(call.budget, total=stated(Money.of(total)))
    ruleset = a_ruleset(selection=policy, form=form, budget=budget)
    return decide(ruleset, applications, [a_sheet("Arvioija", scores)], core_plugins())


def by(field: str, **changes: object) -> tuple[FieldLimit, ...]:
    return (FieldLimit(id="g", name=label("raja"), field=field, **changes),)  # type: ignore[arg-type]


def keys(notes: tuple[Problem, ...]) -> list[str]:
    return [one.key for one in notes]


def test_an_applicant_gets_no_more_than_the_limit() -> None:
    decision = decided(groups=by("applicant", each=True, most=1))

    assert decision.selection is not None and decision.selection.chosen is not None
    assert decision.selection.chosen.applications == ("H1", "H3")


@pytest.mark.parametrize(("most", "never"), [(1, False), (2, True)])
def test_a_limit_that_can_never_bind_is_told(most: int, never: bool) -> None:
    decision = decided(groups=by("applicant", each=True, most=most))

    assert ("note-limit-never-binds" in keys(decision.notes)) is never


def test_an_exclusion_of_others_never_binds() -> None:
    strange = ExclusionLimit(id="x", name=label(), applications=("H1", "H77"))

    assert "note-limit-never-binds" in keys(decided(exclusions=(strange,)).notes)


def test_of_whom_a_limit_cannot_tell_is_told() -> None:
    decision = decided(groups=by("sector", values=("company",), most=1))

    (note,) = [one for one in decision.notes if one.key == "note-limit-unanswered"]
    assert (note.values["applications"], note.values["count"]) == ("H3", 1)


def test_a_contradiction_is_told_with_what_each_limit_would_give_way_by() -> None:
    decision = decided(25_000, minimum=MinimumLimit(name=label(), least=3))

    assert decision.selection is not None and decision.selection.chosen is None
    told = {one.key: one.values.get("more") for one in decision.notes}
    assert told["note-contradiction"] is None
    assert told["note-gives-way-budget"] == Money.of(5_000)
    assert told["note-gives-way-minimum"] == 1
    assert {decision.outcome(f"H{number}") for number in (1, 2, 3)} == {Outcome.RANKED}


def test_a_part_that_is_awarded_is_granted() -> None:
    half = PartialFunding(name=label(), share=Fraction(1, 2))

    decision = decided(25_000, partial=half)

    assert [(one.application, one.amount) for one in decision.grants] == [
        ("H1", Money.of(10_000)),
        ("H2", Money.of(10_000)),
        ("H3", Money.of(5_000)),
    ]


def test_a_limit_that_nobody_can_keep_is_told_alone() -> None:
    decision = decided(groups=by("sector", values=("association",), least=1))

    told = [one.key for one in decision.notes]
    assert "note-limit-impossible" in told and "note-contradiction" not in told
    assert "note-gives-way-least" in told
