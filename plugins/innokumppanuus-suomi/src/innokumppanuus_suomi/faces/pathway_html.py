"""A routing as HTML: tables, details and the picture with its table; and the whole page."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Final

from markupsafe import Markup

from innokumppanuus.domain.parameters import Parameter, ParameterValue
from innokumppanuus.domain.principles import ROUTE_NAMES
from innokumppanuus.faces.reports.pages import TEMPLATES, render
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.faces.picture import Line, lines_of, thresholds_svg
from innokumppanuus_suomi.faces.wording import (
    condition_text,
    notices,
    opening_text,
    sections,
    standing,
    surprise_texts,
    value_text,
    warnings,
    why,
)
from innokumppanuus_suomi.routing import Route, Routing
from innokumppanuus_suomi.vignettes import Access

ORDER: Final = (Access.OPEN, Access.CANNOT_TELL, Access.CLOSED)
"""Pathways that may be taken are told first, then those that depend on an answer."""
_FOLDER: Final = Path(__file__).parent / "templates"


def page(
    routings: Iterable[Routing],
    texts: Texts,
    parameters: Mapping[str, Parameter],
    *,
    is_fictional: bool,
) -> Mapping[str, bytes]:
    """Return the report of purchases as one web page, by its file name."""
    told = [
        {
            "id": f"purchase-{place}",
            "name": one.vignette.name,
            "story": one.vignette.story,
            "html": Markup(routing_html(one, texts, parameters, f"purchase-{place}")),
        }
        for place, one in enumerate(routings, start=1)
    ]
    style = Markup((TEMPLATES / "style.css").read_text(encoding="utf-8"))
    made = render(
        "pathway.html.j2",
        texts,
        _FOLDER,
        purchases=told,
        notices=notices(texts, is_fictional=is_fictional),
        style=style,
    )
    return {f"pathway.{texts.language}.html": made}


def routing_html(
    routing: Routing, texts: Texts, parameters: Mapping[str, Parameter], prefix: str
) -> str:
    """Return everything that is told of one purchase; *prefix* begins its ids."""
    heads = paragraphs_html(
        (value_text(routing, texts), *warnings(routing, texts), *surprise_texts(routing, texts))
    )
    details = "".join(details_html(one, routing, texts) for one in in_order(routing))
    return "\n".join(
        (
            heads,
            routes_table(routing, texts),
            picture_html(routing, texts, parameters, prefix),
            f"<h3>{escape(texts.say('suomi.pathway.details'))}</h3>",
            details,
        )
    )


def in_order(routing: Routing) -> tuple[Route, ...]:
    """Return the pathways as they are told: open, to be asked, closed."""
    return tuple(one for access in ORDER for one in routing.with_access(access))


def routes_table(routing: Routing, texts: Texts) -> str:
    """Return every pathway with how it stands, why, and its sections; `*` marks what is unread."""
    columns = [texts.say(f"suomi.column.{one}") for one in ("pathway", "access", "why", "section")]
    rows = [
        (
            texts.show(one.pathway.name),
            standing(one, texts),
            why(one, routing.call, texts),
            sections(one, texts),
        )
        for one in in_order(routing)
    ]
    return table_html(texts.say("suomi.pathway.table"), columns, rows)


def details_html(route: Route, routing: Routing, texts: Texts) -> str:
    """Return the conditions of one pathway with their sources, and what would open it."""
    head = escape(f"{standing(route, texts)}: {texts.show(route.pathway.name)}")
    listed = "".join(f"<li>{escape(condition_text(one, texts))}</li>" for one in route.conditions)
    about = [texts.show(route.pathway.about)]
    if route.pathway.routes:
        names = [texts.show(ROUTE_NAMES[one]) for one in route.pathway.routes]
        about.append(texts.say("suomi.pathway.routes", routes=names))
    after = [opening_text(one, routing.call, texts) for one in route.openings]
    if route.access is Access.CLOSED and not after:
        after.append(texts.say("suomi.opening.none"))
    if route.pathway.caution is not None:
        after.append(texts.say("suomi.pathway.caution", words=route.pathway.caution))
    return (
        f"<details><summary>{head}</summary>\n{paragraphs_html(about)}\n"
        f'<ul class="plain">{listed}</ul>\n{paragraphs_html(after)}</details>\n'
    )


def picture_html(
    routing: Routing, texts: Texts, parameters: Mapping[str, Parameter], prefix: str
) -> str:
    """Return the thresholds over the years as a picture and a table; words when none are known."""
    lines = lines_of(routing, parameters)
    if not lines:
        return paragraphs_html((texts.say("suomi.picture.none"),))
    svg = thresholds_svg(routing, lines, texts, f"{prefix}-thresholds")
    return f"<figure>{svg}</figure>\n{thresholds_table(routing, lines, texts)}"


def thresholds_table(routing: Routing, lines: Iterable[Line], texts: Texts) -> str:
    """Return the same thresholds as a table, the time of the purchase marked."""
    columns = [texts.say(f"suomi.column.{one}") for one in ("level", "from", "to", "sum", "source")]
    starts = routing.vignette.starts
    rows = []
    for line in lines:
        level = texts.say(f"suomi.level.{line.level.value}")
        for one in line.values:
            mark = "◆ " if starts is not None and one.holds_on(starts) else ""
            rows.append((f"{mark}{level}", *_period(one, texts)))
    return table_html(texts.say("suomi.picture.table"), columns, rows, numbers={3})


def _period(one: ParameterValue, texts: Texts) -> tuple[str, ...]:
    source = f"{one.source.title}, {one.source.section}"
    verified = "source.verified" if one.source.verified else "source.unverified"
    until = texts.show(one.valid_to) if one.valid_to else texts.say("suomi.picture.for_now")
    told = f"{source} ({texts.say(verified)})"
    return (texts.show(one.valid_from), until, texts.show(one.value), told)
