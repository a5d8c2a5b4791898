"""Limits that keep an application out are told by name, whatever their kind."""

from fractions import Fraction

import attrs

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.limits import (
    ChoiceLimits,
    ExclusionLimit,
    PartialFunding,
    RequirementLimit,
)
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import stated
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.testing.builders import a_call, label
from innokumppanuus.testing.decisions import a_decision, core_plugins

SCORES = {"H1": (5, 5, 5), "H2": (4, 4, 4), "H3": (3, 3, 3)}
PAIR = ExclusionLimit(id="pair", name=label("pari"), applications=("H1", "H2"))
NEED = RequirementLimit(id="need", name=label("edellytys"), application="H2", needs=("H3",))


def decided(euros: int, **limits: object) -> Decision:
    policy = SelectionPolicy(limits=ChoiceLimits(**limits))  # type: ignore[arg-type]
    budget = attrs.evolve(a_call().budget, total=stated(Money.of(euros)))
    return a_decision(SCORES, budget=budget, selection=policy)


def told(made: Decision, application: str) -> dict[str, object]:
    return {one.key: dict(one.values) for one in reasons(made, application, core_plugins())}


def test_an_excluded_one_is_told_the_limit_by_name_and_the_points_to_a_tie() -> None:
    found = told(decided(50_000, exclusions=(PAIR,)), "H2")

    assert found["limit_most"] == {"limit": label("pari"), "most": 1}
    assert found["points_short"] == {"points": Fraction(1)}
    assert "limit_budget" not in found


def test_one_whose_requirement_is_not_chosen_is_told_it() -> None:
    found = told(decided(20_000, exclusions=(PAIR,), requirements=(NEED,)), "H2")

    assert {"limit_most", "limit_budget"} <= set(found)


def test_one_that_needs_one_that_is_no_candidate_fits_nowhere() -> None:
    need = attrs.evolve(NEED, needs=("H9",))

    found = told(decided(50_000, requirements=(need,)), "H2")

    assert found["limit_needs"] == {"limit": label("edellytys")}
    assert "fits_nowhere" in found and "points_short" not in found


def test_points_are_to_a_tie_also_where_a_part_would_be_granted() -> None:
    half = PartialFunding(name=label("osa"), share=Fraction(1, 2))
    made = decided(14_000, partial=half)

    found = told(made, "H3")

    # H1 gets 9 000 and H2 5 000: 4.5 + 2. H3 with 5 000 is worth half its total: it needs 4.
    assert made.selection is not None and made.selection.chosen is not None
    assert made.selection.chosen.applications == ("H1", "H2")
    assert found["points_short"] == {"points": Fraction(1)}
