"""The data files can be read, and every value says where it comes from and when it held."""

from datetime import date, timedelta

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, Unit
from innokumppanuus.errors import ParameterNotInForce
from innokumppanuus.ruleset.parameter_files import read_parameters
from innokumppanuus_suomi.law import files, parameters

EVERY = sorted(parameters().values(), key=lambda one: one.key)


def test_no_key_is_in_two_files() -> None:
    keys = [one.key for path in files() for one in read_parameters(path)]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("parameter", EVERY, ids=lambda one: one.key)
def test_every_value_has_a_source_with_its_section(parameter: Parameter) -> None:
    assert all(one.source.section for one in parameter.values)


@pytest.mark.parametrize("parameter", EVERY, ids=lambda one: one.key)
def test_a_verified_value_says_where_it_was_read(parameter: Parameter) -> None:
    verified = [one.source for one in parameter.values if one.source.verified]

    assert all(source.address.startswith("https://") for source in verified)


@pytest.mark.parametrize("parameter", EVERY, ids=lambda one: one.key)
def test_every_name_is_in_three_languages(parameter: Parameter) -> None:
    assert not list(parameter.name.missing())


def test_every_sum_is_in_euros() -> None:
    sums = [one.value for each in EVERY if each.unit is Unit.MONEY for one in each.values]

    assert {one.currency for one in sums if isinstance(one, Money)} == {"EUR"}


@pytest.mark.parametrize(
    ("key", "day", "euros"),
    [
        ("suomi.de_minimis.ceiling", "2013-12-31", 200_000),
        ("suomi.de_minimis.ceiling", "2023-12-31", 200_000),
        ("suomi.de_minimis.ceiling", "2024-01-01", 300_000),
        ("suomi.de_minimis.road_freight.ceiling", "2023-12-31", 100_000),
        ("suomi.de_minimis.sgei.ceiling", "2023-12-31", 500_000),
        ("suomi.de_minimis.sgei.ceiling", "2024-01-01", 750_000),
        ("suomi.procurement.national.supplies_services", "2016-12-31", 30_000),
        ("suomi.procurement.national.supplies_services", "2017-01-01", 60_000),
        ("suomi.procurement.national.social_health", "2016-12-31", 100_000),
        ("suomi.procurement.national.social_health", "2017-01-01", 400_000),
        ("suomi.procurement.national.service_concession", "2017-01-01", 500_000),
        ("suomi.procurement.eu.supplies_services.local", "2017-12-31", 209_000),
        ("suomi.procurement.eu.supplies_services.local", "2018-01-01", 221_000),
        ("suomi.procurement.eu.supplies_services.local", "2020-01-01", 214_000),
        ("suomi.procurement.eu.supplies_services.local", "2026-01-01", 216_000),
        ("suomi.procurement.eu.supplies_services.central", "2026-01-01", 140_000),
        ("suomi.procurement.eu.works", "2024-01-01", 5_538_000),
        ("suomi.procurement.eu.special", "2017-01-01", 750_000),
    ],
)
def test_each_law_holds_until_its_last_day(key: str, day: str, euros: int) -> None:
    value = parameters()[key].on(date.fromisoformat(day)).value

    assert value == Money.of(euros)


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("suomi.de_minimis.ceiling", "2006-12-31"),
        ("suomi.de_minimis.ceiling", "2031-01-01"),
        ("suomi.de_minimis.road_freight.ceiling", "2013-12-31"),
        ("suomi.procurement.national.other_special", "2016-12-31"),
        ("suomi.procurement.eu.works", "2009-12-31"),
        ("suomi.procurement.eu.works", "2028-01-01"),
        ("suomi.appeals.period.claim", "2017-05-31"),
        ("horizon_europe.threshold.total", "2026-01-01"),
    ],
)
def test_what_nobody_has_read_is_a_gap(key: str, day: str) -> None:
    with pytest.raises(ParameterNotInForce):
        parameters()[key].on(date.fromisoformat(day))


def test_eu_thresholds_follow_each_other_without_a_day_between() -> None:
    values = parameters()["suomi.procurement.eu.works"].values

    for earlier, later in zip(values, values[1:], strict=False):
        assert earlier.valid_to is not None
        assert later.valid_from == earlier.valid_to + timedelta(days=1)


def test_a_value_from_memory_is_not_verified() -> None:
    value = parameters()["suomi.procurement.eu.works"].on(date(2012, 6, 1))

    assert not value.source.verified


def test_a_value_read_from_its_source_is_verified() -> None:
    value = parameters()["suomi.procurement.national.supplies_services"].on(date(2017, 6, 1))

    assert value.source.verified


def test_every_word_is_named_in_three_languages() -> None:
    worded = [one for one in parameters().values() if one.unit is Unit.WORD]

    assert worded
    for one in worded:
        assert set(one.words) == {held.value for held in one.values}
        assert not [gap for name in one.words.values() for gap in name.missing()]
