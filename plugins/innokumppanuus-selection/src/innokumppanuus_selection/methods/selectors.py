"""TOPSIS, PROMETHEE II, VIKOR and a panel's consensus list as selection methods."""

from collections.abc import Mapping, Sequence

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.selection import Candidate, Limits, Optima
from innokumppanuus.engine.ranked_list import RankedList
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.engine.selection import portfolio
from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.plugin.interfaces import Form
from innokumppanuus_selection.methods.ranking import Method, places, promethee, topsis, vikor

_PLACES, _APPLICATION, _REASON, _TOO_COSTLY = "places", "application", "reason", "too_costly"


@attrs.frozen(kw_only=True)
class RankedBy:
    """
    The ranking of a method from the top down, while the money and the places last.

    Option `too_costly`: `stop` ends the list at the first that does not fit, `skip` goes on to
    those below it; `stop` is the default. The weights are those of the call.
    """

    key: str
    name: Label
    method: Method
    is_more_better: bool = True
    takes_by_rank: bool = True

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """See `plugin.interfaces.Selector` and `engine.ranked_list` for the limits."""
        found = places(candidates, self.method, self.is_more_better)
        ranked = [attrs.evolve(one, rank=found[one.application]) for one in candidates]
        return RankedList().select(ranked, limits, options)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`."""
        RankedList().check_options(options, form)


TOPSIS = RankedBy(
    key="topsis",
    name=Label(
        "TOPSIS: lähimpänä parasta",
        "TOPSIS: närmast det bästa",
        "TOPSIS: closest to the best",
    ),
    method=topsis,
)
PROMETHEE = RankedBy(
    key="promethee_ii",
    name=Label(
        "PROMETHEE II: parivertailujen nettovirta",
        "PROMETHEE II: nettoflöde av parvisa jämförelser",
        "PROMETHEE II: net flow of pairwise comparisons",
    ),
    method=promethee,
)
VIKOR = RankedBy(
    key="vikor",
    name=Label(
        "VIKOR: kompromissi",
        "VIKOR: kompromiss",
        "VIKOR: compromise",
    ),
    method=vikor,
    is_more_better=False,
)


@attrs.frozen
class ConsensusList:
    """
    The order on which the panel has agreed, place by place with its reason (konsensuslista).

    Options: `places`, a list of `application` and `reason`, best first; those who are not on it are
    not chosen. `too_costly` as in the ranking from the top down. One that would go over a limit
    does not fit; fewest and required ones are looked at when the whole set is there.
    """

    key: str = "consensus_list"
    name: Label = Label(
        "Arviointiryhmän konsensuslista",
        "Bedömningsgruppens konsensuslista",
        "The panel's consensus list",
    )
    takes_by_rank: bool = True

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """
        See `plugin.interfaces.Selector`.

        Raises:
            InvalidValue: When the list names one that is no candidate.
        """
        listed, skips = _listed(options)
        by_id = {one.application: one for one in candidates}
        rows = [row for row in rows_of(limits, by_id) if not row.is_at_least and not row.other]
        taken: dict[str, int] = {}
        for place, one in enumerate(listed):
            if one not in by_id:
                raise unknown_name(one, by_id, option=f"{_PLACES}[{place}].{_APPLICATION}")
            trial = {**taken, one: by_id[one].cost.cents}
            if not any(row.excess(trial) for row in rows):
                taken = trial
            elif not skips:
                break
        return Optima(portfolios=(portfolio(by_id[one] for one in taken),))

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`: each place has an application and a reason."""
        _listed(options)


def _listed(options: Mapping[str, object]) -> tuple[tuple[str, ...], bool]:
    """Return the applications in their order, and whether those that do not fit are passed."""
    for name in options:
        if name not in (_PLACES, _TOO_COSTLY):
            raise unknown_name(name, (_PLACES, _TOO_COSTLY), option=name)
    given = options.get(_PLACES)
    if given is None:
        raise InvalidValue("key-missing", got=_PLACES)
    if isinstance(given, str) or not isinstance(given, Sequence):
        raise InvalidValue("must-be-list", got=given, option=_PLACES)
    found: list[str] = []
    for place, one in enumerate(given):
        at = f"{_PLACES}[{place}]"
        if not isinstance(one, Mapping):
            raise InvalidValue("must-be-mapping", got=one, option=at)
        for name in (_APPLICATION, _REASON):
            words = one.get(name)
            if not isinstance(words, str) or not words.strip():
                raise InvalidValue("empty", got=words, option=f"{at}.{name}")
        if one[_APPLICATION] in found:
            raise InvalidValue("twice", got=one[_APPLICATION], option=f"{at}.{_APPLICATION}")
        found.append(one[_APPLICATION])
    said = options.get(_TOO_COSTLY, "stop")
    if said not in ("stop", "skip"):
        raise InvalidValue("choice-none", known="stop, skip", got=said, option=_TOO_COSTLY)
    return tuple(found), said == "skip"
