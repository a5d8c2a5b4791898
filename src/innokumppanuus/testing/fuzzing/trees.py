"""YAML files as plain trees that can be changed, and written down again as valid YAML."""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs
import yaml

Tree: TypeAlias = Any
"""A `Leaf`, a list of trees, or a list of pairs `(Leaf, tree)` in `Pairs`, so that keys may
come twice."""

_PLAIN = re.compile(r"[A-Za-z0-9_ÅÄÖåäö€.+/%~-][A-Za-z0-9_ÅÄÖåäö€.+/%~ -]*(:[0-9]{2})*")


@attrs.frozen
class Leaf:
    """A scalar; *is_plain* when it stands without quotes."""

    text: str
    is_plain: bool = True


@attrs.define
class Pairs:
    """A table as its pairs."""

    pairs: list[tuple[Tree, Tree]]


def read(text: str) -> Tree:
    """Return the tree of a YAML text."""
    return _tree(yaml.compose(text, yaml.SafeLoader))


def write(tree: Tree, depth: int = 0) -> str:
    """Return the tree as YAML: blocks outside, brackets inside."""
    pad = "  " * depth
    if isinstance(tree, Pairs) and tree.pairs and depth < 3:
        return "".join(f"{pad}{flow(key)}:{_under(value, depth)}" for key, value in tree.pairs)
    if isinstance(tree, list) and tree and depth < 3:
        return "".join(f"{pad}- {flow(one)}\n" for one in tree)
    return f"{pad}{flow(tree)}\n"


def flow(tree: Tree) -> str:
    """Return the tree on one line; without recursion, for it may be as deep as the fuzzer likes."""
    out: list[str] = []
    waiting: list[Tree | str] = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            out.append(one)
        elif isinstance(one, Leaf):
            out.append(_leaf(one))
        elif isinstance(one, Pairs):
            out.append("{")
            waiting.append("}")
            for number, (key, value) in enumerate(reversed(one.pairs)):
                waiting += [*([", "] if number else []), value, ": ", key]
        else:
            out.append("[")
            waiting.append("]")
            for number, item in enumerate(reversed(one)):
                waiting += [*([", "] if number else []), item]
    return "".join(out)


def places(tree: Tree) -> Iterator[tuple[Tree, int]]:
    """Yield every (holder, index) in the tree: pairs of a table, items of a list."""
    if isinstance(tree, Pairs):
        for index, (_, value) in enumerate(tree.pairs):
            yield tree, index
            yield from places(value)
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield tree, index
            yield from places(value)


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Yield every scalar of the tree, keys too."""
    if isinstance(tree, Leaf):
        yield tree
    elif isinstance(tree, Pairs):
        for key, value in tree.pairs:
            yield from leaves(key)
            yield from leaves(value)
    else:
        for one in tree:
            yield from leaves(one)


def _under(value: Tree, depth: int) -> str:
    is_block = isinstance(value, (Pairs, list)) and bool(
        value.pairs if isinstance(value, Pairs) else value
    )
    return f"\n{write(value, depth + 1)}" if is_block and depth < 2 else f" {flow(value)}\n"


def _leaf(leaf: Leaf) -> str:
    if leaf.is_plain and _PLAIN.fullmatch(leaf.text) and not leaf.text.endswith(" "):
        return leaf.text
    return json.dumps(leaf.text, ensure_ascii=False).replace("\x7f", "\\x7f")


def _tree(node: Any) -> Tree:
    if isinstance(node, yaml.MappingNode):
        return Pairs([(_tree(key), _tree(value)) for key, value in node.value])
    if isinstance(node, yaml.SequenceNode):
        return [_tree(one) for one in node.value]
    return Leaf(node.value, not node.style)
