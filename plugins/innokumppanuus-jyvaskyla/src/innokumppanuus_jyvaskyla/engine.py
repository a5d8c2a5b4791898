"""Verbs of the plugin: two rules, four indicators, and pilot money. No disk and no words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from innokumppanuus.domain.application import Answer, Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.dates import When
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.funding import Grant, Instalment, granted
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money, total
from innokumppanuus.domain.principles import Principle, Principles
from innokumppanuus.errors import InvalidValue, Problem, unknown_name
from innokumppanuus.plugin.interfaces import Form, Observation
from innokumppanuus_jyvaskyla.domain import Breach, BreachKind, check_names, read_plan

PLACE_FIELD, OBJECT_FIELD = "area", "trial_objects"
"""Fields of the form that the rules read unless their options say another."""


@attrs.frozen
class InArea:
    """
    The pilot is carried out in the area (toteutus seudulla).

    Options: `areas`, the ids of the answers that lie in the area, and `field`, which field tells
    the place (`area` unless said). Of several places one in the area is enough.
    """

    key: str = "jyvaskyla.in_area"
    name: Label = Label(
        "Pilotti toteutetaan alueella",
        "Piloten genomförs i regionen",
        "The pilot is carried out in the area",
    )

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        """Return whether a place of the application is in the area."""
        areas = _areas(options)
        field = _field(options, PLACE_FIELD)
        places = _answers(application.answers.get(field))
        met = any(place in areas for place in places or ())
        return _finding(self.key, field, places, met)

    def fields(self, options: Mapping[str, object]) -> tuple[str, ...]:
        """Return the field that tells the place."""
        return (_field(options, PLACE_FIELD),)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """Raise InvalidValue on a misspelt option, field or area, or when no area is listed."""
        areas = _areas(options)
        field = form.named(_field(options, PLACE_FIELD), "field")
        known = [option.id for option in field.options] if field else []
        for place, area in enumerate(areas):
            if known and area not in known:
                raise unknown_name(str(area), known, option=f"areas[{place}]")


@attrs.frozen
class ObjectOfTrial:
    """
    The pilot tries out something that the call is meant for (kokeilun kohde).

    Options: `field`, which field tells it (`trial_objects` unless said), and `least`, how many of
    the field's choices are enough (1 unless said).
    """

    key: str = "jyvaskyla.object_of_trial"
    name: Label = Label(
        "Kokeilun kohde kuuluu haun tarkoitukseen",
        "Försökets föremål hör till utlysningens syfte",
        "The object of the trial is what the call is meant for",
    )

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        """Return whether enough of the field's choices are named."""
        field, least = _field(options, OBJECT_FIELD), _least(options)
        form = call.field(field)
        if form is None:
            raise InvalidValue("unknown-name-none", got=field)
        meant = {option.id for option in form.options}
        named = _answers(application.answers.get(field))
        met = len(meant.intersection(named or ())) >= least
        return _finding(self.key, field, named, met)

    def fields(self, options: Mapping[str, object]) -> tuple[str, ...]:
        """Return the field that tells the object of the trial."""
        return (_field(options, OBJECT_FIELD),)

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """
        Raise InvalidValue on a misspelt option or field, or when `least` can never be reached.

        A field without options has no choices to name.
        """
        least = _least(options)
        field = form.named(_field(options, OBJECT_FIELD), "field")
        if field is None:
            return
        if not field.options:
            raise InvalidValue("options-of-field", got=field.id, option="field")
        most = len(field.options)
        if least > most:
            raise InvalidValue(
                "more-than-options", got=least, most=most, field=field.id, option="least"
            )


