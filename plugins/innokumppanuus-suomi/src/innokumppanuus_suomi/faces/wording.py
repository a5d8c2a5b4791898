"""A routing in sentences. It decides nothing: `routing` has decided."""

from collections.abc import Iterator

from innokumppanuus.domain.call import Call
from innokumppanuus.domain.findings import Change, Verdict
from innokumppanuus.domain.money import Money
from innokumppanuus.domain.sources import Source
from innokumppanuus.engine.explanation import field_name
from innokumppanuus.faces.reports import parameters
from innokumppanuus.faces.reports.changes import arrow
from innokumppanuus.faces.texts import Texts
from innokumppanuus_suomi.openings import Opening
from innokumppanuus_suomi.procurement import Buyer
from innokumppanuus_suomi.routing import Condition, Route, Routing
from innokumppanuus_suomi.vignettes import VALUE_FIELD, Access

_SUPPORT = "subsidised"
"""Key of the source in the pack that tells when a private recipient is a contracting authority."""
MARKS = {Access.OPEN: "✓", Access.CLOSED: "✗", Access.CANNOT_TELL: "?"}
"""Signs that stand beside the words, and tell the same without colour."""
VERDICT_MARKS = {Verdict.MET: "✓", Verdict.NOT_MET: "✗", Verdict.CANNOT_TELL: "?"}


def notices(texts: Texts, *, is_fictional: bool = False) -> tuple[str, ...]:
    """Return what stands on every output: no legal advice, a pending change, made-up data."""
    always = (texts.say("suomi.pathway.no_advice"), texts.say("suomi.pathway.pending"))
    return (*always, texts.say("suomi.pathway.fictional")) if is_fictional else always


def standing(route: Route, texts: Texts) -> str:
    """Return how the pathway stands, with its sign."""
    return f"{MARKS[route.access]} {texts.say(f'suomi.access.{route.access.value}')}"


def why(route: Route, call: Call, texts: Texts) -> str:
    """Return in a sentence why the pathway stands as it does."""
    if route.access is Access.OPEN:
        return texts.say("suomi.why.open")
    if route.access is Access.CLOSED:
        return texts.say("suomi.why.closed", conditions=_listed(route.failing, texts))
    asks = [texts.show(field_name(call, one)) for one in route.asks]
    unread = [
        one
        for one in route.conditions
        if one.verdict is Verdict.CANNOT_TELL and not one.finding.missing
    ]
    parts = [texts.say("suomi.why.ask", fields="; ".join(asks))] if asks else []
    if unread:
        parts.append(texts.say("suomi.why.unread", conditions=_listed(unread, texts)))
    return " ".join(parts)


def opening_text(opening: Opening, call: Call, texts: Texts) -> str:
    """Return what would open the pathway, with what would then still have to be known."""
    parts = [texts.say("suomi.opening", changes=changes_text(opening, call, texts))]
    if opening.asks:
        asks = [texts.show(field_name(call, one)) for one in opening.asks]
        parts.append(texts.say("suomi.opening.asks", fields="; ".join(asks)))
    if any(one.field == VALUE_FIELD and _falls(one.before, one.after) for one in opening.answers):
        parts.append(texts.say("suomi.opening.no_splitting"))
    return " ".join(parts)


def changes_text(opening: Opening, call: Call, texts: Texts) -> str:
    """Return what would be otherwise, each from what it is to what it would have to be."""
    return arrow(Change(answers=opening.answers), call, texts)


def condition_text(condition: Condition, texts: Texts) -> str:
    """Return the condition with its sign, the dated values that it turned on, and its sources."""
    name = texts.show(condition.name)
    head = f"{VERDICT_MARKS[condition.verdict]} {_begun(name)}."
    dated = [_begun(parameters.said(one, texts)) for one in condition.dated]
    told = {one.source for one in condition.dated}
    stated = [source_text(one, texts) for one in condition.sources if one not in told]
    others = [texts.say("suomi.source.other_act", title=_title(one)) for one in condition.other_act]
    return " ".join([head, *dated, *stated, *others])


def source_text(source: Source, texts: Texts) -> str:
    """Return title and section of the source, and whether somebody has read it."""
    key = "suomi.source" if source.verified else "suomi.source.unverified"
    return texts.say(key, title=_title(source))


def sections(route: Route, texts: Texts) -> str:
    """Return the sections that the pathway turned on, each once; `–` when none is known."""
    told = dict.fromkeys(
        f"{one.section}{'' if one.verified else '*'}"
        for condition in route.conditions
        for one in condition.sources
    )
    return ", ".join(told) or "–"


def value_text(routing: Routing, texts: Texts) -> str:
    """Return how the estimated value was reckoned."""
    lots = routing.vignette.lots
    if routing.value is None:
        return texts.say("suomi.value.unknown")
    if not lots:
        return texts.say("suomi.value.given", value=routing.value)
    parts = []
    for one in lots:
        key = "suomi.value.monthly" if one.is_open_ended else "suomi.value.part"
        parts.append(texts.say(key, value=one.value))
        if one.options is not None:
            parts.append(texts.say("suomi.value.options", value=one.options))
    return texts.say("suomi.value.reckoned", value=routing.value, parts="; ".join(parts))


def warnings(routing: Routing, texts: Texts) -> Iterator[str]:
    """Yield what people have to look at beside the pathways."""
    if routing.is_split:
        yield texts.say("suomi.warning.split")
    if routing.vignette.buyer is Buyer.SUBSIDISED:
        source = source_text(routing.call.sources[_SUPPORT], texts)
        yield f"{texts.say('suomi.warning.subsidised')} {source}"


def surprise_texts(routing: Routing, texts: Texts) -> Iterator[str]:
    """Yield how pathways stand otherwise than officials expect of the vignette."""
    for one in routing.surprises:
        expected = routing.vignette.expect[one.pathway.key]
        yield texts.say(
            "suomi.pathway.surprise",
            vignette=routing.vignette.name,
            pathway=one.pathway.name,
            got=texts.say(f"suomi.access.{one.access.value}"),
            must=texts.say(f"suomi.access.{expected.value}"),
        )


def _title(source: Source) -> str:
    return ", ".join(one for one in (source.title, source.section) if one)


def _begun(words: str) -> str:
    """Return the words as a sentence begins."""
    return f"{words[:1].upper()}{words[1:]}"


def _listed(conditions: "list[Condition] | tuple[Condition, ...]", texts: Texts) -> str:
    return "; ".join(texts.show(one.name) for one in conditions)


def _falls(before: object, after: object) -> bool:
    return isinstance(before, Money) and isinstance(after, Money) and after < before
