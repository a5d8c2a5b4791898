"""Functions for expressions: what they give on the days beside a change, and what they tell."""

from collections.abc import Mapping
from datetime import date

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.ruleset.expressions import UNKNOWN, Environment, Trace, Type, compile
from innokumppanuus_suomi.functions import functions, part_of

ENVIRONMENT = Environment(
    variables={"on": Type.DATE, "aid": Type.STRING, "share": Type.DOUBLE},
    functions={one.key: one for one in functions()},
)


def trace(text: str, **values: object) -> Trace:
    return compile(text, ENVIRONMENT).trace(values)


def by_key(trace: Trace) -> Mapping[str, UsedParameter]:
    return {one.key: one for one in trace.parameters}


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ('suomi.de_minimis.ceiling_on("general", on)', "2023-12-31", Money.of(200_000)),
        ('suomi.de_minimis.ceiling_on("general", on)', "2024-01-01", Money.of(300_000)),
        ('suomi.de_minimis.ceiling_on("road_freight", on)', "2023-12-31", Money.of(100_000)),
        ('suomi.de_minimis.ceiling_on("sgei", on)', "2024-01-01", Money.of(750_000)),
        ('suomi.de_minimis.counted_from("general", on)', "2023-12-31", date(2021, 1, 1)),
        ('suomi.de_minimis.counted_from("general", on)', "2024-01-01", date(2021, 1, 1)),
        ('suomi.de_minimis.counted_from("general", on)', "2024-05-20", date(2021, 5, 20)),
        (
            'suomi.procurement.national_threshold("supplies_services", on)',
            "2016-12-31",
            Money.of(30_000),
        ),
        (
            'suomi.procurement.national_threshold("supplies_services", on)',
            "2017-01-01",
            Money.of(60_000),
        ),
        (
            'suomi.procurement.eu_threshold("works", "local", on)',
            "2026-01-01",
            Money.of(5_404_000),
        ),
        (
            'suomi.procurement.reach(eur(59999.99), "supplies_services", "local", on)',
            "2017-01-01",
            "below",
        ),
        (
            'suomi.procurement.reach(eur(60000), "supplies_services", "local", on)',
            "2017-01-01",
            "national",
        ),
        (
            'suomi.procurement.reach(eur(216000), "supplies_services", "local", on)',
            "2026-01-01",
            "eu",
        ),
        ("suomi.procurement.open_ended_value(eur(1000), on)", "2017-01-01", Money.of(48_000)),
        ('suomi.appeals.day_of_notice("letter", on)', "2026-11-02", date(2026, 11, 9)),
        ('suomi.appeals.last_day("letter", on, "claim")', "2026-11-02", date(2026, 11, 23)),
        ("suomi.periods.end(on)", "2026-12-24", date(2026, 12, 28)),
        ("suomi.structural_funds.costs(eur(100000), on)", "2021-11-01", Money.of(140_000)),
    ],
)
def test_a_function_gives_what_the_law_of_the_day_says(text: str, day: str, value: object) -> None:
    assert trace(text, on=date.fromisoformat(day)).value == value


@pytest.mark.parametrize(
    "text",
    [
        'suomi.de_minimis.ceiling_on("general", date("2006-12-31"))',
        'suomi.de_minimis.ceiling_on("generl", date("2024-01-01"))',
        'suomi.procurement.eu_threshold("works", "local", date("2028-01-01"))',
        'suomi.procurement.reach(eur(1), "other_special", "local", date("2016-12-31"))',
        'suomi.appeals.last_day("letter", date("2017-05-31"), "claim")',
        'suomi.appeals.last_day("pigeon", date("2026-11-02"), "claim")',
        'suomi.structural_funds.costs(eur(1), date("2020-12-31"))',
        'suomi.appeals.day_of_notice("letter", date("9999-12-31"))',
    ],
)
def test_what_the_law_does_not_say_is_unknown(text: str) -> None:
    found = trace(text)

    assert (found.value, found.note) == (UNKNOWN, "cannot-call-function")


