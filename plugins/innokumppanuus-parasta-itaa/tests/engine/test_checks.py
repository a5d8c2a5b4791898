"""What does not fit together is told where it stands in the file."""

from pathlib import Path

import attrs
import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import stated
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.ruleset.programmes import loads
from innokumppanuus.workspace import Workspace
from innokumppanuus_parasta_itaa.domain.consortium import Consortium
from innokumppanuus_parasta_itaa.engine.checks import check


@pytest.fixture(scope="module")
def text(workspace: Workspace) -> str:
    path: Path = workspace.plugins.programmes()["parasta-itaa-harjoitus"].path
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("region: etela-savo\n", "region: etela-sawo\n", "pilots[1].region:unknown-name"),
        ("region: etela-savo\n", "region: pohjois-savo\n", "pilots[1].region:twice"),
        (
            "implementers: [k-etela]",
            "implementers: [k-ulkopuolinen]",
            "pilots[3].implementers:unknown-name-none",
        ),
        ("carries: [ps-paja]", "carries: [ps-pajat]", "deeds[4].carries[0]:unknown-name"),
        ("{id: t2, pilot: pilotti-etela-savo", "{id: t1, pilot: x", "results[1].id:twice"),
        ("{partner: k-etela,", "{partner: k-johto,", "funding.shares[1].partner:twice"),
        (
            "{id: M2, partner: k-sote,",
            "{id: M2, partner: q,",
            "claims[1].partner:unknown-name-none",
        ),
        ("salaries: 12000 EUR", "salaries: 12000 SEK", "funding.shares[4].salaries:currencies"),
        ("amount: 4800 EUR", "amount: 4800 SEK", "savings[2].after.amount:currencies"),
        ("participant: k-savo,", "participant: savo,", "partners[6].participant:unknown-name"),
        ("salaries: 12000 EUR", "salaries: -12000 EUR", "funding.shares[4].salaries:at-least"),
        ("salaries: 14000 EUR", "salaries: -1 EUR", "claims[4].salaries:at-least"),
        ("grant_share: 0.7", "grant_share: 1.7", "funding.model:must-be-share"),
        ("stage: understand,", "stage: understnd,", "pilots[0].meetings[0].stage:choice"),
        ("experts: 12,", "expert: 12,", "pilots[0].meetings[0].attendance.expert:key-unknown"),
    ],
)
def test_what_does_not_fit_is_told_in_its_place(
    text: str, old: str, new: str, expected: str
) -> None:
    assert old in text
    broken = text.replace(old, new, 1)
    line = text[: text.index(old)].count("\n") + 1

    with pytest.raises(RuleSetProblems) as raised:
        loads(broken, "h.yaml", Consortium, check)

    found = {f"{one.path}:{one.key}": one.place.line for one in raised.value.problems}
    assert expected in found
    assert abs(found[expected] - line) <= 3  # of a cost model, where the model begins


def test_shipped_programmes_fit_together(real: Consortium, exercise: Consortium) -> None:
    assert [*check(real), *check(exercise)] == []


def test_parts_over_the_whole_are_told_with_both_sums(real: Consortium) -> None:
    shares = real.funding.shares
    over = attrs.evolve(shares[1], costs=stated(Money.of("317920.01")))
    funding = attrs.evolve(real.funding, shares=(shares[0], over, *shares[2:]))

    (problem,) = check(attrs.evolve(real, funding=funding))

    assert (problem.key, problem.path) == ("consortium.shares_over", "funding.shares")
    assert problem.values == {"got": Money.of("587500.01"), "whole": Money.of(587500)}


def test_parts_of_exactly_the_whole_are_fine(real: Consortium) -> None:
    shares = real.funding.shares
    rest = attrs.evolve(shares[1], costs=stated(Money.of(317920)))
    funding = attrs.evolve(real.funding, shares=(shares[0], rest, *shares[2:]))

    assert list(check(attrs.evolve(real, funding=funding))) == []
