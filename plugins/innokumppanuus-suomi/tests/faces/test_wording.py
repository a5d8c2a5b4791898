"""Sentences about a routing: why, what to ask, what would open it, and who says so."""

import attrs
import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset import RuleSet
from innokumppanuus_suomi.faces.wording import (
    condition_text,
    notices,
    opening_text,
    sections,
    standing,
    value_text,
    warnings,
    why,
)
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.routing import Routing, route
from innokumppanuus_suomi.vignettes import Access, Supplier, shipped


def routed(ruleset: RuleSet, id: str, **changes: object) -> Routing:
    (found,) = [one for one in shipped(ruleset.call).vignettes if one.id == id]
    vignette = attrs.evolve(found, **changes)
    return route(vignette, ruleset, pathways(), parameters())


def test_standing_is_told_by_a_sign_and_a_word(ruleset: RuleSet, finnish: Texts) -> None:
    found = routed(ruleset, "own-company")

    told = {one.access: standing(one, finnish) for one in found.routes}

    assert told == {
        Access.OPEN: "✓ auki",
        Access.CLOSED: "✗ suljettu",
        Access.CANNOT_TELL: "? ei voida todeta",
    }


def test_a_closed_pathway_says_which_condition_closes_it(ruleset: RuleSet, finnish: Texts) -> None:
    found = routed(ruleset, "robot-2016")

    assert why(found.route("innovation_partnership"), found.call, finnish) == (
        "Suljettu, koska tämä ei täyty: Laki tuntee innovaatiokumppanuuden."
    )


def test_what_is_missing_is_told_as_what_to_find_out(ruleset: RuleSet, finnish: Texts) -> None:
    found = routed(ruleset, "own-company")

    assert why(found.route("in_house"), found.call, finnish) == (
        "Ei voida todeta, ennen kuin tiedetään: "
        "Yksikön myynti muille pysyy laissa säädetyissä rajoissa."
    )


def test_law_that_nobody_has_read_is_told_as_such(ruleset: RuleSet, finnish: Texts) -> None:
    facts = {"has_return": True, "cooperation_public_interest": True,
             "cooperation_little_market": True}  # fmt: skip
    found = routed(ruleset, "group-2015", facts=facts, from_whom=Supplier.OTHER_AUTHORITY)

    assert "aloituspäivän lakia ei ole luettu: hankintayksiköiden yhteistyö" in why(
        found.route("cooperation"), found.call, finnish
    )


def test_an_opening_by_a_lower_value_warns_of_splitting(ruleset: RuleSet, finnish: Texts) -> None:
    found = routed(ruleset, "group-at")
    opening = found.route("small_purchase").openings[0]

    assert opening_text(opening, found.call, finnish) == (
        "Lähin muutos, joka avaisi polun: Hankinnan ennakoitu arvo ilman arvonlisäveroa: "
        "60\u00a0000,00\u00a0€ → 59\u00a0999,99\u00a0€. "
        "Arvoa ei saa alentaa jakamalla hankintaa."
    )


def test_a_threshold_is_told_with_its_day_and_source(ruleset: RuleSet, finnish: Texts) -> None:
    found = routed(ruleset, "group-at").route("small_purchase")
    (condition,) = [one for one in found.conditions if one.rule == "small_purchase"]

    told = condition_text(condition, finnish)

    assert told.startswith("✗ Hankinta on pienhankinta. Kansallinen kynnysarvo")
    assert "1397/2016, 25 §" in told


def test_an_act_of_another_time_is_not_told_as_that_of_the_day(
    ruleset: RuleSet, finnish: Texts
) -> None:
    found = routed(ruleset, "robot-2016").route("innovation_partnership")
    (condition,) = [one for one in found.conditions if one.rule == "market_lacks"]

    assert "Kirjattu muuna aikana voimassa olevan lain mukaan" in condition_text(condition, finnish)
    assert not condition.verified


def test_sections_that_nobody_has_read_carry_a_star(ruleset: RuleSet, finnish: Texts) -> None:
    found = routed(ruleset, "group-at")

    assert sections(found.route("small_purchase"), finnish) == "4 §*, 25 §"


def test_parts_and_options_are_told_with_the_value(ruleset: RuleSet, finnish: Texts) -> None:
    told = value_text(routed(ruleset, "robot-2026"), finnish)

    assert "600\u00a0000,00\u00a0€ (osa 180\u00a0000,00\u00a0€; optiot 420" in told


@pytest.mark.parametrize(
    ("id", "expected"),
    [("two-parts", 1), ("supported-firm", 1), ("group-at", 0)],
)
def test_splitting_and_public_support_are_warned_of(
    ruleset: RuleSet, texts: Texts, id: str, expected: int
) -> None:
    assert len(list(warnings(routed(ruleset, id), texts))) == expected


def test_the_duty_of_a_supported_buyer_is_told_with_its_source(
    ruleset: RuleSet, finnish: Texts
) -> None:
    (told,) = warnings(routed(ruleset, "supported-firm"), finnish)

    assert told.endswith("Lähde: grants.fi, Hankinnat julkisesti tuetuissa projekteissa.")


def test_notices_stand_first_and_tell_of_the_pending_change(texts: Texts) -> None:
    first, second = notices(texts)

    assert "2/2026" in second
    assert first == texts.say("suomi.pathway.no_advice")
