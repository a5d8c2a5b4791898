"""What nobody has read or said yet, each found and not found."""

from datetime import date

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, ParameterUse, ParameterValue, Unit
from innokumppanuus.domain.sources import Source
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.linting import lint
from innokumppanuus.testing.linting import paths
from innokumppanuus.testing.parameters import a_parameter, a_value, calling, tabling
from innokumppanuus.testing.rulesets import the_ruleset


def test_a_text_without_a_language_is_found() -> None:
    name = ("{fi: Koehaku, sv: Testutlysning, en: Test call}", "{fi: Koehaku, en: Test call}")

    assert paths("language-missing", name) == {"name"}
    assert paths("language-missing") == set()


def test_a_source_that_nobody_has_read_is_found() -> None:
    unread = ("    verified: true\n", "")

    assert paths("source-unverified", unread) == {"sources.ilmoitus"}
    assert paths("source-unverified") == set()


def unverified(*verified: bool) -> bool:
    values = tuple(
        ParameterValue(
            valid_from=date(2000 + index, 1, 1),
            valid_to=date(2000 + index, 12, 31),
            value=index,
            source=Source(title="laki", verified=one),
        )
        for index, one in enumerate(verified)
    )
    name = Label("katto", "tak", "cap")
    parameter = Parameter(key="law.cap", name=name, unit=Unit.COUNT, values=values)
    ruleset = the_ruleset()
    use = {"cap": ParameterUse(key="law.cap", on="opens")}
    call = attrs.evolve(ruleset.call, parameters=use)
    ruleset = attrs.evolve(ruleset, call=call, parameters={"cap": parameter})
    return "parameter-unverified" in {one.key for one in lint(ruleset)}


def test_a_value_of_law_that_nobody_has_read_is_found() -> None:
    assert unverified(True, False)
    assert not unverified(True, True)


def test_only_the_values_that_the_named_day_may_use_are_found() -> None:
    opens = the_ruleset().call.timetable.opens.value
    assert opens is not None
    first = opens.earliest.date().replace(month=1, day=1)
    before = a_value("1990-01-01", "1990-12-31", Money.of(1), verified=False)

    found = [
        {
            one.key
            for one in lint(
                _on_opening(before, a_value(str(first), None, Money.of(2), verified=verified))
            )
        }
        for verified in (True, False)
    ]

    assert ["parameter-unverified" in one for one in found] == [False, True]


def test_values_on_a_day_that_applicants_tell_are_all_found() -> None:
    value = a_value("1990-01-01", None, Money.of(1), verified=False)
    ruleset = _on_opening(value)
    use = {"cap": ParameterUse(key="law.cap", on="starts_on")}
    ruleset = attrs.evolve(ruleset, call=attrs.evolve(ruleset.call, parameters=use))

    assert "parameter-unverified" in {one.key for one in lint(ruleset)}


def _on_opening(*values: ParameterValue) -> RuleSet:
    ruleset = the_ruleset()
    use = {"cap": ParameterUse(key="law.cap", on="opens")}
    call = attrs.evolve(ruleset.call, parameters=use)
    return attrs.evolve(ruleset, call=call, parameters={"cap": a_parameter(*values)})


def unverified_in_function(verified: bool) -> set[str]:
    value = a_value("2010-01-01", None, Money.of(8_000), verified=verified)
    ruleset = calling(a_parameter(value))
    return {one.path for one in lint(ruleset) if one.key == "parameter-unverified"}


def test_a_value_of_law_that_a_table_looks_up_and_nobody_has_read_is_found() -> None:
    value = a_value("2010-01-01", None, Money.of(8_000), verified=False)

    found = lint(tabling(a_parameter(value)))

    places = [one.path for one in found if one.key == "parameter-unverified"]
    assert places == ["tables[cap].rows"]


def test_a_value_of_law_that_a_function_looks_up_and_nobody_has_read_is_found() -> None:
    assert unverified_in_function(verified=False) == {"eligibility[cap].when"}
    assert unverified_in_function(verified=True) == set()
