"""What is known of a programme, and how, as tables: basics, participants, phases, events, facts."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from innokumppanuus.domain.dates import Precision, When
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.domain.programme import Participant, Phase, PhaseKind, Programme, Statement
from innokumppanuus.domain.sources import Fact, Status
from innokumppanuus.faces.reports.bars import Fill
from innokumppanuus.faces.reports.facts import profile_rows
from innokumppanuus.faces.reports.pieces import table_html
from innokumppanuus.faces.reports.timeline import Span, timeline_svg
from innokumppanuus.faces.reports.view import share
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.texts.formats import clock

_FILLS = {
    PhaseKind.BASE: Fill.SOLID,
    PhaseKind.PART: Fill.SOLID,
    PhaseKind.STAGE: Fill.HATCHED,
    PhaseKind.OPTION: Fill.EMPTY,
}


def basics_html(programme: Programme, texts: Texts) -> str:
    """Return kind, times and ending of the programme with how each is known."""
    say = texts.say
    plain = [
        (say("programme.kind"), say(f"programme_kind.{programme.kind.value}"), "", ""),
        (say("programme.aliases"), texts.show(programme.aliases), "", ""),
        (say("programme.calls"), texts.show(programme.calls), "", ""),
    ]
    ending = programme.ending
    shown = say(f"programme_ending.{ending.value.value}") if ending.value else None
    rows = [
        *(row for row in plain if row[1]),
        _fact_row(say("programme.starts"), programme.starts, programme, texts),
        _fact_row(say("programme.ends"), programme.ends, programme, texts),
        _fact_row(say("programme.ending"), ending, programme, texts, shown),
    ]
    return table_html(say("programme.basics"), _columns(texts, "fact"), rows)


def people_html(programme: Programme, texts: Texts) -> str:
    """Return who takes part, in which roles and when; roles that nobody tells are told as such."""
    columns = [texts.say(f"programme.{one}") for one in ("who", "sector", "roles", "when")]
    rows = [
        (
            texts.show(one.shown_name),
            texts.say(f"sector.{one.shown_sector.value}"),
            roles_text(one, texts),
            _when_text(one, programme, texts),
        )
        for one in programme.participants
    ]
    return table_html(texts.say("programme.people"), columns, rows)


def phases_html(programme: Programme, texts: Texts) -> str:
    """Return the phases as a picture and a table."""
    say = texts.say
    spans = [
        Span(
            name=texts.show(one.name),
            starts=one.starts.value,
            ends=one.ends.value,
            fill=_FILLS[one.kind],
        )
        for one in programme.phases
    ]
    picture = timeline_svg(
        spans, say("programme.phases"), say("programme.phases.description"), "programme-phases"
    )
    columns = [say(f"programme.{one}") for one in ("phase", "phase_kind", "starts", "ends", "goes")]
    rows = [
        (
            texts.show(one.name),
            say(f"phase_kind.{one.kind.value}"),
            fact_text(one.starts, texts),
            fact_text(one.ends, texts),
            _goes_on(one, programme, texts),
        )
        for one in programme.phases
    ]
    figure = f"<figure>{picture}</figure>\n" if picture else ""
    return figure + table_html(say("programme.phases"), columns, rows)


def events_html(programme: Programme, texts: Texts) -> str:
    """Return every event with its sessions and methods."""
    columns = [
        texts.say(f"programme.{one}") for one in ("event", "session", "when", "place", "methods")
    ]
    rows = []
    for event in programme.events:
        methods = texts.show(event.methods)
        if not event.sessions:
            rows.append((texts.show(event.name), "–", texts.say("status.missing"), "–", methods))
        for number, one in enumerate(event.sessions, start=1):
            rows.append(
                (
                    texts.show(event.name),
                    texts.show(one.name or number),
                    span_text(one.starts, one.ends, texts),
                    texts.show(one.place) if one.place else "–",
                    methods or "–",
                )
            )
    return table_html(texts.say("programme.events"), columns, rows)


def facts_html(programme: Programme, texts: Texts) -> str:
    """Return what else the sources tell, and what they leave open."""
    rows = [_statement(one, programme, texts) for one in programme.facts]
    return table_html(texts.say("programme.facts"), _columns(texts, "fact"), rows)


def profile_html(programme: Programme, texts: Texts) -> str:
    """Return what the programme holds of each of the 3P."""
    names = {one.id: texts.show(one.shown_name) for one in programme.participants}
    columns = [texts.say(f"column.{one}") for one in ("principle", "part", "stated")]
    rows = [
        (row.principle, row.part, "; ".join(row.stated) or texts.say("status.missing"))
        for row in profile_rows(programme.principles, names, texts)
    ]
    return table_html(texts.say("programme.profile"), columns, rows)


def roles_text(one: Participant, texts: Texts) -> str:
    """Return the roles of a participant with how each is known."""
    if not one.roles:
        return texts.say("role.unknown")
    told = []
    for role in one.roles:
        known = role.value if role.value is not None else RoleKind.UNKNOWN
        words = texts.say(f"role.{known.value}")
        told.append(_with_status(words, role, texts))
    if one.share.value is not None:
        told.append(
            _with_status(
                texts.say("programme.share", share=share(one.share.value, texts)), one.share, texts
            )
        )
    return "; ".join(told)


def fact_text(fact: Fact[Any], texts: Texts) -> str:
    """Return a fact in the reader's words, with how it is known unless it is stated."""
    words = texts.say("status.missing") if fact.value is None else texts.show(fact.value)
    return _with_status(words, fact, texts)


