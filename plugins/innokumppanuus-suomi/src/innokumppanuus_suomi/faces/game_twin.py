"""What the game of disqualification shows, in words and tables; it needs no widgets."""

from collections.abc import Iterator
from html import escape

from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.conflict_game import CardResult
from innokumppanuus_suomi.conflicts import Ground
from innokumppanuus_suomi.faces.game_state import GameState


def heading_html(texts: Texts) -> str:
    """Return the heading, and that people are made up and nothing is legal advice."""
    said = (texts.say("suomi.pathway.no_advice"), texts.say("suomi.game.fictional"))
    return f"<h3>{escape(texts.say('suomi.game.title'))}</h3>{paragraphs_html(said)}"


def card_html(state: GameState, texts: Texts) -> str:
    """Return the card with the applicants."""
    applicants = [one.name for one in state.file.applicants]
    return paragraphs_html(
        (
            texts.show(state.card.story),
            texts.say("suomi.game.applicants", applicants=applicants),
        )
    )


def status_text(state: GameState, texts: Texts) -> str:
    """Return whether the answer was right, or that it waits."""
    if not state.is_checked:
        return texts.say("suomi.game.waits")
    right, of = state.total
    key = "suomi.game.right" if state.result.is_right else "suomi.game.wrong"
    return f"{texts.say(key)} {texts.say('suomi.game.points', right=right, of=of)}"


def result_html(state: GameState, texts: Texts) -> str:
    """Return every ground with what was named and what there is, and the feedback."""
    result = state.result
    columns = [
        texts.say(f"suomi.game.column.{one}") for one in ("ground", "named", "true", "section")
    ]
    rows = [_row(one, result, texts) for one in state.grounds]
    table = table_html(texts.say("suomi.game.table"), columns, rows)
    return paragraphs_html(feedback(state, result, texts)) + table


def game_html(state: GameState, texts: Texts) -> str:
    """Return the card with its answer, without controls."""
    head = f"<h4>{escape(texts.show(state.card.name))}</h4>"
    body = card_html(state, texts) + result_html(state, texts)
    return f'<div class="inno-section">{head}{body}</div>'


def ground_text(ground: Ground, texts: Texts) -> str:
    """Return the ground as a sentence begins."""
    name = texts.show(ground.name)
    return f"{name[:1].upper()}{name[1:]}"


def feedback(state: GameState, result: CardResult, texts: Texts) -> Iterator[str]:
    """Yield what to say of each mistake, and what the card teaches."""
    names = {one.key: ground_text(one, texts) for one in state.grounds}
    for family, keys in (("missed", result.missed), ("extra", result.extra)):
        for key in keys:
            said = texts.say(f"suomi.game.{family}", ground=names[key])
            words: Label | None = result.card.mistakes.get(key)
            yield said if words is None else f"{said} {texts.show(words)}"
    if result.card.stated:
        yield texts.say("suomi.game.stated")
    if result.true and result.applications:
        yield texts.say("suomi.game.whole_call", applications=result.applications)
    yield texts.show(result.card.teaches)


def _row(ground: Ground, result: CardResult, texts: Texts) -> tuple[str, ...]:
    named, true = ground.key in result.named, ground.key in result.true
    mark = "✓" if named is true else "✗"
    star = "" if ground.verified else "*"
    return (
        ground_text(ground, texts),
        f"{mark} {texts.show(named)}",
        texts.show(true),
        f"{ground.section}{star}",
    )
