"""What a call states, how it is known and what it leaves open, as rows of a table."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from innokumppanuus.domain.call import AssessmentPolicy, Call
from innokumppanuus.domain.criteria import Weighting, WeightingKind
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.domain.principles import Goal, Principles, Responsibility, UserGroup
from innokumppanuus.domain.sources import Fact, Status
from innokumppanuus.faces.texts import Texts


@attrs.frozen(kw_only=True)
class FactRow:
    """
    One fact of a call.

    Attributes:
        title: What it is about.
        value: In the reader's words.
        status: How it is known.
        sources: Numbers of the sources in the list of sources.
        note: Why it is inferred, or what is disputed.
    """

    title: str
    value: str
    status: Status
    sources: tuple[int, ...] = ()
    note: str = ""


@attrs.frozen(kw_only=True)
class ProfileRow:
    """One part of the 3P and what is stated of it; nothing stated is an empty tuple."""

    principle: str
    part: str
    stated: tuple[str, ...] = ()


def facts(call: Call, texts: Texts) -> tuple[FactRow, ...]:
    """Return timetable, money and life cycle of the call, known or not."""
    return tuple(
        FactRow(
            title=texts.say(f"fact.{topic}.{name}"),
            value=_value(name, fact, call, texts),
            status=fact.status,
            sources=source_numbers(call, fact.sources),
            note=fact.note,
        )
        for topic, noun in (
            ("timetable", call.timetable),
            ("budget", call.budget),
            ("lifecycle", call.lifecycle),
        )
        for name, fact in attrs.asdict(noun, recurse=False).items()
        if isinstance(fact, Fact)
    )


def source_numbers(call: Call, keys: Iterable[str]) -> tuple[int, ...]:
    """Return where each source stands in the call's list, from 1."""
    order = {key: number for number, key in enumerate(call.sources, start=1)}
    return tuple(sorted(order[key] for key in keys if key in order))


def assessment_facts(policy: AssessmentPolicy, texts: Texts) -> tuple[str, ...]:
    """Return how scores are made into one, each rule as a sentence."""
    sentences = [
        texts.say(f"policy.aggregate.{policy.aggregate.value}"),
        texts.say(f"policy.missing_scores.{policy.missing_scores.value}"),
        texts.say(f"policy.conflict_removes.{policy.conflict_removes.value}"),
        texts.plural("policy.least_evaluators", policy.least_evaluators),
        texts.say(
            "policy.scale",
            bottom=policy.scale.bottom,
            top=policy.scale.top,
            step=policy.scale.step,
        ),
        texts.say(f"policy.weighting.{policy.weighting.kind.value}"),
    ]
    used = representative_of(policy.weighting)
    if used:
        sentences.append(texts.say(f"policy.representative.{used}"))
    return tuple(sentences)


def representative_of(weighting: Weighting) -> str:
    """Return by what name totals are made with one of many weights; empty when there is one."""
    if weighting.kind is WeightingKind.WEIGHTS:
        return ""
    if weighting.kind is WeightingKind.PANEL:
        return "panel"
    if weighting.weights:
        return "weights"
    is_plain = not (weighting.intervals or weighting.ratios)
    is_order = weighting.kind is WeightingKind.ORDER and is_plain
    return weighting.representative.value if is_order else "centre"


def profile(principles: Principles, call: Call, texts: Texts) -> tuple[ProfileRow, ...]:
    """Return what is stated of each part of the 3P; *call* names the parties."""
    names = {kind.value: texts.say(f"role.{kind.value}") for kind in RoleKind}
    parties = [role.party for role in call.roles if role.party is not None]
    names.update((party.id, texts.show(party.name)) for party in parties)
    return profile_rows(principles, names, texts)


def profile_rows(
    principles: Principles, names: Mapping[str, str], texts: Texts
) -> tuple[ProfileRow, ...]:
    """Return what is stated of each part of the 3P; *names* are of who answers for something."""
    return tuple(
        ProfileRow(
            principle=texts.say(f"principle.{principle}"),
            part=texts.say(f"principle.{principle}.{part}"),
            stated=tuple(_words(one, names, texts) for one in held),
        )
        for principle, noun in attrs.asdict(principles, recurse=False).items()
        for part, held in attrs.asdict(noun, recurse=False).items()
    )


def _value(name: str, fact: Fact[Any], call: Call, texts: Texts) -> str:
    if fact.value is None:
        return texts.say("status.missing")
    shown = texts.show(fact.value)
    if name == "closes" and call.timetable.last_moment is not None:
        return texts.say(
            f"fact.closing_minute.{call.timetable.closing_minute.value}",
            closes=shown,
            last=call.timetable.last_moment,
        )
    return shown


def _words(held: object, names: Mapping[str, str], texts: Texts) -> str:
    match held:
        case Label():
            return texts.show(held)
        case Goal():
            return "; ".join(_goal(held, texts))
        case Responsibility():
            return f"{texts.show(held.task)} ({names.get(held.party, held.party)})"
        case UserGroup():
            roles = texts.show([texts.say(f"user_role.{role}") for role in held.roles])
            return f"{texts.show(held.name)} ({roles})" if roles else texts.show(held.name)
    return texts.say(f"procurement_route.{held}")


def _goal(goal: Goal, texts: Texts) -> Iterator[str]:
    yield texts.show(goal.name)
    if goal.measure is None:
        yield texts.say("goal.unmeasured")
        return
    yield texts.say("goal.measure", measure=goal.measure)
    if goal.target is not None:
        yield texts.say("goal.target", target=goal.target, unit=goal.unit)
    if goal.by is not None:
        yield texts.say("goal.by", by=goal.by)
