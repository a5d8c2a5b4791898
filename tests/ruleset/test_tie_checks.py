"""What decides ties, and the threshold of the total, fit the rest of the rule set."""

import pytest

from innokumppanuus.testing.rulesets import the_ruleset, the_text, told

RULES = "  tie_rules: [criteria_order, lower_cost, lottery]\n"
SCHEME = "    shares: [0.5, 1/2]\n"


def with_step(step: str) -> list[str]:
    return told(the_text((RULES, f"{RULES}  tie_steps: [{step}]\n")))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("{by: new_aspect}", "must name 1 or more for new_aspect, got 0."),
        (
            "{by: larger, of: [amount, amount]}",
            "must name 1 at most for larger, got 2. Write a step for each.",
        ),
        ("{by: lottery, of: [K1]}", "has no meaning for lottery. Leave it out."),
        ("{by: criteria, of: [K9]}", "names 'K9', which is not there."),
        (
            "{by: larger, of: [amont]}",
            "names 'amont', which is not there. Did you mean 'amount'?",
        ),
        (
            "{by: new_aspect, of: [amount]}",
            "must be a field of one of the types choice, choices for new_aspect, and 'amount' is "
            "of type money.",
        ),
    ],
)
def test_a_step_that_cannot_decide_is_told(step: str, said: str) -> None:
    assert any(said in one for one in with_step(step))


@pytest.mark.parametrize(
    "step",
    ["{by: criteria, of: [K1, L1]}", "{by: larger, of: [amount]}", "{by: lottery}"],
)
def test_a_step_that_can_decide_is_taken(step: str) -> None:
    assert with_step(step) == []


def test_a_lottery_among_the_steps_needs_its_seed_too() -> None:
    seed = "  lottery_seed: kevät-2026\n"
    text = the_text((RULES, "  tie_steps: [{by: lottery}]\n"), (seed, ""))

    assert any("lottery_seed" in one or "seed" in one for one in told(text))


@pytest.mark.parametrize(("total", "is_told"), [("0", False), ("25", False), ("25.5", True)])
def test_a_total_that_nobody_can_reach_is_told(total: str, is_told: bool) -> None:
    text = the_text(
        ("  least_evaluators: 2\n", f"  least_evaluators: 2\n  total_threshold: {total}\n")
    )

    assert any("assessment.total_threshold" in one for one in told(text)) is is_told


def test_a_dated_value_that_an_option_names_must_be_there() -> None:
    text = the_text((SCHEME, f"{SCHEME}    rate: parameter.rate\n"))

    assert any("names 'parameter.rate', which is not there" in one for one in told(text))


def test_old_rule_sets_have_neither_steps_nor_a_threshold() -> None:
    call = the_ruleset().call

    assert call.selection is not None and call.selection.tie_steps == ()
    assert call.assessment is not None and call.assessment.total_threshold is None
