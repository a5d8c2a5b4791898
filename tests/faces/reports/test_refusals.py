"""Letters to those who are refused: what was reckoned, which row was applied, what would do."""

import re
from datetime import date

import attrs
import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.explanation import Reason
from innokumppanuus.domain.findings import Finding, Step, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.explanation import reckoned
from innokumppanuus.faces.reports.letters import Letters
from innokumppanuus.faces.reports.reasons import sentence
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import an_application, label, moment
from innokumppanuus.testing.rulesets import core_plugins, the_ruleset

RULES = """\
tables:
  - id: most
    name: {fi: Suurin summa, sv: Största belopp, en: Largest sum}
    inputs: [{value: sector}]
    output: {type: money}
    rows:
      - {when: ['"association"'], then: 9000 EUR}
      - {when: ['"company"'], then: 8000 EUR}

eligibility:
  - id: tabled
    name: {fi: Summa sopii taulukkoon, sv: Enligt tabellen, en: By the table}
    when: amount <= table.most
  - id: ends
    name: {fi: Pilotti päättyy ajoissa, sv: Piloten slutar i tid, en: The pilot ends in time}
    when: last_day(starts_on, duration_months) <= call.lifecycle.ends_by
"""


def refused(**answers: object) -> Application:
    given = {"goals": "koe", "areas": ("north",), "local": True, "starts_on": date(2026, 10, 1)}
    return an_application(**{"submitted": moment("2026-09-01 12:00"), **given, **answers})


def letter(application: Application, language: str, kind: str = "public") -> str:
    """Return the letter as words."""
    ruleset = the_ruleset(("eligibility:\n", RULES))
    return as_letter(decide(ruleset, [application], [], core_plugins()), language, kind)


def as_letter(decision: Decision, language: str, kind: str = "public") -> str:
    files = Letters().write(decision, Texts.load(language), core_plugins())
    page = files[f"letters/H01-{kind}.html"].decode()
    bare = re.sub(r"<[^>]+>", " ", page[page.index("<body>") :])
    return re.sub(r"\s+", " ", bare)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fi",
            "Ehdon täyttymiseen olisi riittänyt: Saapunut viimeistään 7.9.2026 klo 23.59.59 "
            "(nyt 8.9.2026 klo 0.00.36, 37 sekuntia myöhässä).",
        ),
        (
            "sv",
            "För att uppfylla villkoret hade det räckt med: Inkommen senast 7.9.2026 kl. 23.59.59 "
            "(nu 8.9.2026 kl. 0.00.36, 37 sekunder för sent).",
        ),
        (
            "en",
            "For the condition to be met it would have been enough to have: Received at the latest "
            "7 September 2026, 23:59:59 (now 8 September 2026, 00:00:36, 37 seconds late).",
        ),
    ],
)
def test_a_letter_tells_how_late_the_application_was(language: str, words: str) -> None:
    late = refused(submitted=moment("2026-09-08 00:00:36"), amount=Money.of(5_000))

    assert words in letter(late, language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Haettava summa enintään 10 000,00 € (nyt 15 000,00 €, ero 5 000,00 €)."),
        ("sv", "Sökt belopp högst 10 000,00 € (nu 15 000,00 €, skillnad 5 000,00 €)."),
        ("en", "Amount at most €10,000.00 (now €15,000.00, a difference of €5,000.00)."),
    ],
)
def test_a_letter_tells_the_sum_that_would_have_done(language: str, words: str) -> None:
    assert words in letter(refused(amount=Money.of(15_000)), language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Päätöstaulusta ”Suurin summa” sovellettiin riviä 2."),
        ("sv", "Ur beslutstabellen ”Största belopp” tillämpades rad 2."),
        ("en", "Row 2 of the decision table “Largest sum” was applied."),
    ],
)
def test_a_letter_tells_the_row_that_was_applied(language: str, words: str) -> None:
    assert words in letter(refused(amount=Money.of(8_500)), language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Päätöstaulusta ”koe fi” sovellettiin rivejä 1 ja 3."),
        ("sv", "Ur beslutstabellen ”koe sv” tillämpades raderna 1 och 3."),
        ("en", "Rows 1 and 3 of the decision table “koe en” were applied."),
    ],
)
def test_several_rows_are_told_together(language: str, words: str, decision: Decision) -> None:
    reason = Reason(key="table_rows", values={"id": "x", "table": label("koe"), "rows": (1, 3)})

    assert sentence(reason, decision.call, Texts.load(language)) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", "Tiedoista laskettu: jakson viimeinen päivä 29.2.2028."),
        ("sv", "Beräknat ur uppgifterna: periodens sista dag 29.2.2028."),
        ("en", "Calculated from these: last day of the period 29 February 2028."),
    ],
)
def test_a_letter_tells_the_last_day_that_was_reckoned(language: str, words: str) -> None:
    long = refused(amount=Money.of(5_000), starts_on=date(2027, 5, 1), duration_months=10)

    assert words in letter(long, language)


def test_a_public_part_leaves_out_what_is_reckoned_from_a_secret() -> None:
    ruleset = the_ruleset(("eligibility:\n", RULES))
    long = refused(amount=Money.of(5_000), starts_on=date(2027, 5, 1), duration_months=10)
    decision = decide(ruleset, [long], [], core_plugins())
    form = tuple(attrs.evolve(one, is_public=one.id != "starts_on") for one in decision.call.form)
    secret = attrs.evolve(decision, call=attrs.evolve(decision.call, form=form))

    page = as_letter(secret, "fi")

    assert "29.2.2028" not in page and "1.5.2027" not in page
    assert "ei-julkisessa osassa" in page


def test_only_the_outermost_value_of_a_reckoning_is_told() -> None:
    steps = (
        Step(text="a + b * c <= d", value=False),
        Step(text="a + b * c", value=7, depth=1),
        Step(text="a", value=1, depth=2),
        Step(text="b * c", value=6, depth=2),
        Step(text="d", value=5, depth=1),
        Step(text="a + b * c", value=7, depth=1),
    )
    values = {"a": 1, "b": 2, "c": 3, "d": 5}

    found = reckoned(Finding(rule="r", verdict=Verdict.NOT_MET, values=values, steps=steps))

    assert [(one.text, one.value) for one in found] == [("a + b * c", 7)]
