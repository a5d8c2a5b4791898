"""The report of pathways: tables with captions, sentences, and the picture with its table."""

import re

import attrs
import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.ruleset import RuleSet
from innokumppanuus_suomi.faces.pathway_html import (
    in_order,
    page,
    picture_html,
    routing_html,
    thresholds_table,
)
from innokumppanuus_suomi.faces.picture import lines_of
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.routing import Routing, route
from innokumppanuus_suomi.vignettes import Access, shipped


@pytest.fixture(scope="session")
def routing(ruleset: RuleSet) -> Routing:
    return route(shipped(ruleset.call).vignettes[1], ruleset, pathways(), parameters())


def test_what_may_be_taken_is_told_first(routing: Routing) -> None:
    order = [one.access for one in in_order(routing)]

    assert order == sorted(order, key=[Access.OPEN, Access.CANNOT_TELL, Access.CLOSED].index)
    assert len(order) == len(pathways())


def test_tables_have_captions_and_scopes(routing: Routing, texts: Texts) -> None:
    html = routing_html(routing, texts, parameters(), "p")

    assert html.count("<caption>") == html.count("<table>") == 2
    assert html.count("<th ") == html.count('scope="col"') + html.count('scope="row"')


def test_the_picture_has_its_numbers_in_a_table(routing: Routing, finnish: Texts) -> None:
    html = picture_html(routing, finnish, parameters(), "p")

    assert html.index("</svg>") < html.index("<table>")
    assert "216\u00a0000,00\u00a0€" in html


def test_the_table_marks_what_holds_when_the_procedure_starts(
    routing: Routing, finnish: Texts
) -> None:
    html = thresholds_table(routing, lines_of(routing, parameters()), finnish)

    assert html.count('<th scope="row">◆ ') == 2
    assert "209\u00a0000,00\u00a0€" in html


def test_every_pathway_has_its_conditions(routing: Routing, texts: Texts) -> None:
    html = routing_html(routing, texts, parameters(), "p")

    assert html.count("<details>") == len(pathways())
    assert html.count("<li>") == sum(len(one.conditions) for one in routing.routes)


def test_page_says_what_it_is_not(routing: Routing, texts: Texts) -> None:
    (made,) = page([routing], texts, parameters(), is_fictional=True).values()
    html = made.decode("utf-8")

    assert texts.say("suomi.pathway.no_advice") in html
    assert texts.say("suomi.pathway.pending") in html
    assert texts.say("suomi.pathway.fictional") in html


def test_page_has_a_contents_list_for_several_purchases(routing: Routing, finnish: Texts) -> None:
    (one,) = page([routing], finnish, parameters(), is_fictional=False).values()
    (two,) = page([routing, routing], finnish, parameters(), is_fictional=False).values()

    assert (b"<nav" in one, b"<nav" in two) == (False, True)


def test_ids_are_unique_and_nothing_is_fetched(routing: Routing, finnish: Texts) -> None:
    (made,) = page([routing, routing], finnish, parameters(), is_fictional=False).values()
    html = made.decode("utf-8")

    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert re.findall(r'(?:src|href)="(?!#)', html) == []


def test_words_of_a_vignette_are_escaped(routing: Routing, finnish: Texts) -> None:
    from innokumppanuus.domain.labels import same

    vignette = attrs.evolve(routing.vignette, name=same("<b>"), story=same("<script>"))
    hostile = attrs.evolve(routing, vignette=vignette)

    (made,) = page([hostile], finnish, parameters(), is_fictional=False).values()

    assert b"<script>" not in made
    assert b"<b>" not in made


def test_what_is_bought_not_known_is_said_in_place_of_the_picture(
    ruleset: RuleSet, finnish: Texts
) -> None:
    vignette = attrs.evolve(shipped(ruleset.call).vignettes[1], kind=None)
    found = route(vignette, ruleset, pathways(), parameters())

    assert "Kynnysarvoja ei voi kuvata" in picture_html(found, finnish, parameters(), "p")
