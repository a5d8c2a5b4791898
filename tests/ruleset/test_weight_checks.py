"""Checks of the weighting: what is said of the weights fits together and leaves some."""

import pytest

from innokumppanuus.testing.rulesets import the_ruleset, the_text, told

ORDER = "    kind: order\n    order: [K1, [K2, K3], L1]"
FREE = "    kind: none"


def given(kind: str, *lines: str) -> str:
    return "\n".join((f"    kind: {kind}", *(f"    {line}" for line in lines)))


@pytest.mark.parametrize(
    "weighting",
    [
        given("none"),
        given("none", "weights: {K1: 4, K2: 3, K3: 2, L1: 1}"),
        given("intervals", "intervals: {K1: {least: 0.2, most: 0.5}, L1: {most: 1/10}}"),
        given("ratios", "ratios: [{first: K1, second: K2, least: 1.5, most: 3}]"),
        given("order", "order: [K1, [K2, K3], L1]", "intervals: {L1: {least: 0.1}}"),
        given("panel", "panel: {A: {K1: 4, K2: 3, K3: 2, L1: 1}, B: {K1: 1, K2: 1, K3: 1, L1: 0}}"),
    ],
)
def test_what_leaves_some_weights_is_accepted(weighting: str) -> None:
    assert the_ruleset((ORDER, weighting)).call.assessment is not None


@pytest.mark.parametrize(
    ("weighting", "said"),
    [
        (given("intervals"), "weighting: must have the key 'intervals'."),
        (given("ratios"), "weighting: must have the key 'ratios'."),
        (given("panel"), "weighting: must have the key 'panel'."),
        (
            given("none", "order: [K1, [K2, K3], L1]"),
            "weighting.order: must be left out when the kind is 'none'.",
        ),
        (
            given("intervals", "intervals: {K1: {least: 0.5, most: 0.2}}"),
            "weighting.intervals.K1: must lie within 0–1, its least not above its most, got 1/2 "
            "to 1/5.",
        ),
        (
            given("intervals", "intervals: {K4: {least: 0.5}}"),
            "weighting.intervals.K4: names 'K4', which is not there.",
        ),
        (
            given("intervals", "intervals: {K1: {least: 0.6}, K2: {least: 0.5}}"),
            "weighting: leaves no weights at all: what is said of them contradicts itself. Loosen "
            "a bound, a ratio or the order.",
        ),
        (
            given("order", "order: [K1, [K2, K3], L1]", "intervals: {L1: {least: 0.3}}"),
            "weighting: leaves no weights at all: what is said of them contradicts itself. Loosen "
            "a bound, a ratio or the order.",
        ),
        (
            given("ratios", "ratios: [{first: K1, second: K1}]"),
            "weighting.ratios[0]: must compare two different criteria, got 'K1' twice.",
        ),
        (
            given("ratios", "ratios: [{first: K1, second: K2, least: 3, most: 2}]"),
            "weighting.ratios[0]: must have its least 0 or more and not above its most, got 3 to "
            "2.",
        ),
        (
            given(
                "intervals",
                "intervals: {K1: {least: 0.5}}",
                "weights: {K1: 1, K2: 1, K3: 1, L1: 1}",
            ),
            "weighting.weights: must keep the bounds and ratios that stand beside them. Change "
            "either.",
        ),
        (
            given("panel", "panel: {A: {K1: 0, K2: 0, K3: 0, L1: 0}}"),
            "weighting.panel.A: must give points to at least one criterion, got none.",
        ),
        (
            given("panel", "panel: {A: {K1: 1, K2: -1, K3: 1, L1: 1}}"),
            "weighting.panel.A.K2: must be 0 or more, got -1.",
        ),
        (
            given("panel", "panel: {A: {K1: 1, K2: 1, K3: 1}}"),
            "weighting.panel.A: must name every criterion and scored factor once, and 'L1' is not "
            "there.",
        ),
    ],
)
def test_what_does_not_fit_is_told_in_its_place(weighting: str, said: str) -> None:
    (problem,) = told(the_text((ORDER, weighting)))

    assert problem.partition("assessment.")[2] == said


def test_the_centre_of_many_weights_is_not_reckoned() -> None:
    more = "".join(f"  - {{id: M{n}, name: M{n}}}\n" for n in range(4))
    text = the_text((ORDER, FREE)).replace("criteria:\n", f"criteria:\n{more}")

    (problem,) = told(text)

    assert "at most 6 criteria, got 8" in problem
