"""Old decisions made again: the same from the same, and every difference told."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innokumppanuus import intake
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.package import Package
from innokumppanuus.domain.parameters import Parameter, ParameterValue, Unit
from innokumppanuus.domain.replay import TodaysValue
from innokumppanuus.domain.sources import Source, stated
from innokumppanuus.engine.decision import decide
from innokumppanuus.engine.replay import outcome_changes, replay
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.records import from_record, to_record
from innokumppanuus.ruleset import fingerprint, freeze, loads, packaged
from innokumppanuus.testing.builders import an_application, label
from innokumppanuus.testing.decisions import a_decision, core_plugins
from innokumppanuus.testing.rulesets import the_text
from innokumppanuus.workspace import Workspace

SCORES = {"H01": (5, 4, 3), "H02": (4, 4, 4), "H03": (1, 1, 1)}


def kept(decision: Decision) -> Decision:
    return from_record(Decision, to_record(decision))


@pytest.mark.parametrize("key", sorted(Plugins.load().rulesets()))
def test_every_shipped_example_comes_out_the_same(key: str) -> None:
    workspace = Workspace.open()
    example, ruleset = workspace.shipped(key), workspace.ruleset(key)
    if example.applications is None:
        pytest.skip("it has no example applications")
    table = intake.read_applications(example.applications, ruleset.call)
    sheets = (
        intake.read_sheets(example.sheets, ruleset.call, table.applications).sheets
        if (example.sheets)
        else ()
    )
    decision = workspace.decide(ruleset, table.applications, sheets)

    made = replay(kept(decision), workspace.plugins)

    assert (made.is_equal, made.values, made.plugins) == (True, (), ())


@given(
    st.dictionaries(
        st.sampled_from(["H1", "H2", "H3", "H4"]), st.tuples(*[st.integers(0, 5)] * 3), min_size=1
    )
)
@settings(max_examples=15, deadline=None)
def test_any_decision_comes_out_the_same(scores: dict[str, tuple[int, ...]]) -> None:
    decision = a_decision(scores)

    assert replay(kept(decision), core_plugins()).is_equal


def test_another_result_is_told_application_by_application() -> None:
    decision = a_decision(SCORES, dict.fromkeys(SCORES, 10000))
    cheaper = attrs.evolve(decision.call.budget, total=stated(Money.of(10_000)))
    call = attrs.evolve(decision.call, budget=cheaper)
    altered = attrs.evolve(decision, call=call, ruleset_hash=fingerprint(freeze(call)))

    made = replay(kept(altered), core_plugins())

    assert not made.is_equal
    assert [(one.application, one.before, one.after) for one in made.outcomes] == [
        ("H02", Outcome.CHOSEN, Outcome.NOT_CHOSEN),
        ("H03", Outcome.CHOSEN, Outcome.NOT_CHOSEN),
    ]
    assert "selection.chosen.applications" in {one.path for one in made.values}


def test_an_application_on_one_side_only_has_no_outcome_on_the_other() -> None:
    fewer = {one: scores for one, scores in SCORES.items() if one != "H03"}

    (one,) = outcome_changes(a_decision(SCORES), a_decision(fewer))

    assert (one.application, one.after) == ("H03", None)


def test_other_versions_of_plugins_are_told_apart() -> None:
    decision = attrs.evolve(a_decision(SCORES), plugins=("core 0.0.1", "gone 1.0"))

    made = replay(decision, core_plugins())

    assert made.is_equal
    assert [(one.path, one.kind.value, one.before, one.after) for one in made.plugins] == [
        ("plugins[core]", "changed", "0.0.1", ""),
        ("plugins[gone]", "removed", "1.0", None),
    ]


def test_it_reads_nothing_from_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    decision = kept(a_decision(SCORES))
    plugins = core_plugins()
    plugins.parameters()  # what plugins bring along is theirs to read

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr(Path, "open", refuse)

    assert replay(decision, plugins).is_equal


LAW = """
parameters:
  cap: {key: law.cap, on: closes}
tables:
  - id: share
    name: osuus
    inputs: [{value: amount}]
    output: {type: money}
    rows:
      - {when: ["<= 5000 EUR"], then: 5000 EUR}
      - {when: ["> 5000 EUR"], then: parameter.cap}
"""
"""Dated law and a decision table; the rule below uses both."""


class Law:
    """A plugin that offers one dated value."""

    def __init__(self, euros: int) -> None:
        self.euros = euros

    @hookimpl
    def register_parameters(self) -> Iterable[Parameter]:
        value = ParameterValue(
            valid_from=date(2020, 1, 1),
            value=Money.of(self.euros),
            source=Source(title="Laki", verified=True),
        )
        yield Parameter(key="law.cap", name=label(), unit=Unit.MONEY, values=(value,))


def plugins_with_law(euros: int) -> Plugins:
    plugins = core_plugins()
    plugins.seam.register(Law(euros), "law")
    return plugins


def a_decision_by_law() -> tuple[Decision, Package]:
    rule = "eligibility:\n  - {id: by_law, name: laki, when: amount <= table.share}\n"
    text = the_text(("eligibility:\n", rule)) + LAW
    ruleset = loads(text, "haku.yaml", plugins_with_law(9000))
    decision = decide(ruleset, [an_application("H01")], [], plugins_with_law(9000))
    return kept(decision), packaged(ruleset, plugins_with_law(9000), decision)


def test_tables_and_dated_values_come_out_the_same() -> None:
    decision, package = a_decision_by_law()

    made = replay(decision, plugins_with_law(9000), package)

    assert (made.is_equal, made.parameters) == (True, ())


def test_law_that_has_changed_since_makes_no_difference() -> None:
    decision, package = a_decision_by_law()

    made = replay(decision, plugins_with_law(20_000), package)

    assert (made.is_equal, made.outcomes, made.todays) == (True, (), ())


def test_law_that_has_changed_since_is_told_apart() -> None:
    decision, package = a_decision_by_law()

    (change,) = replay(decision, plugins_with_law(20_000), package).parameters

    assert change.key == "law.cap"
    assert change.before is not None and change.before.value == Money.of(9000)
    assert change.after is not None and change.after.value == Money.of(20_000)
    assert change.after.source.title == "Laki"


def test_law_that_nobody_offers_any_more_is_taken_from_the_package() -> None:
    decision, package = a_decision_by_law()

    assert replay(decision, core_plugins(), package).is_equal


def test_without_the_package_the_law_of_today_decides_and_that_is_told() -> None:
    decision, _ = a_decision_by_law()

    made = replay(decision, plugins_with_law(20_000))

    assert not made.is_equal
    assert made.todays == (TodaysValue(key="law.cap"),)


def test_a_package_that_lacks_a_value_is_replayed_and_that_is_told() -> None:
    decision, package = a_decision_by_law()
    older = attrs.evolve(package, parameters=())

    made = replay(decision, plugins_with_law(9000), older)

    assert (made.is_equal, made.todays) == (True, (TodaysValue(key="law.cap"),))
