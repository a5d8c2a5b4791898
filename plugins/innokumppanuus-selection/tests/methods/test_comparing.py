"""What each method would have chosen from the same data."""

import attrs
import pytest

from innokumppanuus.domain.call import Budget, SelectionPolicy
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import stated
from innokumppanuus.domain.votes import Ballot, BallotKind, Votes
from innokumppanuus.engine.decision import decide
from innokumppanuus.errors import SelectionError, UnknownKey
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.builders import a_ruleset, a_sheet, an_application
from innokumppanuus_selection.methods.comparing import BY_VALUE, compare
from innokumppanuus_selection.methods.domain import Unanimity, WhyNot
from innokumppanuus_selection.methods.ranking import is_installed

SCORES = {"H1": (5, 4, 4), "H2": (4, 4, 5), "H3": (3, 4, 3), "H4": (1, 0, 1)}
EUROS = {"H1": 9_000, "H2": 7_000, "H3": 6_000, "H4": 1_000}


@pytest.fixture
def plugins() -> Plugins:
    return Plugins.load()


@pytest.fixture
def decision(plugins: Plugins) -> Decision:
    """Return the choice of four fictional applications within 14 000 euros by highest total."""
    budget = Budget(total=stated(Money.of(14_000)), cap_per_pilot=stated(Money.of(10_000)))
    ruleset = a_ruleset(budget=budget, selection=SelectionPolicy(tie_rules=("lower_cost",)))
    sheet = {
        one: {f"K{i}": score for i, score in enumerate(scores, start=1)}
        for one, scores in SCORES.items()
    }
    applications = [an_application(one, amount=Money.of(EUROS[one])) for one in SCORES]
    return decide(ruleset, applications, [a_sheet("E1", sheet)], plugins)


def test_own_method_comes_first_and_its_choice_is_that_of_the_decision(
    decision: Decision, plugins: Plugins
) -> None:
    told = compare(decision, plugins, ["ranked_list"])

    assert decision.selection is not None and decision.selection.chosen is not None
    assert told.named == "exact_sum"
    assert [one.key for one in told.methods] == ["exact_sum", "ranked_list"]
    assert told.methods[0].applications == decision.selection.chosen.applications


def test_differences_are_told_on_both_sides(decision: Decision, plugins: Plugins) -> None:
    told = compare(decision, plugins, ["ranked_list"])

    # The two with the highest totals cost 16 000; the best set within 14 000 is H2, H3 and H4.
    assert told.methods[0].applications == ("H2", "H3", "H4")
    assert told.differences("ranked_list") == (("H1",), ("H2", "H3", "H4"))


def test_skipping_changes_what_the_list_gives(decision: Decision, plugins: Plugins) -> None:
    told = compare(decision, plugins, ["ranked_list"], too_costly="skip")

    assert told.methods[1].applications == ("H1", "H4")
    assert told.of(Unanimity.EVERYWHERE) == ("H4",)
    assert told.of(Unanimity.SOMEWHERE) == ("H1", "H2", "H3")


def test_two_exact_methods_agree(decision: Decision, plugins: Plugins) -> None:
    told = compare(decision, plugins, BY_VALUE)

    assert told.differences("exact_portfolio") == ((), ())


def test_method_that_cannot_choose_is_told_with_its_reason(
    decision: Decision, plugins: Plugins
) -> None:
    told = compare(decision, plugins, ["equal_shares"])

    assert not told.methods[1].is_made
    assert told.methods[1].why_not is WhyNot.NO_VOTES
    assert told.of(Unanimity.SOMEWHERE) == ()


def test_method_that_does_not_keep_the_limits_is_told(decision: Decision, plugins: Plugins) -> None:
    votes = Votes(kind=BallotKind.APPROVAL, ballots=(Ballot(applications=("H1",)),))
    budget = attrs.evolve(decision.call.budget, maximum=stated(2))
    limited = attrs.evolve(decision, call=attrs.evolve(decision.call, budget=budget), votes=votes)

    told = compare(limited, plugins, ["equal_shares"])

    assert told.methods[1].why_not is WhyNot.LIMITS


def test_votes_are_compared_when_there_are_some(decision: Decision, plugins: Plugins) -> None:
    votes = Votes(
        kind=BallotKind.APPROVAL,
        ballots=(Ballot(applications=("H1",), voters=9), Ballot(applications=("H3",), voters=1)),
    )
    unlimited = attrs.evolve(decision, votes=votes)

    told = compare(unlimited, plugins, ["votes_greedy"])

    assert told.methods[1].applications == ("H1",)


@pytest.mark.skipif(not is_installed(), reason="pymcdm is not installed")
def test_methods_of_the_library_are_among_those_compared(
    decision: Decision, plugins: Plugins
) -> None:
    told = compare(decision, plugins)

    assert [one.key for one in told.methods if one.is_made] == [
        "exact_sum",
        "exact_portfolio",
        "promethee_ii",
        "ranked_list",
        "topsis",
        "vikor",
    ]


def test_order_of_methods_changes_nothing(decision: Decision, plugins: Plugins) -> None:
    keys = ["ranked_list", "exact_portfolio"]

    assert compare(decision, plugins, keys) == compare(decision, plugins, keys[::-1])


def test_method_that_nobody_offers_is_told(decision: Decision, plugins: Plugins) -> None:
    with pytest.raises(UnknownKey, match="ranked_list"):
        compare(decision, plugins, ["ranked_lst"])


def test_without_a_choice_there_is_nothing_to_compare(decision: Decision, plugins: Plugins) -> None:
    with pytest.raises(SelectionError):
        compare(attrs.evolve(decision, selection=None), plugins)
