"""Figures in sentences are read as people of each language write them."""

from fractions import Fraction

import pytest

from innokumppanuus.ruleset.linting.numbers import Said, day, number, said, time, year

CASES: list[tuple[str, str, set[Said]]] = [
    ("fi", "Enintään 10 000 euroa.", {number(10_000)}),
    ("fi", "Enintään 10\u00a0000,50 euroa.", {number(Fraction("10000.5"))}),
    ("en", "At most 10,000.50 euros.", {number(Fraction("10000.5"))}),
    ("fi", "Kesto on 8–12 kuukautta.", {number(8), number(12)}),
    ("sv", "Skalan är 0,5.", {number(Fraction("0.5"))}),
    ("fi", "Viimeistään 31.12.2018.", {day(12, 31), year(2018)}),
    ("en", "By 31 December 2018.", {day(12, 31), year(2018)}),
    ("sv", "Senast den 31 december 2018.", {day(12, 31), year(2018)}),
    ("fi", "Viimeistään 31. joulukuuta 2018.", {day(12, 31), year(2018)}),
    ("fi", "1.6.–6.9.2017 klo 23.59", {day(6, 1), day(9, 6), year(2017), time(23, 59)}),
    ("en", "1 June to 6 September 2017, 23:59", {day(6, 1), day(9, 6), year(2017), time(23, 59)}),
    ("sv", "kl. 23.59.59", {time(23, 59)}),
    ("fi", "Vuoden 2018 loppuun.", {year(2018)}),
    ("fi", "Kriteeri K1 ja 3P-profiili.", set()),
    ("fi", "Tuki on 75 % kuluista.", {number(75)}),
    ("en", "2018-12-31", {day(12, 31), year(2018)}),
]


@pytest.mark.parametrize(("language", "words", "figures"), CASES)
def test_figures_are_read_as_they_are_meant(language: str, words: str, figures: set[Said]) -> None:
    assert set(said(words, language)) == figures


def test_each_figure_keeps_its_words() -> None:
    assert said("Enintään 10 000 euroa.", "fi")[number(10_000)] == "10 000"
