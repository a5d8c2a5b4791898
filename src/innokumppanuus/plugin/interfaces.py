"""
What the things that plugins register must be able to do. Behaviour is here, hooks only register.

Every registered thing has a `key`, unique among its kind, and a `name` in three languages.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.assignment import Assignment, AssignmentTask
from innokumppanuus.domain.call import Call, Field
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.funding import Grant, Instalment
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.panel_health import Measure, Ratings, SampledInterval, SeverityReport
from innokumppanuus.domain.parameters import Parameter, UsedParameter
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.domain.selection import Candidate, Limits, Optima, Portfolio
from innokumppanuus.domain.votes import Votes
from innokumppanuus.errors import Problem, unknown_name


@runtime_checkable
class Keyed(Protocol):
    """Anything that a rule set can name."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> Label: ...


@runtime_checkable
class Rule(Keyed, Protocol):
    """
    A rule that an expression cannot say, named in a rule set by `rule: <key>`.

        class SameRegion:
            key = "mycity.same_region"
            name = Label(fi="...", sv="...", en="...")

            def check(self, application, call, options):
                area = application.answers.get("area")
                if area is None:
                    return Finding(rule=self.key, verdict=Verdict.CANNOT_TELL, missing=("area",))
                met = area in options["areas"]
                return Finding(rule=self.key, verdict=Verdict.MET if met else Verdict.NOT_MET,
                               values={"area": area})
    """

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        """Return what it says; a missing answer is *cannot tell*, never *not met*."""
        ...


@runtime_checkable
class ReadsFields(Protocol):
    """
    A rule that says which answers it looks at, so that cases can be asked for where it turns.

        def fields(self, options):
            return ("area",)

    Offering it is optional. Without it nobody knows where the rule turns, and `test` says so.
    """

    def fields(self, options: Mapping[str, object]) -> Iterable[str]:
        """Return the ids of the fields that `check` reads with the options, all of them."""
        ...


@attrs.frozen(kw_only=True)
class Function:
    """
    A function for expressions.

    Attributes:
        key: Its name in expressions.
        name: What it gives, as a phrase.
        arguments: Type names of `ruleset.expressions`: bool, int, double, string, money,
            date, timestamp, list.
        returns: Type name of the result.
        call: Pure; gets values, never missing ones. It returns None when it cannot tell, which
            makes the result unknown; what it raises stops the work and names the plugin.
        parameters: The dated values that it may look up by a day among its arguments. The linter
            tells of those whose source nobody has read, and the package of a rule set keeps them.
        looks_up: Gets the same values as *call* and returns what it looked up of *parameters*, so
            that findings tell them with their sources.
        with_parameters: Gives the same function over other values of *parameters*, so that an old
            decision can be made again by the values of its day; without it `replay` says so.
    """

    key: str
    name: Label
    arguments: tuple[str, ...]
    returns: str
    call: Callable[..., object]
    parameters: tuple[Parameter, ...] = ()
    looks_up: Callable[..., Iterable[UsedParameter]] | None = None
    with_parameters: "Callable[[Mapping[str, Parameter]], Function] | None" = None


@attrs.frozen(kw_only=True)
class Observation:
    """What an indicator sees: whether it is so, and the words that show it."""

    verdict: Verdict
    evidence: tuple[Label, ...] = ()


@runtime_checkable
class Indicator(Keyed, Protocol):
    """What to look at in one of the 3P (mittari)."""

    @property
    def principle(self) -> Principle: ...

    def observe(self, principles: Principles) -> Observation:
        """Return what is seen; nothing stated is *cannot tell*."""
        ...


@runtime_checkable
class Selector(Keyed, Protocol):
    """A selection method (valintamenetelmä), named in a rule set by `selection.selector`."""

    def select(
        self, candidates: Sequence[Candidate], limits: Limits, options: Mapping[str, object]
    ) -> Optima:
        """
        Return every best set that keeps the limits.

        Args:
            candidates: Sorted by id; may be empty.
            limits: Never broken.
            options: From `selection.options` of the rule set.

        Raises:
            TooManyApplications: When an exact method cannot take so many.
        """
        ...


@runtime_checkable
class SettlesTies(Protocol):
    """
    A selection method that can choose among more best sets than it lists.

    Offering it is optional: without it, people decide where not all best sets are listed.
    """

    def settle(
        self,
        candidates: Sequence[Candidate],
        limits: Limits,
        options: Mapping[str, object],
        stages: Sequence[Mapping[str, Fraction]],
    ) -> Portfolio | None:
        """
        Return the one best set that the stages leave; None when they leave more, or cannot tell.

        Args:
            candidates: As for `Selector.select`.
            limits: As for `Selector.select`.
            options: As for `Selector.select`.
            stages: What each application adds to a set; of all best sets, listed or not, those of
                the highest sum stay, and so on from stage to stage.
        """
        ...


@runtime_checkable
class TakesByRank(Protocol):
    """
    A selection method that goes by `Candidate.rank` and not by the sum of totals.

    Offering it is optional. The sets that such a method lists may differ in value, where a tie that
    no step decides lets different applications in.
    """

    @property
    def takes_by_rank(self) -> bool: ...


