"""What does not fit together in service networks, each with its path in the file. It mends none."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from innokumppanuus.errors import Problem, unknown_name
from innokumppanuus_networks.domain import Actor, AgeBand, Service, ServiceNetworks, Tie


def problems_of(networks: ServiceNetworks) -> Iterator[Problem]:
    """Yield every id that is twice or not there, and where age bands leave a gap or overlap."""
    yield from bands_problems(networks.bands)
    groups = [one.id for one in networks.groups]
    needs = [one.id for one in networks.needs]
    actors = [one.id for one in networks.actors]
    bands = len(networks.bands)
    for at, group in _twice(groups):
        name = f"bands[{at}]" if at < bands else f"special_groups[{at - bands}]"
        yield _problem("twice", f"{name}.id", got=group)
    for name, ids in (
        ("needs", needs),
        ("actors", actors),
        ("services", [one.id for one in networks.services]),
        ("measures", [one.id for one in networks.measures]),
        ("additions", [one.id for one in networks.additions]),
    ):
        yield from (_problem("twice", f"{name}[{at}].id", got=got) for at, got in _twice(ids))
    for at, need in enumerate(networks.needs):
        yield from _unknown(need.groups, groups, f"needs[{at}].groups")
    yield from _services(networks.services, actors, needs, groups, "services")
    yield from _ties(networks.ties, actors, groups, "ties")
    yield from _measures(networks, groups, actors)
    yield from _additions(networks, actors, needs, groups)


def bands_problems(bands: Sequence[AgeBand]) -> Iterator[Problem]:
    """Yield where the bands do not hold every age in whole years exactly once, from 0 on."""
    if not bands:
        return
    if bands[0].least != 0:
        yield _problem("network.bands-start", "bands[0].least", got=bands[0].least)
    for at, (before, after) in enumerate(zip(bands, bands[1:], strict=False), start=1):
        path = f"bands[{at}].least"
        if before.most is None:
            yield _problem("network.bands-open", f"bands[{at - 1}]")
        elif after.least > before.most + 1:
            values = {"first": before.most + 1, "last": after.least - 1}
            yield _problem("network.bands-gap", path, **values)
        elif after.least <= before.most:
            values = {"first": after.least, "last": before.most}
            yield _problem("network.bands-overlap", path, **values)
    if bands[-1].most is not None:
        path = f"bands[{len(bands) - 1}].most"
        yield _problem("network.bands-end", path, got=bands[-1].most)


def _services(
    services: Iterable[Service],
    actors: Sequence[str],
    needs: Sequence[str],
    groups: Sequence[str],
    path: str,
) -> Iterator[Problem]:
    for at, one in enumerate(services):
        yield from _unknown([one.actor], actors, f"{path}[{at}].actor", is_list=False)
        if one.need:
            yield from _unknown([one.need], needs, f"{path}[{at}].need", is_list=False)
        yield from _unknown(one.groups, groups, f"{path}[{at}].groups")
        if not one.groups:
            yield _problem("empty", f"{path}[{at}].groups")


def _ties(
    ties: Iterable[Tie], actors: Sequence[str], groups: Sequence[str], path: str
) -> Iterator[Problem]:
    for at, one in enumerate(ties):
        yield from _unknown(one.between, actors, f"{path}[{at}].between")
        yield from _unknown(one.groups, groups, f"{path}[{at}].groups")


def _measures(
    networks: ServiceNetworks, groups: Sequence[str], actors: Sequence[str]
) -> Iterator[Problem]:
    goals = len(networks.programme.principles.partnership.goals)
    answerable = [*actors, *(one.id for one in networks.programme.participants)]
    for at, one in enumerate(networks.measures):
        path = f"measures[{at}]"
        yield from _unknown([one.group], groups, f"{path}.group", is_list=False)
        if one.responsible:
            yield from _unknown([one.responsible], answerable, f"{path}.responsible", is_list=False)
        if one.goal is not None and not 1 <= one.goal <= goals:
            yield _problem("network.goal", f"{path}.goal", got=one.goal, most=goals)


def _additions(
    networks: ServiceNetworks, actors: Sequence[str], needs: Sequence[str], groups: Sequence[str]
) -> Iterator[Problem]:
    taken: Mapping[str, set[str]] = {
        "actors": set(actors),
        "services": {one.id for one in networks.services},
    }
    for at, one in enumerate(networks.additions):
        path = f"additions[{at}]"
        known = [*actors, *(actor.id for actor in one.actors)]
        new: Mapping[str, Sequence[Actor | Service]] = {
            "actors": one.actors,
            "services": one.services,
        }
        for name, things in new.items():
            for index, thing in enumerate(things):
                if thing.id in taken[name]:
                    yield _problem("twice", f"{path}.{name}[{index}].id", got=thing.id)
                taken[name].add(thing.id)
        yield from _services(one.services, known, needs, groups, f"{path}.services")
        yield from _ties(one.ties, known, groups, f"{path}.ties")


def _unknown(
    named: Iterable[str], known: Sequence[str], path: str, is_list: bool = True
) -> Iterator[Problem]:
    for at, one in enumerate(named):
        if one not in known:
            refused = unknown_name(one, known)
            where = f"{path}[{at}]" if is_list else path
            yield Problem(key=refused.key, values=refused.values, path=where)


def _twice(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for at, one in enumerate(ids):
        if one in seen:
            yield at, one
        seen.add(one)


def _problem(key: str, path: str, /, **values: object) -> Problem:
    return Problem(key=key, values=values, path=path)
