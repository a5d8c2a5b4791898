"""Cases written as a workbook read back the same, whatever is in them."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.call import Field, FieldType
from innokumppanuus.domain.cases import Case, CaseFile, Expectation
from innokumppanuus.domain.dates import zone
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.intake.case_forms import cases_bytes
from innokumppanuus.intake.cases import read_case_book
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.expressions import Type
from innokumppanuus.testing.rulesets import FILE, core_plugins, the_text
from innokumppanuus.testing.strategies import business_ids

MORE = """form:
  - {id: share, name: {fi: Osuus, sv: Andel, en: Share}, type: number, required: false}
  - {id: number, name: {fi: Y-tunnus, sv: FO-nummer, en: Business id}, type: business_id}
"""
PLUGINS = core_plugins()
RULES = loads(the_text(("\nform:\n", f"\n{MORE}")), FILE, PLUGINS)
FUNCTIONS = PLUGINS.functions()

odd = st.sampled_from(["", " ", "(puuttuu)", '"', '"a"', '["a"]', "=1+1", "_x000D_", "\r\n", "1,5"])
texts = st.text(max_size=8) | odd
sums = st.builds(Money, st.integers(-(10**16), 10**16), st.sampled_from(["EUR", "SEK"]))
moments = st.datetimes(datetime(1850, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001 - the bounds of `datetimes` must have no zone
    lambda one: one.astimezone(zone(RULES.call.zone))
)
doubles = st.floats(allow_nan=False, allow_infinity=False)
ANSWERS: dict[FieldType, st.SearchStrategy[Any]] = {
    FieldType.TEXT: texts,
    FieldType.INTEGER: st.integers(-(2**63), 2**63 - 1),
    FieldType.NUMBER: doubles,
    FieldType.MONEY: sums,
    FieldType.DATE: st.dates(date(1850, 1, 1)),
    FieldType.MOMENT: moments,
    FieldType.YES_NO: st.booleans(),
    FieldType.BUSINESS_ID: business_ids(),
}
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "amount - eur(1)": sums,
    'applicant == "X"': st.booleans(),
    'applicant == "x"': st.booleans(),
    '"a"': texts,
    "areas": st.lists(texts, max_size=3).map(tuple),
    " duration_months\n + 1": ANSWERS[FieldType.INTEGER],
    "share": doubles,
    "submitted": moments,
}


def answers(field: Field) -> st.SearchStrategy[Any]:
    ids = st.sampled_from([option.id for option in field.options] or [""])
    if field.type is FieldType.CHOICE:
        return ids
    if field.type is FieldType.CHOICES:
        return st.lists(ids, max_size=3).map(tuple)
    return ANSWERS[field.type]


FORM = {field.id: st.none() | answers(field) for field in RULES.call.form}
RULE_IDS = [one.id for one in RULES.call.eligibility]


@st.composite
def files(draw: st.DrawFn) -> CaseFile:
    """Return any cases of the rule set."""
    given_answers = st.fixed_dictionaries({}, optional=FORM)
    bases = draw(st.dictionaries(texts, given_answers, max_size=2))
    sentences = draw(
        st.lists(
            texts.filter(bool).map(same)
            | st.tuples(texts, texts, texts).filter(any).map(lambda one: Label(*one)),
            max_size=3,
            unique=True,
        )
    )
    verdicts = st.sampled_from(Verdict)
    cases = []
    for sentence in sentences:
        rules = draw(st.dictionaries(st.sampled_from(RULE_IDS), verdicts, max_size=2))
        values = draw(
            st.fixed_dictionaries({}, optional={k: st.none() | v for k, v in VALUES.items()})
        )
        asks = draw(st.none() | st.lists(st.sampled_from(sorted(FORM)), max_size=3).map(tuple))
        least = Verdict.MET if asks is None and not rules and not values else None
        case = Case(
            sentence=sentence,
            base=draw(st.sampled_from(["", *bases])),
            given=draw(given_answers),
            expect=Expectation(
                rules=rules,
                outcome=least or draw(st.none() | verdicts),
                asks=asks,
                values=values,
            ),
            confirmed=draw(st.booleans()),
        )
        cases.append(case)
    return CaseFile(bases=bases, cases=tuple(cases))


def read_back(content: bytes, folder: Path) -> CaseFile:
    path = folder / "haku.tapaukset.xlsx"
    path.write_bytes(content)
    return read_case_book(path, RULES, FUNCTIONS)


def small() -> CaseFile:
    case = Case(
        sentence=same("Sentti yli on liikaa."),
        base="hyvä",
        given={"amount": Money(1), "sector": None},
        expect=Expectation(rules={"cap": Verdict.NOT_MET}, asks=()),
    )
    return CaseFile(bases={"hyvä": {"applicant": "Kuvitteellinen"}}, cases=(case,))


@given(file=files(), language=st.sampled_from(LANGUAGES))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_cases_read_back_the_same(file: CaseFile, language: str, tmp_path: Path) -> None:
    assert read_back(cases_bytes(file, RULES, FUNCTIONS, language), tmp_path) == file


def test_every_type_of_value_is_tried() -> None:
    assert {field.type for field in RULES.call.form} == {*FieldType}
    assert len({*Type}) == len(FieldType) - 2  # a choice and a business id are words


def test_the_same_cases_are_the_same_bytes() -> None:
    first, second = (cases_bytes(small(), RULES, FUNCTIONS, "fi") for _ in range(2))

    assert first == second


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("fi", ["Lause", "Esimerkkihakemus", "Ehto: Summa on enintään katto"]),
        ("sv", ["Mening", "Exempelansökning", "Villkor: Högst taket"]),
        ("en", ["Sentence", "Example application", "Condition: At most the cap"]),
    ],
)
def test_headings_are_in_the_language(language: str, headings: list[str]) -> None:
    page = openpyxl.load_workbook(BytesIO(cases_bytes(small(), RULES, FUNCTIONS, language))).active

    assert page is not None
    assert {*headings} <= {cell.value for cell in page[1]}


def test_outcomes_are_offered_in_a_list_and_nothing_is_refused() -> None:
    book = openpyxl.load_workbook(BytesIO(cases_bytes(small(), RULES, FUNCTIONS, "fi")))

    checks = book.worksheets[0].data_validations.dataValidation

    assert any(one.type == "list" for one in checks)
    assert not any(one.showErrorMessage for one in checks)


def test_no_cases_give_a_form_with_every_field_of_the_application() -> None:
    content = cases_bytes(CaseFile(cases=()), RULES, FUNCTIONS, "fi")

    (ids,) = openpyxl.load_workbook(BytesIO(content)).worksheets[1].iter_rows(2, 2)
    assert [cell.value for cell in ids][1:] == [f"given.{one.id}" for one in RULES.call.form]


def test_a_sentence_in_three_languages_has_a_column_for_each() -> None:
    told = Case(sentence=Label("näin", "så", "so"), expect=Expectation(asks=()))
    content = cases_bytes(CaseFile(cases=(told,)), RULES, FUNCTIONS, "fi")

    (ids,) = openpyxl.load_workbook(BytesIO(content)).worksheets[0].iter_rows(2, 2)

    assert [cell.value for cell in ids][:4] == [
        "sentence", "sentence.fi", "sentence.sv", "sentence.en",
    ]  # fmt: skip
