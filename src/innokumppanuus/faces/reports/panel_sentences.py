"""Sentences of the panel: what is lacking, how an evaluator leans. It reckons nothing."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from innokumppanuus.domain.assignment import Shortage, ShortOf
from innokumppanuus.domain.conflicts import Conflict, ConflictGround, RulingKind
from innokumppanuus.domain.rounds import Calibration, Drift
from innokumppanuus.faces.texts import Texts

_MOST_NAMED = 8


def shortage_sentences(shortages: Iterable[Shortage], texts: Texts) -> tuple[str, ...]:
    """Return every contradiction, and after those of a kind how far which limit would give way."""
    said: list[str] = []
    for _, alike in groupby(shortages, key=lambda one: one.of):
        listed = tuple(alike)
        said += [shortage_sentence(one, texts) for one in listed]
        said += relief_sentences(listed, texts)
    return tuple(said)


def shortage_sentence(shortage: Shortage, texts: Texts) -> str:
    """Return what contradicts what."""
    of, count = shortage.of, len(shortage.members)
    named = _named(shortage.members)
    if not shortage.others and shortage.available:
        return texts.plural(
            f"panel.shortage.{of}_bounds",
            count,
            members=named,
            needed=shortage.needed,
            available=shortage.available,
        )
    unit = "readings" if of is ShortOf.READERS else "applications"
    return texts.plural(
        f"panel.shortage.{of}",
        count,
        members=named,
        needed=texts.plural(f"panel.shortage.{unit}", shortage.needed),
        others=len(shortage.others),
        available=shortage.available,
        lacking=shortage.lacking,
    )


def relief_sentences(shortages: Sequence[Shortage], texts: Texts) -> tuple[str, ...]:
    """Return what would be enough against all of these shortages of one kind together."""
    one = shortages[-1]
    said = []
    if one.lower_to is not None:
        said.append(texts.plural(f"panel.shortage.{one.of}_lower", one.lower_to))
    if one.raise_to is not None:
        said.append(texts.plural(f"panel.shortage.{one.of}_raise", one.raise_to))
    elif one.of is ShortOf.READERS:
        lacking = sum(each.lacking for each in shortages)
        said.append(texts.plural("panel.shortage.readers_more", lacking))
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


def conflict_sentence(one: Conflict, grounds: Mapping[str, ConflictGround], texts: Texts) -> str:
    """Return who has a conflict on what ground, and what was decided of it."""
    return texts.say(
        "panel.conflict",
        evaluator=one.evaluator,
        ground=ground_name(one, grounds, texts),
        basis=texts.say(f"panel.basis.{one.basis}"),
        because=one.because or "–",
        state=state_of(one, texts),
    )


def elsewhere_sentence(one: Conflict, texts: Texts) -> str:
    """Return that a conflict with another application keeps the evaluator away from this, too."""
    return texts.say(
        "panel.conflict.elsewhere", evaluator=one.evaluator, application=one.application
    )


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
