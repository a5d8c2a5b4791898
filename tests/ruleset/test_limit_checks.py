"""Declared limits that do not fit the form or the money, each told in its place."""

import pytest

from innokumppanuus.testing.rulesets import the_ruleset, the_text, told

REST = "  rest: not_stated\n"
NAMED = "id: g, name: {fi: raja, sv: gräns, en: limit}"
BARE = "name: {fi: raja, sv: gräns, en: limit}"


def with_limits(lines: str) -> tuple[str, str]:
    return REST, f"{REST}  limits:\n" + "".join(f"    {line}\n" for line in lines.splitlines())


def group(rest: str) -> tuple[str, str]:
    return with_limits(f"groups: [{{{NAMED}, {rest}}}]")


ALL_KINDS = f"""minimum: {{{BARE}, least: 2}}
groups:
  - {{{NAMED}, field: areas, each: true, least: 1, most: 3, most_money: 20000 EUR}}
exclusions: [{{id: same, {BARE}, applications: [H1, H2]}}]
requirements: [{{id: with, {BARE}, application: H1, needs: [H2]}}]
partial: {{{BARE}, share: 0.6}}"""


def test_every_kind_of_limit_can_be_declared() -> None:
    limits = the_ruleset(with_limits(ALL_KINDS)).call.selection.limits  # type: ignore[union-attr]

    assert limits is not None and limits.minimum is not None
    assert [one.id for one in (*limits.groups, *limits.exclusions, *limits.requirements)] == [
        "g",
        "same",
        "with",
    ]


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        (group("field: areaz, each: true, least: 1"), "groups[0].field", "Did you mean 'areas'?"),
        (group("field: submitted, each: true, least: 1"), "groups[0].field", "one of the types"),
        (group("field: areas, values: [nort], least: 1"), "groups[0].values[0]", "'north'"),
        (group("field: local, values: [yes], least: 1"), "groups[0].values[0]", "true, false"),
        (group("field: applicant, most: 1"), "groups[0]", "must be given"),
        (group("field: areas, each: true"), "groups[0]", "at least one of least"),
        (
            group("field: areas, least: 3, most: 2"),
            "groups[0].most",
            "at least 3, the least of the same limit, got 2",
        ),
        (group("field: areas, least: -1"), "groups[0].least", "0 or more"),
        (
            group("field: areas, least_money: 2 EUR, most_money: 1 EUR"),
            "groups[0].most_money",
            "at least 2.00 EUR",
        ),
        (group("field: areas, most_money: 5 SEK"), "groups[0].most_money", "one currency"),
        (
            with_limits(f"groups: [{{id: budget, {BARE}, field: areas, least: 1}}]"),
            "groups[0].id",
            "another id than 'budget'",
        ),
        (
            with_limits(
                f"groups: [{{{NAMED}, field: areas, least: 1}}]\n"
                f"exclusions: [{{{NAMED}, applications: [H1, H2]}}]"
            ),
            "exclusions[0].id",
            "line",
        ),
        (
            with_limits(f"exclusions: [{{{NAMED}, applications: [H1]}}]"),
            "exclusions[0].applications",
            "at least 2, got 1",
        ),
        (
            with_limits(f"requirements: [{{{NAMED}, application: H1, needs: [H2, H2]}}]"),
            "requirements[0].needs[1]",
            "twice",
        ),
        (with_limits(f"partial: {{{BARE}}}"), "partial", "exactly one of share and field"),
        (with_limits(f"partial: {{{BARE}, share: 1.5}}"), "partial.share", "share from 0 to 1"),
        (with_limits(f"partial: {{{BARE}, field: local}}"), "partial.field", "type money"),
        (with_limits(f"partial: {{{BARE}, field: amout}}"), "partial.field", "'amount'"),
    ],
)
def test_what_does_not_fit_is_told_where_it_is(
    change: tuple[str, str], path: str, words: str
) -> None:
    (line,) = told(the_text(change))

    assert f"selection.limits.{path}: " in line
    assert words in line
