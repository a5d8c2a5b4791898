"""Hypothesis strategies of expressions: grown by the grammar, soups of tokens, changed, extreme."""

from collections.abc import Callable, Sequence
from itertools import islice
from random import Random

from hypothesis import strategies as st

from innokumppanuus.testing.fuzzing import nasty
from innokumppanuus.testing.fuzzing.inputs import Door, Given
from innokumppanuus.testing.random_expressions import expressions

_SIZES = (1, 2, 10, 63, 64, 65, 120, 499, 501, 1_999)


def expressions_from(known: Sequence[str]) -> st.SearchStrategy[Given]:
    """Return expressions of every sort; *known* are scalars of rule sets."""
    grown = st.integers(0, 2**32).map(_grown)
    soup = st.lists(st.sampled_from(nasty.TOKENS), max_size=14).flatmap(
        lambda parts: st.sampled_from((" ", "")).map(lambda between: between.join(parts))
    )
    letters = st.text(alphabet="()[]!-+*/%<>=&|?:.,\"'\\ aix0é€\n", max_size=40)
    words = st.one_of(st.sampled_from(nasty.WORDS), st.text(max_size=20))
    some = st.one_of(grown, st.sampled_from(tuple(known)), soup)
    deep = st.builds(lambda make, size: make(size), st.sampled_from(_DEEP), st.sampled_from(_SIZES))
    every = st.one_of(
        grown, grown, soup, soup, _changed(some), _changed(some), letters, words, deep
    )
    return every.map(lambda text: Given.text(Door.EXPRESSION, "", text, "txt"))


def _grown(seed: int) -> str:
    random = Random(seed)
    return next(islice(expressions(random, random.randint(1, 4)), 1)).text


@st.composite
def _changed(draw: st.DrawFn, some: st.SearchStrategy[str]) -> str:
    text = draw(some)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        length = draw(st.sampled_from((0, 0, 1, 1, 3, 9)))
        new = draw(st.one_of(st.sampled_from(nasty.TOKENS), st.just(""), some))
        text = text[:at] + new + text[at + length :]
    return text


_DEEP: tuple[Callable[[int], str], ...] = (
    lambda n: "(" * n + "1" + ")" * n,
    lambda n: "!" * n + "flag",
    lambda n: "-" * n + "count",
    lambda n: "- " * n + "1",
    lambda n: "[" * n + "]" * n,
    lambda n: "flag" + " && flag" * n,
    lambda n: "flag" + " || !flag" * n,
    lambda n: "count" + " + count" * n,
    lambda n: "count" + " * 9223372036854775807" * n,
    lambda n: "flag ? " * n + "1" + " : 2" * n,
    lambda n: "flag ? 1 : " * n + "2",
    lambda n: "name" + " + name" * n,
    lambda n: "size(" * n + "name" + ")" * n,
    lambda n: "name" + ".size()" * n,
    lambda n: "a." * n + "a",
    lambda n: "name in [" + '"x", ' * n + '"y"]',
    lambda n: '"' + "\\n" * n + '" == name',
    lambda n: '"' * n,
    lambda n: "“" * n,
    lambda n: "=" * n,
    lambda n: "\\" * n,
    lambda n: "€" * n,
    lambda n: "// " * n,
    lambda n: "1" * n,
    lambda n: "0." + "1" * n,
    lambda n: "1e" + "9" * n,
    lambda n: "x" * n,
    lambda n: "add_months(" * n + "start" + ", 1)" * n,
    lambda n: "(flag ? (" * n,
    lambda n: "a and b or not " * n,
)
