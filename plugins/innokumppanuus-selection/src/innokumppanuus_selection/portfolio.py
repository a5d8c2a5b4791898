"""The selection method `exact_portfolio`: integer programme, all best sets, near ones, proof."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace, unwatched
from innokumppanuus.domain.selection import Candidate, Limits, Optima, Portfolio, Proof
from innokumppanuus.engine.awards import Award
from innokumppanuus.engine.exact import currency_of, set_of
from innokumppanuus.engine.rows import rows_of
from innokumppanuus.errors import InvalidValue, SelectionError, unknown_name
from innokumppanuus.plugin.interfaces import Form, Selector
from innokumppanuus_selection.conflicts import Conflicts
from innokumppanuus_selection.domain import Solver
from innokumppanuus_selection.sets import Found, Listing, Sets
from innokumppanuus_selection.solvers import DEFAULT, EXTRAS, solver_of
from innokumppanuus_selection.ties import settled

MOST_LISTED: Final = 20
_GAP, _LISTED, _SOLVER, _SECONDS = "gap", "listed", "solver", "seconds"


@attrs.frozen(kw_only=True)
class Settings:
    """
    The options of the method.

    Attributes:
        gap: How far below the best a near set may be, as a share of the best value, 0–1.
        listed: How many best sets, and how many near ones, are listed at most.
        solver: Key of the solver.
        seconds: Time for one solution; None is no end, so that the clock decides nothing.
    """

    gap: Fraction = Fraction(0)
    listed: int = MOST_LISTED
    solver: str = DEFAULT
    seconds: float | None = None

    @classmethod
    def of(cls, options: Mapping[str, object]) -> "Settings":
        """
        Return the settings that the options state.

        Raises:
            InvalidValue: When an option is not there, or its value cannot be used.
        """
        known = (_GAP, _LISTED, _SOLVER, _SECONDS)
        for name in options:
            if name not in known:
                raise unknown_name(name, known, option=name)
        return cls(
            gap=_share(options.get(_GAP, Fraction(0))),
            listed=_count(options.get(_LISTED, MOST_LISTED)),
            solver=_solver(options.get(_SOLVER, DEFAULT)),
            seconds=_seconds(options.get(_SECONDS)),
        )


@attrs.frozen
class ExactPortfolio:
    """
    The sets with the highest sum of totals under all limits, by integer programming.

    Every set is reckoned again in whole numbers: limits, value and which of two is better. That
    nothing is better is the solver's proof, with a gap of zero; it is asked about what a bound in
    whole numbers leaves open. Where that is little, other best sets and near ones are found by
    trying it out.
    """

    key: str = "exact_portfolio"
    name: Label = Label(
        "Suurin yhteispistemäärä kaikissa rajoissa (kokonaislukuohjelma)",
        "Högsta sammanlagda poäng inom alla gränser (heltalsprogram)",
        "Highest sum of totals within all limits (integer programme)",
    )
    pace: Pace = attrs.field(default=unwatched, eq=False)

    def with_pace(self, pace: Pace) -> Selector:
        """See `plugin.pacing.TakesPace`."""
        return attrs.evolve(self, pace=pace)

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """
        See `plugin.interfaces.Selector`.

        Raises:
            SelectionError: When the solver gives up before it finds anything.
        """
        settings = Settings.of(options)
        by_id = {one.application: one for one in sorted(candidates, key=_id)}
        sets = attrs.evolve(_sets(by_id, limits, settings), pace=self.pace)
        solver = sets.solver
        listing = sets.listed(settings.listed, settings.gap)
        if listing.best:
            return _optima(listing, by_id, settings, solver)
        if not listing.is_proven:
            raise SelectionError(
                "choice-solver-nothing",
                at="selection.options",
                solver=solver.version,
                seconds=settings.seconds,
            )
        conflicts = Conflicts(
            things=sets.things,
            rows=sets.rows,
            solver=solver,
            currency=currency_of(tuple(by_id.values())),
            seconds=settings.seconds,
        )
        return Optima(
            portfolios=(),
            infeasible=conflicts.smallest(),
            proof=Proof.SOLVER,
            solver=solver.version,
        )

    def settle(
        self,
        candidates: Sequence[Candidate],
        limits: Limits,
        options: Mapping[str, object],
        stages: Sequence[Mapping[str, Fraction]],
    ) -> Portfolio | None:
        """See `plugin.interfaces.SettlesTies`."""
        by_id = {one.application: one for one in sorted(candidates, key=_id)}
        found = settled(_sets(by_id, limits, Settings.of(options)), stages)
        return None if found is None else _portfolio(found, by_id)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """See `plugin.interfaces.ChecksOptions`."""
        Settings.of(options)


def _sets(by_id: Mapping[str, Candidate], limits: Limits, settings: Settings) -> Sets:
    things = {name: Award.of(one) for name, one in by_id.items()}
    return Sets(
        things=things,
        rows=rows_of(limits, things),
        solver=solver_of(settings.solver),
        seconds=settings.seconds,
    )


def _optima(
    listing: Listing, candidates: Mapping[str, Candidate], settings: Settings, solver: Solver
) -> Optima:
    best = tuple(_portfolio(one, candidates) for one in listing.best)
    return Optima(
        portfolios=tuple(sorted(best, key=lambda one: one.applications)),
        is_complete=listing.is_complete,
        near=tuple(_portfolio(one, candidates) for one in listing.near),
        gap=abs(best[0].value) * settings.gap,
        is_near_complete=listing.is_near_complete,
        proof=Proof.SOLVER if listing.is_proven else Proof.UNPROVEN,
        solver=solver.version,
    )


def _portfolio(found: Found, candidates: Mapping[str, Candidate]) -> Portfolio:
    return set_of([candidates[one] for one in found.ids], found.cents)


def _id(one: Candidate) -> str:
    return one.application


def _share(given: object) -> Fraction:
    if isinstance(given, bool) or not isinstance(given, int | Fraction) or not 0 <= given <= 1:
        raise InvalidValue("must-be-share", got=given, option=_GAP)
    return Fraction(given)


def _count(given: object) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or given < 1:
        raise InvalidValue("at-least", least=1, got=given, option=_LISTED)
    return given


def _solver(given: object) -> str:
    known = (DEFAULT, *EXTRAS)
    if given not in known:
        raise InvalidValue("choice-none", known=", ".join(known), got=given, option=_SOLVER)
    return str(given)


def _seconds(given: object) -> float | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | Fraction) or given <= 0:
        raise InvalidValue("more-than-zero", got=given, option=_SECONDS)
    return float(given)
