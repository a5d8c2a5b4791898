import pytest

from innokumppanuus.domain.call import SelectionPolicy
from innokumppanuus.domain.precedence import TAKES, TieBy, TieRule, TieStep, tie_rules
from innokumppanuus.records import to_record
from innokumppanuus.testing.builders import a_call


def test_every_kind_of_step_says_how_many_ids_it_takes() -> None:
    assert set(TAKES) == set(TieBy)


def test_words_become_rules() -> None:
    assert tie_rules(["lower_cost", "lottery"]) == (TieRule.LOWER_COST, TieRule.LOTTERY)


def test_a_word_that_is_no_rule_is_refused() -> None:
    with pytest.raises(ValueError, match="earlier"):
        tie_rules(["earlier"])


def test_a_call_without_steps_has_the_record_that_it_ever_had() -> None:
    record = to_record(a_call(selection=SelectionPolicy()))

    assert "tie_steps" not in record["selection"]
    assert "total_threshold" not in record["assessment"]


def test_a_call_with_steps_says_them_in_its_record() -> None:
    steps = (TieStep(by=TieBy.CRITERIA, of=("K1",)),)

    record = to_record(a_call(selection=SelectionPolicy(tie_steps=steps)))

    assert record["selection"]["tie_steps"][0]["of"] == ["K1"]
