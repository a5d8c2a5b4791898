"""Hypothesis strategies of broken YAML files: changed trees, changed text, changed bytes."""

import copy
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from innokumppanuus.testing.fuzzing import nasty, trees
from innokumppanuus.testing.fuzzing.inputs import Door, Given
from innokumppanuus.testing.fuzzing.trees import Leaf, Pairs, Tree

_ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "utf-8-sig", "utf-7")
_BYTES = (
    b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\x85", b"\xc0\xaf", b"\xed\xa0\x80",
    b"\t", b"\x1b", b"\xe2\x80\xa8", b"%", b"&a ", b"*a", b"!!x ", b"<<: ", b"\n---\n",
    b"\n...\n", b"'", b'"', b"|\n", b">-\n", b"? ", b"- ", b": ", b"# ok: ", b"[" * 40,
    b"{a: " * 40,
)  # fmt: skip


def texts_from(seeds: Sequence[str]) -> st.SearchStrategy[str]:
    """Return words: nasty ones, ones of the seeds, and ones nobody thought of."""
    return st.one_of(
        st.sampled_from(nasty.WORDS),
        st.sampled_from(tuple(seeds) or ("x",)),
        st.text(max_size=12),
        st.integers().map(str),
        st.dates().map(str),
    )


def changed_trees(
    door: Door, seeds: Sequence[tuple[str, str]], most: int = 4
) -> st.SearchStrategy[Given]:
    """Return seeds with one to *most* parts changed; the result is valid YAML."""
    read = [(base, trees.read(text)) for base, text in seeds]
    known = [[trees.flow(tree) for _, tree in read]]  # so that a broken seed is told at once
    assert all(known)
    pool = sorted({leaf.text for _, tree in read for leaf in trees.leaves(tree)})
    nodes = [
        holder.pairs[at][1] if isinstance(holder, Pairs) else holder[at]
        for _, tree in read
        for holder, at in trees.places(tree)
    ]
    words = texts_from(pool)
    leaf = st.builds(Leaf, words, st.booleans())
    part = st.one_of(
        leaf,
        st.sampled_from(nodes).map(copy.deepcopy),
        st.just([]),
        st.builds(Pairs, st.just([])),
        leaf.map(lambda one: [one]),
        st.lists(leaf, max_size=3),
        st.builds(lambda key, value: Pairs([(key, value)]), leaf, leaf),
    )

    @st.composite
    def change(draw: st.DrawFn) -> Given:
        base, seed = draw(st.sampled_from(read))
        tree = copy.deepcopy(seed)
        for _ in range(draw(st.integers(1, most))):
            found = list(trees.places(tree))
            if not found:
                break
            holder, at = draw(st.sampled_from(found))
            draw(st.sampled_from(_CHANGES))(draw, holder, at, leaf, part)
        return Given.text(door, base, trees.write(tree))

    return change()


_Change = Callable[[st.DrawFn, Tree, int, st.SearchStrategy[Leaf], st.SearchStrategy[Tree]], None]


def _value(holder: Tree, at: int) -> Tree:
    return holder.pairs[at][1] if isinstance(holder, Pairs) else holder[at]


def _put(holder: Tree, at: int, value: Tree) -> None:
    if isinstance(holder, Pairs):
        holder.pairs[at] = (holder.pairs[at][0], value)
    else:
        holder[at] = value


