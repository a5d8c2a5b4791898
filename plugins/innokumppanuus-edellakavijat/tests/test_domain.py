"""Nouns of a network go out as records and come back, and refuse what says nothing."""

from datetime import date

import pytest

from innokumppanuus.errors import RecordProblems
from innokumppanuus.records import from_record, to_record
from innokumppanuus.testing.builders import label
from innokumppanuus_edellakavijat.domain import Continuation, ContinuationDecision, Forerunners


def test_network_comes_back_the_same(network: Forerunners) -> None:
    assert from_record(Forerunners, to_record(network)) == network


def test_decision_without_reasons_is_refused() -> None:
    decision = ContinuationDecision(
        phase="v2", outcome=Continuation.ENDS, on=date(2026, 1, 1), reasons=(label(),)
    )
    record = {**to_record(decision), "reasons": []}

    with pytest.raises(RecordProblems):
        from_record(ContinuationDecision, record)


def test_city_is_called_as_it_calls_itself(network: Forerunners) -> None:
    assert network.name_of("harjula").fi == "Harjula"


def test_participant_that_is_no_city_has_a_name_too(network: Forerunners) -> None:
    assert network.name_of("ohjausryhma").en == "Steering group"


def test_stranger_is_called_by_its_id(network: Forerunners) -> None:
    assert network.name_of("atlantis").fi == "atlantis"
