"""Who belongs to which group, and who serves it."""

from innokumppanuus.errors import InvalidValue
from innokumppanuus_networks.domain import Actor, AgeBand, Need, Service, ServiceNetworks


def band_of(networks: ServiceNetworks, age: int) -> AgeBand | None:
    """
    Return the age band of somebody of *age* whole years; None when no band has it.

    Raises:
        InvalidValue: When *age* is below 0.
    """
    if age < 0:
        raise InvalidValue("at-least", least=0, got=age)
    return next((one for one in networks.bands if one.has(age)), None)


def services_for(networks: ServiceNetworks, group: str) -> tuple[Service, ...]:
    """Return the services of the group, existing and planned, in the order of the file."""
    networks.group(group)
    return tuple(one for one in networks.services if group in one.groups)


def actors_for(networks: ServiceNetworks, group: str) -> tuple[Actor, ...]:
    """Return the actors that serve the group or plan to, in the order of the file."""
    serving = {one.actor for one in services_for(networks, group)}
    return tuple(one for one in networks.actors if one.id in serving)


def needs_of(networks: ServiceNetworks, group: str) -> tuple[Need, ...]:
    """Return the needs that are looked for in the group, in the order of the file."""
    return tuple(one for one in networks.needs if not one.groups or group in one.groups)
