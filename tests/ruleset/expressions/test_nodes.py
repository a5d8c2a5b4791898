"""Checked expressions."""

from innokumppanuus.ruleset.expressions.nodes import parts, used
from innokumppanuus.testing.expressions import compiled


def test_variables_are_found_however_deep() -> None:
    node = compiled("has(months) ? size(areas) : sector in ['company', summary] ? 1 : 2").node

    assert used(node) == {"months", "areas", "sector", "summary"}


def test_parts_stand_in_the_order_of_the_text() -> None:
    text = "eligible ? months : 2"
    pieces = [text[part.start : part.end] for part in parts(compiled(text).node)]

    assert pieces == ["eligible", "months", "2"]
