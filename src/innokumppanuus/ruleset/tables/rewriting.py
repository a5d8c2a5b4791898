"""New rows of decision tables put into the text of a rule set file; all the rest stays as it is."""

import json
import unicodedata
from collections.abc import Iterator, Mapping

from innokumppanuus.domain.tables import TableRow
from innokumppanuus.errors import Place, Problem, RuleSetProblems
from innokumppanuus.ruleset.document import Listing, Node, Scalar, Table, parse

_KEY, _ID, _ROWS = "tables", "id", "rows"
_ESCAPED = {"\x7f": "\\x7F", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\xa0": "\\_"}


def with_rows(text: str, name: str, rows: Mapping[str, tuple[TableRow, ...]]) -> str:
    """
    Return the text of the file with other rows in the named tables.

    The list under `rows` of each is written anew, with what comments stood inside it left out;
    every character outside it, ends of lines included, stays.

    Args:
        text: As the file has it.
        name: Of the file, for messages.
        rows: New rows by the id of the table.

    Raises:
        RuleSetProblems: When a table is not in this file, or its rows cannot be replaced.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if unicodedata.normalize("NFC", plain) != plain:
        raise RuleSetProblems([Problem(key="tables-letters", place=Place(file=name))])
    document = parse(text, name)
    nodes = dict(_tables(document.root))
    problems, changes = [], []
    for table in sorted(rows):
        whole = nodes.get(table)
        found = _entry(whole, _ROWS) if whole is not None else None
        if whole is None or not isinstance(found, Listing):
            key = "tables-elsewhere" if whole is None else "tables-shape"
            place = Place(file=name) if whole is None else document.place(whole)
            problems.append(Problem(key=key, values={"got": table}, place=place))
            continue
        is_block = document.text[found.start] != "["
        new = _block(rows[table], found.column - 1) if is_block else _flow(rows[table])
        changes.append((found.start, _end(found, document.text), new))
    if problems:
        raise RuleSetProblems(problems)
    return _changed(text, sorted(changes, reverse=True))


def _changed(text: str, changes: list[tuple[int, int, str]]) -> str:
    """Put the changes in, the last first; their places count an end of a line as one."""
    places = tuple(_places(text))
    line_end = "\r\n" if "\r\n" in text else "\n"
    for start, end, new in changes:
        text = text[: places[start]] + new.replace("\n", line_end) + text[places[end] :]
    return text


def _places(text: str) -> Iterator[int]:
    at = 0
    while at < len(text):
        yield at
        at += 2 if text[at : at + 2] == "\r\n" else 1
    yield at


def _tables(root: Table) -> Iterator[tuple[str, Table]]:
    listed = _entry(root, _KEY)
    for node in listed.items if isinstance(listed, Listing) else ():
        if isinstance(node, Table):
            named = _entry(node, _ID)
            if isinstance(named, Scalar):
                yield named.text, node


def _entry(table: Table, key: str) -> Node | None:
    return next((node for one, node in table.entries if one.text == key), None)


def _end(node: Node, text: str) -> int:
    """Return where the last word of the node ends, before comments and empty lines."""
    if isinstance(node, Scalar):
        whole = text[node.start : node.end]
        return node.start + len(whole.rstrip()) if node.style in ("|", ">") else node.end
    if text[node.start : node.start + 1] in ("[", "{"):
        return node.end
    parts: tuple[Node, ...] = ()
    if isinstance(node, Listing):
        parts = node.items
    elif isinstance(node, Table):
        parts = tuple(value for _, value in node.entries)
    return _end(parts[-1], text) if parts else node.end


def _block(rows: tuple[TableRow, ...], indent: int) -> str:
    if not rows:
        return "[]"
    lines = []
    for row in rows:
        first, *others = _pairs(row)
        lines += [f"- {first}", *(f"  {one}" for one in others)]
    return f"\n{' ' * indent}".join(lines)


def _flow(rows: tuple[TableRow, ...]) -> str:
    return "[" + ", ".join(f"{{{', '.join(_pairs(row))}}}" for row in rows) + "]"


def _pairs(row: TableRow) -> list[str]:
    cells = ", ".join(_quoted(cell) for cell in row.when)
    pairs = [f"when: [{cells}]", f"then: {_quoted(row.then)}"]
    return [*pairs, f"note: {_quoted(row.note)}"] if row.note else pairs


def _quoted(words: str) -> str:
    """Return the words between quotation marks, as YAML reads them back the same."""
    quoted = json.dumps(words, ensure_ascii=False)
    return "".join(_ESCAPED.get(one, one) for one in quoted)
