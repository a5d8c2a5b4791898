"""Places: a character of a value is found in the file, however the value is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innokumppanuus.ruleset.document import Scalar, parse
from innokumppanuus.ruleset.places import place_in


def place_of(text: str, mark: str) -> tuple[int, int]:
    """Return where the mark in the value of the only key is said to stand."""
    document = parse(text, "f")
    ((_, node),) = document.root.entries
    assert isinstance(node, Scalar)
    before = node.text[: node.text.index(mark)]
    place = place_in(document, node, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return place.line, place.column


def where(text: str, mark: str) -> tuple[int, int]:
    before = text[: text.index(mark)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


@pytest.mark.parametrize(
    "text",
    [
        "when: a <= X\n",
        "when: a\n  && b\n\n  && X\n",
        "when: 'it''s ä ''X'''\n",
        "when: 'a\n  b\n\n  X'\n",
        'when: "a == \\"ä\\" && X"\n',
        'when: "\\x41\\u00e4\\U0001F600\\n X"\n',
        'when: "a \\\n  b\\\n  X"\n',
        "when: |\n  a\n    && b\n  && X\n",
        "when: |2-\n    a\n  X\n",
        "when: >-\n  a &&\n  b\n\n  c\n    d\n  X\n",
        "when: > # huomautus\n  a X\n",
        "when: |\n\n\n  a\n  X",
        "😀: ä😀 X\n",
    ],
)
def test_a_character_is_found_in_every_style(text: str) -> None:
    assert place_of(text, "X") == where(text, "X")


def test_the_place_after_the_end_is_just_after_the_last_character() -> None:
    document = parse("when: abc\n", "f")
    ((_, node),) = document.root.entries
    assert isinstance(node, Scalar)

    place = place_in(document, node, 1, 4)

    assert (place.line, place.column) == (1, 10)


@given(st.lists(st.sampled_from(["ab", '"', "'", "\\", " ", "ä", "\n", "  x", "#"]), max_size=8))
def test_an_escaped_text_keeps_the_place_of_what_follows(parts: list[str]) -> None:
    escapes = {'"': '\\"', "\\": "\\\\", "\n": "\\n", " ": "\\ "}
    written = "".join(escapes.get(one, one) for one in "".join(parts))
    text = f'k: "{written}X"\n'

    assert place_of(text, "X") == where(text, "X")
