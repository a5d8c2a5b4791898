"""Stages, progress, practices and lessons of a network as HTML: sentence, picture and table."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from innokumppanuus.faces.reports.bars import Bar, Fill, bars_svg
from innokumppanuus.faces.reports.pieces import paragraphs_html, table_html
from innokumppanuus.faces.reports.timeline import Span, timeline_svg
from innokumppanuus.faces.texts import Texts
from innokumppanuus_edellakavijat.domain import (
    Adoption,
    Forerunners,
    Learned,
    Practice,
    Stage,
    StageState,
)
from innokumppanuus_edellakavijat.engine.current_state import Progress
from innokumppanuus_edellakavijat.faces.picture import Line, Mark, practices_svg

_KEY = "edellakavijat"
_URGENT = (StageState.LATE, StageState.DUE, StageState.CANNOT_TELL)
_FILLS = {
    StageState.AGREED: Fill.SOLID,
    StageState.GOES_ON: Fill.SOLID,
    StageState.OPEN: Fill.HATCHED,
    StageState.DUE: Fill.HATCHED,
    StageState.POSTPONED: Fill.HATCHED,
}
Standings = Sequence[tuple[Practice, dict[str, Adoption]]]


def stages_html(found: Sequence[Stage], noun: Forerunners, texts: Texts) -> str:
    """Return how each stage stands: what is late or due first, a picture, and a table."""
    say = texts.say
    spans = [_span(one, noun, texts) for one in found]
    title, description = say(f"{_KEY}.stages.title"), say(f"{_KEY}.stages.description")
    picture = timeline_svg(spans, title, description, f"{_KEY}-stages")
    columns = [say(f"{_KEY}.stages.{one}") for one in ("phase", "state", "due", "decided", "why")]
    rows = [_stage_row(one, noun, texts) for one in found]
    return (
        paragraphs_html(stage_sentences(found, noun, texts))
        + (f"\n<figure>{picture}</figure>\n" if picture else "\n")
        + table_html(title, columns, rows)
    )


def stage_sentences(found: Iterable[Stage], noun: Forerunners, texts: Texts) -> tuple[str, ...]:
    """Return a sentence for each stage that needs somebody to act, or one that none does."""
    urgent = [one for one in found if one.state in _URGENT]
    told = tuple(
        texts.say(
            f"{_KEY}.stages.{one.state.value}_told",
            phase=phase_name(one, noun, texts),
            due=one.due,
        )
        for one in urgent
    )
    return told or (texts.say(f"{_KEY}.stages.none_told"),)


def phase_name(one: Stage, noun: Forerunners, texts: Texts) -> str:
    """Return what the phase of the stage is called."""
    phase = noun.programme.phase(one.phase)
    return texts.show(phase.name) if phase is not None else one.phase


def stage_state(one: Stage, texts: Texts) -> str:
    """Return how the stage stands, with the days left or that the decision came late."""
    told = texts.say(f"{_KEY}.stage.{one.state.value}")
    if one.days_left is not None:
        return f"{told}. {texts.plural(f'{_KEY}.stages.days_left', one.days_left)}"
    return f"{told}. {texts.say(f'{_KEY}.stages.was_late')}" if one.was_late else told


def progress_html(found: Sequence[Progress], texts: Texts) -> str:
    """Return how far the group has come in its self-assessment; no city and no level is told."""
    say = texts.say
    bars = [
        Bar(
            name=texts.show(one.name),
            share=Fraction(one.shown, one.cities),
            shown=say(f"{_KEY}.progress.of", n=one.shown, all=one.cities),
            fill=Fill.SOLID if one.shown == one.cities else Fill.HATCHED,
        )
        for one in found
    ]
    title = say(f"{_KEY}.progress.title")
    picture = bars_svg(bars, title, say(f"{_KEY}.progress.description"), f"{_KEY}-progress")
    columns = [
        say(f"{_KEY}.progress.{one}") for one in ("indicator", "cities", "rated", "shown", "asked")
    ]
    rows = [
        (
            texts.show(one.name),
            texts.show(one.cities),
            texts.show(one.rated),
            texts.show(one.shown),
            texts.show(one.cities - one.shown),
        )
        for one in found
    ]
    asked = sum(one.cities - one.shown for one in found)
    sentence = paragraphs_html([texts.plural(f"{_KEY}.progress.told", asked)])
    table = table_html(title, columns, rows, numbers=(1, 2, 3, 4))
    return f"{sentence}\n<figure>{picture}</figure>\n{table}"


def practices_html(found: Standings, noun: Forerunners, texts: Texts) -> str:
    """Return which city made which practice and who adopted it, as a picture and a table."""
    say = texts.say
    cities = [one.id for one in noun.cities]
    lines = [
        Line(
            name=texts.show(practice.name),
            marks=tuple(_mark(practice, latest, city) for city in cities),
        )
        for practice, latest in found
    ]
    title = say(f"{_KEY}.practices.title")
    names = [texts.show(noun.name_of(one)) for one in cities]
    picture = practices_svg(
        lines, names, title, say(f"{_KEY}.practices.description"), f"{_KEY}-practices"
    )
    columns = [
        say(f"{_KEY}.practices.{one}") for one in ("name", "from", "what", "adopted", "changed")
    ]
    rows = [
        (
            texts.show(practice.name),
            texts.show(noun.name_of(practice.city)),
            texts.show(practice.what),
            adopters(latest, noun, texts) or "–",
            changes(latest, noun, texts) or "–",
        )
        for practice, latest in found
    ]
    return f"<figure>{picture}</figure>\n{table_html(title, columns, rows)}"


def adopters(latest: dict[str, Adoption], noun: Forerunners, texts: Texts) -> str:
    """Return who adopted the practice and how far they have come."""
    return "; ".join(
        f"{texts.show(noun.name_of(city))} ({texts.say(f'{_KEY}.adoption.{one.state.value}')})"
        for city, one in latest.items()
    )


def changes(latest: dict[str, Adoption], noun: Forerunners, texts: Texts) -> str:
    """Return what each city changed on the way, or that it changed nothing."""
    told = []
    for city, one in latest.items():
        words = "; ".join(texts.show(change) for change in one.changed)
        told.append(
            f"{texts.show(noun.name_of(city))}: {words or texts.say(f'{_KEY}.practices.as_it_is')}"
        )
    return ". ".join(told)


def lessons_html(found: Sequence[Learned], noun: Forerunners, texts: Texts) -> str:
    """Return what failures taught, as a table."""
    columns = [texts.say(f"{_KEY}.lessons.{one}") for one in ("name", "city", "kind", "lessons")]
    rows = [
        (
            texts.show(one.name),
            texts.show(noun.name_of(one.city)),
            texts.say(f"{_KEY}.lessons.{'adoption' if one.is_adoption else 'trial'}"),
            "; ".join(texts.show(lesson) for lesson in one.lessons),
        )
        for one in found
    ]
    about = paragraphs_html([texts.say(f"{_KEY}.lessons.about")])
    return f"{about}\n{table_html(texts.say(f'{_KEY}.lessons.title'), columns, rows)}"


def _span(one: Stage, noun: Forerunners, texts: Texts) -> Span:
    phase = noun.programme.phase(one.phase)
    if phase is None:
        return Span(name=one.phase)
    due = phase.decide_by.value
    return Span(
        name=texts.show(phase.name),
        starts=phase.starts.value,
        ends=phase.ends.value,
        fill=_FILLS.get(one.state, Fill.EMPTY),
        marks=(due,) if due is not None else (),
    )


def _stage_row(one: Stage, noun: Forerunners, texts: Texts) -> tuple[str, ...]:
    decision = one.decision
    decided, why = "–", "–"
    if decision is not None:
        by = f", {texts.show(noun.name_of(decision.by))}" if decision.by else ""
        decided = f"{texts.show(decision.on)}{by}"
        why = "; ".join(texts.show(reason) for reason in decision.reasons)
    due = texts.show(one.due) if one.due is not None else "–"
    return (phase_name(one, noun, texts), stage_state(one, texts), due, decided, why)


def _mark(practice: Practice, latest: dict[str, Adoption], city: str) -> Mark:
    if practice.city == city:
        return Mark.ORIGIN
    return Mark(latest[city].state.value) if city in latest else Mark.NONE
