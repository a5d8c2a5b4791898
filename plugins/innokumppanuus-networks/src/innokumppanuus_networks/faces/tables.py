"""The tables beside the pictures, as rows of words; pages, panels and commands show them."""

from collections.abc import Iterable

import attrs

from innokumppanuus.faces.reports.pieces import table_html
from innokumppanuus_networks.domain import (
    EXISTENCE_NAMES,
    KIND_NAMES,
    ROLE_NAMES,
    TIE_NAMES,
    Existence,
    Service,
    ServiceRole,
)
from innokumppanuus_networks.engine.bridges import Bridge
from innokumppanuus_networks.engine.coverage import Coverage, Gap, Overlap, coverage
from innokumppanuus_networks.engine.groups import services_for
from innokumppanuus_networks.faces.marks import mark_of
from innokumppanuus_networks.faces.wording import Wording


@attrs.frozen(kw_only=True)
class Rows:
    """
    A table in words (taulukko).

    Attributes:
        title: Key of its caption.
        columns: Headings.
        rows: Cells; the first of each is the heading of its row.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def html(self, wording: Wording) -> str:
        """Return it as HTML."""
        return table_html(wording.texts.say(self.title), self.columns, self.rows)


def actor_rows(wording: Wording) -> Rows:
    """Return who serves which group and as what: the twin of the map."""
    networks, texts = wording.networks, wording.texts
    rows = []
    for actor in networks.actors:
        cells = [wording.actor(actor.id), texts.show(KIND_NAMES[actor.kind])]
        cells.append(texts.show(EXISTENCE_NAMES[actor.existence]))
        for group in networks.groups:
            mine = [one for one in services_for(networks, group.id) if one.actor == actor.id]
            cells.append(texts.say(f"network.mark.{mark_of(networks, mine).value}"))
        rows.append(tuple(cells))
    columns = (*_say(wording, "actor", "kind", "state"), *_groups(wording))
    return Rows(title="network.table.actors", columns=columns, rows=tuple(rows))


def serving_rows(wording: Wording) -> Rows:
    """Return the same in few columns, for screens and paper."""
    texts, groups = wording.texts, _groups(wording)
    rows = []
    for row in actor_rows(wording).rows:
        name, kind, state, *marks = row
        none = texts.say("network.mark.none")
        served = zip(groups, marks, strict=True)
        told = "; ".join(f"{group}: {mark}" for group, mark in served if mark != none)
        rows.append((name, kind, state, told or none))
    columns = _say(wording, "actor", "kind", "state", "serves")
    return Rows(title="network.table.actors", columns=columns, rows=tuple(rows))


def service_rows(wording: Wording) -> Rows:
    """Return every service with the need that it answers; what nobody answers is not told."""
    networks, texts = wording.networks, wording.texts
    known = {one.id for one in networks.groups}
    return Rows(
        title="network.table.services",
        columns=_say(wording, "actor", "need", "groups", "role", "state"),
        rows=tuple(
            (
                wording.actor(one.actor),
                wording.need(one.need),
                ", ".join(wording.group(group) for group in one.groups if group in known),
                texts.show(ROLE_NAMES[one.role]),
                texts.show(EXISTENCE_NAMES[_existence(wording, one)]),
            )
            for one in networks.services
        ),
    )


def tie_rows(wording: Wording) -> Rows:
    """Return the ties with their days: the twin of the arcs."""
    networks, texts = wording.networks, wording.texts
    return Rows(
        title="network.table.ties",
        columns=_say(wording, "first", "second", "kind", "state", "since", "groups"),
        rows=tuple(
            (
                *(wording.actor(end) for end in one.between),
                texts.show(TIE_NAMES[one.kind]),
                texts.show(EXISTENCE_NAMES[one.existence]),
                texts.show(one.since),
                _about(wording, one.groups),
            )
            for one in networks.ties
        ),
    )


def answer_rows(wording: Wording) -> Rows:
    """Return who answers each need of each group and as what: the twin of the picture of needs."""
    networks, texts = wording.networks, wording.texts
    services = {one.id: one for one in networks.services}
    rows = []
    for cell in coverage(networks):
        words = texts.say(f"network.coverage.{cell.coverage.value}")
        answering = tuple(_answering(wording, services[one]) for one in cell.services)
        told = words if cell.coverage is Coverage.NONE else f"{words}: {texts.show(answering)}"
        rows.append((wording.group(cell.group), wording.need(cell.need), told))
    columns = _say(wording, "group", "need", "answer")
    return Rows(title="network.table.needs", columns=columns, rows=tuple(rows))


def gap_rows(wording: Wording, gaps: Iterable[Gap]) -> Rows:
    """Return the gaps with the services that they are reckoned from."""
    return Rows(
        title="network.table.gaps",
        columns=_say(wording, "gap", "grounds"),
        rows=tuple(
            (
                wording.gap(one),
                ", ".join(one.services) or wording.texts.say("network.no_services"),
            )
            for one in gaps
        ),
    )


def overlap_rows(wording: Wording, overlaps: Iterable[Overlap]) -> Rows:
    """Return the overlaps with the services that they are reckoned from."""
    return Rows(
        title="network.table.overlaps",
        columns=_say(wording, "overlap", "grounds"),
        rows=tuple((wording.overlap(one), ", ".join(one.services)) for one in overlaps),
    )


def bridge_rows(wording: Wording, bridges: Iterable[Bridge]) -> Rows:
    """Return the bridges, and why each is one."""
    return Rows(
        title="network.table.bridges",
        columns=_say(wording, "bridge", "why"),
        rows=tuple((wording.actors(one.actors), wording.bridge(one)) for one in bridges),
    )


def measure_rows(wording: Wording) -> Rows:
    """Return the measures of each group."""
    networks, texts = wording.networks, wording.texts
    return Rows(
        title="network.table.measures",
        columns=_say(wording, "measure", "group", "responsible", "goal", "by", "indicator"),
        rows=tuple(
            (
                texts.show(one.name),
                wording.group(one.group),
                _responsible(wording, one.responsible),
                texts.show(one.goal),
                texts.show(one.by),
                texts.show(one.indicator),
            )
            for one in networks.measures
        ),
    )


def member_rows(wording: Wording) -> Rows:
    """Return who takes part by sector; a role that nobody is named for is told as such."""
    texts = wording.texts
    return Rows(
        title="network.table.members",
        columns=_say(wording, "member", "sector", "named"),
        rows=tuple(
            (
                texts.show(one.shown_name),
                texts.say(f"sector.{one.shown_sector.value}"),
                texts.show(one.party is not None),
            )
            for one in wording.networks.programme.participants
        ),
    )


def goal_rows(wording: Wording) -> Rows:
    """Return the shared goals with their measures; one that is lacking is told as such."""
    texts = wording.texts
    goals = wording.networks.programme.principles.partnership.goals
    return Rows(
        title="network.table.goals",
        columns=_say(wording, "goal", "goal_name", "indicator"),
        rows=tuple(
            (
                str(at),
                texts.show(one.name),
                texts.show(one.measure) if one.measure else texts.say("network.ask_measure"),
            )
            for at, one in enumerate(goals, start=1)
        ),
    )


def _answering(wording: Wording, service: Service) -> str:
    """Return the actor, with what sets it apart from an existing provider."""
    name, texts = wording.actor(service.actor), wording.texts
    if not wording.networks.is_existing(service):
        return f"{name} ({texts.show(EXISTENCE_NAMES[Existence.PLANNED])})"
    if service.role is ServiceRole.PROVIDER:
        return name
    return f"{name} ({texts.show(ROLE_NAMES[service.role])})"


def _existence(wording: Wording, service: Service) -> Existence:
    is_existing = wording.networks.is_existing(service)
    return Existence.EXISTING if is_existing else Existence.PLANNED


def _responsible(wording: Wording, responsible: str) -> str:
    networks = wording.networks
    if responsible in {one.id for one in networks.actors}:
        return wording.actor(responsible)
    member = networks.programme.participant(responsible)
    return wording.texts.show(member.shown_name if member else None)


def _about(wording: Wording, groups: Iterable[str]) -> str:
    named = ", ".join(wording.group(one) for one in groups)
    return named or wording.texts.say("network.all_groups")


def _groups(wording: Wording) -> tuple[str, ...]:
    return tuple(wording.group(one.id) for one in wording.networks.groups)


def _say(wording: Wording, *names: str) -> tuple[str, ...]:
    return tuple(wording.texts.say(f"network.column.{name}") for name in names)
