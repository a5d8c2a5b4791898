"""Written expressions."""

from innokumppanuus.ruleset.expressions.complaints import Complaints
from innokumppanuus.ruleset.expressions.parser import parse
from innokumppanuus.ruleset.expressions.syntax import Logic, Name, parts


def test_joined_terms_are_one_flat_node() -> None:
    node = parse(Complaints("a && b && c"))

    assert isinstance(node, Logic)
    assert [part.name for part in parts(node) if isinstance(part, Name)] == ["a", "b", "c"]


def test_node_spans_the_brackets_of_its_parts() -> None:
    text = "(a) && (b)"
    node = parse(Complaints(text))

    assert (node.start, node.end) == (0, len(text))


def test_receiver_comes_before_the_arguments() -> None:
    names = [part.name for part in parts(parse(Complaints("a.f(b, c)"))) if isinstance(part, Name)]

    assert names == ["a", "b", "c"]
