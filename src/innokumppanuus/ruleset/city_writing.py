"""What a city rated on one day as YAML for the `records` of its file. It checks nothing."""

from collections.abc import Iterable
from datetime import date
from textwrap import indent

import yaml

from innokumppanuus.domain.labels import LANGUAGES, Label
from innokumppanuus.domain.profile import Evidence, Rating
from innokumppanuus.domain.sources import Status

_WIDTH = 100


def write_record(on: date, ratings: Iterable[Rating]) -> str:
    """Return a file's `records` with one record of the day; it reads back to the same ratings."""
    plain = {"ratings": [_rating(one) for one in ratings]}
    told = yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return f"records:\n- on: {on.isoformat()}\n{indent(told, '  ')}"


def _rating(rating: Rating) -> dict[str, object]:
    plain: dict[str, object] = {"indicator": rating.indicator}
    if rating.level is not None:
        plain["level"] = rating.level
    if rating.evidence:
        plain["evidence"] = [_evidence(one) for one in rating.evidence]
    if rating.note:
        plain["note"] = rating.note
    return plain


def _evidence(evidence: Evidence) -> dict[str, object]:
    plain: dict[str, object] = {"words": _label(evidence.words)}
    if evidence.said_by is not None:
        plain["said_by"] = _label(evidence.said_by)
    if evidence.source:
        plain["source"] = evidence.source
    if evidence.status is not Status.STATED:
        plain["status"] = evidence.status.value
    return plain


def _label(label: Label) -> object:
    words = {language: getattr(label, language) for language in LANGUAGES}
    if len(set(words.values())) == 1:
        return label.fi
    return {language: one for language, one in words.items() if one}
