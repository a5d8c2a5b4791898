"""How ties were decided is told in words; answers that are not public stay out of public parts."""

from fractions import Fraction

import attrs
import pytest

from innokumppanuus.domain.call import Call, Field, FieldType, Option, SelectionPolicy
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.domain.precedence import OpenTie, Precedence, TieBy, TieStep
from innokumppanuus.faces.reports import ties
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call, label

STEPS = (
    TieStep(by=TieBy.NEW_ASPECT, of=("topics",)),
    TieStep(by=TieBy.CRITERIA, of=("K1", "K2")),
    TieStep(by=TieBy.LOTTERY),
)


def call(*, is_public: bool = True) -> Call:
    topics = Field(
        id="topics",
        name=label("aiheet"),
        type=FieldType.CHOICES,
        options=(Option(id="x", name=label("vesi")),),
        is_public=is_public,
    )
    made = a_call(selection=SelectionPolicy(tie_steps=STEPS, lottery_seed="s"))
    return attrs.evolve(made, form=(*made.form, topics))


def pair(by: TieBy, higher: object, lower: object, *of: str) -> Precedence:
    return Precedence(above="H1", below="H2", step=1, by=by, of=of, higher=higher, lower=lower)


COVERED = pair(TieBy.NEW_ASPECT, ("x",), (), "topics")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_is_a_phrase_in_every_language(language: str) -> None:
    told = ties.steps(call(), Texts.load(language))

    assert len(set(told)) == len(STEPS)


def test_a_pair_tells_what_each_has_by_the_names_of_the_form() -> None:
    told = ties.pair_sentence(COVERED, call(), Texts.load("en"), public=False)

    assert told.endswith("H1: vesi en; H2: nothing new.")
    assert "aiheet" in told


def test_answers_that_are_not_public_stay_out_of_the_public_sentence() -> None:
    told = ties.pair_sentence(COVERED, call(is_public=False), Texts.load("en"), public=True)

    assert "vesi" not in told
    assert told.endswith("What was compared is not public.")


def test_scores_and_lots_are_told_in_public() -> None:
    scored = pair(TieBy.CRITERIA, Fraction(9, 2), Fraction(4), "K1")
    drawn = pair(TieBy.LOTTERY, "0" * 64, "1" * 64)

    assert "H1: 4.5; H2: 4." in ties.pair_sentence(scored, call(), Texts.load("en"), public=True)
    assert "H1: 000000000000…" in ties.pair_sentence(drawn, call(), Texts.load("en"), public=True)


def test_balance_is_a_share() -> None:
    counted = pair(TieBy.BALANCE, Fraction(1, 2), Fraction(2, 5), "women", "men")

    assert ties.row(counted, call(), Texts.load("fi")).lower.startswith("40")


def test_an_open_tie_says_whose_answer_is_missing() -> None:
    missing = OpenTie(applications=("H1", "H2"), step=3, missing=("H2",))

    assert "H2" in ties.open_tie(missing, Texts.load("sv"))
    assert ties.open_tie(attrs.evolve(missing, step=0, missing=()), Texts.load("en")).endswith(
        "no step decides their order. People decide."
    )