@pytest.mark.parametrize(
    ("aid", "on", "euros"),
    [
        ("-", "2024-01-01", "300000"),
        ("1.1.2021 100 000 €", "2023-12-31", "100000"),
        ("31.12.2020 100 000 €", "2023-12-31", "200000"),
        ("1.1.2021 100 000 €", "2024-01-01", "200000"),
        ("31.12.2020 100 000 €", "2024-01-01", "300000"),
        ("12.5.2023 300 000 €; 1.6.2023 50 000 €", "2024-01-01", "0"),
    ],
)
def test_room_counts_the_aid_of_the_years_that_the_law_of_the_day_counts(
    aid: str, on: str, euros: str
) -> None:
    text = 'suomi.de_minimis.room(aid, "general", on)'

    assert trace(text, aid=aid, on=date.fromisoformat(on)).value == Money.of(euros)


def test_the_dated_values_looked_up_are_told_with_day_and_source() -> None:
    used = by_key(trace('suomi.appeals.last_day("letter", on, "claim")', on=date(2026, 12, 3)))

    assert sorted(used) == [
        "suomi.appeals.notice.letter",
        "suomi.appeals.period.claim",
        "suomi.periods.christmas_eve",
        "suomi.periods.holiday",
        "suomi.periods.saturday",
        "suomi.periods.sunday",
    ]
    assert used["suomi.appeals.period.claim"].day == date(2026, 12, 3)
    assert used["suomi.periods.christmas_eve"].day == date(2026, 12, 24)
    assert all(one.source is not None and not one.verified for one in used.values())


def test_a_function_tells_that_nothing_was_in_force() -> None:
    (used,) = trace('suomi.de_minimis.ceiling_on("general", date("2006-12-31"))').parameters

    assert (used.key, used.value) == ("suomi.de_minimis.ceiling", None)


def test_a_function_looks_up_only_what_it_declares() -> None:
    declared = {one.key: {each.key for each in one.parameters} for one in functions()}
    texts = {
        "suomi.de_minimis.room": 'suomi.de_minimis.room("-", "sgei", on)',
        "suomi.procurement.reach": 'suomi.procurement.reach(eur(9), "works", "local", on)',
        "suomi.appeals.last_day": 'suomi.appeals.last_day("email", on, "municipal_appeal")',
    }

    for key, text in texts.items():
        assert set(by_key(trace(text, on=date(2024, 1, 5)))) <= declared[key]


@pytest.mark.parametrize(
    ("whole", "share", "part"),
    [
        ("140000", 0.7, "98000"),
        ("100000.01", 0.07, "7000"),
        ("0.50", 0.01, "0.01"),
        ("0.49", 0.01, "0"),
        ("99999999999.99", 0.4, "40000000000"),
    ],
)
def test_a_part_is_exact_as_its_share_is_written_and_rounds_half_cents_up(
    whole: str, share: float, part: str
) -> None:
    assert part_of(Money.of(whole), share) == Money.of(part)


def test_a_function_looks_up_the_law_that_it_is_given() -> None:
    function = next(one for one in functions() if one.key == "suomi.de_minimis.ceiling_on")
    (general,) = (one for one in function.parameters if one.key == "suomi.de_minimis.ceiling")
    values = tuple(attrs.evolve(one, value=Money.of(1000)) for one in general.values)
    assert function.with_parameters is not None and function.looks_up is not None

    given = function.with_parameters({general.key: attrs.evolve(general, values=values)})

    assert given.call("general", date(2024, 1, 1)) == Money.of(1000)
    assert given.looks_up is not None
    assert [one.value for one in given.looks_up("general", date(2024, 1, 1))] == [Money.of(1000)]


def test_every_function_of_law_can_be_given_that_of_another_day() -> None:
    assert [one.key for one in functions() if one.parameters and not one.with_parameters] == []
