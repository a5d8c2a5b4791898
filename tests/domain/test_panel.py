"""The panel's nouns: limits in order, a log without gaps, grounds named by default."""

from datetime import date

import pytest

from innokumppanuus.domain.panel import Evaluator, PanelPolicy, Replacement


def test_an_evaluator_cannot_read_less_than_nothing() -> None:
    with pytest.raises(ValueError):
        Evaluator(id="A", least=-1)


def test_an_application_is_read_by_one_or_more() -> None:
    with pytest.raises(ValueError):
        PanelPolicy(readers=0)


def test_rivals_are_looked_at_only_when_the_rule_set_names_them() -> None:
    grounds = PanelPolicy().grounds

    assert "rival" not in grounds
    assert {"own_interest", "employer", "group"} <= set(grounds)


@pytest.mark.parametrize("lacking", ["evaluator", "substitute", "by", "reason"])
def test_a_replacement_cannot_lack_what_the_log_needs(lacking: str) -> None:
    given = {"evaluator": "A", "substitute": "B", "by": "Pj", "reason": "Sairaus"}

    with pytest.raises(ValueError):
        Replacement(on=date(2026, 3, 1), **{**given, lacking: ""})
