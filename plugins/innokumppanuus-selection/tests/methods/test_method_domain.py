"""How methods agree."""

from innokumppanuus.domain.labels import same
from innokumppanuus_selection.methods.domain import (
    MethodChoice,
    MethodComparison,
    Unanimity,
    WhyNot,
)


def a_comparison(*choices: MethodChoice) -> MethodComparison:
    return MethodComparison(applications=("H2", "H1", "H3"), named="a", methods=choices)


def a_choice(key: str, *applications: str, tied: tuple[str, ...] = ()) -> MethodChoice:
    return MethodChoice(key=key, name=same(key), applications=applications, tied=tied, sets=1)


def test_agreement_is_of_all_some_or_no_methods() -> None:
    told = a_comparison(a_choice("a", "H1", "H2"), a_choice("b", "H2"))

    assert told.of(Unanimity.EVERYWHERE) == ("H2",)
    assert told.of(Unanimity.SOMEWHERE) == ("H1",)
    assert told.of(Unanimity.NOWHERE) == ("H3",)


def test_open_tie_counts_as_somewhere() -> None:
    told = a_comparison(a_choice("a", tied=("H1", "H3")))

    assert told.of(Unanimity.SOMEWHERE) == ("H1", "H3")


def test_method_that_could_not_choose_is_left_out() -> None:
    failed = MethodChoice(key="b", name=same("b"), why_not=WhyNot.LIMITS)

    assert a_comparison(a_choice("a", "H1"), failed).of(Unanimity.EVERYWHERE) == ("H1",)


def test_differences_are_in_the_order_of_the_totals() -> None:
    told = a_comparison(a_choice("a", "H3"), a_choice("b", "H1", "H2"))

    assert told.differences("b") == (("H2", "H1"), ("H3",))


def test_methods_that_could_not_choose_agree_on_nothing() -> None:
    cannot = MethodChoice(key="a", name=same("a"), why_not=WhyNot.CONTRADICTION)
    comparison = MethodComparison(applications=("H1", "H2"), named="a", methods=(cannot,))

    assert [comparison.of(one) for one in Unanimity] == [(), (), ()]
