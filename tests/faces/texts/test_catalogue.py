"""What a sentence is made from; that all texts are there is in test_completeness."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from innokumppanuus.domain.dates import Count, When
from innokumppanuus.domain.labels import Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import missing, stated
from innokumppanuus.errors import MissingText, Place, Problem, UnknownKey
from innokumppanuus.faces.plugins import TextSource
from innokumppanuus.faces.texts import Texts

ZONE = "Europe/Helsinki"


@pytest.fixture
def finnish() -> Texts:
    return Texts.load("fi")


def test_values_are_shown_in_the_readers_form(finnish: Texts) -> None:
    said = finnish.say("reason.detail", name=Label("Haettu", "", ""), value=Money.of(15_000))

    assert said == "Haettu: 15\u00a0000,00\u00a0€"


def test_a_missing_key_is_an_error_that_names_it(finnish: Texts) -> None:
    with pytest.raises(MissingText) as caught:
        finnish.say("report.nothing_like_this")

    assert caught.value.key == "report.nothing_like_this"


def test_an_unknown_language_is_an_error_that_lists_the_known() -> None:
    with pytest.raises(UnknownKey) as caught:
        Texts.load("se")

    assert caught.value.known == ("en", "fi", "sv")


@pytest.mark.parametrize(("number", "expected"), [(1, "1 hakemus."), (2, "2 hakemusta.")])
def test_a_plural_takes_the_form_of_its_number(finnish: Texts, number: int, expected: str) -> None:
    assert finnish.plural("report.result.applications", number).endswith(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "ei tiedossa"),
        (True, "kyllä"),
        (10_000, "10\u00a0000"),
        (0.1, "0,1"),
        (Fraction(7, 2), "3,5"),
        (("a", "b", "c"), "a, b ja c"),
        (frozenset({"b", "a"}), "a ja b"),
        (Count.exactly(5), "5"),
        (Count(least=8, most=12), "8–12"),
        (Count(least=8), "vähintään 8"),
        (Count(least=0, most=19, text="melkein 20"), "melkein 20 (0–19)"),
        (When.month(2019, 1, ZONE), "tammikuu 2019"),
        (When.day(date(2018, 12, 31), ZONE), "31.12.2018"),
        (stated(5), "5"),
        (missing(), "ei tiedossa"),
    ],
)
def test_each_kind_of_value_has_a_form(finnish: Texts, value: object, expected: str) -> None:
    assert finnish.show(value) == expected


def test_a_problem_line_tells_place_path_and_sentence(finnish: Texts) -> None:
    problem = Problem(
        key="twice", values={"got": "K1"}, place=Place(file="haku.yaml", line=4), path="criteria"
    )

    line = finnish.problem(problem)

    assert line == "haku.yaml:4: criteria: saman asian saa antaa vain kerran; ”K1” on kahdesti."


def test_english_problems_come_from_the_problem_texts() -> None:
    line = Texts.load("en").problem(Problem(key="empty"))

    assert line == "must not be empty."


def test_a_plugin_brings_its_own_catalogue(tmp_path: Path) -> None:
    folder = tmp_path / "fi" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "omat.po").write_text('msgid "omat.tervehdys"\nmsgstr "Hei {name}"\n')
    with (folder / "omat.po").open("rb") as given, (folder / "omat.mo").open("wb") as made:
        write_mo(made, read_po(given))

    texts = Texts.load("fi", [TextSource(key="omat", name=same("Omat"), path=tmp_path)])

    assert texts.say("omat.tervehdys", name="maailma") == "Hei maailma"


def test_braces_in_a_value_stay_as_they_are(finnish: Texts) -> None:
    assert finnish.say("reason.detail", name="{value}", value="{x}") == "{value}: {x}"
