"""Inputs that once broke a door, and those most like to: each is used, or refused in words."""

from functools import cache
from pathlib import Path

import pytest

from innokumppanuus.testing.fuzzing.doors import enter
from innokumppanuus.testing.fuzzing.inputs import Given
from innokumppanuus.testing.fuzzing.material import Material
from innokumppanuus.testing.fuzzing.run import Tally, take_turn
from innokumppanuus.testing.fuzzing.strategies import sorts

SEEDS = Path(__file__).parent / "seeds"
FILES = sorted(path for path in SEEDS.glob("*/*/*") if path.is_file())
FIXED_SEED, INPUTS = 2017, 2


@cache
def material() -> Material:
    return Material.gathered()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SEEDS)))
def test_a_kept_input_is_used_or_refused_in_words(path: Path, tmp_path: Path) -> None:
    outcome, _ = enter(material(), Given.of_file(path), tmp_path)

    assert outcome in ("taken", "refused")


def test_the_corpus_is_there() -> None:
    assert len(FILES) >= 20


def test_a_few_inputs_of_every_sort_find_nothing() -> None:
    tally = Tally()

    for sort, strategy in sorts(material()).items():
        take_turn(material(), sort, strategy, FIXED_SEED, tally, most=INPUTS)

    assert {one.signature: one.given for one in tally.findings.values()} == {}
    assert all(counts.total() > 0 for counts in tally.counts.values())
