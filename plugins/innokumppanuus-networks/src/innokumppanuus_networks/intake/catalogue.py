"""
Services from an export of the Finnish service catalogue (Palvelutietovaranto, PTV).

It reads the JSON of the open interface, version 11 and those near it: pages with `itemList`, lists
and single items, services and organisations. Every item is either placed in the networks or told
of with the reason, so that nothing is lost. Codes are mapped by the programme's own groups
(`target_groups`) and needs (`service_classes`).

Source:
    Digital and Population Data Services Agency, PTV open API: resources Service and Organization.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import attrs

from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.errors import IntakeProblems, Place, Problem
from innokumppanuus.intake.safety import take
from innokumppanuus_networks.domain import (
    Actor,
    ActorKind,
    Existence,
    Service,
    ServiceNetworks,
    ServiceRole,
)

Item: TypeAlias = Mapping[str, Any]

_KINDS: Mapping[str, ActorKind] = {
    "Municipality": ActorKind.CITY,
    "Region": ActorKind.REGION,
    "RegionalOrganization": ActorKind.REGION,
    "SotePublic": ActorKind.REGION,
    "Company": ActorKind.COMPANY,
    "SotePrivate": ActorKind.COMPANY,
    "State": ActorKind.OTHER,
    "Organization": ActorKind.ASSOCIATION,
}
"""Kind of actor by the catalogue's type of organisation."""

_PUBLISHED = {"Published": Existence.EXISTING, "Modified": Existence.EXISTING}
_DRAFT, _NAME_TYPES = "Draft", ("Name", "")
_PRODUCER, _RESPONSIBLE = "Producer", ("Responsible", "OtherResponsible")
_UNSAFE = re.compile(r"[^a-z0-9]+")


@attrs.frozen(kw_only=True)
class Unplaced:
    """
    A service of the export that has no place in the networks (sijoittamaton palvelu).

    Attributes:
        id: Its identifier in the catalogue, or its number in the file.
        name: What it is called there; None when it has no name.
        problem: Why it has no place.
    """

    id: str
    name: Label | None
    problem: Problem


@attrs.frozen(kw_only=True)
class CatalogueReading:
    """
    What came out of an export (palvelutietovarannon luenta).

    Attributes:
        networks: The networks with the new actors and services.
        items: How many services the export has.
        placed: Identifiers of the services that were placed, in the order of the export.
        unplaced: The others, with reasons; with *placed* they are all.
        actors: Ids of the actors that were not there before.
        problems: What was noticed besides: parts of placed services that were not understood.
    """

    networks: ServiceNetworks
    items: int
    placed: tuple[str, ...]
    unplaced: tuple[Unplaced, ...]
    actors: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def read_catalogue(path: Path, networks: ServiceNetworks) -> CatalogueReading:
    """
    Return what the export in the file holds, placed in *networks*.

    Raises:
        HostileFile: When the file is refused before it is read.
        IntakeProblems: When it is not JSON, or holds no services.
    """
    items = tuple(_items(_document(path)))
    services = [(at, one) for at, one in enumerate(items, start=1) if not _is_organisation(one)]
    if not services:
        raise IntakeProblems([Problem(key="network.ptv-no-services", place=Place(file=path.name))])
    reader = _Reader(networks, path.name, [one for one in items if _is_organisation(one)])
    for number, item in services:
        reader.take(item, number)
    return CatalogueReading(
        networks=attrs.evolve(
            networks,
            actors=(*networks.actors, *reader.actors.values()),
            services=(*networks.services, *reader.services),
        ),
        items=len(services),
        placed=tuple(reader.placed),
        unplaced=tuple(reader.unplaced),
        actors=tuple(reader.actors),
        problems=tuple(reader.problems),
    )


