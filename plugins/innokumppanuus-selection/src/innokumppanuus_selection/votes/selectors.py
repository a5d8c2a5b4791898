"""Citizens' votes as selection methods that a rule set can name. Counting is elsewhere."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Self, TypeVar

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.selection import Candidate, Limits, Optima
from innokumppanuus.domain.votes import Votes
from innokumppanuus.engine.selection import portfolio
from innokumppanuus.engine.small_votes import budget_alone
from innokumppanuus.errors import InvalidValue, SelectionError, unknown_name
from innokumppanuus.plugin.interfaces import Form
from innokumppanuus_selection.portfolio import ExactPortfolio
from innokumppanuus_selection.votes.domain import (
    Completion,
    Election,
    Outcomes,
    Project,
    Satisfaction,
)
from innokumppanuus_selection.votes.equal_shares import equal_shares
from innokumppanuus_selection.votes.greedy import greedy
from innokumppanuus_selection.votes.profile import Profile

_SATISFACTION, _COMPLETION = "satisfaction", "completion"
_Choice = TypeVar("_Choice", bound=StrEnum)


@attrs.frozen
class _Voted:
    """What every method has that counts votes: the votes, and that it takes by rank."""

    votes: Votes | None = None
    takes_by_rank: bool = True

    def with_votes(self, votes: Votes) -> Self:
        """See `plugin.interfaces.TakesVotes`."""
        return attrs.evolve(self, votes=votes)


@attrs.frozen
class VotedGreedily(_Voted):
    """
    The most supported applications while the money lasts (ahne äänivalinta).

    Option `satisfaction`: `cost` goes by votes, `cardinality` by votes for money; `cost` is the
    default. Those that do not fit are passed over.
    """

    key: str = "votes_greedy"
    name: Label = Label(
        "Asukkaiden äänet: eniten tuetusta alaspäin",
        "Invånarnas röster: från den mest understödda nedåt",
        "Citizens' votes: from the most supported down",
    )

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """See `plugin.interfaces.Selector`; there must be a budget and no other limit."""
        satisfaction = _satisfaction(options, (_SATISFACTION,))
        profile = Profile.of(_election(self.key, self.votes, candidates, limits))
        return _optima(greedy(profile, satisfaction), candidates)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`."""
        _satisfaction(options, (_SATISFACTION,))


@attrs.frozen
class VotedByEqualShares(_Voted):
    """
    The method of equal shares: each voter decides over the same part of the money (tasaosuudet).

    Options: `satisfaction`, `cost` or `cardinality`; `completion`, what is done with the money that
    is left: `none`, `add1`, `utilitarian` or `add1u`. `cost` and `none` are the defaults.
    """

    key: str = "equal_shares"
    name: Label = Label(
        "Asukkaiden äänet: tasaosuuksien menetelmä",
        "Invånarnas röster: metoden med lika andelar",
        "Citizens' votes: the method of equal shares",
    )

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """See `plugin.interfaces.Selector`; there must be a budget and no other limit."""
        known = (_SATISFACTION, _COMPLETION)
        satisfaction = _satisfaction(options, known)
        completion = _one_of(Completion, options, _COMPLETION, Completion.NONE)
        profile = Profile.of(_election(self.key, self.votes, candidates, limits))
        return _optima(equal_shares(profile, satisfaction, completion), candidates)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`."""
        _satisfaction(options, (_SATISFACTION, _COMPLETION))
        _one_of(Completion, options, _COMPLETION, Completion.NONE)


@attrs.frozen
class VotedForWelfare(_Voted):
    """
    The sets that are worth most to the voters together, under all limits (suurin yhteishyöty).

    Option `satisfaction`: `cost` counts the money that each voter's choices get, `cardinality`
    their number; `cost` is the default.
    """

    key: str = "votes_welfare"
    name: Label = Label(
        "Asukkaiden äänet: suurin yhteishyöty",
        "Invånarnas röster: största samlade nytta",
        "Citizens' votes: greatest welfare",
    )

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """
        See `plugin.interfaces.Selector`; the integer programme takes every kind of limit.

        The sets are told with their totals, which may differ where the votes tie.
        """
        by_cost = _satisfaction(options, (_SATISFACTION,)) is Satisfaction.COST
        whole = [attrs.evolve(one, least=None) for one in candidates]
        profile = Profile.of(_election(self.key, self.votes, whole, limits, is_plain=False))
        total = {one: profile.support[at].total for at, one in enumerate(profile.ids)}
        valued = [
            attrs.evolve(
                one,
                value=Fraction(total[one.application] * (one.cost.cents if by_cost else 1)),
            )
            for one in whole
        ]
        optima = ExactPortfolio().select(valued, limits, {})
        by_id = {one.application: one for one in whole}
        sets = tuple(portfolio(by_id[id] for id in one.applications) for one in optima.portfolios)
        return attrs.evolve(optima, portfolios=sets)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`."""
        _satisfaction(options, (_SATISFACTION,))


def _election(
    key: str,
    votes: Votes | None,
    candidates: Sequence[Candidate],
    limits: Limits,
    is_plain: bool = True,
) -> Election:
    if votes is None:
        raise SelectionError("votes-needed", at="selection.selector", method=key)
    if is_plain:
        budget_alone(key, limits)
    everything = sum(one.cost.cents for one in candidates)
    cents = everything if limits.budget is None else limits.budget.cents
    return Election(
        projects=tuple(
            Project(id=one.application, cost=Fraction(one.cost.cents, 100)) for one in candidates
        ),
        budget=Fraction(cents, 100),
        votes=votes,
    )


def _optima(outcomes: Outcomes, candidates: Sequence[Candidate]) -> Optima:
    by_id = {one.application: one for one in candidates}
    sets = tuple(portfolio(by_id[id] for id in one) for one in outcomes.sets)
    return Optima(portfolios=sets, is_complete=outcomes.is_complete)


def _satisfaction(options: Mapping[str, object], known: Sequence[str]) -> Satisfaction:
    for name in options:
        if name not in known:
            raise unknown_name(name, known, option=name)
    return _one_of(Satisfaction, options, _SATISFACTION, Satisfaction.COST)


def _one_of(
    kind: type[_Choice], options: Mapping[str, object], option: str, default: _Choice
) -> _Choice:
    said = options.get(option, default.value)
    found = next((one for one in kind if one.value == said), None)
    if found is None:
        raise InvalidValue("choice-none", known=", ".join(kind), got=said, option=option)
    return found
