"""Profiles, their changes and their comparison as rows of words. It rates and compares nothing."""

from collections.abc import Iterable

from innokumppanuus.domain.city_comparison import CityComparison, GroupSummary
from innokumppanuus.domain.profile import (
    EntryChange,
    Evidence,
    Profile,
    ProfileEntry,
    ProfileMove,
)
from innokumppanuus.domain.sources import Status
from innokumppanuus.faces.reports.health import NOTHING
from innokumppanuus.faces.reports.pieces import Grid
from innokumppanuus.faces.texts import Texts

_MARKS = {
    ProfileMove.ROSE: "↑",
    ProfileMove.FELL: "↓",
    ProfileMove.SAME: "=",
    ProfileMove.CANNOT_TELL: "?",
}


def entries_grid(profile: Profile, texts: Texts) -> Grid:
    """Return every indicator with what is seen, and with levels and evidence where any is given."""
    if not profile.is_rated:
        return Grid(
            title="profile.seen.title",
            columns=_columns(texts, "indicator", "principle", "seen"),
            rows=tuple(
                (
                    texts.show(one.name),
                    texts.say(f"principle.{one.principle.value}"),
                    seen_text(one, texts),
                )
                for one in profile.entries
            ),
        )
    return Grid(
        title="profile.entries",
        columns=_columns(texts, "indicator", "principle", "seen", "level", "evidence", "need"),
        rows=tuple(
            (
                texts.show(one.name),
                texts.say(f"principle.{one.principle.value}"),
                seen_text(one, texts),
                level_text(one, texts),
                "; ".join(evidence_text(each, texts) for each in one.evidence) or NOTHING,
                need_text(one, texts),
            )
            for one in profile.entries
        ),
    )


def changes_grid(changes: Iterable[EntryChange], texts: Texts) -> Grid:
    """Return what each indicator was, is, and how it moved."""
    return Grid(
        title="profile.changes",
        columns=_columns(texts, "indicator", "principle", "before", "after", "move"),
        rows=tuple(
            (
                texts.show(one.name),
                texts.say(f"principle.{one.principle.value}"),
                _standing(one.before, texts),
                _standing(one.after, texts),
                f"{_MARKS[one.move]} {texts.say(f'profile.move.{one.move.value}')}",
            )
            for one in changes
        ),
    )


def comparison_grid(compared: CityComparison, texts: Texts) -> Grid:
    """Return the own level of each rated indicator beside those that others agreed to show."""
    names = [texts.show(one.name) for one in (compared.own, *compared.agreed)]
    return Grid(
        title="profile.comparison",
        columns=(
            *_columns(texts, "indicator", "principle"),
            *names,
            *_columns(texts, "group"),
        ),
        rows=tuple(
            (
                texts.show(one.name),
                texts.say(f"principle.{one.principle.value}"),
                _level(one),
                *(_level(other.entry(one.indicator)) for other in compared.agreed),
                group_text(compared.summary(one.indicator), texts),
            )
            for one in compared.own.entries
            if one.is_rated
        ),
    )


def agreed_evidence_grid(compared: CityComparison, texts: Texts) -> Grid:
    """Return the evidence that other cities agreed to show, so that one can learn from it."""
    return Grid(
        title="profile.agreed_evidence",
        columns=_columns(texts, "city", "indicator", "level", "evidence"),
        rows=tuple(
            (
                texts.show(city.name),
                texts.show(one.name),
                level_text(one, texts),
                "; ".join(evidence_text(each, texts) for each in one.evidence),
            )
            for city in compared.agreed
            for one in city.entries
            if one.evidence
        ),
    )


def needs_said(profile: Profile, texts: Texts) -> tuple[str, ...]:
    """Return what to get next, as sentences; nothing where no level has been given at all."""
    return tuple(
        texts.say(f"profile.ask.{need.value}", indicator=one.name, level=one.level)
        for one, need in (profile.needs() if profile.is_rated else ())
    )


def group_said(compared: CityComparison, texts: Texts) -> str:
    """Return of how many cities nothing is shown, and when they are summed up."""
    return texts.say(
        "profile.group.about",
        others=compared.others,
        agreed=len(compared.agreed),
        least=compared.least_cities,
        day=compared.on,
    )


def seen_text(entry: ProfileEntry, texts: Texts) -> str:
    """Return what the indicator sees, with the words that it rests on."""
    verdict = texts.say(f"indicator.{entry.verdict.value}")
    words = "; ".join(texts.show(one) for one in entry.seen)
    return f"{verdict}: {words}" if words else verdict


def level_text(entry: ProfileEntry, texts: Texts) -> str:
    """Return the level with the words that describe it."""
    if entry.level is None:
        return texts.say("profile.no_level") if entry.is_rated else NOTHING
    return f"{entry.level} – {texts.show(entry.described)}" if entry.described else _level(entry)


def evidence_text(evidence: Evidence, texts: Texts) -> str:
    """Return what the evidence is, who says it, and how it is known unless it is stated."""
    words = texts.show(evidence.words)
    if evidence.said_by is not None:
        words = texts.say("profile.said_by", words=words, who=evidence.said_by)
    if evidence.status is Status.STATED:
        return words
    return f"{words} ({texts.say(f'status.{evidence.status.value}')})"


def need_text(entry: ProfileEntry, texts: Texts) -> str:
    """Return what the entry lacks."""
    return NOTHING if entry.need is None else texts.say(f"profile.need.{entry.need.value}")


def group_text(summary: GroupSummary | None, texts: Texts) -> str:
    """Return the middle of the unnamed cities; that there are too few when they are not told."""
    if summary is None:
        return texts.say("profile.group.too_few")
    return texts.say(
        "profile.group.levels",
        median=summary.median,
        lower=summary.lower,
        upper=summary.upper,
        cities=summary.cities,
    )


def _level(entry: ProfileEntry | None) -> str:
    return NOTHING if entry is None or entry.level is None else str(entry.level)


def _standing(entry: ProfileEntry | None, texts: Texts) -> str:
    if entry is None:
        return texts.say("profile.not_looked_at")
    if entry.level is not None or entry.is_rated:
        return level_text(entry, texts)
    return texts.say(f"indicator.{entry.verdict.value}")


def _columns(texts: Texts, *names: str) -> tuple[str, ...]:
    return tuple(texts.say(f"profile.column.{one}") for one in names)
