"""The programme: values that a solver can tell apart, and columns for parts of costs."""

from fractions import Fraction

from innokumppanuus.engine.awards import Award
from innokumppanuus_selection.programme import part_of, programme_of, scale_of, worth_terms


def award(value: Fraction | int, least: int = 100, most: int = 100) -> Award:
    return Award(value=Fraction(value), least=least, most=most)


def test_fractions_become_whole_numbers() -> None:
    scale = scale_of({"H1": award(Fraction(1, 3)), "H2": award(Fraction(5, 4))})

    assert (scale.gains, scale.slack) == ({"H1": 4.0, "H2": 15.0}, 0.5)


def test_values_too_fine_for_a_solver_are_rounded_with_a_slack_that_covers_it() -> None:
    fine = [Fraction(10**12 + one, 10**6) for one in (1, 2, 3)]
    things = {f"H{place}": award(one) for place, one in enumerate(fine)}

    scale = scale_of(things)

    factor = Fraction(10**9) / sum(fine)
    off = sum(
        abs(Fraction(scale.gains[f"H{place}"]) - one * factor) for place, one in enumerate(fine)
    )
    assert sum(scale.gains.values()) < 2 * 10**9
    assert 2 * off <= scale.slack


def test_who_may_get_a_part_has_a_column_for_it() -> None:
    things = {"H1": award(4, least=50), "H2": award(3)}

    programme = programme_of(things, (), {"H1": 4.0, "H2": 3.0})

    assert [(one.name, one.gain) for one in programme.columns] == [
        ("H1", 0.0),
        (part_of("H1"), 0.04),
        ("H2", 3.0),
    ]
    assert worth_terms(things, {"H1": 4.0, "H2": 3.0}) == {part_of("H1"): 0.04, "H2": 3.0}
