"""What scripts get with `--json` of service networks: plain data, the same keys every time."""

from typing import Any

from innokumppanuus_networks.domain import Actor, ServiceNetworks, Tie
from innokumppanuus_networks.engine.bridges import Bridge
from innokumppanuus_networks.engine.coverage import Cell, Gap, Overlap
from innokumppanuus_networks.engine.growth import Growth
from innokumppanuus_networks.faces.wording import Wording


def of_actor(networks: ServiceNetworks, actor: Actor) -> dict[str, Any]:
    """Return an actor with its services."""
    return {
        "id": actor.id,
        "kind": actor.kind.value,
        "existence": actor.existence.value,
        "services": [
            {
                "id": one.id,
                "need": one.need or None,
                "groups": list(one.groups),
                "role": one.role.value,
                "existence": one.existence.value,
                "since": one.since.isoformat() if one.since else None,
            }
            for one in networks.services
            if one.actor == actor.id
        ],
    }


def of_tie(tie: Tie) -> dict[str, Any]:
    """Return a tie."""
    return {
        "between": list(tie.between),
        "kind": tie.kind.value,
        "existence": tie.existence.value,
        "groups": list(tie.groups),
        "since": tie.since.isoformat() if tie.since else None,
    }


def of_cell(cell: Cell) -> dict[str, Any]:
    """Return how far one need of one group is answered."""
    return {
        "group": cell.group,
        "need": cell.need,
        "coverage": cell.coverage.value,
        "services": list(cell.services),
    }


def of_gap(gap: Gap, wording: Wording) -> dict[str, Any]:
    """Return a gap with its sentence."""
    return {
        "group": gap.group,
        "need": gap.need or None,
        "kind": gap.kind.value if gap.kind else None,
        "coverage": gap.coverage.value,
        "services": list(gap.services),
        "text": wording.gap(gap),
    }


def of_overlap(overlap: Overlap, wording: Wording) -> dict[str, Any]:
    """Return an overlap with its sentence."""
    return {
        "group": overlap.group,
        "need": overlap.need,
        "actors": list(overlap.actors),
        "services": list(overlap.services),
        "untied": [list(pair) for pair in overlap.untied],
        "text": wording.overlap(overlap),
    }


def of_bridge(bridge: Bridge, wording: Wording) -> dict[str, Any]:
    """Return a bridge with its sentence."""
    return {
        "kind": bridge.kind.value,
        "actors": list(bridge.actors),
        "parts": [list(part) for part in bridge.parts],
        "groups": list(bridge.groups),
        "text": wording.bridge(bridge),
    }


def of_growth(growth: Growth, wording: Wording) -> dict[str, Any]:
    """Return what additions change, with its sentences."""
    return {
        "additions": list(growth.additions),
        "actors": list(growth.actors),
        "services": list(growth.services),
        "ties": [list(ends) for ends in growth.ties],
        "closed": [of_gap(one, wording) for one in growth.closed],
        "eased": [of_gap(one, wording) for one in growth.eased],
        "left": [of_gap(one, wording) for one in growth.left],
        "opened": [of_gap(one, wording) for one in growth.opened],
        "overlaps": [of_overlap(one, wording) for one in growth.overlaps],
        "bridges_gone": [of_bridge(one, wording) for one in growth.bridges],
        "bridges_new": [of_bridge(one, wording) for one in growth.new_bridges],
        "parts_before": growth.parts_before,
        "parts_after": growth.parts_after,
        "texts": list(wording.summary(growth)),
    }
