"""A canvas in a file of its own is read, or everything wrong with it is told; and back."""

from fractions import Fraction
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus_parasta_itaa.domain.canvas import Canvas, Measure, ParticipantRole, Seat
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.reading import canvas_in, canvas_yaml, read_canvas

# Files are read in one form of Unicode, so that one letter has one form.
WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12).map(
    lambda words: normalize("NFC", words)
)
LABELS = st.one_of(WORDS.map(same), st.builds(Label, fi=WORDS, sv=WORDS, en=WORDS))
SEATS = st.lists(
    st.builds(Seat, role=st.sampled_from(ParticipantRole), who=st.lists(LABELS).map(tuple)),
    unique_by=lambda seat: seat.role,
    max_size=4,
).map(tuple)
NUMBERS = st.none() | st.builds(Fraction, st.integers(0, 9999), st.integers(1, 99))
CANVASES = st.builds(
    Canvas,
    phenomenon=st.none() | LABELS,
    target_group=st.none() | LABELS,
    seats=SEATS,
    goal=st.none() | LABELS,
    experiment=st.none() | LABELS,
    measure=st.none() | st.builds(Measure, name=LABELS, baseline=NUMBERS, target=NUMBERS),
)


@settings(deadline=None)
@given(CANVASES)
def test_canvas_comes_back_as_it_was_written(canvas: Canvas) -> None:
    assert canvas_in(canvas_yaml(canvas), "k.yaml") == canvas


def test_every_canvas_of_the_exercise_can_be_kept(exercise: Consortium, tmp_path: Path) -> None:
    for pilot in exercise.pilots:
        assert pilot.canvas is not None
        path = tmp_path / f"{pilot.id}.yaml"
        path.write_text(canvas_yaml(pilot.canvas), encoding="utf-8")

        assert read_canvas(path) == pilot.canvas


def test_everything_wrong_in_a_canvas_is_told_in_its_place() -> None:
    text = "innokumppanuus: 1\nphenomen: Ilmiö\nseats:\n  - {role: client}\nmeasure: {unit: d}\n"

    with pytest.raises(RuleSetProblems) as raised:
        canvas_in(text, "k.yaml")

    found = {(one.path, one.key, one.place.line) for one in raised.value.problems}
    assert found == {
        ("phenomen", "key-unknown", 2),
        ("seats[0].role", "choice", 4),
        ("measure", "key-missing", 5),
    }