def span_text(starts: Fact[Any], ends: Fact[Any], texts: Texts) -> str:
    """Return from when to when, as far as it is known."""
    if starts.value is None and ends.value is None:
        return texts.say("status.missing")
    closing = _same_day(starts.value, ends.value)
    if closing is not None:
        return f"{texts.show(starts.value)}–{clock(closing, texts.language)}"
    told = [texts.show(one.value) if one.is_known else "…" for one in (starts, ends)]
    return told[0] if not ends.is_known and starts.is_known else "–".join(told)


def _same_day(starts: When | None, ends: When | None) -> datetime | None:
    """Return the moment of the end when both are moments of one day."""
    if starts is None or ends is None:
        return None
    are_moments = starts.precision is ends.precision is Precision.INSTANT
    is_one_day = starts.latest.date() == ends.latest.date()
    return ends.latest if are_moments and is_one_day else None


def _with_status(words: str, fact: Fact[Any], texts: Texts) -> str:
    if fact.status is Status.STATED:
        return words
    status = texts.say(f"status.{fact.status.value}")
    known = [one for one in (status if fact.is_known else "", fact.note) if one]
    return f"{words} ({': '.join(known)})" if known else words


def _when_text(one: Participant, programme: Programme, texts: Texts) -> str:
    told = []
    if one.since.is_known:
        told.append(texts.say("programme.since", when=fact_text(one.since, texts)))
    if one.until.is_known:
        told.append(texts.say("programme.until", when=fact_text(one.until, texts)))
    next_one = programme.participant(one.followed_by)
    if next_one is not None:
        told.append(texts.say("programme.followed_by", name=next_one.shown_name))
    told += [texts.say("source.unverified") for _ in [0] if _is_unverified(one, programme)]
    return ". ".join(told) or "–"


def _is_unverified(one: Participant, programme: Programme) -> bool:
    """Return whether a source of its times is one that nobody of the project has read."""
    keys = {*one.since.sources, *one.until.sources}
    return any(key in programme.sources and not programme.sources[key].verified for key in keys)


def _goes_on(phase: Phase, programme: Programme, texts: Texts) -> str:
    earlier = programme.phase(phase.follows)
    told = [texts.say("programme.follows", name=earlier.name)] if earlier is not None else []
    if phase.needs_decision:
        told.append(texts.say("programme.needs_decision"))
    if phase.decide_by.is_known:
        told.append(texts.say("programme.decide_by", when=fact_text(phase.decide_by, texts)))
    return ". ".join(told) or "–"


def _statement(one: Statement, programme: Programme, texts: Texts) -> tuple[str, str, str, str]:
    name = texts.show(one.name)
    said: Fact[Any] = one.says if one.says.is_known or not one.count.is_known else one.count
    if one.says.is_known and one.count.is_known:
        shown = f"{texts.show(one.says.value)} ({texts.show(one.count.value)})"
        return _fact_row(name, one.says, programme, texts, shown)
    return _fact_row(name, said, programme, texts)


def _fact_row(
    title: str, fact: Fact[Any], programme: Programme, texts: Texts, shown: str | None = None
) -> tuple[str, str, str, str]:
    words = texts.say("status.missing") if fact.value is None else shown or texts.show(fact.value)
    status = texts.say(f"status.{fact.status.value}")
    noted = f"{status}: {fact.note}" if fact.note else status
    return (title, words, noted, _numbers(fact.sources, programme))


def _numbers(keys: Iterable[str], programme: Programme) -> str:
    order = {key: number for number, key in enumerate(programme.sources, start=1)}
    return ", ".join(str(order[key]) for key in keys if key in order) or "–"


def _columns(texts: Texts, first: str) -> Sequence[str]:
    return [texts.say(f"column.{one}") for one in (first, "stated", "status", "sources")]
