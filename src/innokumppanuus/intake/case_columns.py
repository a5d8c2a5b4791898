"""The columns of a workbook of cases, by the rule set whose cases they are. It reads no cells."""

from collections.abc import Iterable, Iterator
from typing import Final

from innokumppanuus.domain.call import Call, Field
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.intake import words
from innokumppanuus.intake.case_words import (
    ASKS,
    BASE,
    CONFIRMED,
    EXAMPLE,
    OUTCOME,
    RULE,
    SENTENCE,
    SENTENCE_IN,
    VALUE,
)
from innokumppanuus.intake.headings import Wanted
from innokumppanuus.intake.names import plain, said

SENTENCE_ID: Final = "sentence"
EXAMPLE_ID, BASE_ID, OUTCOME_ID = "example", "base", "expect.outcome"
ASKS_ID, CONFIRMED_ID, NOTE_ID = "expect.asks", "confirmed", "note"


def sentence_id(language: str) -> str:
    """Return the id of the column of sentences in one language."""
    return f"{SENTENCE_ID}.{language}"


def given_id(field: str) -> str:
    """Return the id of the column of answers to a field."""
    return f"given.{field}"


def rule_id(rule: str) -> str:
    """Return the id of the column of what a rule must say."""
    return f"expect.rules.{rule}"


def judged_rules(call: Call) -> tuple[tuple[str, Label], ...]:
    """Return the rules and factors that cases may expect something of, with their names."""
    rules = [(one.id, one.name) for one in call.eligibility]
    return (*rules, *((one.id, one.name) for one in call.factors if one.when))


def case_columns(call: Call) -> tuple[Wanted, ...]:
    """Return the columns of cases but those of values, whose headings hold their expression."""
    return (
        Wanted(id=SENTENCE_ID, name=SENTENCE),
        *(Wanted(id=sentence_id(one), name=SENTENCE_IN[one]) for one in LANGUAGES),
        Wanted(id=BASE_ID, name=BASE),
        *_answers(call.form),
        *(_rule(id, name) for id, name in judged_rules(call)),
        Wanted(id=OUTCOME_ID, name=OUTCOME),
        Wanted(id=ASKS_ID, name=ASKS),
        Wanted(id=CONFIRMED_ID, name=CONFIRMED),
        Wanted(id=NOTE_ID, name=words.NOTE),
    )


def example_columns(call: Call) -> tuple[Wanted, ...]:
    """Return the columns of example applications."""
    return (
        Wanted(id=EXAMPLE_ID, name=EXAMPLE),
        *_answers(call.form),
        Wanted(id=NOTE_ID, name=words.NOTE),
    )


def rule_heading(name: Label) -> Label:
    """Return the heading of what a rule must say."""
    return Label(*(f"{RULE.say(one)}: {name.say(one)}" for one in LANGUAGES))


def value_heading(expression: str, language: str) -> str:
    """Return the heading of the values of an expression."""
    return f"{VALUE.say(language)}: {expression}"


def expression_of(heading: str) -> str:
    """Return the expression that a heading of values names; empty when it is no such heading."""
    word, _, rest = heading.partition(":")
    return rest.strip() if plain(word) in map(plain, said(VALUE)) else ""


def _answers(form: Iterable[Field]) -> Iterator[Wanted]:
    for field in form:
        others = (field.id, *field.aliases)
        yield Wanted(id=given_id(field.id), name=field.name, others=others)


def _rule(id: str, name: Label) -> Wanted:
    others = tuple(f"{word}: {id}" for word in said(RULE))
    return Wanted(id=rule_id(id), name=rule_heading(name), others=others)
