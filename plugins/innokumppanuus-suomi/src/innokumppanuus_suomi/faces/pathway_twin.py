"""What the pathway panel shows, in words and tables; it needs no widgets."""

from html import escape

from innokumppanuus.engine.explanation import field_name
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.faces.pathway_html import (
    details_html,
    in_order,
    picture_html,
    routes_table,
)
from innokumppanuus_suomi.faces.pathway_state import Guess, PathwayState
from innokumppanuus_suomi.faces.wording import (
    notices,
    sections,
    standing,
    value_text,
    warnings,
    why,
)
from innokumppanuus_suomi.law import parameters
from innokumppanuus_suomi.routing import Routing
from innokumppanuus_suomi.vignettes import Access


def heading_html(texts: Texts) -> str:
    """Return the heading and what stands on every output."""
    title = escape(texts.say("suomi.pathway.title"))
    return f"<h3>{title}</h3>{paragraphs_html(notices(texts, is_fictional=True))}"


def story_html(state: PathwayState, texts: Texts) -> str:
    """Return what is told of the vignette, and that it has been changed."""
    told = [texts.show(state.vignette.story), value_text(state.routing, texts)]
    told.extend(warnings(state.routing, texts))
    if state.is_changed:
        told.append(texts.say("suomi.panel.changed"))
    return paragraphs_html(told)


def status_text(state: PathwayState, texts: Texts) -> str:
    """Return in a sentence how many pathways are open, or that they wait for guesses."""
    if not state.is_shown:
        return texts.say("suomi.panel.hidden")
    counts = {one.value: len(state.routing.with_access(one)) for one in Access}
    return texts.say("suomi.panel.status", **counts)


def guesses_html(state: PathwayState, texts: Texts) -> str:
    """Return every guess with how the pathway stands and why, and the points."""
    told = state.guessed
    rows = [_guess_row(one, state.routing, texts) for one in told]
    columns = [
        texts.say(f"suomi.column.{one}") for one in ("pathway", "guess", "access", "why", "section")
    ]
    right = sum(one.is_right for one in told)
    points = [texts.say("suomi.panel.points", right=right, of=len(told))]
    if state.points:
        all_right, of = state.total
        points.append(texts.say("suomi.panel.total", right=all_right, of=of))
    return paragraphs_html(points) + table_html(texts.say("suomi.panel.guesses"), columns, rows)


def routes_html(state: PathwayState, texts: Texts, prefix: str = "pathway-panel") -> str:
    """Return the pathways with details and the picture of the thresholds."""
    routing = state.routing
    details = "".join(details_html(one, routing, texts) for one in in_order(routing))
    return picture_html(routing, texts, parameters(), prefix) + details


def pathway_html(state: PathwayState, texts: Texts, prefix: str = "pathway") -> str:
    """Return all that the panel shows of the vignette, without controls and guesses."""
    routing = state.routing
    head = f"<h4>{escape(texts.show(state.vignette.name))}</h4>"
    table = routes_table(routing, texts)
    body = story_html(state, texts) + table + routes_html(state, texts, prefix)
    return f'<div class="inno-section">{head}{body}{_no_advice(texts)}</div>'


def facts_html(state: PathwayState, texts: Texts) -> str:
    """Return what is known to be so or not so, as a list."""
    call, facts = state.ruleset.call, state.vignette.facts
    listed = "".join(
        f"<li>{escape(texts.show(field_name(call, field)))}: "
        f"{escape(texts.show(facts[field]))}</li>"
        for field in state.fact_fields
        if field in facts
    )
    return f"<ul>{listed}</ul>" if listed else ""


def _guess_row(guess: Guess, routing: Routing, texts: Texts) -> tuple[str, ...]:
    found = routing.route(guess.pathway.key)
    key = "suomi.panel.held_open" if guess.is_open else "suomi.panel.held_closed"
    mark = "✓" if guess.is_right else "✗"
    return (
        texts.show(guess.pathway.name),
        f"{mark} {texts.say(key)}",
        standing(found, texts),
        why(found, routing.call, texts),
        sections(found, texts),
    )


def _no_advice(texts: Texts) -> str:
    return paragraphs_html((texts.say("suomi.pathway.no_advice"),))
