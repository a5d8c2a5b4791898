"""A routing as plain data for scripts. It decides nothing."""

from innokumppanuus.domain.findings import Change
from innokumppanuus.domain.sources import Source
from innokumppanuus.engine.explanation import field_name
from innokumppanuus.faces.reports.changes import arrow
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.faces.wording import why
from innokumppanuus_suomi.openings import Opening
from innokumppanuus_suomi.routing import Condition, Route, Routing


def routing_data(routing: Routing, texts: Texts, only: str = "") -> dict[str, object]:
    """Return the purchase and its pathways, or *only* the one with that key."""
    vignette = routing.vignette
    return {
        "id": vignette.id,
        "name": texts.show(vignette.name),
        "what": vignette.kind and vignette.kind.value,
        "buyer": vignette.buyer and vignette.buyer.value,
        "from": vignette.from_whom and vignette.from_whom.value,
        "date": vignette.starts and vignette.starts.isoformat(),
        "value": routing.value and str(routing.value),
        "is_split": routing.is_split,
        "pathways": [
            _route(one, routing, texts) for one in routing.routes if only in ("", one.pathway.key)
        ],
        "surprises": [one.pathway.key for one in routing.surprises],
    }


def _route(route: Route, routing: Routing, texts: Texts) -> dict[str, object]:
    return {
        "key": route.pathway.key,
        "name": texts.show(route.pathway.name),
        "leads_to": route.pathway.leads_to.value,
        "access": route.access.value,
        "why": why(route, routing.call, texts),
        "conditions": [_condition(one, texts) for one in route.conditions],
        "asks": [
            {"field": one, "name": texts.show(field_name(routing.call, one))} for one in route.asks
        ],
        "openings": [_opening(one, routing, texts) for one in route.openings],
        "routes": [one.value for one in route.pathway.routes],
    }


def _condition(condition: Condition, texts: Texts) -> dict[str, object]:
    return {
        "rule": condition.rule,
        "name": texts.show(condition.name),
        "verdict": condition.verdict.value,
        "verified": condition.verified,
        "sources": [_source(one) for one in condition.sources],
        "parameters": [
            {
                "key": one.key,
                "day": one.day and one.day.isoformat(),
                "value": None if one.value is None else str(one.value),
            }
            for one in condition.dated
        ],
    }


def _source(source: Source) -> dict[str, object]:
    return {
        "title": source.title,
        "section": source.section,
        "address": source.address,
        "verified": source.verified,
    }


def _opening(opening: Opening, routing: Routing, texts: Texts) -> dict[str, object]:
    return {
        "changes": [
            {
                "field": one.field,
                "before": None if one.before is None else str(one.before),
                "after": None if one.after is None else str(one.after),
            }
            for one in opening.answers
        ],
        "asks": list(opening.asks),
        "text": arrow(Change(answers=opening.answers), routing.call, texts),
    }
