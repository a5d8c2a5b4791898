"""Vignettes: read with located problems, and made into answers with their value reckoned."""

from datetime import date
from pathlib import Path

import pytest

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.labels import same
from innokumppanuus.domain.money import Money
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.workspace import Workspace
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.procurement import Kind, Lot
from innokumppanuus_suomi.vignettes import (
    FILE,
    Vignette,
    application_of,
    is_split,
    read_vignettes,
    shipped,
    value_of,
)

DAY = date(2026, 2, 2)
HEAD = "innokumppanuus: 1\nvignettes:\n"


@pytest.fixture(scope="module")
def call() -> Call:
    return Workspace.open().ruleset("suomi-pathway").call


def vignette(**known: object) -> Vignette:
    return Vignette(id="v", name=same("v"), **known)  # type: ignore[arg-type]


def lot(euros: str, **more: object) -> Lot:
    return Lot(value=Money.of(euros), **more)  # type: ignore[arg-type]


def problems(tmp_path: Path, call: Call, text: str) -> list[str]:
    path = tmp_path / "ostot.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(RuleSetProblems) as caught:
        read_vignettes(path, call)
    return [str(one) for one in caught.value.problems]


def test_shipped_vignettes_say_that_they_are_made_up(call: Call) -> None:
    assert read_vignettes(FILE, call).is_fictional


def test_shipped_vignettes_are_told_in_three_languages(call: Call) -> None:
    told = [label for one in shipped(call).vignettes for label in (one.name, one.story)]

    assert [label for label in told if label is None or list(label.missing())] == []


def test_options_count_in_the_value() -> None:
    assert value_of(
        vignette(lots=(lot("180000", options=Money.of("420000")),)), parameters()
    ) == Money.of("600000")


def test_an_open_ended_contract_counts_by_48_months() -> None:
    asked = vignette(starts=DAY, lots=(lot("1250", is_open_ended=True),))

    assert value_of(asked, parameters()) == Money.of("60000")


def test_the_value_of_an_open_ended_contract_without_a_day_is_not_known() -> None:
    assert value_of(vignette(lots=(lot("1250", is_open_ended=True),)), parameters()) is None


def test_the_value_of_an_open_ended_contract_under_a_law_nobody_read_is_not_known() -> None:
    asked = vignette(starts=date(2010, 5, 31), lots=(lot("1250", is_open_ended=True),))

    assert value_of(asked, parameters()) is None


def test_parts_that_reach_the_threshold_only_together_are_noticed() -> None:
    asked = vignette(starts=DAY, kind=Kind.SERVICE, lots=(lot("30000"), lot("30000")))

    assert is_split(asked, parameters())


@pytest.mark.parametrize(
    "parts", [("30000", "29999.99"), ("60000", "30000"), ("60000",)], ids=lambda one: "+".join(one)
)
def test_parts_below_together_or_above_alone_are_no_splitting(parts: tuple[str, ...]) -> None:
    asked = vignette(starts=DAY, kind=Kind.SERVICE, lots=tuple(lot(one) for one in parts))

    assert not is_split(asked, parameters())


def test_what_is_not_known_is_no_answer() -> None:
    answers = application_of(vignette(facts={"has_return": False}), parameters()).answers

    assert answers == {"has_return": False}


def test_a_misspelt_fact_is_told_with_what_it_means(tmp_path: Path, call: Call) -> None:
    found = problems(tmp_path, call, "  - {id: a, name: A, facts: {has_retrun: true}}\n")

    assert found == [
        "ostot.yaml:3:30: vignettes[0].facts.has_retrun: names 'has_retrun', which is not there. "
        "Did you mean 'has_return'?"
    ]


def test_an_unknown_kind_is_told_with_the_known_ones(tmp_path: Path, call: Call) -> None:
    (found,) = problems(tmp_path, call, "  - {id: a, name: A, kind: servise}\n")

    assert found.startswith("ostot.yaml:3:28: vignettes[0].kind: ")
    assert "service" in found


def test_an_expectation_of_no_pathway_is_refused(tmp_path: Path, call: Call) -> None:
    (found,) = problems(tmp_path, call, "  - {id: a, name: A, expect: {grand: open}}\n")

    assert "Did you mean 'grant'?" in found


def test_a_value_told_in_all_and_in_parts_is_refused(tmp_path: Path, call: Call) -> None:
    (found,) = problems(
        tmp_path, call, "  - {id: a, name: A, value: 1 EUR, lots: [{value: 1 EUR}]}\n"
    )

    assert found.startswith("ostot.yaml:3:42: vignettes[0].lots: suomi.value-twice")


@pytest.mark.parametrize("where", ["value: 1 SEK", "lots: [{value: 1 EUR}, {value: 1 SEK}]"])
def test_sums_in_another_currency_than_the_thresholds_are_refused(
    tmp_path: Path, call: Call, where: str
) -> None:
    (found,) = problems(tmp_path, call, f"  - {{id: a, name: A, {where}}}\n")

    assert "must be in one currency, got EUR and SEK." in found


@pytest.mark.parametrize(
    "where", ["value: -1 EUR", "lots: [{value: -1 EUR}]", "lots: [{value: 1 EUR, options: -1 EUR}]"]
)
def test_sums_below_nothing_are_refused(tmp_path: Path, call: Call, where: str) -> None:
    (found,) = problems(tmp_path, call, f"  - {{id: a, name: A, {where}}}\n")

    assert "suomi.value-negative (got -1.00 EUR)" in found


def test_an_id_that_stands_twice_is_refused(tmp_path: Path, call: Call) -> None:
    (found,) = problems(tmp_path, call, "  - {id: a, name: A}\n  - {id: a, name: B}\n")

    assert "which line 3 has already" in found