def _replace(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    _put(holder, at, draw(part))  # type: ignore[arg-type]


def _reword(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    value = _value(holder, at)
    _put(holder, at, Leaf(draw(leaf).text, value.is_plain if isinstance(value, Leaf) else True))  # type: ignore[arg-type]


def _drop(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    del (holder.pairs if isinstance(holder, Pairs) else holder)[at]


def _double(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    inner = holder.pairs if isinstance(holder, Pairs) else holder
    inner.extend([copy.deepcopy(inner[at])] * draw(st.sampled_from((1, 2, 40))))


def _rename(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    if isinstance(holder, Pairs):
        holder.pairs[at] = (draw(leaf), holder.pairs[at][1])  # type: ignore[arg-type]


def _swap(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    inner = holder.pairs if isinstance(holder, Pairs) else holder
    other = draw(st.integers(0, len(inner) - 1))
    first, second = _value(holder, at), _value(holder, other)
    _put(holder, at, second)
    _put(holder, other, first)


def _wrap(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    value = _value(holder, at)
    for _ in range(draw(st.sampled_from((1, 2, 31, 400)))):
        value = [value]
    _put(holder, at, value)


def _add(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    if isinstance(holder, Pairs):
        holder.pairs.append((draw(leaf), draw(part)))  # type: ignore[arg-type]
    else:
        holder.append(draw(part))  # type: ignore[arg-type]


def _tweak(draw: st.DrawFn, holder: Tree, at: int, leaf: object, part: object) -> None:
    """Change a character or two of a scalar."""
    value = _value(holder, at)
    if isinstance(value, Leaf):
        text = value.text
        where = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 3))
        text = text[:where] + draw(st.sampled_from(nasty.TOKENS)) + text[where + length :]
        _put(holder, at, Leaf(text, value.is_plain))


_CHANGES: tuple[_Change, ...] = (
    _replace, _reword, _reword, _drop, _double, _rename, _swap, _wrap, _add, _tweak, _tweak,
)  # fmt: skip


def changed_text(door: Door, seeds: Sequence[tuple[str, str]]) -> st.SearchStrategy[Given]:
    """Return seeds with bytes cut out, put in and doubled, or in another encoding."""

    @st.composite
    def change(draw: st.DrawFn) -> Given:
        base, text = draw(st.sampled_from(seeds))
        if draw(st.integers(0, 9)) == 0:
            raw = text.encode(draw(st.sampled_from(_ENCODINGS)), errors="replace")
            return Given(door, base, "yaml", raw)
        raw = text.encode()
        for _ in range(draw(st.integers(1, 5))):
            at = draw(st.integers(0, len(raw)))
            length = draw(st.sampled_from((0, 0, 1, 2, 10, 300)))
            new = draw(st.one_of(st.sampled_from(_BYTES), st.binary(max_size=4)))
            raw = raw[:at] + new + raw[at + length :]
        if draw(st.booleans()):
            raw = raw.replace(b"\n", draw(st.sampled_from((b"\r\n", b"\r", b"\n\n"))))
        return Given(door, base, "yaml", raw)

    return change()


def hostile_text(door: Door, seeds: Sequence[tuple[str, str]]) -> st.SearchStrategy[Given]:
    """Return files made to do harm, at sizes drawn."""
    bases = sorted({base for base, _ in seeds})
    shapes: tuple[Callable[[int], str], ...] = (
        lambda n: "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [*a, *a, *a]\n" for i in range(n)),
        lambda n: "[" * n,
        lambda n: "[" * n + "]" * n,
        lambda n: "{a: " * n + "1" + "}" * n,
        lambda n: "\n".join("  " * i + "a:" for i in range(min(n, 600))),
        lambda n: "innokumppanuus: 1\n" + "form: [" + "{id: a}, " * n + "]",
        lambda n: "innokumppanuus: 1\n" + "".join(f"k{i}: {i}\n" for i in range(n)),
        lambda n: "innokumppanuus: 1\nid: " + "x" * n,
        lambda n: "innokumppanuus: 1\nid: |\n  " + "x y\n  " * n,
        lambda n: "innokumppanuus: 1\nextend: [" + "x, " * n + "]",
        lambda n: "a" * n + ": 1",
        lambda n: "? [" + "a, " * n + "]\n: 1",
        lambda n: "- " * n + "a",
        lambda n: "!" + "x" * n + " a",
        lambda n: "&" + "x" * n + " a",
        lambda n: "%TAG ! tag:" + "x" * n + "\n---\n!a b",
        lambda n: "#" + "x" * n,
        lambda n: "\n" * n,
        lambda n: " " * n + "a: 1",
        lambda n: '"' + "\\u00e4" * n + '": 1',
        lambda n: "'" * n,
        lambda n: "a: '" + "''" * n,
        lambda n: "\t" * n + "a: 1",
        lambda n: "innokumppanuus: " + "1" * n,
        lambda n: "e" + "\u0301" * n + ": 1",
        lambda n: "a: 1\n---\n" * n,
        lambda n: "innokumppanuus: 1\neligibility:\n" + '  - {id: a, when: "((((((1' * n,
        lambda n: "innokumppanuus: 1\nname: {" + "fi: a, " * n + "}",
        lambda n: (
            "innokumppanuus: 1\ncriteria: [" + ", ".join(f"{{id: K{i}}}" for i in range(n)) + "]"
        ),
    )

    @st.composite
    def make(draw: st.DrawFn) -> Given:
        size = draw(st.sampled_from((1, 3, 33, 60, 500, 4_000, 12_000)))
        return Given.text(door, draw(st.sampled_from(bases)), draw(st.sampled_from(shapes))(size))

    return make()
