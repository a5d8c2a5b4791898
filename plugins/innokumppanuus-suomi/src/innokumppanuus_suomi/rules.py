"""Rules that rule sets name by `rule`: de minimis aid by what the applicant declares."""

from collections.abc import Iterable, Mapping

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import Parameter
from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.plugin.interfaces import Form
from innokumppanuus.ruleset.parameters import (
    DAY_NOT_KNOWN,
    NOT_IN_FORCE,
    TIMETABLE_DAYS,
    fixed_days,
    is_day,
    on_days,
)
from innokumppanuus_suomi.de_minimis import Ceiling, ceiling_key, fits
from innokumppanuus_suomi.law import parameters

_OPTIONS = ("amount", "earlier", "on", "ceiling")


@attrs.frozen
class DeMinimis:
    """
    The grant is de minimis aid as a whole, with the earlier aid that the applicant declares.

    Options: `earlier`, the field that holds the de minimis aid of the years that count
    (`de_minimis_received` unless said); `amount`, the field of the sum applied for (`amount`
    unless said); `on`, the day that counts: a day or a time of the timetable (`decided` unless
    said); `ceiling`: `general` (unless said), `road_freight` or `sgei`.
    """

    key: str = "suomi.de_minimis"
    name: Label = Label(
        "Tuki mahtuu de minimis -tuen enimmäismäärään",
        "Stödet ryms inom takbeloppet för stöd av mindre betydelse",
        "The aid is within the ceiling of de minimis aid",
    )
    law: Mapping[str, Parameter] = attrs.field(factory=parameters, eq=False, repr=False)

    def check(self, application: Application, call: Call, options: Mapping[str, object]) -> Finding:
        """Return whether the sum and the earlier aid are together at most the ceiling."""
        fields = (_word(options, "amount", "amount"), _earlier(options))
        amount, earlier = (application.answers.get(field) for field in fields)
        answers = dict(zip(fields, (amount, earlier), strict=True))
        missing = tuple(sorted(name for name, one in answers.items() if one is None))
        days = fixed_days(call.timetable, call.zone, _on(options))
        used = on_days(self._parameter(options), days, "")
        most = used.value
        verdict, note = Verdict.CANNOT_TELL, ""
        if not isinstance(most, Money):
            note = NOT_IN_FORCE if used.day is not None else DAY_NOT_KNOWN
        elif isinstance(amount, Money) and isinstance(earlier, Money):
            verdict = Verdict.MET if fits(amount, most - earlier) else Verdict.NOT_MET
        return Finding(
            rule=self.key,
            verdict=verdict,
            values=answers,
            missing=missing,
            note=note,
            parameters=(used,),
        )

    def fields(self, options: Mapping[str, object]) -> tuple[str, ...]:
        """Return the fields of the sum applied for and of the earlier aid."""
        return (_word(options, "amount", "amount"), _earlier(options))

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """Raise InvalidValue on a misspelt option, field, day or ceiling, or no field of money."""
        for name in options:
            if name not in _OPTIONS:
                raise unknown_name(str(name), _OPTIONS)
        parameter = self._parameter(options)
        _on(options)
        for option, id in (
            ("amount", _word(options, "amount", "amount")),
            ("earlier", _earlier(options)),
        ):
            field = form.named(id, option)
            if field is not None and field.type is not FieldType.MONEY:
                raise InvalidValue("must-be-money", got=field.type.value, option=option)
            if field is not None:
                _same_currency(field, parameter, option)

    def own_parameters(self, options: Mapping[str, object]) -> Iterable[Parameter]:
        """Return the ceiling that the options name."""
        return (self._parameter(options),)

    def with_own_parameters(self, parameters: Mapping[str, Parameter]) -> "DeMinimis":
        """Return the rule over these values, as when an old decision is made again."""
        return attrs.evolve(self, law={**self.law, **parameters})

    def _parameter(self, options: Mapping[str, object]) -> Parameter:
        named = _word(options, "ceiling", Ceiling.GENERAL)
        if named not in list(Ceiling):
            raise unknown_name(named, [one.value for one in Ceiling], option="ceiling")
        return self.law[ceiling_key(Ceiling(named))]


def _word(options: Mapping[str, object], name: str, unless_said: str) -> str:
    word = options.get(name, unless_said)
    if not isinstance(word, str):
        raise InvalidValue("must-be-text", got=word, option=name)
    return word


def _earlier(options: Mapping[str, object]) -> str:
    return _word(options, "earlier", "de_minimis_received")


def _on(options: Mapping[str, object]) -> str:
    on = str(options.get("on", "decided"))
    if on in TIMETABLE_DAYS:
        return on
    if not is_day(on):
        raise unknown_name(on, TIMETABLE_DAYS, option="on")
    return on


def _same_currency(field: Field, parameter: Parameter, option: str) -> None:
    sums = (one.value for one in parameter.values)
    for currency in (one.currency for one in sums if isinstance(one, Money)):
        if currency != field.currency:
            raise InvalidValue("currencies", first=currency, second=field.currency, option=option)
