"""What the panel of service networks shows, in words, pictures and tables; it needs no widgets."""

from html import escape

from innokumppanuus.faces.reports.pieces import paragraphs_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus_networks.engine.bridges import bridges
from innokumppanuus_networks.engine.coverage import overlaps
from innokumppanuus_networks.faces import tables
from innokumppanuus_networks.faces.pictures import map_svg, needs_svg
from innokumppanuus_networks.faces.state import ALL, NetworkState
from innokumppanuus_networks.faces.wording import Wording

_KEY = "network.panel"


def notice_html(state: NetworkState, texts: Texts) -> str:
    """Return the words that say that the network is made up; nothing for a real one."""
    if not state.before.programme.is_fictional:
        return ""
    return f"<p><strong>{escape(texts.say(f'{_KEY}.fictional'))}</strong></p>"


def status_text(state: NetworkState, texts: Texts) -> str:
    """Return in a few sentences what was added and how many gaps are left."""
    grown = state.growth
    gaps_left = len(grown.left) + len(grown.opened)
    said = [
        texts.say(
            "network.growth.new",
            actors=len(grown.actors),
            services=len(grown.services),
            ties=len(grown.ties),
        )
    ]
    if state.is_revealed:
        before = len(grown.closed) + len(grown.left)
        said.append(texts.say("network.growth.gaps", before=before, after=gaps_left))
    if state.guesses:
        hits, misses, of = state.named
        key = "named" if state.is_revealed else "naming"
        said.append(
            texts.say(f"{_KEY}.{key}", hits=hits, misses=misses, of=of, n=len(state.guesses))
        )
    return " ".join(said)


def map_html(state: NetworkState, texts: Texts) -> str:
    """Return the map of what is shown, with its table."""
    shown = state.shown
    wording = Wording(shown, texts)
    picture = map_svg(shown, texts, "network-panel")
    return (
        f'<figure class="inno-scroll" tabindex="0">{picture}</figure>'
        f"{_folded(tables.serving_rows(wording).html(wording), texts)}"
        f"{_folded(tables.service_rows(wording).html(wording), texts, 'services')}"
    )


def guesses_html(state: NetworkState, texts: Texts) -> str:
    """Return the gaps that people have named so far, as a list."""
    wording = Wording(state.before, texts)
    named = [
        f"<li>{escape(wording.group(group))}: {escape(wording.need(need))}</li>"
        for group, need in sorted(state.guesses)
    ]
    return f"<ul>{''.join(named)}</ul>" if named else ""


def findings_html(state: NetworkState, texts: Texts) -> str:
    """Return what is found in the networks as they are now; nothing before it is asked for."""
    if not state.is_revealed:
        return f"<p>{escape(texts.say(f'{_KEY}.hidden'))}</p>"
    after = state.after
    wording, shown = Wording(after, texts), Wording(state.shown, texts)
    parts = [
        f'<figure class="inno-scroll" tabindex="0">'
        f"{needs_svg(state.shown, texts, 'network-panel')}</figure>",
        _folded(tables.answer_rows(shown).html(shown), texts),
    ]
    if state.gaps:
        parts.append(tables.gap_rows(wording, state.gaps).html(wording))
    else:
        parts.append(f"<p>{escape(texts.say(f'{_KEY}.no_gaps'))}</p>")
    found = [one for one in overlaps(after) if state.group in (ALL, one.group)]
    if found:
        parts.append(tables.overlap_rows(wording, found).html(wording))
    held = bridges(after, state.group)
    if held:
        parts.append(tables.bridge_rows(wording, held).html(wording))
    return f'<div class="inno-section">{"".join(parts)}</div>'


def change_html(state: NetworkState, texts: Texts) -> str:
    """Return what was changed by what was added; nothing when nothing was."""
    if not state.is_revealed or state.after == state.before:
        return ""
    wording = Wording(state.after, texts)
    return paragraphs_html(wording.summary(state.growth))


def network_html(state: NetworkState, texts: Texts) -> str:
    """Return all that the panel shows, without controls."""
    status = escape(status_text(state, texts))
    body = "".join(
        (
            map_html(state, texts),
            guesses_html(state, texts),
            findings_html(state, texts),
            change_html(state, texts),
        )
    )
    return f'<div class="inno-panel">{notice_html(state, texts)}<p>{status}</p>{body}</div>'


def _folded(table: str, texts: Texts, summary: str = "as_table") -> str:
    words = escape(texts.say(f"{_KEY}.{summary}"))
    body = f'<div class="inno-section">{table}</div>'
    return f"<details><summary>{words}</summary>{body}</details>"
