"""Dated values in reports: with their day and source, and unverified ones as such."""

import re
from datetime import date
from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.call import EligibilityRule, Field, FieldType
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import ParameterAmount, ParameterUse, Unit, UsedParameter
from innokumppanuus.engine.decision import decide
from innokumppanuus.faces.reports.letters import Letters
from innokumppanuus.faces.reports.parameters import amount, is_public, rows, said
from innokumppanuus.faces.reports.web import DecisionPage
from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset import loads
from innokumppanuus.testing.builders import a_form, a_ruleset, a_sheet, an_application, label
from innokumppanuus.testing.parameters import a_parameter, a_value, offering
from innokumppanuus.testing.rulesets import FILE, core_plugins, the_text

LIMIT = a_parameter(
    a_value("2010-01-01", "2016-12-31", Money.of(10_000), verified=False),
    a_value("2017-01-01", "2017-12-31", Money.of(12_000)),
)
GRANTED = Field(
    id="granted", name=label("myönnetty"), type=FieldType.DATE, required=False, is_public=False
)
EXCEPTION = Label(
    "Hakija on yhdistys", "Sökanden är en förening", "The applicant is an association"
)
DAYS = {"H01": date(2017, 3, 1), "H02": date(2016, 3, 1), "H03": date(2018, 3, 1)}


def a_decision(on: str = "granted", *, is_secret: bool = False) -> Decision:
    """Return a decision with one that is met, one by its exception, one not and one unknown."""
    rule = EligibilityRule(
        id="limit",
        name=label("raja"),
        when="amount < parameter.raja",
        unless='sector == "association"',
        exception=EXCEPTION,
    )
    field = GRANTED if is_secret else Field(id="granted", name=label(), type=FieldType.DATE)
    ruleset = a_ruleset(
        {"raja": LIMIT},
        parameters={"raja": ParameterUse(key="koe.raja", on=on)},
        form=(*a_form(), field),
        eligibility=(rule,),
    )
    applications = [
        an_application(one, granted=day, amount=Money.of(11_000)) for one, day in DAYS.items()
    ]
    applications.append(
        an_application("H04", granted=DAYS["H02"], amount=Money.of(11_000), sector="association")
    )
    marks = {one: {"K1": 3, "K2": 3, "K3": 3} for one in ("H01", "H02", "H03", "H04")}
    return decide(ruleset, applications, [a_sheet("A", marks)], core_plugins())


def pages(decision: Decision, texts: Texts) -> dict[str, str]:
    files = {
        **Letters().write(decision, texts, core_plugins()),
        **DecisionPage().write(decision, texts, core_plugins()),
    }
    return {name: words(content.decode()) for name, content in files.items()}


def words(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page[page.index("<body>") :]))


def used(value: ParameterAmount, unit: Unit, *, verified: bool = True) -> UsedParameter:
    parameter = a_parameter(a_value("2017-01-01", None, value, verified=verified), unit=unit)
    return UsedParameter.of(parameter, date(2017, 6, 1))


def test_a_value_is_said_with_its_day_and_its_source(finnish: Texts) -> None:
    line = said(used(Money.of(200_000), Unit.MONEY), finnish)

    assert line == (
        "koe.raja fi: 200\u00a0000,00\u00a0€ (arvo 1.6.2017; lähde: Kuvitteellinen laki, 2017 §)."
    )


@pytest.mark.parametrize(
    ("language", "word"),
    [("fi", "tarkistamaton"), ("sv", "inte kontrollerat"), ("en", "not verified")],
)
@pytest.mark.parametrize("verified", [True, False])
def test_a_value_that_nobody_has_verified_is_said_to_be_so(
    language: str, word: str, verified: bool
) -> None:
    line = said(used(3, Unit.COUNT, verified=verified), Texts.load(language))

    assert (word in line) is not verified


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (Money.of(30_000), Unit.MONEY, "30\u00a0000,00\u00a0€"),
        (Fraction(3, 4), Unit.SHARE, "75 %"),
        (1, Unit.DAYS, "1 päivä"),
        (14, Unit.DAYS, "14 päivää"),
        (36, Unit.MONTHS, "36 kuukautta"),
        (3, Unit.YEARS, "3 vuotta"),
        (8, Unit.COUNT, "8"),
        (Fraction(7, 2), Unit.POINTS, "3,5"),
        ("verovuosi", Unit.WORD, "verovuosi"),
    ],
)
def test_a_value_is_shown_in_its_unit(
    value: ParameterAmount, unit: Unit, shown: str, finnish: Texts
) -> None:
    assert amount(used(value, unit), finnish).replace("\u00a0%", " %") == shown


@pytest.mark.parametrize("day", [None, date(2016, 12, 31)], ids=["no day", "not in force"])
def test_that_there_is_no_value_is_said(day: date | None, texts: Texts) -> None:
    parameter = a_parameter(a_value("2017-01-01", None, Money.of(1)))

    line = said(UsedParameter.of(parameter, day), texts)

    assert "koe.raja" in line and line.endswith(".")


def test_the_report_lists_each_value_and_day_once_with_its_rules(finnish: Texts) -> None:
    listed = rows(a_decision(), finnish)

    assert [(one.day, one.value, one.verified) for one in listed] == [
        ("1.3.2016", "10\u00a0000,00\u00a0€", False),
        ("1.3.2017", "12\u00a0000,00\u00a0€", True),
        ("1.3.2018", "–", False),
    ]
    assert {one.rules for one in listed} == {("raja fi",)}


