"""Only savings measured against a baseline are summed, and none is counted twice."""

from datetime import date

from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.domain.results import CostPeriod, Saving
from innokumppanuus_parasta_itaa.engine.savings import SavingStatus, savings, whole_months


def a_year(amount: str, year: int) -> CostPeriod:
    return CostPeriod(
        amount=Money.of(amount), starts=date(year, 1, 1), ends=date(year, 12, 31), source="kirjat"
    )


def a_saving(
    before: str | None, after: str | None, id_: str = "s", service: str = "tilat", claimed: int = 0
) -> Saving:
    return Saving(
        id=id_,
        name=same("Säästö"),
        service=service,
        baseline=None if before is None else a_year(before, 2021),
        after=None if after is None else a_year(after, 2023),
        claimed=Money.of(claimed) if claimed else None,
    )


def test_saving_is_the_cost_before_less_the_cost_after() -> None:
    (told,) = savings([a_saving("84000", "71500.50")]).told

    assert (told.status, told.amount) == (SavingStatus.MEASURED, Money.of("12499.50"))


def test_saving_without_a_baseline_is_told_and_never_summed() -> None:
    found = savings([a_saving("100", "80"), a_saving(None, "5", "n", "muu", claimed=30000)])

    assert found.told[1].status is SavingStatus.NO_BASELINE
    assert found.summed == (Money.of(20),)


def test_without_measured_savings_there_is_no_sum_and_not_zero() -> None:
    assert savings([a_saving(None, None, claimed=30000)]).summed == ()


def test_cost_that_has_grown_lowers_the_sum() -> None:
    found = savings([a_saving("100", "80"), a_saving("52", "75", "n", "muu")])

    assert found.summed == (Money(-300),)


def test_two_savings_of_one_service_are_not_summed() -> None:
    found = savings([a_saving("100", "80"), a_saving("50", "40", "n")])

    assert [one.status for one in found.told] == [SavingStatus.OVERLAPS] * 2
    assert found.summed == ()


def test_times_of_other_length_are_not_compared() -> None:
    half = CostPeriod(amount=Money.of(40), starts=date(2023, 1, 1), ends=date(2023, 6, 30))
    saving = Saving(id="s", name=same("S"), service="t", baseline=a_year("100", 2021), after=half)

    (told,) = savings([saving]).told

    assert (told.status, told.amount) == (SavingStatus.OTHER_LENGTH, None)


def test_leap_year_is_as_long_as_another_year() -> None:
    before, after = a_year("100", 2023), a_year("90", 2024)
    saving = Saving(id="s", name=same("S"), service="t", baseline=before, after=after)

    assert savings([saving]).told[0].status is SavingStatus.MEASURED


def test_month_that_begins_in_the_middle_is_not_whole() -> None:
    period = CostPeriod(amount=Money.of(1), starts=date(2022, 1, 15), ends=date(2022, 2, 14))

    assert whole_months(period) is None
    assert whole_months(a_year("1", 2022)) == 12


def test_real_saving_has_no_baseline_and_no_sum(real: Consortium) -> None:
    found = savings(real.savings)

    assert [one.status for one in found.told] == [SavingStatus.NO_BASELINE]
    assert (found.summed, found.told[0].saving.claimed) == ((), None)


def test_each_way_of_knowing_occurs_in_the_exercise(exercise: Consortium) -> None:
    statuses = {one.status for one in savings(exercise.savings).told}

    assert statuses == set(SavingStatus) - {SavingStatus.NOT_YET}


def test_savings_of_the_exercise_by_hand(exercise: Consortium) -> None:
    # 84 000,00 - 71 500,50 = 12 499,50; 5 200 - 7 500 = -2 300; together 10 199,50.
    assert savings(exercise.savings).summed == (Money.of("10199.50"),)
