"""A table in words, and what tables have in common: headings, a dash, what no source tells."""

import attrs

from innokumppanuus.faces.reports.pieces import table_html
from innokumppanuus.faces.texts import Texts

NOTHING = "–"
"""Stands where there is nothing to tell."""


@attrs.frozen(kw_only=True)
class Grid:
    """
    A table in words (sanallinen taulukko).

    Attributes:
        title: Key of the text that is its caption.
        columns: Headings.
        rows: Cells; the first of each is the heading of the row.
        numbers: Columns that are set to the right, from 0.
        values: What fills in the longer caption of a page that has many such tables, the text of
            the same key with `.of`; empty when there is one only.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    values: dict[str, object] = attrs.field(factory=dict)

    def html(self, texts: Texts) -> str:
        """Return the table as HTML."""
        key = f"{self.title}.of" if self.values else self.title
        caption = texts.say(key, **self.values)
        return table_html(caption, self.columns, self.rows, self.numbers)


def columns_of(texts: Texts, *names: str) -> tuple[str, ...]:
    """Return headings by their names."""
    return tuple(texts.say(f"consortium.column.{name}") for name in names)


def not_told(texts: Texts) -> str:
    """Return the words that say that no source tells it."""
    return texts.say("consortium.not_told")
