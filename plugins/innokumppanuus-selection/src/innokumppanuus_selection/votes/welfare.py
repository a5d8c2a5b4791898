"""The sets that are worth most to the voters together, by integer programming."""

from fractions import Fraction

from innokumppanuus.domain.money import Money
from innokumppanuus.domain.selection import Candidate, Limits
from innokumppanuus_selection.portfolio import ExactPortfolio
from innokumppanuus_selection.votes.domain import Outcomes, Satisfaction
from innokumppanuus_selection.votes.profile import Profile


def greatest_welfare(
    profile: Profile, satisfaction: Satisfaction = Satisfaction.COST, most: int = 20
) -> Outcomes:
    """
    Return every set of the greatest worth to the voters within the budget.

    Args:
        profile: The election.
        satisfaction: What a project is worth to a voter.
        most: How many sets are listed at most.

    Source:
        Talmon, Faliszewski (2019), A framework for approval-based budgeting methods, AAAI-19.
    """
    wanted = [at for at, one in enumerate(profile.support) if one.total]
    candidates = [
        Candidate(
            application=profile.ids[at],
            value=Fraction(welfare(profile, at, satisfaction)),
            cost=Money(profile.costs[at]),
            scores={},
        )
        for at in wanted
    ]
    optima = ExactPortfolio().select(
        candidates, Limits(budget=Money(profile.budget)), {"listed": most}
    )
    sets = tuple(one.applications for one in optima.portfolios)
    return Outcomes(sets=sets, is_complete=optima.is_complete)


def welfare(profile: Profile, project: int, satisfaction: Satisfaction) -> int:
    """Return what the project is worth to all its supporters together."""
    total = profile.support[project].total
    return total * (profile.costs[project] if satisfaction is Satisfaction.COST else 1)
