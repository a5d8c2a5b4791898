"""How the time to read a file grows with its length: twice as long must not take four times."""

import time
from collections.abc import Callable, Iterator, Mapping

from innokumppanuus.errors import InnokumppanuusError
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.expressions import Environment, compile
from innokumppanuus.testing.fuzzing.inputs import Broken
from innokumppanuus.testing.fuzzing.material import Material
from innokumppanuus.testing.random_expressions import VARIABLES

STEPS = 4
MOST_GROWTH = 9.0
"""Of time, when the file is `STEPS` times as long: linear is 4, quadratic is 16."""

WORTH_A_LOOK = 0.25
"""Seconds; what is quicker than this at full length may grow as it likes."""

TIMES = 3
"""How many measurements must agree before anything is told to grow too fast."""

_HEAD = "innokumppanuus: 1\nid: a\nname: a\n"
FAMILIES: Mapping[str, tuple[int, Callable[[int], str]]] = {
    "unknown keys": (2_500, lambda n: _HEAD + "".join(f"key{i}: 1\n" for i in range(n))),
    "fields": (
        1_000,
        lambda n: _HEAD + "form:\n" + "".join(f"  - {{id: f{i}, name: F{i}}}\n" for i in range(n)),
    ),
    "rules": (
        500,
        lambda n: (
            _HEAD
            + "form: [{id: a, name: a, type: integer}]\neligibility:\n"
            + "".join(f"  - {{id: r{i}, name: R, when: a > {i}}}\n" for i in range(n))
        ),
    ),
    "broken rules": (
        1_000,
        lambda n: (
            _HEAD
            + "eligibility:\n"
            + "".join(f"  - {{id: r{i}, name: R, when: aa{i} > 1}}\n" for i in range(n))
        ),
    ),
    "criteria": (
        1_000,
        lambda n: _HEAD + "criteria:\n" + "".join(f"  - {{id: K{i}, name: K}}\n" for i in range(n)),
    ),
    "the same id": (
        2_000,
        lambda n: _HEAD + "form:\n" + "  - {id: a, name: a}\n" * n,
    ),
    "the same key": (2_500, lambda n: _HEAD + "a: 1\n" * n),
    "options": (
        1_000,
        lambda n: (
            _HEAD
            + "form:\n  - id: a\n    name: a\n    type: choice\n    options:\n"
            + "".join(f"      - {{id: o{i}, name: o}}\n" for i in range(n))
        ),
    ),
    "anchors": (2_500, lambda n: "".join(f"a{i}: &b{i} 1\n" for i in range(n))),
    "long text": (100_000, lambda n: _HEAD + "purpose: " + "sana " * n + "\n"),
    "long key": (100_000, lambda n: _HEAD + "a" * n + ": 1\n"),
    "combining marks": (5_000, lambda n: _HEAD + "purpose: e" + "\u0301\u0323" * n + "\n"),
    "extend": (5_000, lambda n: _HEAD + "extend: [" + "x, " * n + "]\n"),
    "rows of a table": (
        250,
        lambda n: (
            _HEAD
            + "form: [{id: a, name: a, type: integer}]\ntables:\n  - id: t\n    name: t\n"
            + "    inputs: [{value: a}]\n    output: {type: int}\n    rows:\n"
            + "".join(f'      - {{when: ["{i}"], then: {i}}}\n' for i in range(n))
        ),
    ),
}
"""Rule sets by what there is much of, each with a size that takes a moment at `STEPS` times."""

EXPRESSIONS: Mapping[str, tuple[int, Callable[[int], str]]] = {
    "odd characters": (990, lambda n: "€" * n),
    "different odd characters": (490, lambda n: "€#" * n),
    "open quotes": (990, lambda n: '"' * n),
    "closing quotes": (990, lambda n: "”" * n),
    "backslashes": (490, lambda n: '"' + "\\q" * n + '"'),
    "unknown names": (300, lambda n: "a&&" * n + "a"),
    "worded and": (190, lambda n: "a and " * n + "a"),
    "dots": (490, lambda n: "a." * n + "a"),
    "brackets": (490, lambda n: "(" * n),
    "digits": (990, lambda n: "1" * n),
    "spaces": (990, lambda n: " " * n + "?"),
}


def slow(material: Material) -> Iterator[tuple[str, float, float]]:
    """
    Yield name, seconds at full length, and growth of what grows faster than it should.

    What seems to is measured anew: on a busy machine one measurement proves nothing.
    """
    plugins = material.workspace.plugins
    environment = Environment(variables=VARIABLES)
    yield from steep(FAMILIES, lambda text: loads(text, "haku.yaml", plugins))
    yield from steep(EXPRESSIONS, lambda text: compile(text, environment))


def steep(
    families: Mapping[str, tuple[int, Callable[[int], str]]], read: Callable[[str], object]
) -> Iterator[tuple[str, float, float]]:
    suspects = families
    for _ in range(TIMES):
        found = [one for one in measured(suspects, read) if _is_steep(one[1], one[2])]
        suspects = {name: families[name] for name, _, _ in found}
    yield from found


def _is_steep(seconds: float, grown: float) -> bool:
    return seconds > WORTH_A_LOOK and grown > MOST_GROWTH


def measured(
    families: Mapping[str, tuple[int, Callable[[int], str]]], read: Callable[[str], object]
) -> Iterator[tuple[str, float, float]]:
    """Yield each family's name, seconds at full length, and by how much the time grew."""
    for name, (size, make) in families.items():
        small = min(_seconds(read, make(size)) for _ in range(2))
        large = min(_seconds(read, make(size * STEPS)) for _ in range(2))
        yield name, large, large / max(small, 1e-4)


def _seconds(read: Callable[[str], object], text: str) -> float:
    started = time.process_time()
    try:
        read(text)
    except InnokumppanuusError as error:
        if not str(error):
            raise Broken("It refused without a reason.") from error
    return time.process_time() - started
