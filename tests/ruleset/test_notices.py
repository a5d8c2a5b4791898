"""Notices: what an official should look at is told as a warning and stops nothing."""

from collections.abc import Callable

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.testing.parameters import a_parameter, a_value, calling, tabling
from innokumppanuus.testing.rulesets import the_ruleset


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ("{fi: Haettava summa, sv: Sökt belopp, en: Amount}", "{fi: Haettava summa}"),
            "haku.yaml:83:11: form[4].name: has no words in sv, en. Add them; until then another "
            "language is shown.",
        ),
        (
            ("verified: true", "verified: false"),
            "haku.yaml:13:5: sources.ilmoitus: has not been read by anybody yet. Read it and set "
            "'verified: true'.",
        ),
        (
            ("cap_per_pilot: 10000.00 EUR", "cap_per_pilot: 60000 EUR"),
            "haku.yaml:61:18: budget.cap_per_pilot: is above all the money there is, "
            "50000.00 EUR, and can never bind, got 60000.00 EUR.",
        ),
    ],
)
def test_what_is_doubtful_is_a_warning(change: tuple[str, str], said: str) -> None:
    (warning,) = the_ruleset(change).warnings

    assert (str(warning), warning.severity) == (said, "warning")


def test_warnings_stand_in_the_order_of_the_file() -> None:
    ruleset = the_ruleset(
        ("{fi: omarahoitus, sv: egenfinansiering, en: own funding}", "{fi: omarahoitus}"),
        ("verified: true", "verified: false"),
    )

    assert [warning.place.line for warning in ruleset.warnings] == [13, 188]


@pytest.mark.parametrize(
    ("using", "where"), [(calling, "eligibility[1].when"), (tabling, "tables[0]")]
)
@pytest.mark.parametrize("verified", [True, False])
def test_unread_law_that_a_function_looks_up_is_a_warning(
    using: Callable[[Parameter], RuleSet], where: str, verified: bool
) -> None:
    value = a_value("2010-01-01", None, Money.of(8_000), verified=verified)

    warnings = using(a_parameter(value)).warnings

    places = [one.path for one in warnings if one.key == "parameter-unverified"]
    assert places == ([] if verified else [where])
