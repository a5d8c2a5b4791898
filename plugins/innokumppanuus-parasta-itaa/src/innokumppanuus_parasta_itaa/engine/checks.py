"""What does not fit together in a consortium, each with its path in the file. It mends nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol

from innokumppanuus.domain.money import Money
from innokumppanuus.errors import Problem
from innokumppanuus_parasta_itaa.domain.consortium import Consortium, Level
from innokumppanuus_parasta_itaa.engine.funding import stated

_Named = tuple[str, str]
"""A path and the id that stands there."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def check(consortium: Consortium) -> Iterable[Problem]:
    """Yield ids given twice or naming nothing, and sums that cannot be or do not go together."""
    for ids in _ids(consortium):
        yield from _twice(ids)
    for named, known in _names(consortium):
        yield from _unknown(named, known)
    currencies = tuple(_currencies(consortium))
    yield from currencies
    yield from _negative(consortium)
    if not currencies:
        yield from _over(consortium)


def _ids(whole: Consortium) -> Iterator[list[_Named]]:
    lists: Mapping[str, Sequence[_HasId]] = {
        "regions": whole.regions,
        "pilots": whole.pilots,
        "deeds": whole.deeds,
        "results": whole.results,
        "savings": whole.savings,
        "claims": whole.claims,
    }
    for key, things in lists.items():
        yield [(f"{key}[{place}].id", one.id) for place, one in enumerate(things)]
    yield [
        (f"pilots[{place}].meetings[{number}].id", one.id)
        for place, pilot in enumerate(whole.pilots)
        for number, one in enumerate(pilot.meetings)
    ]
    yield [
        (f"funding.shares[{place}].partner", one.partner)
        for place, one in enumerate(whole.funding.shares)
    ]
    yield [
        (f"partners[{place}].participant", one.participant)
        for place, one in enumerate(whole.partners)
    ]
    yield [(f"pilots[{place}].region", one.region) for place, one in enumerate(whole.pilots)]


def _names(whole: Consortium) -> Iterator[tuple[_Named, list[str]]]:
    """Yield each id that is named, with those that it may be."""
    regions, pilots = [one.id for one in whole.regions], [one.id for one in whole.pilots]
    partners = [one.id for one in whole.programme.participants]
    practice = [one.id for one in whole.deeds if one.level is Level.PRACTICE]
    for place, member in enumerate(whole.partners):
        yield (f"partners[{place}].participant", member.participant), partners
    for place, pilot in enumerate(whole.pilots):
        yield (f"pilots[{place}].region", pilot.region), regions
        for one in pilot.implementers.value or ():
            yield (f"pilots[{place}].implementers", one), partners
    for place, deed in enumerate(whole.deeds):
        if deed.region:
            yield (f"deeds[{place}].region", deed.region), regions
        for number, one in enumerate(deed.carries):
            known = practice if deed.level is Level.STRUCTURE else []
            yield (f"deeds[{place}].carries[{number}]", one), known
    for place, result in enumerate(whole.results):
        yield (f"results[{place}].pilot", result.pilot), ["", *pilots]
    for place, saving in enumerate(whole.savings):
        yield (f"savings[{place}].pilot", saving.pilot), ["", *pilots]
    for place, share in enumerate(whole.funding.shares):
        yield (f"funding.shares[{place}].partner", share.partner), partners
    for place, claim in enumerate(whole.claims):
        yield (f"claims[{place}].partner", claim.partner), partners


def _twice(ids: Sequence[_Named]) -> Iterator[Problem]:
    for place, (path, one) in enumerate(ids):
        if one in (earlier for _, earlier in ids[:place]):
            yield Problem(key="twice", values={"got": one}, path=path)


def _unknown(named: _Named, known: Sequence[str]) -> Iterator[Problem]:
    path, one = named
    if one in known:
        return
    meant = get_close_matches(one, sorted(filter(None, known)), n=1)
    if meant:
        yield Problem(key="unknown-name", values={"got": one, "meant": meant[0]}, path=path)
    else:
        yield Problem(key="unknown-name-none", values={"got": one}, path=path)


def _sums(whole: Consortium) -> Iterator[tuple[str, Money]]:
    """Yield every sum of the funding and the claims with its path."""
    if whole.funding.costs.value is not None:
        yield "funding.costs", whole.funding.costs.value
    for place, share in enumerate(whole.funding.shares):
        if share.salaries is not None:
            yield f"funding.shares[{place}].salaries", share.salaries
        if share.costs.value is not None:
            yield f"funding.shares[{place}].costs", share.costs.value
    for place, claim in enumerate(whole.claims):
        yield f"claims[{place}].salaries", claim.salaries


def _negative(whole: Consortium) -> Iterator[Problem]:
    for path, one in _sums(whole):
        if one.cents < 0:
            yield Problem(key="at-least", values={"least": 0, "got": one}, path=path)


def _over(whole: Consortium) -> Iterator[Problem]:
    """Yield that the partners' costs, where sources say them, are more than all costs."""
    found = stated(whole.funding)
    if found is not None and found.left.cents < 0:
        values = {"got": found.whole - found.left, "whole": found.whole}
        yield Problem(key="consortium.shares_over", values=values, path="funding.shares")


def _currencies(whole: Consortium) -> Iterator[Problem]:
    """Yield each saving of two currencies, and the first other sum in another than those before."""
    for place, saving in enumerate(whole.savings):
        if saving.baseline and saving.after:
            first, second = saving.baseline.amount.currency, saving.after.amount.currency
            if first != second:
                values = {"first": first, "second": second}
                path = f"savings[{place}].after.amount"
                yield Problem(key="currencies", values=values, path=path)
    known = list(_sums(whole))
    for path, one in known[1:]:
        if one.currency != known[0][1].currency:
            values = {"first": known[0][1].currency, "second": one.currency}
            yield Problem(key="currencies", values=values, path=path)
            return
