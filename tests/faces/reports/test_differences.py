"""Differences in words: what it is about, what it was and what it is, in three languages."""

from fractions import Fraction

import pytest

from innokumppanuus.domain.call import MissingScores
from innokumppanuus.domain.comparison import Change, ChangeKind
from innokumppanuus.domain.decision import Outcome
from innokumppanuus.domain.funding import Grant
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.packs import Override
from innokumppanuus.domain.replay import OutcomeChange
from innokumppanuus.errors import Place
from innokumppanuus.faces.reports.differences import (
    change_record,
    change_sentence,
    outcome_sentence,
    override_sentence,
    what,
)
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call

ENGLISH = Texts.load("en")


def said(before: object, after: object, kind: ChangeKind = ChangeKind.CHANGED) -> str:
    change = Change(path="budget.total", kind=kind, before=before, after=after)
    return change_sentence(change, ENGLISH)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("eligibility[cap].when", "eligibility rule cap, condition"),
        ("budget.total", "budget, total"),
        ("name.sv", "name, in Swedish"),
        ("gaps[0].topic.fi", "gap 0, topic, in Finnish"),
        ("selection.options.quota", "selection, options, quota"),
        ("sources.law.title", "sources, law, title"),
        ("plugins[core]", "plugin core"),
    ],
)
def test_a_path_is_said_from_the_whole_to_the_part(path: str, words: str) -> None:
    assert what(path, ENGLISH) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(1, 2), "0.5"),
        (MissingScores.LOWEST, "lowest"),
        ("", "empty"),
        ((), "empty"),
        (("K1", "K2"), "K1 > K2"),
        ((("K1",), ("K2", "K3")), "K1 > [K2, K3]"),
        (True, "yes"),
        (None, "not known"),
    ],
)
def test_values_are_said_in_the_reader_s_form(value: object, words: str) -> None:
    assert said(value, 5) == f"budget, total: was {words}, now 5."


def test_a_noun_is_said_by_its_name() -> None:
    rule = a_call().eligibility[0]

    assert said(None, rule, ChangeKind.ADDED) == "budget, total: katto en was added."


def test_a_noun_without_a_name_is_said_by_what_it_holds() -> None:
    grant = Grant(application="T01", amount=Money.of(100), scheme="share", instalments=())

    told = said(grant, None, ChangeKind.REMOVED)

    assert "T01" in told
    assert "€100.00" in told
    assert "Grant(" not in told
    assert "cents=" not in told


def test_a_changed_text_is_told_in_the_language_of_the_reader() -> None:
    place = Place(file="a.yaml", line=1)
    was, becomes = (
        "{fi: Vanha, sana., sv: Gammal, ord., en: Old, word.}",
        "{fi: Uusi, sv: Ny, en: New}",
    )
    one = Override(path="name", now=place, before=place, was=was, becomes=becomes)

    told = override_sentence(one, Texts.load("sv"))

    assert "Gammal, ord." in told
    assert "Ny" in told
    assert "Vanha" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_difference_has_its_sentence(language: str) -> None:
    texts = Texts.load(language)
    place = Place(file="a.yaml", line=1)
    one = Override(path="budget.total", now=place, before=place, was="1", becomes="2")
    out = Override(path="budget.total", now=place, before=place, was="1", becomes="")

    sentences = [
        *(change_sentence(Change(path="x", kind=kind), texts) for kind in ChangeKind),
        override_sentence(one, texts),
        override_sentence(out, texts),
        outcome_sentence(OutcomeChange(application="H1", before=None, after=Outcome.TIED), texts),
    ]

    assert len(set(sentences)) == len(sentences)


def test_programs_get_exact_values() -> None:
    change = Change(path="x", kind=ChangeKind.CHANGED, before=Fraction(1, 3), after=("a", "b"))

    assert change_record(change) == {
        "path": "x",
        "kind": "changed",
        "before": "1/3",
        "after": ["a", "b"],
    }
