"""Letters: what each applicant is told, and what nobody else is."""

import re

import attrs
import pytest

from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.packs import Override
from innokumppanuus.errors import Place
from innokumppanuus.faces.reports.letters import Letters
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins


@pytest.fixture
def letters(decision: Decision, plugins: Plugins, texts: Texts) -> dict[str, str]:
    files = Letters().write(decision, texts, plugins)
    return {name: page.decode() for name, page in files.items()}


@pytest.fixture
def finnish_letters(decision: Decision, plugins: Plugins, finnish: Texts) -> dict[str, str]:
    files = Letters().write(decision, finnish, plugins)
    return {name: page.decode() for name, page in files.items()}


def words(page: str) -> str:
    return re.sub(r"[ \n]+", " ", re.sub(r"<[^>]+>", " ", page[page.index("<body>") :]))


def test_every_applicant_gets_a_letter(decision: Decision, letters: dict[str, str]) -> None:
    got = {name.split("/")[1].split("-")[0] for name in letters}

    assert got == {one.id for one in decision.applications}


def test_reasons_come_in_two_parts_and_a_request_alone(letters: dict[str, str]) -> None:
    kinds = {name.split("-", 1)[1] for name in letters if "H07" in name}
    others = {name.split("-", 1)[1] for name in letters if "H01" in name}

    assert kinds == {"supplement.html"}
    assert others == {"public.html", "nonpublic.html"}


def test_no_letter_names_another_applicant(decision: Decision, letters: dict[str, str]) -> None:
    for name, page in letters.items():
        others = [
            one.applicant for one in decision.applications if one.id not in name.split("/")[1]
        ]

        assert not any(one in page for one in others)


def test_no_letter_names_an_evaluator(decision: Decision, letters: dict[str, str]) -> None:
    for page in letters.values():
        assert not any(sheet.evaluator in page for sheet in decision.sheets)


def test_no_letter_tells_the_ground_of_a_conflict(letters: dict[str, str]) -> None:
    assert not any("läheinen" in page for page in letters.values())


def test_what_is_not_public_stays_out_of_the_public_part(
    finnish_letters: dict[str, str],
) -> None:
    assert "Liikevaihto:" not in words(finnish_letters["letters/H08-public.html"])
    assert "321" not in finnish_letters["letters/H08-public.html"]


def test_what_is_not_public_stands_in_the_other_part(finnish_letters: dict[str, str]) -> None:
    page = words(finnish_letters["letters/H08-nonpublic.html"])

    assert "Liikevaihto 4\u00a0321\u00a0000,00\u00a0€" in page


def test_the_evaluators_words_are_not_public(finnish_letters: dict[str, str]) -> None:
    assert "perustelu " not in words(finnish_letters["letters/H01-public.html"])
    assert "Arvioija 1 Toteutettavuus 5 perustelu" in words(
        finnish_letters["letters/H01-nonpublic.html"]
    )


def test_scores_that_a_conflict_removed_are_not_shown(finnish_letters: dict[str, str]) -> None:
    page = words(finnish_letters["letters/H02-nonpublic.html"])

    assert "Arvioija 2" in page
    assert "Arvioija 3" not in page


def test_the_request_says_what_is_missing_and_why(finnish_letters: dict[str, str]) -> None:
    page = words(finnish_letters["letters/H07-supplement.html"])

    assert "Pilotin kesto, kuukautta Kokonaiset kuukaudet. Tietoa tarvitaan" in page
    assert "täyttyykö ehto ”Pilotti kestää 8–12 kuukautta”" in page


def test_the_request_says_that_nothing_is_rejected(finnish_letters: dict[str, str]) -> None:
    assert "Hakemusta ei ole hylätty." in finnish_letters["letters/H07-supplement.html"]


def test_the_chosen_are_told_their_grant(finnish_letters: dict[str, str]) -> None:
    page = words(finnish_letters["letters/H01-public.html"])

    assert "Hakemuksenne on valittu. Avustuksen määrä on 10\u00a0000,00\u00a0€." in page


def test_no_letter_of_a_provisional_choice_is_to_be_sent(finnish_letters: dict[str, str]) -> None:
    assert "Älkää lähettäkö" in finnish_letters["letters/H04-public.html"]
    assert "Älkää lähettäkö" in finnish_letters["letters/H01-public.html"]


def test_letters_of_a_final_choice_may_be_sent(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    waiting = set(decision.waiting())
    final = attrs.evolve(
        decision,
        applications=tuple(one for one in decision.applications if one.id not in waiting),
        screenings=tuple(one for one in decision.screenings if one.application not in waiting),
    )

    letters = Letters().write(final, finnish, plugins)

    assert not any("Älkää lähettäkö" in page.decode() for page in letters.values())


def test_letters_of_made_up_data_say_so(letters: dict[str, str]) -> None:
    assert all('class="banner"' in page for page in letters.values())


def test_letters_state_their_language(letters: dict[str, str], texts: Texts) -> None:
    assert all(f'<html lang="{texts.language}">' in page for page in letters.values())


def test_an_id_cannot_lead_a_letter_out_of_its_folder(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    first, *others = decision.applications
    hostile = attrs.evolve(first, id="../../H99")
    screenings = (
        attrs.evolve(decision.screenings[0], application="../../H99"),
        *decision.screenings[1:],
    )
    changed = attrs.evolve(
        decision, applications=(hostile, *others), screenings=screenings, ranking=()
    )

    names = Letters().write(changed, finnish, plugins)

    assert not any(".." in name for name in names)


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.TO_SUPPLEMENT])
def test_every_outcome_has_an_opening_sentence(texts: Texts, outcome: Outcome) -> None:
    assert texts.say(f"letter.outcome.{outcome.value}").endswith(".")


def test_the_same_decision_gives_the_same_letters(
    decision: Decision, plugins: Plugins, texts: Texts
) -> None:
    first, second = (Letters().write(decision, texts, plugins) for _ in range(2))

    assert first == second


def test_who_is_compared_is_told_what_the_call_changes_in_its_packs(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    place = Place(file="kaupunki.yaml", line=2)
    change = Override(path="budget.maximum", now=place, before=place, was="9", becomes="3")
    decision = attrs.evolve(decision, overrides=(change,))

    files = Letters().write(decision, finnish, plugins)

    told = "määrärahat, enimmäismäärä: oli 9 (kaupunki.yaml:2), nyt 3"
    assert told in files["letters/H01-public.html"].decode()
    assert told not in files["letters/H07-supplement.html"].decode()
