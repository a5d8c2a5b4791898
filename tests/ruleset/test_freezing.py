"""Freezing: the same content has the same bytes, and comes back from them."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from innokumppanuus.domain.call import Call
from innokumppanuus.errors import RecordProblems
from innokumppanuus.ruleset import fingerprint, freeze, thaw
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.rulesets import the_ruleset, the_text
from innokumppanuus.testing.strategies import nouns


def test_a_frozen_call_comes_back() -> None:
    call = the_ruleset().call

    assert thaw(freeze(call)) == call


@given(nouns(Call))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_freezing_what_was_thawed_gives_the_same_bytes(call: Call) -> None:
    frozen = freeze(call)

    assert freeze(thaw(frozen)) == frozen


def test_the_order_of_keys_in_the_file_changes_nothing() -> None:
    name = "name: {fi: Koehaku, sv: Testutlysning, en: Test call}\n"
    moved = (name, "name: {en: Test call, fi: Koehaku, sv: Testutlysning}\n")
    timetable = the_text()[the_text().index("timetable:") : the_text().index("budget:")]
    budget = the_text()[the_text().index("budget:") : the_text().index("form:")]

    assert the_ruleset(moved, (timetable + budget, budget + timetable)).hash == the_ruleset().hash


def test_comments_and_layout_change_nothing() -> None:
    other = the_ruleset(
        ("maximum: 5\n", "maximum:    5   # ehdoton\n\n"), ("{fi: pohjoinen,", "{fi: 'pohjoinen',")
    )

    assert other.hash == the_ruleset().hash


def test_a_default_that_is_said_changes_nothing() -> None:
    assert the_ruleset(("    type: date\n", "    type: date\n    currency: EUR\n")).hash == (
        the_ruleset().hash
    )


@pytest.mark.parametrize(
    "change",
    [
        ("maximum: 5", "maximum: 6"),
        ("[K1, [K2, K3], L1]", "[K1, [K3, K2], L1]"),
        ("en: own funding", "en: own money"),
        ("[criteria_order, lower_cost, lottery]", "[lower_cost, criteria_order, lottery]"),
    ],
)
def test_any_change_of_content_changes_the_hash(change: tuple[str, str]) -> None:
    assert the_ruleset(change).hash != the_ruleset().hash


def test_the_hash_is_that_of_the_frozen_bytes() -> None:
    ruleset = the_ruleset()

    assert ruleset.hash == fingerprint(freeze(ruleset.call))


def test_frozen_bytes_are_compact_json_with_sorted_keys() -> None:
    frozen = freeze(a_call())

    again = json.dumps(
        json.loads(frozen), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )

    assert again.encode() == frozen


@pytest.mark.parametrize(
    "raw", [b"", b"\xff", b"[]", b"5", b"{}", b'{"innokumppanuus":2,"call":{}}', b"[" * 100_000]
)
def test_bytes_that_are_no_frozen_call_are_refused(raw: bytes) -> None:
    with pytest.raises(RecordProblems):
        thaw(raw)


def test_a_frozen_call_of_another_shape_is_refused() -> None:
    with pytest.raises(RecordProblems, match="form"):
        thaw(b'{"innokumppanuus":1,"call":{"id":"a","name":{"fi":"a","sv":"","en":""}}}')
