"""Pieces of sections are accessible and hold no markup of others."""

from innokumppanuus.faces.reports.pieces import Grid, grid_html, paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts


def test_table_has_a_caption_and_headings_with_scope() -> None:
    html = table_html("Kuka", ["Hakija", "Pisteet"], [("H01", "4"), ("H02", "3")], numbers=(1,))

    assert "<caption>Kuka</caption>" in html
    assert html.count('scope="col"') == 2
    assert html.count('scope="row"') == 2
    assert '<td class="number">4</td>' in html


def test_table_scrolls_by_keyboard_under_its_own_name() -> None:
    assert 'role="group" aria-label="A &amp; B" tabindex="0"' in table_html("A & B", ["x"], [])


def test_markup_in_what_is_told_is_shown_and_not_run() -> None:
    html = table_html("<b>", ["<i>"], [("<u>",)]) + paragraphs_html(["<script>"])

    assert not any(tag in html for tag in ("<b>", "<i>", "<u>", "<script>"))


def test_a_table_of_words_is_shown_under_its_caption() -> None:
    texts = Texts.load("en")
    grid = Grid(title="health.policies.title", columns=("a", "b"), rows=(("1", "2 < 3"),))

    html = grid_html(grid, texts)

    assert f"<caption>{texts.say(grid.title)}</caption>" in html
    assert "2 &lt; 3" in html