@attrs.frozen(kw_only=True)
class Together:
    """
    An indicator that looks whether parts of one principle are stated together.

    Attributes:
        parts: Attributes of the principle; all must hold something.
    """

    key: str
    name: Label
    principle: Principle
    parts: tuple[str, ...]

    def observe(self, principles: Principles) -> Observation:
        """Return met when every part is stated, not met when only some are."""
        whole = getattr(principles, self.principle.value)
        held = [tuple(getattr(whole, part)) for part in self.parts]
        if not any(held):
            return Observation(verdict=Verdict.CANNOT_TELL)
        evidence = tuple(_evidence(one) for part in held for one in part)
        return Observation(
            verdict=Verdict.MET if all(held) else Verdict.NOT_MET,
            evidence=tuple(one for one in evidence if one is not None),
        )


INDICATORS: tuple[Together, ...] = (
    Together(
        key="jyvaskyla.goals_and_tasks",
        name=Label(
            "Yhteiset tavoitteet ja kumppanien tehtävät on kerrottu",
            "De gemensamma målen och partnernas uppgifter har beskrivits",
            "Shared goals and the partners' tasks are told",
        ),
        principle=Principle.PARTNERSHIP,
        parts=("goals", "responsibilities"),
    ),
    Together(
        key="jyvaskyla.users_heard",
        name=Label(
            "Käyttäjäryhmät ja heidän tietonsa käyttö on kerrottu",
            "Användargrupperna och hur deras kunskap används har beskrivits",
            "User groups and the use of what they know are told",
        ),
        principle=Principle.USER_CENTREDNESS,
        parts=("groups", "knowledge_use"),
    ),
    Together(
        key="jyvaskyla.feedback_agreed",
        name=Label(
            "Palautteen kerääminen on kerrottu",
            "Insamlingen av respons har beskrivits",
            "How feedback is gathered is told",
        ),
        principle=Principle.USER_CENTREDNESS,
        parts=("feedback",),
    ),
    Together(
        key="jyvaskyla.route_to_market",
        name=Label(
            "Tie hankinnaksi ja ratkaisun osat on kerrottu",
            "Vägen till upphandling och lösningens delar har beskrivits",
            "The route to procurement and the parts of the solution are told",
        ),
        principle=Principle.PROCUREMENT,
        parts=("routes", "combines"),
    ),
)


@attrs.frozen
class PilotMoney:
    """
    Pilot money (pilotointiraha): the sum applied for, once, never above the cap of the call.

    Options of `funding`: `instalments`, a list of `name`, `share` and, if it is a day, `due`.
    """

    key: str = "jyvaskyla.pilot_money"
    name: Label = Label(
        "Kertaluonteinen pilotointiraha",
        "Pilotfinansiering av engångskaraktär",
        "One-off pilot money",
    )

    def amount(self, application: Application, call: Call) -> Money | None:
        """Return the sum applied for, at most the cap; None when no sum is applied for."""
        amount, cap = application.amount, call.budget.cap_per_pilot.value
        if amount is None or cap is None:
            return amount
        return min(amount, cap)

    def instalments(self, amount: Money, call: Call) -> tuple[Instalment, ...]:
        """Return the instalments by the plan; none when the rule set states no plan."""
        parts = read_plan(call.funding.options).parts
        if not parts:
            return ()
        sums = amount.split([part.share for part in parts])
        return tuple(
            Instalment(
                name=part.name,
                amount=one,
                due=When.day(part.due, call.zone) if part.due else None,
            )
            for part, one in zip(parts, sums, strict=True)
        )

    def breaches(
        self, grants: Sequence[Grant], applications: Sequence[Application], call: Call
    ) -> Iterator[Problem]:
        """Yield a warning of every term that the grants break: the cap, once each, the total."""
        for breach in breaches(grants, applications, call):
            values = {"applications": ", ".join(breach.applications), "got": breach.got}
            if breach.kind is BreachKind.TWICE:
                values["count"] = len(breach.applications)
            else:
                values["limit"] = breach.limit
            yield Problem(key=_TOLD[breach.kind], values=values, path="funding", severity="warning")

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """Raise InvalidValue when the plan of instalments cannot be read."""
        read_plan(options)


