"""Sentences of the panel: what is lacking, how an evaluator leans. It reckons nothing."""

from collections.abc import Mapping

from innokumppanuus.domain.assignment import Shortage, ShortOf
from innokumppanuus.domain.conflicts import Conflict, ConflictGround, RulingKind
from innokumppanuus.domain.rounds import Calibration, Drift
from innokumppanuus.faces.texts import Texts

_MOST_NAMED = 8


def shortage_sentences(shortage: Shortage, texts: Texts) -> tuple[str, ...]:
    """Return what contradicts what, and how far which limit would have to give way."""
    of = shortage.of
    said = [
        texts.say(
            f"panel.shortage.{of}",
            members=_named(shortage.members),
            needed=shortage.needed,
            others=len(shortage.others),
            available=shortage.available,
            lacking=shortage.lacking,
        )
    ]
    if shortage.lower_to is not None:
        said.append(texts.say(f"panel.shortage.{of}_lower", to=shortage.lower_to))
    if shortage.raise_to is not None:
        said.append(texts.say(f"panel.shortage.{of}_raise", to=shortage.raise_to))
    elif of is ShortOf.READERS:
        said.append(texts.say("panel.shortage.readers_more", lacking=shortage.lacking))
    return tuple(said)


def leaning_sentence(one: Calibration, texts: Texts) -> str:
    """Return the feedback to one evaluator, in words."""
    values: dict[str, object] = {
        "evaluator": one.evaluator,
        "compared": one.compared,
        "distance": None if one.distance is None else one.distance * 100,
    }
    return texts.say(f"panel.leaning.{one.leaning}", **values)


def drift_sentence(one: Drift, texts: Texts) -> str:
    """Return what became of the own scores; empty when there is nothing to tell."""
    if one.is_outside:
        return texts.say("panel.drift.outside")
    if one.is_for_talk and one.consensus is None:
        return texts.say("panel.drift.talk", spread=one.spread)
    return ""


def ground_name(one: Conflict, grounds: Mapping[str, ConflictGround], texts: Texts) -> str:
    """Return the name of the ground of a conflict, or that the evaluator declared it."""
    if one.ground in grounds:
        return texts.show(grounds[one.ground].name)
    return texts.say("panel.ground.declared")


def state_of(one: Conflict, texts: Texts) -> str:
    """Return what was decided of a conflict, and whether it counts."""
    ruling = f"{one.ruling.kind}" if one.ruling is not None else "open"
    if one.ruling is not None and one.ruling.kind is RulingKind.WAIVED and one.counts:
        ruling = "waived_in_vain"
    said = texts.say(f"panel.ruling.{ruling}")
    if one.ruling is None:
        return said
    log = texts.say("panel.ruling.log", by=one.ruling.by, on=one.ruling.on)
    return f"{said} {log}"


def _named(members: tuple[str, ...]) -> str:
    """Return the names, of many the first ones and how many there are in all."""
    named = ", ".join(members[:_MOST_NAMED])
    return named if len(members) <= _MOST_NAMED else f"{named} … ({len(members)})"
