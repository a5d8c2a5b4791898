"""Texts that promise what no rule checks, and languages that state different numbers."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any, cast

import attrs

from innokumppanuus.domain.dates import Count, When, zone
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.money import Money
from innokumppanuus.ruleset.expressions.comparisons import constants
from innokumppanuus.ruleset.linting.desk import Desk, Found
from innokumppanuus.ruleset.linting.numbers import Said, day, number, said, time, year

_PROMISES = ("name", "purpose", "help", "because", "exception")
_TALES = ("sources", "roles", "gaps")


def differing(desk: Desk) -> Found:
    """The languages of one text state the same numbers, sums and days."""
    for path, label in desk.labels():
        stated = {one: said(_in(label, one), one) for one in LANGUAGES if _in(label, one)}
        every = {figure for figures in stated.values() for figure in figures}
        odd = sorted(
            figure for figure in every if not all(figure in one for one in stated.values())
        )
        if odd:
            words = _words(odd, stated)
            yield desk.finding("texts-differ", path, got=words)


def unchecked(desk: Desk) -> Found:
    """Every number in what applicants are told is a limit, a rule or a value of the call."""
    known = set(_known(desk))
    for path, label in desk.labels():
        if path.split(".")[-1] not in _PROMISES or path.startswith(_TALES):
            continue
        stated = {one: said(_in(label, one), one) for one in LANGUAGES if _in(label, one)}
        odd = sorted({figure for one in stated.values() for figure in one} - known)
        if odd:
            yield desk.finding("text-unchecked", path, got=_words(odd, stated))


def _words(odd: Iterable[Said], stated: Mapping[str, Mapping[Said, str]]) -> str:
    found = [
        f"{words} ({language})"
        for language, figures in stated.items()
        for figure, words in figures.items()
        if figure in set(odd)
    ]
    return ", ".join(dict.fromkeys(found))


def _in(label: Label, language: str) -> str:
    return str(getattr(label, language))


def _known(desk: Desk) -> Iterator[Said]:
    """Yield every number, day and time of day that the call holds outside its texts."""
    call = desk.call
    nouns = [getattr(call, one.name) for one in attrs.fields(type(call)) if one.name not in _TALES]
    parameters = [value.value for one in desk.ruleset.parameters.values() for value in one.values]
    in_rules = [one.value for rule in desk.ruleset.rules.values() for one in constants(rule.node)]
    for value in (*nouns, *parameters, *in_rules):
        yield from _figures(value, call.zone)
    for value in desk.ruleset.written.values():
        if value and " " not in value:
            yield from (one for one in said(value, "en"))


def _figures(value: object, place: str) -> Iterator[Said]:
    match value:
        case bool() | str() | Label() | None:
            return
        case int() | Fraction():
            yield number(value)
        case float():
            yield number(Fraction(repr(value)))
        case Money():
            yield number(Fraction(value.cents, 100))
        case datetime():
            there = value.astimezone(zone(place))
            yield from _figures(there.date(), place)
            yield time(there.hour, there.minute)
        case date():
            yield from (day(value.month, value.day), year(value.year))
        case When():
            yield from _figures(value.earliest, place)
            yield from _figures(value.latest, place)
        case Count():
            yield from _figures((value.least, value.most), place)
        case Mapping():
            yield from (one for part in value.values() for one in _figures(part, place))
        case tuple() | list():
            yield from (one for part in value for one in _figures(part, place))
        case _ if attrs.has(type(value)):
            for attribute in attrs.fields(cast(Any, type(value))):
                yield from _figures(getattr(value, attribute.name), place)
