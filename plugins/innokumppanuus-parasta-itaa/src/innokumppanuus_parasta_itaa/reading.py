"""A file with one canvas into the canvas, or everything that is wrong with it; and back."""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import attrs

from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset.document import parse, read_text
from innokumppanuus.ruleset.reading import VERSION, VERSION_KEY, Reader
from innokumppanuus_parasta_itaa.domain.canvas import Canvas, Measure

_ZONE = "Europe/Helsinki"


def read_canvas(path: str | Path) -> Canvas:
    """
    Return the canvas in the file.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    path = Path(path)
    return canvas_in(read_text(path), path.name)


def canvas_in(text: str, name: str) -> Canvas:
    """
    Return the canvas in the text; *name* is the file that messages name.

    Raises:
        RuleSetProblems: With everything that is wrong, each in its place.
    """
    reader = Reader(parse(text, name), _ZONE)
    draft = reader.whole(Canvas)
    if reader.problems:
        raise RuleSetProblems(reader.problems)
    assert isinstance(draft.value, Canvas)
    return draft.value


def canvas_yaml(canvas: Canvas) -> str:
    """Return the canvas as a file that `canvas_in` reads to an equal canvas."""
    return "\n".join([f"{VERSION_KEY}: {VERSION}", *_lines(canvas), ""])


def _lines(canvas: Canvas) -> Iterator[str]:
    for name in ("phenomenon", "target_group"):
        yield from _label(name, getattr(canvas, name))
    if canvas.seats:
        yield "seats:"
    for seat in canvas.seats:
        who = ", ".join(_words(one) for one in seat.who)
        yield f"  - {{role: {seat.role.value}, who: [{who}]}}"
    for name in ("goal", "experiment"):
        yield from _label(name, getattr(canvas, name))
    if canvas.measure is not None:
        yield f"measure: {{{', '.join(_measure(canvas.measure))}}}"


def _label(name: str, words: Label | None) -> Iterator[str]:
    if words is not None:
        yield f"{name}: {_words(words)}"


def _words(label: Label) -> str:
    """Return the label as YAML; JSON texts are YAML texts too."""
    said = {one: getattr(label, one) for one in LANGUAGES if getattr(label, one)}
    if len(said) == len(LANGUAGES) and len(set(said.values())) == 1:
        return _text(label.fi)
    return "{" + ", ".join(f"{one}: {_text(words)}" for one, words in said.items()) + "}"


def _measure(measure: Measure) -> Iterator[str]:
    yield f"name: {_words(measure.name)}"
    if measure.unit:
        yield f"unit: {_text(measure.unit)}"
    for one in attrs.fields(Measure):
        value = getattr(measure, one.name)
        if isinstance(value, Fraction):
            yield f"{one.name}: {value}"


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