@runtime_checkable
class Assigner(Keyed, Protocol):
    """
    A method that shares applications out to evaluators, named by `assessment.panel.assigner`.

    Every method gives the same answer, since the answer is laid down: as few readings as the limits
    allow, then the largest sum of fits, then the smallest sum of lots, then the readings that come
    first by application and evaluator.
    """

    def assign(self, task: AssignmentTask) -> Assignment:
        """
        Return who reads what, or why nobody can keep all the limits.

        Args:
            task: Sorted by id, so that the order of files changes nothing.

        Raises:
            TooManyReadings: When an exact method cannot take so many readings.
        """
        ...


@runtime_checkable
class PanelMeter(Keyed, Protocol):
    """
    What measures a panel beyond what the core does exactly: by samples, or by least squares.

    It decides nothing. The same ratings and seed give the same numbers.
    """

    def intervals(self, ratings: Ratings, seed: int) -> Mapping[Measure, SampledInterval]:
        """Return between what measures lie in samples of the applications; those it can tell."""
        ...

    def severity(self, ratings: Ratings) -> SeverityReport | None:
        """Return how severe each evaluator is, beside corrected means; None without scores."""
        ...


@runtime_checkable
class TakesVotes(Protocol):
    """
    A selection method that counts citizens' votes.

    Offering it is optional. Votes come beside the applications and are kept in the decision; the
    method without them is one that nobody has voted in.
    """

    def with_votes(self, votes: Votes) -> Selector:
        """Return the same method with the votes; those for others than candidates do not count."""
        ...


@runtime_checkable
class FundingScheme(Keyed, Protocol):
    """How chosen applications are paid (rahoitusmalli), named by `funding.scheme`."""

    def amount(self, application: Application, call: Call) -> Money | None:
        """Return what the application would get if chosen; None when it cannot be told."""
        ...

    def instalments(self, amount: Money, call: Call) -> tuple[Instalment, ...]:
        """Return how *amount* is paid; the instalments sum to it exactly."""
        ...


@runtime_checkable
class ChecksGrants(Protocol):
    """A funding scheme with terms that a choice may break, as that each applicant is paid once."""

    def breaches(
        self, grants: Sequence[Grant], applications: Sequence[Application], call: Call
    ) -> Iterable[Problem]:
        """
        Return every term that the grants break, for people to look at beside the choice.

        It changes no choice and no grant. What is returned is told with the decision: use severity
        `warning`, and a key that the catalogues have.

        Args:
            grants: One per chosen application that gets money, sorted by application.
            applications: Those that the grants are for, and maybe others.
            call: As it was decided.
        """
        ...


@runtime_checkable
class TakesParameters(Protocol):
    """
    A rule or funding scheme that uses the dated values which the rule set names.

    Offering it is optional. Then no number of law stands in code, the day is the one that the rule
    set names, and each value that was looked up is in the trace with its source.

        @attrs.frozen
        class CappedShare:
            key: str = "mycity.capped_share"
            name: Label = Label("...", "...", "...")
            parameters: Mapping[str, UsedParameter] = attrs.field(factory=dict)

            def with_parameters(self, parameters):
                return attrs.evolve(self, parameters=parameters)

            def amount(self, application, call):
                cap = self.parameters["cap"].value     # as in `parameters: {cap: {key: ...}}`
                return None if cap is None else min(cap, application.amount)
    """

    def with_parameters(self, parameters: Mapping[str, UsedParameter]) -> Any:
        """
        Return the same thing with the values.

        Args:
            parameters: Those of the rule set by their name in it, on the days that count for one
                application. One without a value is not in force, or its day is not known: then
                nothing can be told.
        """
        ...


@attrs.frozen(kw_only=True)
class Form:
    """
    The form of a call as far as it could be read (hakulomake).

    Attributes:
        fields: Those that could be read, in their order.
        is_whole: False when there are others, so that a field that is not here may be there.
    """

    fields: tuple[Field, ...] = ()
    is_whole: bool = True

    def named(self, field: str, option: str = "") -> Field | None:
        """
        Return the field that an option of a rule names; None when it may be among the unread.

        Raises:
            InvalidValue: When the form has no such field; told at *option*.
        """
        for one in self.fields:
            if one.id == field:
                return one
        if self.is_whole:
            raise unknown_name(field, (one.id for one in self.fields), option=option)
        return None


@runtime_checkable
class ChecksOptions(Protocol):
    """
    A rule, selector or funding scheme that looks at its options when a rule set is checked.

    Offering it is optional: without it, options are looked at when they are first used.
    """

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """
        Do nothing when the options can be used.

        Args:
            options: As the rule set gives them.
            form: The fields that options may name.

        Raises:
            InvalidValue: When they cannot be used; told at the option that its value *option*
                names, as `areas[1]`, else at the one whose name or value is its *got*.
        """
        ...


@attrs.frozen(kw_only=True)
class RuleSetFile:
    """
    A rule set that a plugin ships.

    Attributes:
        key: Name under which the command line finds it.
        name: What call it is.
        path: The YAML file.
        applications: Example applications, when it has some.
        sheets: Folder of example score sheets, when it has some.
        is_fictional: Whether the example applications are made up.
    """

    key: str
    name: Label
    path: Path
    applications: Path | None = None
    sheets: Path | None = None
    is_fictional: bool = True


@attrs.frozen(kw_only=True)
class PackFile:
    """
    A rule pack that a plugin ships: rules that several rule sets extend by its key.

    Attributes:
        key: Name under which rule sets extend it.
        name: What it is.
        path: The YAML file: a part of a rule set, which may extend other packs.
    """

    key: str
    name: Label
    path: Path
