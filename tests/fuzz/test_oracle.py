"""The oracle tells a good message from a bad one, and linear time from quadratic."""

import time
from pathlib import Path

import pytest

from innokumppanuus.errors import Place, Problem, RuleSetProblems
from innokumppanuus.testing.fuzzing import oracle
from innokumppanuus.testing.fuzzing.growth import STEPS, TIMES, measured, steep
from innokumppanuus.testing.fuzzing.inputs import Broken, Door, Given
from innokumppanuus.testing.fuzzing.material import Material


@pytest.fixture(scope="module")
def material() -> Material:
    return Material.gathered()


def refused(problem: Problem, material: Material) -> None:
    oracle.refusal(RuleSetProblems([problem]), material, "haku.yaml", lines=3)


def test_a_located_message_passes(material: Material) -> None:
    refused(Problem(key="yaml-empty", place=Place(file="haku.yaml", line=3)), material)


@pytest.mark.parametrize(
    "problem",
    [
        Problem(key="yaml-empty"),
        Problem(key="yaml-empty", place=Place(file="haku.yaml", line=4)),
        Problem(key="yaml-tag", values={"got": "x" * 5_000}, place=Place(file="haku.yaml")),
        Problem(key="yaml-tag", values={"got": str(Path.home())}, place=Place(file="haku.yaml")),
    ],
    ids=["no file", "no such line", "without end", "path of the machine"],
)
def test_a_bad_message_does_not(problem: Problem, material: Material) -> None:
    with pytest.raises(Broken):
        refused(problem, material)


def test_a_refusal_without_a_reason_does_not(material: Material) -> None:
    with pytest.raises(Broken):
        oracle.refusal(RuleSetProblems([]), material, "haku.yaml")


def test_quadratic_time_is_told_from_linear() -> None:
    def quadratic(text: str) -> int:
        return sum(1 for _ in text for _ in text)

    def linear(text: str) -> int:
        return sum(1 for _ in text for _ in range(1_000))

    ((_, _, fast),) = measured({"a": (600, lambda n: "x" * n)}, linear)
    ((_, _, slow),) = measured({"a": (600, lambda n: "x" * n)}, quadratic)

    assert fast < STEPS * 2 < slow


@pytest.mark.parametrize(("slow_rounds", "found"), [(1, []), (TIMES, ["a"])])
def test_growth_is_told_only_when_every_measurement_shows_it(
    slow_rounds: int, found: list[str]
) -> None:
    calls = iter(range(100))

    def read(text: str) -> None:
        is_slow = next(calls) < 4 * slow_rounds and len(text) > 1
        ends = time.process_time() + (0.3 if is_slow else 0.0)
        while time.process_time() < ends:
            pass

    assert [name for name, _, _ in steep({"a": (1, lambda n: "x" * n)}, read)] == found


def test_an_input_is_kept_and_found_again(tmp_path: Path) -> None:
    given = Given(Door.CASES, "haku", "yaml", b"\xff")

    assert Given.of_file(given.keep(tmp_path, "a")) == given