def test_the_report_shows_the_values_and_which_are_unverified(texts: Texts) -> None:
    page = pages(a_decision(), texts)["decision.html"]

    assert "Kuvitteellinen laki, 2010 § ( " in page.replace("(", "( ")
    assert texts.say("source.unverified") in page
    assert texts.say("report.screening.parameters") in page


def a_decision_with_a_dated_grant(*, is_secret: bool = False) -> Decision:
    decision = a_decision(is_secret=is_secret)
    grant = decision.grants[0]
    value = UsedParameter.of(LIMIT, date(2015, 5, 5), "parameter.raja")
    paid = attrs.evolve(grant, parameters=(value,))
    return attrs.evolve(decision, grants=(paid, *decision.grants[1:]))


def test_the_report_lists_a_value_that_the_grant_is_counted_by(texts: Texts) -> None:
    listed = rows(a_decision_with_a_dated_grant(), texts)

    assert [one.rules for one in listed if one.day == texts.show(date(2015, 5, 5))] == [
        (texts.say("column.grant"),)
    ]


@pytest.mark.parametrize("is_secret", [True, False])
def test_a_letter_tells_the_value_that_the_grant_is_counted_by_if_its_day_is_public(
    is_secret: bool, texts: Texts
) -> None:
    decision = a_decision_with_a_dated_grant(is_secret=is_secret)
    paid = decision.grants[0]

    page = pages(decision, texts)[f"letters/{paid.application}-public.html"]

    told = texts.show(date(2015, 5, 5))
    assert (told in page) is not is_secret


def test_a_report_without_dated_values_has_no_table_of_them(
    decision: Decision, texts: Texts
) -> None:
    page = pages(decision, texts)["decision.html"]

    assert texts.say("report.screening.parameters") not in page


def test_a_letter_tells_the_value_that_a_condition_used(finnish: Texts) -> None:
    page = pages(a_decision(), finnish)["letters/H02-public.html"]

    assert page.count("10 000,00 € (arvo 1.3.2016; lähde: Kuvitteellinen laki, 2010 §;") == 2
    assert "parameter.raja" not in page


def test_a_letter_says_when_a_condition_is_met_by_its_exception(finnish: Texts) -> None:
    page = pages(a_decision(), finnish)["letters/H04-public.html"]

    assert "täyttyy poikkeuksen ”Hakija on yhdistys” nojalla" in page
    assert "täyttyy poikkeuksen nojalla" in page


def test_a_letter_of_one_who_meets_a_condition_speaks_of_no_exception(finnish: Texts) -> None:
    assert "poikkeu" not in pages(a_decision(), finnish)["letters/H01-public.html"]


@pytest.mark.parametrize("is_secret", [True, False])
def test_a_public_part_leaves_out_a_value_whose_day_is_not_public(
    is_secret: bool, finnish: Texts
) -> None:
    page = pages(a_decision(is_secret=is_secret), finnish)["letters/H02-public.html"]

    assert ("1.3.2016" in page) is not is_secret
    assert ("ei-julkisessa osassa" in page) is is_secret


def test_a_value_of_a_fixed_day_is_public() -> None:
    decision = a_decision("2017-06-01", is_secret=True)

    (finding,) = decision.screenings[0].findings

    assert [is_public(decision.call, one) for one in finding.parameters] == [True]


def a_decision_by_a_dated_cap() -> Decision:
    changes = (
        ("form:\n", "parameters:\n  katto: {key: koe.raja, on: 2017-06-01}\nform:\n"),
        ("cap_per_pilot: 10000.00 EUR", "cap_per_pilot: parameter.katto"),
    )
    plugins = offering(LIMIT)
    marks = {"H01": {"K1.a": 3, "K1.b": 3, "K2": 3, "K3": 3, "L1": 3}}
    sheets = [a_sheet(one, marks) for one in ("A", "B")]
    return decide(
        loads(the_text(*changes), FILE, plugins), [an_application("H01")], sheets, plugins
    )


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_number_of_the_rule_set_that_is_a_dated_value_is_told_with_its_source(
    language: str,
) -> None:
    texts = Texts.load(language)

    page = pages(a_decision_by_a_dated_cap(), texts)["decision.html"]
    told = [one for one in rows(a_decision_by_a_dated_cap(), texts) if len(one.rules) == 1]

    assert texts.say("report.call.stated") in page
    assert page.count("Kuvitteellinen laki, 2017 §") >= 2  # in the list and in the table
    assert [one.value for one in told] == [texts.show(Money.of(12_000))]


@pytest.mark.parametrize(
    ("language", "told"), [("fi", "rajattu"), ("sv", "undantaget"), ("en", "outside")]
)
def test_a_word_is_told_as_it_is_called(language: str, told: str) -> None:
    word = a_parameter(a_value("2017-01-01", None, "excluded"), unit=Unit.WORD)
    named = attrs.evolve(word, words={"excluded": Label("rajattu", "undantaget", "outside")})
    used = UsedParameter.of(named, date(2017, 3, 1))

    sentence = said(used, Texts.load(language))

    assert told in sentence
    assert "excluded" not in sentence
