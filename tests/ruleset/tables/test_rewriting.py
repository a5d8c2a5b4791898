"""New rows in the text of a rule set file, all else untouched."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.domain.tables import TableRow
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset.document import Listing, Scalar, Table, parse
from innokumppanuus.ruleset.tables.rewriting import with_rows

TEXT = """# before
tables:
  - id: a
    rows:
      - when: [x]   # first
        then: >-
          long
          words

    # between
    name: A
  - {id: b, rows: [{when: [y], then: z}], name: B}  # flow
  - id: c
end: 1
"""


def rows_of(text: str, place: int) -> list[tuple[str, ...]]:
    listed = {key.text: node for key, node in parse(text, "f").root.entries}["tables"]
    assert isinstance(listed, Listing)
    table = listed.items[place]
    assert isinstance(table, Table)
    found = {key.text: node for key, node in table.entries}["rows"]
    assert isinstance(found, Listing)
    rows = []
    for row in found.items:
        assert isinstance(row, Table)
        parts = {key.text: node for key, node in row.entries}
        when = parts["when"]
        assert isinstance(when, Listing)
        ends = [parts[key] for key in ("then", "note") if key in parts]
        words = [*when.items, *ends]
        rows.append(tuple(one.text for one in words if isinstance(one, Scalar)))
    return rows


WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\ufeff\u2028"),
    max_size=12,
)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3), st.sampled_from(["a", "b"]))
def test_any_words_are_read_back_the_same(rows: list[tuple[str, str]], table: str) -> None:
    wanted = [tuple(unicodedata.normalize("NFC", one) for one in row) for row in rows]

    text = with_rows(
        TEXT, "f", {table: tuple(TableRow(when=(when,), then=then) for when, then in wanted)}
    )

    assert rows_of(text, "ab".index(table)) == wanted


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_everything_outside_the_rows_stays(ends: str) -> None:
    text = TEXT.replace("\n", ends)
    new = {
        "a": (TableRow(when=("1",), then="2", note="3"),),
        "b": (TableRow(when=("4",), then="5"),),
    }

    assert with_rows(text, "f", new) == TEXT.replace(
        """      - when: [x]   # first
        then: >-
          long
          words
""",
        """      - when: ["1"]
        then: "2"
        note: "3"
""",
    ).replace("[{when: [y], then: z}]", '[{when: ["4"], then: "5"}]').replace("\n", ends)


@pytest.mark.parametrize(("table", "key"), [("c", "tables-shape"), ("d", "tables-elsewhere")])
def test_rows_that_cannot_be_replaced_are_told(table: str, key: str) -> None:
    with pytest.raises(RuleSetProblems) as told:
        with_rows(TEXT, "f", {table: ()})

    assert [one.key for one in told.value.problems] == [key]


def test_letters_of_parts_are_not_silently_changed() -> None:
    with pytest.raises(RuleSetProblems) as told:
        with_rows(TEXT.replace("before", "a\u0308"), "f", {})

    assert [one.key for one in told.value.problems] == ["tables-letters"]
