"""A call and how its applications fared, as a table for the beginning of a lesson."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.criteria import WeightingKind
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.faces.texts import Texts

_KEY = "lesson.call"
_COUNTED = (Outcome.NOT_ELIGIBLE, Outcome.TO_SUPPLEMENT, Outcome.UNRANKED)
_BY_RULES = (Outcome.NOT_ELIGIBLE, Outcome.TO_SUPPLEMENT, Outcome.ELIGIBLE)
"""Counted where nothing is scored."""


def call_html(decision: Decision, texts: Texts) -> str:
    """Return the facts of the call and the numbers of applications as an HTML table."""
    rows = [*_facts(decision.call, texts), *_numbers(decision, texts)]
    body = "".join(
        f'<tr><th scope="row">{escape(texts.say(f"{_KEY}.{key}"))}</th><td>{value}</td></tr>'
        for key, value in rows
    )
    caption = escape(texts.say(f"{_KEY}.caption"))
    return (
        f'<table class="inno-table inno-facts"><caption>{caption}</caption>'
        f"<tbody>{body}</tbody></table>"
    )


def _facts(call: Call, texts: Texts) -> Iterator[tuple[str, str]]:
    yield "name", escape(texts.show(call.name))
    budget = call.budget
    for key, fact in (
        ("budget", budget.total),
        ("cap", budget.cap_per_pilot),
        ("target", budget.target),
        ("maximum", budget.maximum),
    ):
        yield key, escape(texts.show(fact))
    if call.assessment is None:
        return
    weighting = call.assessment.weighting
    names = {item.id: f"{item.id} {texts.show(item.name)}" for item in call.scored()}
    if weighting.kind is WeightingKind.ORDER:
        groups = [
            texts.say("panel.portfolio.settings.place", place=place, items=_named(group, names))
            for place, group in enumerate(weighting.order, start=1)
        ]
    elif weighting.kind is not WeightingKind.WEIGHTS:
        yield "weights", escape(texts.say(f"policy.weighting.{weighting.kind.value}"))
        return
    else:
        groups = [f"{names[item]}: {texts.show(one)}" for item, one in weighting.weights.items()]
    listed = "".join(f"<li>{escape(group)}</li>" for group in groups)
    yield weighting.kind.value, f"<ol>{listed}</ol>"


def _named(group: Iterable[str], names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(names[item] for item in group)


def _numbers(decision: Decision, texts: Texts) -> Iterator[tuple[str, str]]:
    outcomes = Counter(decision.outcome(one.id) for one in decision.applications)
    yield "applications", texts.show(len(decision.applications))
    if decision.call.is_assessed():
        yield "compared", texts.show(len(decision.ranking))
    for outcome in _COUNTED if decision.call.is_assessed() else _BY_RULES:
        yield outcome.value, texts.show(outcomes[outcome])