_TOLD = {
    BreachKind.OVER_CAP: "grant-over-cap",
    BreachKind.TWICE: "grants-twice",
    BreachKind.OVER_TOTAL: "grants-over-total",
}


def breaches(
    grants: Iterable[Grant], applications: Iterable[Application], call: Call
) -> tuple[Breach, ...]:
    """
    Return every term of pilot money that the grants break: the cap, once each, the total.

    Args:
        grants: In any order.
        applications: Those that the grants are for, and maybe others.
        call: With its cap and its total; what it does not state is not looked at.
    """
    given = sorted(grants, key=lambda grant: grant.application)
    by_id = {one.id: one for one in applications}
    return (*_over_cap(given, call), *_twice(given, by_id), *_over_total(given, call))


def _areas(options: Mapping[str, object]) -> Sequence[object]:
    check_names(options, ("areas", "field"))
    areas = options.get("areas")
    if isinstance(areas, str) or not isinstance(areas, Sequence) or not areas:
        raise InvalidValue("empty", option="areas")
    return areas


def _field(options: Mapping[str, object], usual: str) -> str:
    return str(options.get("field", usual))


def _least(options: Mapping[str, object]) -> int:
    check_names(options, ("field", "least"))
    least = options.get("least", 1)
    if not isinstance(least, int) or isinstance(least, bool):
        raise InvalidValue("must-be-whole", got=least, option="least")
    if least < 1:
        raise InvalidValue("at-least", least=1, got=least, option="least")
    return least


def _over_cap(grants: Sequence[Grant], call: Call) -> Iterator[Breach]:
    cap = call.budget.cap_per_pilot.value
    for grant in grants:
        if cap is not None and grant.amount > cap:
            yield Breach(
                kind=BreachKind.OVER_CAP,
                applications=(grant.application,),
                got=grant.amount,
                limit=cap,
            )


def _twice(grants: Sequence[Grant], applications: Mapping[str, Application]) -> Iterator[Breach]:
    by_applicant: dict[str, list[Grant]] = {}
    for grant in grants:
        by_applicant.setdefault(_applicant(applications[grant.application]), []).append(grant)
    for mine in by_applicant.values():
        if len(mine) > 1:
            yield Breach(
                kind=BreachKind.TWICE,
                applications=tuple(grant.application for grant in mine),
                got=granted(mine, mine[0].amount.currency),
            )


def _over_total(grants: Sequence[Grant], call: Call) -> Iterator[Breach]:
    limit = call.budget.total.value
    if limit is None:
        return
    got = total((grant.amount for grant in grants), limit.currency)
    if got > limit:
        ids = tuple(grant.application for grant in grants)
        yield Breach(kind=BreachKind.OVER_TOTAL, applications=ids, got=got, limit=limit)


def _applicant(application: Application) -> str:
    """Return the business id, or the name without regard to case and spaces."""
    number = application.answers.get("business_id")
    return str(number) if number is not None else " ".join(application.applicant.casefold().split())


def _answers(answer: Answer | None) -> tuple[str, ...] | None:
    if answer is None:
        return None
    return answer if isinstance(answer, tuple) else (str(answer),)


def _finding(key: str, field: str, answer: tuple[str, ...] | None, met: bool) -> Finding:
    if answer is None:
        return Finding(
            rule=key, verdict=Verdict.CANNOT_TELL, values={field: None}, missing=(field,)
        )
    verdict = Verdict.MET if met else Verdict.NOT_MET
    return Finding(rule=key, verdict=verdict, values={field: answer})


def _evidence(held: object) -> Label | None:
    """Return the words of one thing that a principle holds; a bare code has none."""
    if isinstance(held, Label):
        return held
    for attribute in ("name", "task"):
        words = getattr(held, attribute, None)
        if isinstance(words, Label):
            return words
    return None
