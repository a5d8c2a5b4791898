"""Packages: what is in them, the same bytes for the same content, and no change unseen."""

import json
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.package import Package
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.errors import RecordProblems
from innokumppanuus.ruleset import RuleSet, fingerprint, mismatches, packaged, seal, unseal
from innokumppanuus.testing.decisions import a_decision
from innokumppanuus.testing.packs import extended, pack_plugins
from innokumppanuus.testing.parameters import (
    a_parameter,
    a_value,
    calling,
    looking_up,
    offering,
    tabling,
)
from innokumppanuus.testing.rulesets import core_plugins, the_ruleset, the_text

CALL = the_text().removeprefix("innokumppanuus: 1\n")


def keys(caught: "pytest.ExceptionInfo[RecordProblems]") -> list[str]:
    return [one.key for one in caught.value.problems]


def test_a_package_comes_back() -> None:
    package = packaged(the_ruleset(), core_plugins())

    assert unseal(seal(package)) == package


def test_layout_and_order_of_keys_change_no_byte() -> None:
    timetable = the_text()[the_text().index("timetable:") : the_text().index("budget:")]
    budget = the_text()[the_text().index("budget:") : the_text().index("form:")]
    other = the_ruleset(
        (timetable + budget, budget + timetable), ("{fi: pohjoinen,", "{fi:   'pohjoinen',")
    )

    sealed = [seal(packaged(one, core_plugins())) for one in (the_ruleset(), other)]

    assert sealed[0] == sealed[1]


def test_it_names_the_plugins_that_offer_what_is_used() -> None:
    package = packaged(the_ruleset(), core_plugins())

    assert [(one.name, one.keys) for one in package.suppliers] == [
        ("core", ("register_schemes: as_applied", "register_selectors: exact_sum"))
    ]


def test_it_holds_the_packs_and_what_was_changed_in_them(tmp_path: Path) -> None:
    packs = {"nation": "budget: {maximum: 9}\n"}

    ruleset = extended(tmp_path, f"extend: [nation]\n{CALL}", **packs)
    package = packaged(ruleset, pack_plugins(tmp_path, **packs))

    assert [one.key for one in package.packs] == ["nation"]
    assert [one.path for one in package.overrides] == ["budget.maximum"]
    assert [one.name for one in package.suppliers] == ["core", "shipping"]


@pytest.mark.parametrize(
    "change",
    [
        (b'"lower_cost"', b'"lottery"'),
        (b'"version":""', b'"version":"9"'),
        (b'"seal":"', b'"seal":"0'),
    ],
)
def test_any_change_is_told(change: tuple[bytes, bytes]) -> None:
    raw = seal(packaged(the_ruleset(), core_plugins()))
    assert change[0] in raw

    with pytest.raises(RecordProblems) as caught:
        unseal(raw.replace(*change), "paketti.json")

    assert keys(caught) == ["package-seal"]
    assert caught.value.problems[0].place.file == "paketti.json"


@pytest.mark.parametrize("ruleset", [calling, tabling])
def test_it_holds_the_dated_values_that_functions_may_look_up(
    ruleset: Callable[[Parameter], RuleSet],
) -> None:
    cap = a_parameter(a_value("2010-01-01", None, Money.of(8_000)))

    package = packaged(ruleset(cap), offering(functions=[looking_up(cap)]))

    assert package.parameters == (cap,)


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"package": 1}'])
def test_what_is_no_package_is_refused(raw: bytes) -> None:
    with pytest.raises(RecordProblems):
        unseal(raw)


def test_layout_of_the_package_does_not_break_the_seal() -> None:
    raw = seal(packaged(the_ruleset(), core_plugins()))

    spaced = json.dumps(json.loads(raw), indent=2).encode()

    assert unseal(spaced) == unseal(raw)


def test_a_decision_that_was_changed_is_told_by_its_package() -> None:
    decision, other = a_decision({"H01": (1, 2, 3)}), a_decision({"H01": (1, 2, 4)})
    package = packaged(the_ruleset(), core_plugins(), decision)
    kept = [one.key for one in mismatches(other, "decision.json", _of_call(package, decision))]

    assert kept == ["decision-hash"]
    assert mismatches(decision, "decision.json", _of_call(package, decision)) == ()


def test_a_package_of_another_rule_set_is_told() -> None:
    decision = a_decision({"H01": (1, 2, 3)})
    package = packaged(the_ruleset(), core_plugins())

    assert [one.key for one in mismatches(decision, "d", package)] == ["package-other"]


def _of_call(package: Package, decision: Decision) -> Package:
    return attrs.evolve(package, ruleset_hash=decision.ruleset_hash)


@pytest.mark.parametrize("word", ["NaN", "1e999"])
def test_a_number_that_json_cannot_say_is_refused(word: str) -> None:
    raw = f'{{"innokumppanuus": 1, "package": {word}, "seal": ""}}'.encode()

    with pytest.raises(RecordProblems) as caught:
        unseal(raw, "paketti.json")

    assert keys(caught) == ["record-json"]


def test_what_cannot_be_read_is_told_with_the_name_of_its_file() -> None:
    record = {"innokumppanuus": 1, "package": {}}
    words = json.dumps(record, sort_keys=True, separators=(",", ":"))
    raw = json.dumps({**record, "seal": fingerprint(words.encode())}).encode()

    with pytest.raises(RecordProblems) as caught:
        unseal(raw, "paketti.json")

    assert {one.place.file for one in caught.value.problems} == {"paketti.json"}
