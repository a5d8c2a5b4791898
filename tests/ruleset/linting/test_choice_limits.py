"""Declared limits that can never bind or cannot be kept, each found and not found."""

import pytest

from innokumppanuus.testing.linting import paths

REST = "  rest: not_stated\n"
NAMED = "id: g, name: {fi: raja, sv: gräns, en: limit}"


def limits(lines: str) -> tuple[str, str]:
    return REST, f"{REST}  limits:\n    {lines}\n"


def group(rest: str) -> tuple[str, str]:
    return limits(f"groups: [{{{NAMED}, field: areas, {rest}}}]")


@pytest.mark.parametrize(
    ("key", "path", "with_it", "without"),
    [
        (
            "limit-never-binds",
            "groups[g].most",
            group("each: true, most: 5"),
            group("each: true, most: 4"),
        ),
        (
            "limit-never-binds",
            "groups[g].most_money",
            group("each: true, most_money: 50000 EUR"),
            group("each: true, most_money: 49999.99 EUR"),
        ),
        (
            "limit-never-binds",
            "groups[g].least",
            group("values: [north], least: 0"),
            group("values: [north], least: 1"),
        ),
        (
            "limit-never-binds",
            "exclusions[g]",
            limits(f"exclusions: [{{{NAMED}, applications: [H1, H2], most: 2}}]"),
            limits(f"exclusions: [{{{NAMED}, applications: [H1, H2]}}]"),
        ),
        (
            "limit-never-binds",
            "requirements[g]",
            limits(f"requirements: [{{{NAMED}, application: H1, needs: [H1]}}]"),
            limits(f"requirements: [{{{NAMED}, application: H1, needs: [H1, H2]}}]"),
        ),
        (
            "limit-above-maximum",
            "minimum",
            limits("minimum: {name: raja, least: 6}"),
            limits("minimum: {name: raja, least: 5}"),
        ),
        (
            "limit-above-maximum",
            "groups[g].least",
            group("values: [north], least: 6"),
            group("values: [north], least: 5"),
        ),
        (
            "limit-above-budget",
            "groups[g].least_money",
            group("values: [north], least_money: 50000.01 EUR"),
            group("values: [north], least_money: 50000 EUR"),
        ),
    ],
)
def test_a_finding_is_there_exactly_when_it_should(
    key: str, path: str, with_it: tuple[str, str], without: tuple[str, str]
) -> None:
    assert paths(key, with_it) == {f"selection.limits.{path}"}
    assert paths(key, without) == set()


def test_each_sector_needs_pilots_of_its_own() -> None:
    both = limits(f"groups: [{{{NAMED}, field: sector, each: true, least: 3}}]")

    assert paths("limit-above-maximum", both) == {"selection.limits.groups[g].least"}


def test_one_pilot_may_be_of_many_areas_at_once() -> None:
    assert paths("limit-above-maximum", group("each: true, least: 3")) == set()
