"""
A file that says which column of somebody else's table answers which field of the form.

    innokumppanuus: 1
    sheet: grants            # the only sheet to read; left out, the one that fits
    decimal: "."             # decimal mark of the table, when its numbers would be ambiguous
    columns:
      Identifier: id         # heading of the table: field of the form, or a list of fields
      Amount Awarded: amount
    constants:
      sector: association    # the same answer on every row
"""

from collections.abc import Mapping
from pathlib import Path

import attrs

from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.call import ID_FIELD, Call
from innokumppanuus.errors import IntakeProblems, InvalidValue, Place, Problem, RuleSetProblems
from innokumppanuus.intake.cells import Cell
from innokumppanuus.intake.names import nearest
from innokumppanuus.intake.values import read_answer
from innokumppanuus.ruleset.document import (
    Document,
    Listing,
    Node,
    Scalar,
    Table,
    decode,
    parse,
    show,
)

FORMAT = "1"
_KEYS = ("innokumppanuus", "sheet", "decimal", "columns", "constants")
_DECIMALS = (".", ",")


@attrs.frozen(kw_only=True)
class ColumnMapping:
    """
    Which column answers which field (sarakekartta).

    Attributes:
        columns: Heading by field.
        constants: Answer by field, the same on every row.
        sheet: The only sheet to read; empty for the one that fits.
        decimal: Decimal mark of the table; empty when it is not known.
        places: Where in the mapping file each field is answered.
    """

    columns: Mapping[str, str] = attrs.field(factory=dict)
    constants: Mapping[str, Answer] = attrs.field(factory=dict)
    sheet: str = ""
    decimal: str = ""
    places: Mapping[str, Place] = attrs.field(factory=dict)


def read_mapping(path: Path, call: Call) -> ColumnMapping:
    """
    Return the mapping in the file.

    Raises:
        IntakeProblems: With everything that is wrong in it, by line and column.
    """
    if not path.is_file():
        raise IntakeProblems([Problem(key="file-absent", place=Place(file=path.name))])
    try:
        document = parse(decode(path.read_bytes(), path.name), path.name)
    except RuleSetProblems as error:
        raise IntakeProblems(error.problems) from error
    reader = _Reader(document, call)
    mapping = reader.read()
    if reader.problems:
        raise IntakeProblems(reader.problems)
    return mapping


class _Reader:
    """Gathers a mapping and its problems in one walk over the file."""

    def __init__(self, document: Document, call: Call) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._call = call
        self._columns: dict[str, str] = {}
        self._constants: dict[str, Answer] = {}
        self._places: dict[str, Place] = {}

    def read(self) -> ColumnMapping:
        root = self._document.root
        entries = {key.text: value for key, value in root.entries}
        for key, _ in root.entries:
            if key.text not in _KEYS:
                self._unknown(key, _KEYS)
        version = entries.get("innokumppanuus")
        if version is None or not isinstance(version, Scalar) or version.text != FORMAT:
            self._add("mapping-format", version or root, limit=FORMAT)
        for heading, fields in self._entries(entries.get("columns")):
            self._column(heading, fields)
        for field, value in self._entries(entries.get("constants")):
            self._constant(field, value)
        decimal = self._text(entries.get("decimal"))
        if decimal and decimal not in _DECIMALS:
            self._add("mapping-decimal", entries["decimal"], got=decimal)
        return ColumnMapping(
            columns=self._columns,
            constants=self._constants,
            sheet=self._text(entries.get("sheet")),
            decimal=decimal,
            places=self._places,
        )

    def _column(self, heading: Scalar, fields: Node) -> None:
        for node in fields.items if isinstance(fields, Listing) else (fields,):
            if isinstance(node, Scalar) and self._is_new_field(node):
                self._columns[node.text] = heading.text
            elif not isinstance(node, Scalar):
                self._add("mapping-text", node, got=show(node))

    def _constant(self, field: Scalar, value: Node) -> None:
        if not self._is_new_field(field):
            return
        question = self._call.field(field.text)
        text = self._text(value)
        if not text:
            self._add("empty", value)
        if question is None or not text:
            return
        try:
            cell = Cell(row=1, column=1, value=text)
            self._constants[field.text] = read_answer(cell, question, self._call.zone)
        except InvalidValue as error:
            self._add(error.key, value, **error.values)

    def _is_new_field(self, node: Scalar) -> bool:
        known = (ID_FIELD, *(field.id for field in self._call.form))
        if node.text not in known:
            self._unknown(node, known)
            return False
        if node.text in self._places:
            self._add("twice", node, got=node.text)
            return False
        self._places[node.text] = self._document.place(node)
        return True

    def _entries(self, node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
        if isinstance(node, Table):
            return node.entries
        if node is not None:
            self._add("mapping-pairs", node, got=show(node))
        return ()

    def _text(self, node: Node | None) -> str:
        if node is None or isinstance(node, Scalar):
            return node.text.strip() if node else ""
        self._add("mapping-text", node, got=show(node))
        return ""

    def _unknown(self, node: Scalar, known: tuple[str, ...]) -> None:
        meant = nearest(node.text, known)
        if meant:
            self._add("unknown-name", node, got=node.text, meant=meant)
        else:
            self._add("unknown-name-none", node, got=node.text)

    def _add(self, key: str, node: Node, **values: object) -> None:
        place = self._document.place(node)
        self.problems.append(Problem(key=key, values=values, place=place))