class _Reader:
    """Places one service after another."""

    def __init__(self, networks: ServiceNetworks, file: str, organisations: Iterable[Item]) -> None:
        self._networks, self._file = networks, file
        self._organisations = {str(one.get("id", "")): one for one in organisations}
        self._taken = {one.id for one in networks.actors}
        self._known = {
            _plain(words): one
            for one in networks.actors
            if one.name
            for language in LANGUAGES
            if (words := getattr(one.name, language))
        }
        self._codes = {
            "targetGroups": _codes((one.id, one.target_groups) for one in networks.groups),
            "serviceClasses": _codes((one.id, one.service_classes) for one in networks.needs),
        }
        self.actors: dict[str, Actor] = {}
        self.services: list[Service] = []
        self.placed: list[str] = []
        self.unplaced: list[Unplaced] = []
        self.problems: list[Problem] = []
        self._used = {one.id for one in networks.services}

    def take(self, item: object, number: int) -> None:
        """Place the item, or tell why it has no place."""
        if not isinstance(item, Mapping):
            self._refuse("network.ptv-item", str(number), None, number)
            return
        id_ = str(item.get("id") or f"item-{number}")
        name = _label(item.get("serviceNames"))
        if name is None:
            self._refuse("network.ptv-nameless", id_, None, number)
            return
        existence = self._existence(item)
        groups, _ = self._mapped(item, "targetGroups")
        needs, strange = self._mapped(item, "serviceClasses")
        producers = tuple(self._producers(item, number))
        if existence is None:
            self._refuse("network.ptv-status", id_, name, number, got=str(item["publishingStatus"]))
        elif not groups:
            codes = ", ".join(_code(one) for one in _list(item, "targetGroups")) or "–"
            self._refuse("network.ptv-group", id_, name, number, got=codes)
        elif not producers:
            self._refuse("network.ptv-organisation", id_, name, number)
        elif not self._is_here(item):
            codes = ", ".join(sorted(_area_codes(item)))
            self._refuse("network.ptv-area", id_, name, number, got=codes)
        else:
            if not needs:
                got = ", ".join(strange) or "–"
                self._notice("network.ptv-need", number, got=got)
            self._place(id_, name, existence, groups, needs or ("",), producers)

    def _place(
        self,
        id_: str,
        name: Label,
        existence: Existence,
        groups: tuple[str, ...],
        needs: tuple[str, ...],
        producers: tuple[str, ...],
    ) -> None:
        self.placed.append(id_)
        for producer in producers:
            for need in needs:
                self.services.append(
                    Service(
                        id=_free(f"ptv-{id_}", self._used),
                        actor=producer,
                        name=name,
                        need=need,
                        groups=groups,
                        role=ServiceRole.PROVIDER,
                        existence=existence,
                    )
                )

    def _existence(self, item: Item) -> Existence | None:
        status = item.get("publishingStatus")
        if status in (None, ""):
            return Existence.EXISTING
        return Existence.PLANNED if status == _DRAFT else _PUBLISHED.get(str(status))

    def _is_here(self, item: Item) -> bool:
        """Tell whether residents of the programme's areas are served; all are, unless told."""
        codes = _area_codes(item)
        return not (codes and self._networks.areas) or bool(codes & {*self._networks.areas})

    def _mapped(self, item: Item, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return ids of ours for the codes of the item, and the codes that map to none."""
        known, found, strange = self._codes[key], [], []
        for one in _list(item, key):
            code = _code(one)
            ids = known.get(code, ())
            found += [id_ for id_ in ids if id_ not in found]
            strange += [] if ids else [code]
        order = [id_ for ids in known.values() for id_ in ids]
        return tuple(sorted(found, key=order.index)), tuple(strange)

    def _producers(self, item: Item, number: int) -> Iterator[str]:
        """Yield the actors that produce the service; those responsible when nobody is told."""
        by_role: dict[bool, list[Item]] = {True: [], False: []}
        for one in _list(item, "organizations"):
            if isinstance(one, Mapping):
                role = one.get("roleType")
                if role == _PRODUCER or role in _RESPONSIBLE:
                    by_role[role == _PRODUCER].append(one)
                else:
                    self._notice("network.ptv-role", number, got=str(role))
        for group in _mappings(item, "serviceProducers"):
            by_role[True] += [{"organization": one} for one in _mappings(group, "organizations")]
        seen: set[str] = set()
        for one in by_role[True] or by_role[False]:
            actor = self._actor(one)
            if actor is not None and actor not in seen:
                seen.add(actor)
                yield actor

    def _actor(self, entry: Item) -> str | None:
        inner = entry.get("organization")
        told: Item = inner if isinstance(inner, Mapping) else {}
        id_ = str(told.get("id") or entry.get("organizationId") or "")
        organisation = self._organisations.get(id_, {})
        name = _label(organisation.get("organizationNames")) or _name(told.get("name"))
        if name is None:
            return None
        for words in (name.fi, name.sv, name.en):
            if words and _plain(words) in self._known:
                return self._known[_plain(words)].id
        kind = _KINDS.get(str(organisation.get("organizationType", "")), ActorKind.UNKNOWN)
        made = Actor(id=_free(_slug(name), self._taken), kind=kind, name=name)
        self.actors[made.id] = made
        self._known.update({_plain(one): made for one in (name.fi, name.sv, name.en) if one})
        return made.id

    def _refuse(
        self, key: str, id_: str, name: Label | None, number: int, **values: object
    ) -> None:
        problem = self._problem(key, number, values)
        self.unplaced.append(Unplaced(id=id_, name=name, problem=problem))

    def _notice(self, key: str, number: int, **values: object) -> None:
        self.problems.append(self._problem(key, number, values))

    def _problem(self, key: str, number: int, values: Mapping[str, object]) -> Problem:
        place, path = Place(file=self._file), f"itemList[{number - 1}]"
        return Problem(key=key, values=values, place=place, path=path, severity="warning")


def _document(path: Path) -> object:
    content = take(path)
    try:
        document: object = json.loads(content.raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        place = Place(file=path.name)
        raise IntakeProblems(
            [Problem(key="record-json", values={"got": str(error)}, place=place)]
        ) from error
    return document


def _items(document: object) -> Iterator[Any]:
    if isinstance(document, list):
        for one in document:
            yield from _items(one) if _is_page(one) else (one,)
    elif _is_page(document):
        assert isinstance(document, Mapping)
        yield from document["itemList"]
    elif isinstance(document, Mapping) and ("serviceNames" in document or "id" in document):
        yield document


def _is_page(one: object) -> bool:
    return isinstance(one, Mapping) and isinstance(one.get("itemList"), list)


def _is_organisation(item: object) -> bool:
    return isinstance(item, Mapping) and "organizationNames" in item


def _list(item: Item, key: str) -> list[Any]:
    value = item.get(key)
    return value if isinstance(value, list) else []


def _area_codes(item: Item) -> set[str]:
    """Return the codes of municipalities that the service is limited to; none when it is not."""
    codes: set[str] = {str(one.get("code")) for one in _mappings(item, "municipalities")}
    for area in _mappings(item, "areas"):
        if area.get("type") == "Municipality":
            codes.add(str(area.get("code")))
        codes |= {str(one.get("code")) for one in _mappings(area, "municipalities")}
    return codes - {"None", ""}


def _mappings(item: Item, key: str) -> Iterator[Item]:
    return (one for one in _list(item, key) if isinstance(one, Mapping))


def _code(one: object) -> str:
    """Return the code of a term; the last part of its address when it has no code."""
    if isinstance(one, str):
        return one.rsplit(":", 1)[-1]
    if not isinstance(one, Mapping):
        return str(one)
    return str(one.get("code") or str(one.get("uri") or "").rsplit(":", 1)[-1])


def _codes(things: Iterable[tuple[str, tuple[str, ...]]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for id_, codes in things:
        for code in codes:
            found[code] = (*found.get(code, ()), id_)
    return found


def _label(names: object) -> Label | None:
    """Return a localised list of names as a label; only names proper, and languages of ours."""
    listed = [one for one in names if isinstance(one, Mapping)] if isinstance(names, list) else []
    words = {
        str(one.get("language")): str(one.get("value") or "").strip()
        for one in listed
        if (one.get("type") or "") in _NAME_TYPES
    }
    mine = [words.get(language, "") for language in LANGUAGES]
    return Label(*mine) if any(mine) else None


def _name(name: object) -> Label | None:
    if isinstance(name, list):
        return _label(name)
    words = name.strip() if isinstance(name, str) else ""
    return Label(words, words, words) if words else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _slug(name: Label) -> str:
    plain = _plain(name.fi or name.sv or name.en)
    return _UNSAFE.sub("-", plain.translate(str.maketrans("äåö", "aao"))).strip("-") or "toimija"


def _free(wanted: str, taken: set[str]) -> str:
    """Return the id, with a number after it where it is taken."""
    id_, number = wanted, 1
    while id_ in taken:
        number += 1
        id_ = f"{wanted}-{number}"
    taken.add(id_)
    return id_
