"""The decision report as a page that can be read, printed and heard."""

import re
from collections.abc import Iterator
from fractions import Fraction
from html.parser import HTMLParser

import attrs
import pytest

from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace
from innokumppanuus.domain.packs import Override
from innokumppanuus.engine.decision import choose
from innokumppanuus.errors import Place
from innokumppanuus.faces.reports.web import SECTIONS, UNFOLDED, DecisionPage
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins

VOID = {"meta", "br", "link", "img", "hr", "line", "rect", "circle"}


class Outline(HTMLParser):
    """Gathers the tags of a page with their attributes and checks that they are closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.unclosed.append(tag)

    def all(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.tags if name == tag)


@pytest.fixture
def page(decision: Decision, plugins: Plugins, texts: Texts) -> str:
    return DecisionPage().write(decision, texts, plugins)["decision.html"].decode()


@pytest.fixture
def finnish_page(decision: Decision, plugins: Plugins, finnish: Texts) -> str:
    return DecisionPage().write(decision, finnish, plugins)["decision.html"].decode()


def test_the_same_decision_gives_the_same_bytes(
    decision: Decision, plugins: Plugins, texts: Texts
) -> None:
    first, second = (DecisionPage().write(decision, texts, plugins) for _ in range(2))

    assert first == second


def test_the_page_states_its_language(page: str, texts: Texts) -> None:
    assert next(Outline(page).all("html")) == {"lang": texts.language}


def test_every_tag_is_closed(page: str) -> None:
    outline = Outline(page)

    assert (outline.open, outline.unclosed) == ([], [])


def test_headings_go_down_one_level_at_a_time(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_table_has_a_caption_and_every_heading_a_scope(page: str) -> None:
    outline = Outline(page)

    assert page.count("<table") == page.count("<caption>")
    assert all("scope" in attributes for attributes in outline.all("th"))


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere(page: str) -> None:
    outline = Outline(page)
    ids = [attributes["id"] for _, attributes in outline.tags if "id" in attributes]
    targets = {str(one["href"]).removeprefix("#") for one in outline.all("a")}

    assert len(ids) == len(set(ids))
    assert targets <= set(ids)


def test_the_page_asks_nothing_of_any_server(page: str) -> None:
    outline = Outline(page)
    fetched = [a for _, a in outline.tags if "src" in a or "data" in a]

    assert fetched == []
    assert "default-src 'none'" in page
    assert not list(outline.all("script"))


def test_every_section_is_there_in_order(page: str) -> None:
    places = [page.index(f'<section id="{section}"') for section in SECTIONS]

    assert places == sorted(places)


def test_every_application_is_named_with_its_reasons(decision: Decision, finnish_page: str) -> None:
    part = finnish_page[finnish_page.index('<section id="applicants"') :]

    for one in decision.applications:
        assert f"{one.id} {one.applicant}" in part


def test_made_up_data_is_told_at_the_top(finnish_page: str) -> None:
    banner = finnish_page.index("Kuvitteellinen aineisto")

    assert banner < finnish_page.index("<main>")


def test_real_data_has_no_banner(decision: Decision, plugins: Plugins, finnish: Texts) -> None:
    real = attrs.evolve(decision, call=attrs.evolve(decision.call, is_fictional=False))

    page = DecisionPage().write(real, finnish, plugins)["decision.html"].decode()

    assert "Kuvitteellinen aineisto" not in page


def test_the_rule_set_and_the_plugins_are_named(decision: Decision, finnish_page: str) -> None:
    assert decision.ruleset_hash in finnish_page
    assert "Käytetyt liitännäiset: core" in finnish_page


def test_what_is_missing_is_asked_for_by_name(finnish_page: str) -> None:
    part = finnish_page[finnish_page.index("Täydennyspyynnöt") :]

    assert "Pilotin kesto, kuukautta" in part


def test_gaps_and_unverified_sources_are_shown(finnish_page: str) -> None:
    assert "Ilmoituksessa ei kerrota, miten päätöksestä valitetaan." in finnish_page
    assert "lähdettä ei ole tarkistettu" in finnish_page


def test_a_conflict_is_told_with_its_ground(finnish_page: str) -> None:
    assert "Ceetan läheinen työskentelee hakijalla" in finnish_page


def test_what_an_applicant_wrote_cannot_become_markup(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    hostile = attrs.evolve(
        decision.applications[0],
        answers={**decision.applications[0].answers, "applicant": "<script>alert(1)</script>"},
    )
    changed = attrs.evolve(decision, applications=(hostile, *decision.applications[1:]))

    page = DecisionPage().write(changed, finnish, plugins)["decision.html"].decode()

    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_a_call_without_scores_gives_a_page_too(
    decision: Decision, plugins: Plugins, texts: Texts
) -> None:
    screened = attrs.evolve(decision, sheets=(), removals=(), assessments=())

    page = DecisionPage().write(choose(screened, plugins), texts, plugins)["decision.html"]

    assert Outline(page.decode()).open == []


def test_an_open_tie_leaves_the_choice_to_people(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    assert decision.selection is not None
    tied = attrs.evolve(decision.selection, chosen=None, decided_by="people", left=None)
    changed = attrs.evolve(decision, selection=tied, grants=(), pilots=())

    page = DecisionPage().write(changed, finnish, plugins)["decision.html"].decode()

    assert "päättäjät ratkaisevat" in page


def test_a_call_that_nobody_applied_to_gives_a_page_too(
    decision: Decision, plugins: Plugins, texts: Texts
) -> None:
    call = attrs.evolve(decision.call, assessment=None, selection=None, criteria=())
    empty = Decision(call=call, ruleset_hash="0")

    page = DecisionPage().write(empty, texts, plugins)["decision.html"]

    assert Outline(page.decode()).open == []


def test_stated_weights_have_no_picture_of_ranges(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    weighted = with_weights(decision)

    page = DecisionPage().write(choose(weighted, plugins), finnish, plugins)["decision.html"]

    assert b'class="ranges"' not in page
    assert "Painot on annettu haun säännöissä" in page.decode()


def test_what_indicators_see_in_call_and_chosen_is_a_picture_beside_its_table(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    page = DecisionPage().write(decision, finnish, plugins)["decision.html"].decode()

    section = page.partition('<section id="profile"')[2].partition("</section>")[0]
    assert section.count("<svg") == 1
    assert section.count("<caption>") == 3


def with_weights(decision: Decision) -> Decision:
    weighting = Weighting(
        kind=WeightingKind.WEIGHTS,
        weights={"K1": Fraction(50), "K2": Fraction(30), "K3": Fraction(20)},
    )
    assert decision.call.assessment is not None
    policy = attrs.evolve(decision.call.assessment, weighting=weighting)
    return attrs.evolve(decision, call=attrs.evolve(decision.call, assessment=policy))


def test_what_the_call_changes_in_its_packs_is_listed(
    decision: Decision, plugins: Plugins, finnish: Texts
) -> None:
    place = Place(file="kaupunki.yaml", line=2)
    change = Override(path="budget.maximum", now=place, before=place, was="<9>", becomes="3")

    page = (
        DecisionPage()
        .write(attrs.evolve(decision, overrides=(change,)), finnish, plugins)["decision.html"]
        .decode()
    )

    assert "määrärahat, enimmäismäärä: oli &lt;9&gt; (kaupunki.yaml:2), nyt 3" in page


@attrs.frozen
class Told:
    """A section that tells how many applications were ranked."""

    key: str = "mycity.told"
    order: int = 10
    is_long: bool = False
    name: Label = Label("Lisäosio", "Tilläggsavsnitt", "An added section")

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> int | None:
        return len(decision.ranking) or None

    def html(self, result: int, decision: Decision, texts: Texts) -> str:
        return f"<p>ranked: {result}</p>"


def with_told(decision: Decision, plugins: Plugins, *told: Told) -> str:
    texts = Texts.load("fi")
    page = DecisionPage().with_sections({one.key: one for one in told})
    return page.write(decision, texts, plugins)["decision.html"].decode()


def test_section_of_a_plugin_stands_after_the_choice_and_in_the_contents(
    decision: Decision, plugins: Plugins
) -> None:
    page = with_told(decision, plugins, Told())

    places = [page.index(one) for one in ('id="choice"', 'id="added-mycity-told"', 'id="money"')]
    assert places == sorted(places)
    assert '<a href="#added-mycity-told">Lisäosio</a>' in page
    assert f"<p>ranked: {len(decision.ranking)}</p>" in page


def test_long_section_is_left_to_those_who_ask_for_it(decision: Decision, plugins: Plugins) -> None:
    page = with_told(decision, plugins, Told(is_long=True))

    assert "Lisäosio" not in page


def test_section_with_nothing_to_tell_is_left_out(decision: Decision, plugins: Plugins) -> None:
    page = with_told(attrs.evolve(decision, ranking=(), selection=None), plugins, Told())

    assert "Lisäosio" not in page


def test_sections_stand_in_their_own_order(decision: Decision, plugins: Plugins) -> None:
    page = with_told(decision, plugins, Told(key="a", order=20), Told(key="b", order=10))

    assert page.index('id="added-b"') < page.index('id="added-a"')


def test_every_section_folds_under_its_heading(page: str) -> None:
    folds = re.findall(
        r'<details class="fold"( open)?>\s*<summary><h2 id="(\w+)-heading">[^<]+</h2></summary>\s*'
        r'<section id="(\w+)"',
        page,
    )

    assert [heading for _, heading, _ in folds] == [section for _, _, section in folds]
    assert {section for _, _, section in folds} >= set(SECTIONS)
    assert tuple(section for is_open, _, section in folds if is_open) == UNFOLDED
