"""A funding scheme that pays a share of the costs within limits, in instalments. Exact."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

import attrs

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call, Field, FieldType
from innokumppanuus.domain.funding import Instalment
from innokumppanuus.domain.labels import LANGUAGES, Label, same
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.parameters import UsedParameter
from innokumppanuus.errors import InvalidValue, unknown_name
from innokumppanuus.plugin.interfaces import Form
from innokumppanuus.ruleset.parameters import PREFIX
from innokumppanuus.ruleset.scalars import read_exact, read_money

REST: Final = "rest"
"""The share of one instalment that takes what the others leave."""

_COSTS, _OTHER, _RATE, _CAP, _FLOOR = "costs", "other_funding", "rate", "cap", "floor"
_OWN, _INSTALMENTS = "own_minimum", "instalments"
_OPTIONS: Final = (_COSTS, _RATE, _CAP, _FLOOR, _OWN, _OTHER, _INSTALMENTS)


@attrs.frozen
class Share:
    """
    A share of the costs up to a cap (osuus kustannuksista).

    Options of `funding`; numbers may be dated values, written `parameter.<name>`:
    `costs`, the money field with the costs; `rate`, the share of them that is paid; `cap`, the
    largest grant; `floor`, the smallest one: what comes out below it is not granted; `own_minimum`,
    the share of the costs that the applicant must bear; `other_funding`, a money field with other
    funding of the same costs; `instalments`, a list of `name` and `share`, of which one may be
    `rest`. The rate is rounded half up to a cent. Nobody gets more than is applied for, where the
    form asks for a sum.
    """

    key: str = "share"
    name: Label = Label("Osuus kustannuksista", "Andel av kostnaderna", "A share of the costs")
    parameters: Mapping[str, UsedParameter] = attrs.field(factory=dict)

    def with_parameters(self, parameters: Mapping[str, UsedParameter]) -> "Share":
        """Return the scheme with the dated values; see `plugin.interfaces.TakesParameters`."""
        return attrs.evolve(self, parameters=parameters)

    def amount(self, application: Application, call: Call) -> Money | None:
        """Return the grant; None when it cannot be told, or when it is below the floor."""
        options = call.funding.options
        costs = application.answers.get(str(options.get(_COSTS)))
        rate = self._number(options[_RATE])
        limits = list(self._limits(application, call))
        if not isinstance(costs, Money) or rate is None or None in limits:
            return None
        known = [one for one in limits if one is not None]
        granted = max(min([costs.share(rate), *known]), Money(0, costs.currency))
        floor = self._money(options[_FLOOR]) if _FLOOR in options else Money(0, costs.currency)
        return granted if floor is not None and granted >= floor else None

    def instalments(self, amount: Money, call: Call) -> tuple[Instalment, ...]:
        """Return the instalments; none when nobody has stated them or a share is not in force."""
        parts = _parts(call.funding.options)
        shares = [None if one["share"] == REST else self._number(one["share"]) for one in parts]
        open_ones = [place for place, one in enumerate(shares) if one is None]
        stated = sum((one for one in shares if one is not None), Fraction(0))
        if any(parts[place]["share"] != REST for place in open_ones) or not parts:
            return ()
        for place in open_ones:
            shares[place] = 1 - stated
        sums = amount.split([one for one in shares if one is not None])
        return tuple(
            Instalment(name=_label(part["name"]), amount=one)
            for part, one in zip(parts, sums, strict=True)
        )

    def check_options(self, options: Mapping[str, object], form: Form) -> None:
        """Raise InvalidValue when an option is missing, misspelt or not what it must be."""
        _known(options, _OPTIONS)
        for name in (_COSTS, _RATE):
            if name not in options:
                raise InvalidValue("key-missing", got=name)
        for name in (_COSTS, _OTHER):
            if name in options:
                _check_money_field(str(options[name]), name, form)
        for name in (_RATE, _OWN):
            _check_share(options.get(name, 0), name)
        for name in (_CAP, _FLOOR):
            if name in options and not _dated(options[name]):
                _read_sum(options[name], name)
        _check_parts(options)

    def _limits(self, application: Application, call: Call) -> Iterator[Money | None]:
        """Yield the most that each limit lets be granted; None where that cannot be told."""
        options, costs = (
            call.funding.options,
            application.answers.get(str(call.funding.options.get(_COSTS))),
        )
        if not isinstance(costs, Money):
            yield None
            return
        if _CAP in options:
            yield self._money(options[_CAP])
        own = self._number(options.get(_OWN, 0))
        if own is None:
            yield None
            return
        left = Money(int(costs.cents * (1 - own)), costs.currency)
        other = application.answers.get(str(options.get(_OTHER, "")))
        if _OTHER in options:
            yield left - other if isinstance(other, Money) else None
        else:
            yield left
        if any(one.id == "amount" for one in call.form):
            yield application.amount

    def _number(self, stated: object) -> Fraction | None:
        value = self._value(stated)
        return None if value is None else _fraction(value)

    def _money(self, stated: object) -> Money | None:
        value = self._value(stated)
        return value if isinstance(value, Money | None) else _read_sum(value, "")

    def _value(self, stated: object) -> object:
        """Return what is stated, or what the dated value of that name holds on its day."""
        name = _dated(stated)
        return self.parameters[name].value if name else stated


def _dated(stated: object) -> str:
    """Return the name of the dated value that is stated; empty when it is none."""
    text = stated if isinstance(stated, str) else ""
    return text.removeprefix(PREFIX) if text.startswith(PREFIX) else ""


def _known(options: Mapping[str, object], names: Sequence[str], inside: str = "") -> None:
    for name in options:
        if name not in names:
            raise unknown_name(name, names, option=f"{inside}.{name}".removeprefix("."))


def _check_money_field(named: str, option: str, form: Form) -> None:
    field: Field | None = form.named(named, option)
    if field is not None and field.type is not FieldType.MONEY:
        must = FieldType.MONEY.value
        raise InvalidValue(
            "standard-field", id=named, must=must, got=field.type.value, option=option
        )


def _check_share(stated: object, option: str) -> Fraction | None:
    """Return the share; None for a dated value, whose unit is known when it is looked up."""
    if _dated(stated):
        return None
    try:
        value = _fraction(stated)
    except InvalidValue as problem:
        raise InvalidValue(problem.key, **problem.values, option=option) from problem
    if not 0 <= value <= 1:
        raise InvalidValue("off-scale", bottom=0, top=1, got=value, option=option)
    return value


def _check_parts(options: Mapping[str, object]) -> None:
    parts = _parts(options)
    shares: list[Fraction | None] = []
    rests = 0
    for place, part in enumerate(parts):
        inside = f"{_INSTALMENTS}[{place}]"
        _known(part, ("name", "share"), inside)
        for name in ("name", "share"):
            if name not in part:
                raise InvalidValue("key-missing", got=name, option=inside)
        _label(part["name"])
        if part["share"] == REST:
            rests += 1
        else:
            shares.append(_check_share(part["share"], f"{inside}.share"))
    known = sum((one for one in shares if one is not None), Fraction(0))
    is_whole = rests == 1 and known <= 1 if rests else known == 1 or None in shares
    if parts and not is_whole:
        raise InvalidValue("shares-sum", got=str(known), option=_INSTALMENTS)


def _parts(options: Mapping[str, object]) -> tuple[Mapping[str, object], ...]:
    stated = options.get(_INSTALMENTS, ())
    if not isinstance(stated, tuple | list):
        raise InvalidValue("must-be-list", got=stated, option=_INSTALMENTS)
    for place, one in enumerate(stated):
        if not isinstance(one, Mapping):
            raise InvalidValue("must-be-mapping", got=one, option=f"{_INSTALMENTS}[{place}]")
    return tuple(stated)


def _fraction(value: object) -> Fraction:
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    return read_exact(str(value))


def _read_sum(value: object, option: str) -> Money:
    try:
        return read_money(str(value))
    except InvalidValue as problem:
        raise InvalidValue(problem.key, **problem.values, option=option) from problem


def _label(stated: object) -> Label:
    """Return words in one language for all, or in each."""
    if isinstance(stated, Mapping):
        _known(stated, LANGUAGES, "name")
        return Label(**{str(key): str(words) for key, words in stated.items()})
    return same(str(stated))
