"""What does not fit together in a consortium, each with its path in the file. It mends nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol

from innokumppanuus.errors import Problem
from innokumppanuus_parasta_itaa.domain.consortium import Consortium, Level

_Named = tuple[str, str]
"""A path and the id that stands there."""


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


def check(consortium: Consortium) -> Iterable[Problem]:
    """Yield ids that are given twice, ids that name nothing, and sums of several currencies."""
    for ids in _ids(consortium):
        yield from _twice(ids)
    for named, known in _names(consortium):
        yield from _unknown(named, known)
    yield from _currencies(consortium)


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


def _currencies(whole: Consortium) -> Iterator[Problem]:
    """Yield the first sum that is in another currency than those before it."""
    shares = enumerate(whole.funding.shares)
    sums = [(f"funding.shares[{n}].salaries", one.salaries) for n, one in shares]
    sums += [
        (f"funding.shares[{n}].costs", one.costs.value)
        for n, one in enumerate(whole.funding.shares)
    ]
    sums += [("funding.costs", whole.funding.costs.value)]
    sums += [(f"claims[{n}].salaries", one.salaries) for n, one in enumerate(whole.claims)]
    for n, saving in enumerate(whole.savings):
        if saving.baseline and saving.after:
            first, second = saving.baseline.amount.currency, saving.after.amount.currency
            if first != second:
                values = {"first": first, "second": second}
                yield Problem(key="currencies", values=values, path=f"savings[{n}].after.amount")
    known = [(path, one) for path, one in sums if one is not None]
    for path, one in known[1:]:
        if one.currency != known[0][1].currency:
            values = {"first": known[0][1].currency, "second": one.currency}
            yield Problem(key="currencies", values=values, path=path)
            return
