"""The short text."""

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.reports.text import Summary, result, summary
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins


def test_the_text_fits_a_screen(decision: Decision, texts: Texts) -> None:
    assert summary(decision, texts).count("\n") < 40


def test_chosen_ones_are_marked(decision: Decision, finnish: Texts) -> None:
    marked = [line for line in summary(decision, finnish).splitlines() if line.startswith("*")]

    assert len(marked) == len(decision.grants)


def test_those_outside_the_ranking_are_listed_with_their_outcome(
    decision: Decision, finnish: Texts
) -> None:
    text = summary(decision, finnish)

    assert "H05 Kuvitteellinen hakija H05: ei täytä ehtoja" in text


def test_money_that_is_left_is_told(decision: Decision, finnish: Texts) -> None:
    assert decision.selection is not None
    left = attrs.evolve(decision.selection, left=Money.of(2_100))

    lines = list(result(attrs.evolve(decision, selection=left), finnish))

    assert "Määrärahasta jää käyttämättä 2\u00a0100,00\u00a0€." in lines


def test_a_budget_that_is_used_up_is_told(decision: Decision, finnish: Texts) -> None:
    assert "Määräraha käytetään kokonaan." in result(decision, finnish)


def test_without_a_choice_the_text_says_so(decision: Decision, finnish: Texts) -> None:
    lines = list(result(attrs.evolve(decision, selection=None), finnish))

    assert lines[-1] == "Valintaa ei ole tehty."


def test_an_open_choice_is_left_to_people(decision: Decision, finnish: Texts) -> None:
    assert decision.selection is not None
    tied = attrs.evolve(decision.selection, chosen=None, left=None)

    lines = list(result(attrs.evolve(decision, selection=tied), finnish))

    assert lines[-1].endswith("Päättäjät ratkaisevat asian.")


def test_the_format_writes_utf_8(decision: Decision, plugins: Plugins, finnish: Texts) -> None:
    files = Summary().write(decision, finnish, plugins)

    assert files["decision.txt"].decode("utf-8") == summary(decision, finnish)
