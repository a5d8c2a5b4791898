"""A rule in words with its values, the same parts in every language."""

import pytest

from innokumppanuus.domain.call import EligibilityRule, Field, FieldType, Option
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.reports.wording import Line, lines
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call, a_ruleset, an_application, label
from innokumppanuus.testing.expressions import a_function, a_row, compiled


def told(when: str, language: str = "fi", **answers: object) -> tuple[Line, ...]:
    ruleset = a_ruleset(eligibility=(EligibilityRule(id="r", name=label(), when=when),))
    values = ruleset.values(an_application(**answers))  # type: ignore[arg-type]
    return lines(ruleset.rules["r"], values, ruleset.call, Texts.load(language))


def plain(when: str, **answers: object) -> list[str]:
    return [one.words.replace("\u00a0", " ") for one in told(when, **answers)]


def test_a_comparison_is_told_with_both_values() -> None:
    (line,) = told("amount <= call.budget.cap_per_pilot", amount=Money.of(15_000))

    assert line.words.replace("\u00a0", " ") == (
        "”haettu fi” (15 000,00 €) on enintään ”Enintään pilottia kohden” (10 000,00 €)"
    )
    assert line.value is False


def test_parts_stand_below_the_whole() -> None:
    found = told("duration_months >= 8 && (duration_months <= 12 || has(sector))")

    assert [(one.depth, one.value) for one in found] == [
        (0, True),
        (1, True),
        (1, True),
        (2, True),
        (2, True),
    ]


def test_options_are_told_by_their_names() -> None:
    assert plain('sector in ["company", "association"]') == [
        "”sektori fi” (company fi) on jokin näistä: company fi ja association fi"
    ]


def test_option_of_a_choice_of_several_is_told_by_its_name() -> None:
    options = tuple(Option(id=one, name=label(one)) for one in ("clients", "experts"))
    roles = Field(id="roles", name=label("roolit"), type=FieldType.CHOICES, options=options)
    rule = EligibilityRule(id="r", name=label(), when='"clients" in roles')
    ruleset = a_ruleset(form=(roles,), eligibility=(rule,))
    values = {"roles": ("clients", "experts")}

    (line,) = lines(ruleset.rules["r"], values, ruleset.call, Texts.load("fi"))

    assert line.words == (
        "”roolit fi” (clients fi ja experts fi) sisältää vaihtoehdon ”clients fi”"
    )


def test_what_is_reckoned_is_told_with_its_result() -> None:
    assert plain("duration_months * 2 > 15") == ["”kesto fi” (10) * 2 = 20 on enemmän kuin 15"]


def test_a_missing_value_is_told_as_not_known() -> None:
    (line,) = told("duration_months > 8", duration_months=None)

    assert "ei tiedossa" in line.words
    assert line.value is None


def test_a_denial_and_a_choice_are_told_with_the_branch_that_counts() -> None:
    found = plain('!(sector == "company" ? duration_months > 8 : duration_months > 4)')

    assert found[0] == "Tämä ei saa toteutua"
    assert found[-1] == "”kesto fi” (10) on enemmän kuin 8"


def test_other_names_can_be_given() -> None:
    ruleset = a_ruleset()
    names = {"call.budget.cap_per_pilot": Label("raja", "gräns", "limit")}

    (line,) = lines(
        ruleset.rules["cap"],
        ruleset.values(an_application()),
        ruleset.call,
        Texts.load("sv"),
        names,
    )

    assert "gräns" in line.words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "when",
    [
        'applicant.startsWith("K") || applicant.endsWith("1") || applicant.contains("a")',
        'add_months(day(submitted, "Europe/Helsinki"), 2) < date("2019-01-01")',
        'last_day(day(submitted, "Europe/Helsinki"), 2) != date("2019-01-01")',
        "size(applicant) == 3 || -duration_months < 4 % 3",
        "double(duration_months) >= 1.5",
    ],
)
def test_everything_can_be_said(when: str, language: str) -> None:
    assert all(one.words for one in told(when, language))


def test_a_function_of_a_plugin_is_told_by_its_name_in_the_readers_language() -> None:
    name = Label("sanojen määrä", "antal ord", "number of words")
    rule = compiled("mycity.words(summary) > 1", a_function(name=name))

    (line,) = lines(rule, a_row(), a_call(), Texts.load("sv"))

    assert line.words.startswith("antal ord (")
    assert "mycity.words" not in line.words


def test_a_word_of_a_dated_value_is_told_as_it_is_called() -> None:
    ruleset = a_ruleset(
        eligibility=(EligibilityRule(id="r", name=label(), when='applicant == "company"'),)
    )
    called = {"applicant": {"company": Label("yritys", "företag", "firm")}}
    values = ruleset.values(an_application(applicant="company"))

    (line,) = lines(ruleset.rules["r"], values, ruleset.call, Texts.load("sv"), words=called)

    assert "företag" in line.words
    assert "company" not in line.words
