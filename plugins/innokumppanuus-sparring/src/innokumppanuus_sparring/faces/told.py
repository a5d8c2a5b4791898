"""A table as words, told alike on the command line, in a report and in a panel."""

from collections.abc import Sequence

import attrs

from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.reports.pieces import table_html
from innokumppanuus.faces.texts import Texts


@attrs.frozen(kw_only=True)
class Told:
    """
    A table as words.

    Attributes:
        title: Key of the text that is its caption.
        columns: Its headings.
        rows: Its cells.
        numbers: Columns that are set to the right, from 0.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()

    def html(self, texts: Texts) -> str:
        """Return it as HTML; nothing when it has no rows."""
        if not self.rows:
            return ""
        return table_html(texts.say(self.title), self.columns, self.rows, self.numbers)

    def show(self, session: Session) -> None:
        """Show it on the command line, unless it has no rows."""
        if self.rows:
            session.table(self.title, self.columns, self.rows)

    def record(self) -> list[dict[str, str]]:
        """Return its rows by heading, for tests and scripts."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def told(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    texts: Texts,
    numbers: Sequence[int] = (),
) -> Told:
    """Return the table; *columns* are keys of texts after `<title>.`."""
    return Told(
        title=title,
        columns=tuple(texts.say(f"{title}.{one}") for one in columns),
        rows=tuple(tuple(row) for row in rows),
        numbers=tuple(numbers),
    )
