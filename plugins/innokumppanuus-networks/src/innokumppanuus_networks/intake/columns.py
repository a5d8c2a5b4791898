"""The columns of lists of services and of ties, with their headings. It reads and writes none."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from innokumppanuus.domain.call import Field, FieldType, Option
from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus_networks.domain import (
    EXISTENCE_NAMES,
    KIND_NAMES,
    ROLE_NAMES,
    TIE_NAMES,
    ServiceNetworks,
)

_Word = TypeVar("_Word", bound=StrEnum)

SERVICES_SHEET = Label("Palvelut", "Tjänster", "Services")
TIES_SHEET = Label("Yhteydet", "Förbindelser", "Ties")
_GROUPS = Label("Ryhmät", "Grupper", "Groups")
_SINCE = Label("Alkaen", "Från och med", "Since")


def service_fields(networks: ServiceNetworks) -> tuple[Field, ...]:
    """Return the columns of the list of services; a row without a service is of an actor only."""
    return (
        _text("actor", Label("Toimija", "Aktör", "Actor"), required=True),
        *_names("actor", Label("Toimijan nimi", "Aktörens namn", "Name of the actor")),
        _choice("kind", Label("Toimijan laji", "Typ av aktör", "Kind of actor"), KIND_NAMES),
        _choice(
            "actor_existence",
            Label("Toimijan tila", "Aktörens läge", "State of the actor"),
            EXISTENCE_NAMES,
        ),
        Field(
            id="is_type",
            name=Label("Edustaa monta", "Står för många", "Stands for many"),
            type=FieldType.YES_NO,
            required=False,
        ),
        _text("service", Label("Palvelu", "Tjänst", "Service")),
        *_names("service", Label("Palvelun nimi", "Tjänstens namn", "Name of the service")),
        _things("need", Label("Palvelutarve", "Servicebehov", "Need"), _needs(networks)),
        _things("groups", _GROUPS, _groups(networks), FieldType.CHOICES),
        _choice("role", Label("Palvelurooli", "Serviceroll", "Role"), ROLE_NAMES),
        _choice(
            "existence",
            Label("Palvelun tila", "Tjänstens läge", "State of the service"),
            EXISTENCE_NAMES,
        ),
        _day("since", _SINCE),
    )


def tie_fields(networks: ServiceNetworks) -> tuple[Field, ...]:
    """Return the columns of the list of ties."""
    return (
        _text("first", Label("Toimija 1", "Aktör 1", "Actor 1"), required=True),
        _text("second", Label("Toimija 2", "Aktör 2", "Actor 2"), required=True),
        _choice("kind", Label("Yhteyden laji", "Typ av förbindelse", "Kind of tie"), TIE_NAMES),
        _things("groups", _GROUPS, _groups(networks), FieldType.CHOICES),
        _choice(
            "existence",
            Label("Yhteyden tila", "Förbindelsens läge", "State of the tie"),
            EXISTENCE_NAMES,
        ),
        _day("since", _SINCE),
    )


def _text(id_: str, name: Label, required: bool = False) -> Field:
    return Field(id=id_, name=name, required=required)


def _names(thing: str, name: Label) -> Iterable[Field]:
    for language in LANGUAGES:
        heading = Label(*(f"{name.say(one)} ({language})" for one in LANGUAGES))
        yield _text(f"{thing}_{language}", heading)


def _choice(id_: str, name: Label, named: Mapping[_Word, Label]) -> Field:
    options = tuple(Option(id=one.value, name=words) for one, words in named.items())
    return Field(id=id_, name=name, type=FieldType.CHOICE, options=options, required=False)


def _things(
    id_: str, name: Label, options: tuple[Option, ...], kind: FieldType = FieldType.CHOICE
) -> Field:
    return Field(id=id_, name=name, type=kind, options=options, required=False)


def _day(id_: str, name: Label) -> Field:
    return Field(id=id_, name=name, type=FieldType.DATE, required=False)


def _needs(networks: ServiceNetworks) -> tuple[Option, ...]:
    return tuple(Option(id=one.id, name=one.name) for one in networks.needs)


def _groups(networks: ServiceNetworks) -> tuple[Option, ...]:
    return tuple(Option(id=one.id, name=one.name) for one in networks.groups)
