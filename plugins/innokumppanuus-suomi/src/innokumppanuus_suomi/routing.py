"""Which pathways a purchase may take, and why: conditions from the rule set, put together.

It evaluates the rules by the core's engine and adds up; what would open a pathway is for
`openings`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter, UsedParameter
from innokumppanuus.domain.sources import Source
from innokumppanuus.engine.eligibility import screen
from innokumppanuus.engine.explanation import name_of
from innokumppanuus.errors import UnknownKey
from innokumppanuus.ruleset import RuleSet
from innokumppanuus_suomi.openings import Opening, Turning, openings
from innokumppanuus_suomi.pathways import Pathway
from innokumppanuus_suomi.vignettes import (
    STARTS_FIELD,
    Access,
    Vignette,
    application_of,
    is_split,
    value_of,
)

ACT = "suomi.pathway.act"
"""Key of the dated value that tells which act holds on a day; its titles are those of sources."""
LAW = "law"
"""Id of the condition that the act of the day knows the pathway."""


@attrs.frozen(kw_only=True)
class Condition:
    """
    One condition of a pathway and what came of it (polun edellytys).

    Attributes:
        rule: Id of the rule; `law` for what the act of the day knows.
        name: The condition as a short sentence.
        finding: What came of it.
        dated: The dated values that it turned on.
        sources: Where it is laid down.
        other_act: Where an act of another time lays it down; what holds on the day nobody has read.
    """

    rule: str
    name: Label
    finding: Finding
    dated: tuple[UsedParameter, ...] = ()
    sources: tuple[Source, ...] = ()
    other_act: tuple[Source, ...] = ()

    @property
    def verdict(self) -> Verdict:
        return self.finding.verdict

    @property
    def verified(self) -> bool:
        """Whether somebody of this project has read every source, in the act of the day."""
        told = bool(self.sources) and not self.other_act
        return told and all(one.verified for one in self.sources)


@attrs.frozen(kw_only=True)
class Route:
    """
    A pathway as it stands for one purchase (polku hankinnalle).

    Attributes:
        pathway: Which.
        access: Whether it may be taken.
        conditions: In the order of the pathway.
        asks: Fields that must be known before it can be told, each once, in the order of the form.
        openings: What would open it, the smallest change first; none unless it is closed.
    """

    pathway: Pathway
    access: Access
    conditions: tuple[Condition, ...]
    asks: tuple[str, ...] = ()
    openings: tuple[Opening, ...] = ()

    @property
    def failing(self) -> tuple[Condition, ...]:
        """The conditions that close it."""
        return tuple(one for one in self.conditions if one.verdict is Verdict.NOT_MET)


@attrs.frozen(kw_only=True)
class Routing:
    """
    All pathways of one purchase (hankinnan polut). It is no legal advice.

    Attributes:
        vignette: The purchase.
        call: Names the fields.
        value: Estimated value in all; None when it is not known.
        is_split: Whether parts reach a threshold only together.
        routes: In the order of the pathways.
    """

    vignette: Vignette
    call: Call
    value: Money | None
    is_split: bool
    routes: tuple[Route, ...]

    def with_access(self, access: Access) -> tuple[Route, ...]:
        """Return the pathways that stand so."""
        return tuple(one for one in self.routes if one.access is access)

    def route(self, key: str) -> Route:
        """Return the pathway with the key."""
        return next(one for one in self.routes if one.pathway.key == key)

    @property
    def surprises(self) -> tuple[Route, ...]:
        """The pathways that stand otherwise than officials expect of the vignette."""
        expected = self.vignette.expect
        return tuple(
            one
            for one in self.routes
            if expected.get(one.pathway.key, one.access) is not one.access
        )


def route(
    vignette: Vignette,
    ruleset: RuleSet,
    pathways: Iterable[Pathway],
    parameters: Mapping[str, Parameter],
) -> Routing:
    """
    Return every pathway as it stands for the purchase.

    Args:
        vignette: What is known; nothing is taken for granted.
        ruleset: Its factors and rules are the conditions.
        pathways: In the order in which they are told.
        parameters: Dated values of law, by key.

    Raises:
        UnknownKey: When a pathway needs a rule that the rule set does not have.
    """
    application = application_of(vignette, parameters)
    turning = Turning(ruleset)
    screening = screen(ruleset, application, {})
    findings = {one.rule: one for one in (*screening.findings, *screening.noted)}
    return Routing(
        vignette=vignette,
        call=ruleset.call,
        value=value_of(vignette, parameters),
        is_split=is_split(vignette, parameters),
        routes=tuple(_route(one, turning, application, findings, parameters) for one in pathways),
    )


def access_of(verdicts: Iterable[Verdict]) -> Access:
    """Return open when all are met, closed when one is not, and else that it cannot be told."""
    found = set(verdicts)
    if Verdict.NOT_MET in found:
        return Access.CLOSED
    return Access.CANNOT_TELL if Verdict.CANNOT_TELL in found else Access.OPEN


def _route(
    pathway: Pathway,
    turning: Turning,
    application: Application,
    findings: Mapping[str, Finding],
    parameters: Mapping[str, Parameter],
) -> Route:
    for rule in pathway.conditions:
        if rule not in findings:
            raise UnknownKey("rule", rule, findings)
    call = turning.ruleset.call
    law = (_law(parameters[pathway.law], application),) if pathway.law else ()
    others = other_acts(parameters[ACT], application)
    rules = (_condition(call, findings[one], others) for one in pathway.conditions)
    conditions = (*law, *rules)
    access = access_of(one.verdict for one in conditions)
    failing = tuple(one.rule for one in conditions if one.verdict is Verdict.NOT_MET)
    found = openings(pathway, failing, turning, application) if access is Access.CLOSED else ()
    return Route(
        pathway=pathway,
        access=access,
        conditions=conditions,
        asks=tuple(_asks(conditions, call)),
        openings=found,
    )


def other_acts(parameter: Parameter, application: Application) -> frozenset[str]:
    """Return the titles of the acts that do not hold on the first day; none when it is unknown."""
    day = application.answers.get(STARTS_FIELD)
    if not isinstance(day, date):
        return frozenset()
    return frozenset(one.source.title for one in parameter.values if not one.holds_on(day))


def _asks(conditions: Iterable[Condition], call: Call) -> Iterator[str]:
    unknown = (one for one in conditions if one.verdict is Verdict.CANNOT_TELL)
    missing = {field for one in unknown for field in one.finding.missing}
    yield from (one.id for one in call.form if one.id in missing)


def _law(parameter: Parameter, application: Application) -> Condition:
    """Return whether the act of the day knows a pathway; no value is *cannot tell*."""
    day = application.answers.get(STARTS_FIELD)
    used = UsedParameter.of(parameter, day, LAW)  # type: ignore[arg-type]
    verdict = Verdict.CANNOT_TELL if used.value is None else Verdict.MET
    missing = (STARTS_FIELD,) if used.day is None else ()
    return Condition(
        rule=LAW,
        name=parameter.name,
        finding=Finding(rule=LAW, verdict=verdict, missing=missing, parameters=(used,)),
        dated=(used,),
        sources=(used.source,) if used.source else (),
    )


def _condition(call: Call, finding: Finding, others: frozenset[str]) -> Condition:
    dated = tuple(_turned_on(call, finding))
    factor = next(one for one in call.factors if one.id == finding.rule)
    laid_down = tuple(one.source for one in dated if one.source)
    stated = () if laid_down else tuple(call.sources[one] for one in factor.sources)
    return Condition(
        rule=finding.rule,
        name=name_of(call, finding.rule),
        finding=finding,
        dated=dated,
        sources=(*laid_down, *(one for one in stated if one.title not in others)),
        other_act=tuple(one for one in stated if one.title in others),
    )


def _turned_on(call: Call, finding: Finding) -> Iterable[UsedParameter]:
    """Yield the dated values that it turned on: of tables, those of the rows that matched."""
    if not finding.tables:
        beneath = any(name.startswith("table.") for name in finding.values)
        return () if beneath else finding.parameters
    tables = {one.id: one for one in call.tables}
    named = {tables[hit.table].rows[row - 1].then for hit in finding.tables for row in hit.rows}
    return (one for one in finding.parameters if one.variable in named)
