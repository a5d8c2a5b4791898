"""Pieces of HTML that sections are made of: tables and lists, with everything in them escaped."""

from collections.abc import Collection, Iterable, Sequence
from html import escape

import attrs

from innokumppanuus.faces.texts import Texts


@attrs.frozen(kw_only=True)
class Grid:
    """
    A table in words, for the page and for the terminal.

    Attributes:
        title: Key of the text that is its caption.
        columns: Headings.
        rows: Cells, as many as there are headings; the first is the heading of the row.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grid_html(grid: Grid, texts: Texts) -> str:
    """Return the table with its caption said; see `table_html`."""
    return table_html(texts.say(grid.title), grid.columns, grid.rows)


def table_html(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Collection[int] = (),
) -> str:
    """
    Return a table in a frame that scrolls by itself, also with the keyboard.

    Args:
        caption: What the table tells.
        columns: Headings.
        rows: Cells as text; the first of each is the heading of its row.
        numbers: Columns that are set to the right, from 0.
    """
    kinds = [' class="number"' if place in numbers else "" for place in range(len(columns))]
    heads = "".join(
        f'<th scope="col"{kind}>{escape(one)}</th>'
        for one, kind in zip(columns, kinds, strict=True)
    )
    body = "".join(f"<tr>{_cells(row, kinds)}</tr>\n" for row in rows)
    name = escape(caption)
    return (
        f'<div class="scroll" role="group" aria-label="{name}" tabindex="0">\n'
        f"<table>\n<caption>{name}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n</div>"
    )


def paragraphs_html(sentences: Iterable[str]) -> str:
    """Return each sentence as a paragraph."""
    return "\n".join(f"<p>{escape(one)}</p>" for one in sentences)


def _cells(row: Sequence[str], kinds: Sequence[str]) -> str:
    first, *rest = row
    head = f'<th scope="row"{kinds[0]}>{escape(first)}</th>'
    cells = zip(rest, kinds[1:], strict=True)
    return head + "".join(f"<td{kind}>{escape(one)}</td>" for one, kind in cells)
