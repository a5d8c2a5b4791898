"""The decision report as one web page that also prints. It is for those who handle the call."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import attrs
from markupsafe import Markup

from innokumppanuus.domain.criteria import WeightingKind
from innokumppanuus.domain.decision import Decision, Outcome
from innokumppanuus.domain.findings import Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import unwatched
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.selection import Portfolio
from innokumppanuus.engine.coverage import coverage
from innokumppanuus.engine.explanation import reasons
from innokumppanuus.engine.principles import profile
from innokumppanuus.engine.profile import application_profile, call_profile, indicators_of
from innokumppanuus.faces.plugins import Section
from innokumppanuus.faces.reports import facts, parameters, ties, view
from innokumppanuus.faces.reports.coverage import coverage_html
from innokumppanuus.faces.reports.differences import override_sentence
from innokumppanuus.faces.reports.pages import render
from innokumppanuus.faces.reports.panel_health import panel
from innokumppanuus.faces.reports.profile_svg import seen_svg
from innokumppanuus.faces.reports.reasons import sentences
from innokumppanuus.faces.reports.svg import rank_ranges_svg
from innokumppanuus.faces.reports.text import result
from innokumppanuus.faces.reports.view import Row
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins

SECTIONS = (
    "result",
    "outcomes",
    "ranking",
    "choice",
    "money",
    "applicants",
    "screening",
    "assessment",
    "call",
    "profile",
)
"""The sections of the report, in order; each has a template and a heading of that name."""
SAID_ONCE = ("set_holds", "set_depends", "tie_decided", "tied_open")
"""Reasons that are the same for all and stand in the section of the choice."""
BEFORE_ADDED = "choice"
"""The section after which those stand that plugins add."""
UNFOLDED = ("result", "outcomes")
"""The sections that are open when the page is opened; on paper all of them are."""
MOST_SETS = 5
"""Best sets shown in one cell of a table; the rest are counted."""


@attrs.frozen
class DecisionPage:
    """
    The HTML format: one file with everything, from the call to the reasons of each.

    Attributes:
        sections: What plugins add, by key; long reckonings are left to those who ask for them.
    """

    key: str = "html"
    name: Label = Label("Päätösraportti (HTML)", "Beslutsrapport (HTML)", "Decision report (HTML)")
    sections: Mapping[str, Section] = attrs.field(factory=dict)

    def with_sections(self, sections: Mapping[str, Section]) -> "DecisionPage":
        """See `faces.plugins.TakesSections`."""
        return attrs.evolve(self, sections=sections)

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        """Return `decision.html`."""
        added = tuple(added_sections(self.sections, decision, texts, plugins))
        context = _context(decision, texts, plugins)
        return {"decision.html": render("decision.html.j2", texts, added=added, **context)}


@attrs.frozen(kw_only=True)
class AddedSection:
    """
    A section of a plugin, as it stands in the page.

    Attributes:
        id: Unique in the page.
        heading: In the language of the page.
        html: What it tells; as markup that is not escaped again.
    """

    id: str
    heading: str
    html: Markup


def added_sections(
    sections: Mapping[str, Section], decision: Decision, texts: Texts, plugins: Plugins
) -> Iterable[AddedSection]:
    """Yield every section that is not long and has something to tell of the decision, in order."""
    for one in sorted(sections.values(), key=lambda one: (one.order, one.key)):
        result = None if one.is_long else one.reckon(decision, plugins, unwatched)
        if result is not None:
            yield AddedSection(
                id=f"added-{one.key.replace('.', '-')}",
                heading=texts.show(one.name),
                html=Markup(one.html(result, decision, texts)),
            )


def _context(decision: Decision, texts: Texts, plugins: Plugins) -> dict[str, object]:
    call, policy = decision.call, decision.call.assessment
    everyone, ranked = view.rows(decision), view.ranked_rows(decision)
    chosen = [row for row in everyone if row.outcome is Outcome.CHOSEN]
    totals = texts.show_column([one.value for one in decision.ranking])
    said = {
        row.id: sentences(reasons(decision, row.id, plugins), call, texts, leave_out=SAID_ONCE)
        for row in everyone
    }
    names = {row.id: row.name for row in everyone}
    return {
        "sections": SECTIONS,
        "before_added": BEFORE_ADDED,
        "unfolded": UNFOLDED,
        "decision": decision,
        "call": call,
        "is_fictional": view.is_fictional(decision),
        "rows": everyone,
        "ranked": list(zip(ranked, totals, strict=True)),
        "least_points": view.least_points(call),
        "reasons": said,
        "counts": [(one, sum(row.outcome is one for row in everyone)) for one in Outcome],
        "chosen": chosen,
        "names": names,
        "result": tuple(result(decision, texts)),
        "sets": _sets(decision, texts),
        "picture": Markup(rank_ranges_svg(view.range_rows(decision), texts)),
        "item_names": view.item_names(call),
        "items": view.scored_ids(call),
        "weights": _shares(decision.weights, texts),
        "tie_steps": ties.steps(call, texts),
        "tie_rows": ties.rows(decision, texts),
        "open_ties": tuple(ties.left_open(decision, texts)),
        "corners": [
            (_shares(one.weights, texts), [_members(p) for p in one.portfolios], one.holds)
            for one in (decision.selection.corners if decision.selection else ())
        ],
        "order_only": policy is not None and policy.weighting.kind is WeightingKind.ORDER,
        "policy": facts.assessment_facts(policy, texts) if policy else (),
        "facts": facts.facts(call, texts),
        "source_numbers": lambda keys: facts.source_numbers(call, keys),
        "profile": facts.profile(call.principles, call, texts),
        "panel": panel(decision),
        "rules": [one.rule for one in decision.screenings[0].findings]
        if decision.screenings
        else [],
        "supplements": [s for s in decision.screenings if s.verdict is Verdict.CANNOT_TELL],
        "indicators": _indicators(decision, chosen, plugins),
        "coverage": Markup(coverage_html(coverage(call, indicators_of(plugins)), texts)),
        "seen_picture": Markup(_seen(decision, chosen, texts, plugins)),
        "most_sets": MOST_SETS,
        "spread": view.spread,
        "verdict_key": view.verdict_key,
        "parameters": parameters.rows(decision, texts),
        "field_title": lambda name: view.title(call, name, texts),
        "stated": [parameters.stated_sentence(one, texts) for one in decision.stated],
        "overrides": [override_sentence(one, texts) for one in decision.overrides],
        "notes": [texts.say(f"problem.{one.key}", **one.values) for one in decision.notes],
    }


def _sets(decision: Decision, texts: Texts) -> list[tuple[tuple[str, ...], str, object]]:
    if decision.selection is None:
        return []
    best = decision.selection.optima.portfolios
    values = texts.show_column([one.value for one in best]) if best else ()
    return [(one.applications, value, one.cost) for one, value in zip(best, values, strict=True)]


def _members(portfolio: Portfolio) -> tuple[str, ...]:
    return portfolio.applications


def _shares(weights: Mapping[str, Fraction], texts: Texts) -> dict[str, str]:
    return {item: view.share(weight, texts) for item, weight in weights.items()}


def _indicators(
    decision: Decision, chosen: Iterable[Row], plugins: Plugins
) -> list[tuple[str, Label, list[Verdict]]]:
    """Return each indicator with what it sees in the call and in every chosen application."""
    known = {principle: plugins.indicators(principle) for principle in Principle}
    held = [decision.call.principles, *(row.application.principles for row in chosen)]
    seen = [profile(one, known) for one in held]
    return [
        (principle.value, indicator.name, [one[principle][place][1].verdict for one in seen])
        for principle in Principle
        for place, indicator in enumerate(known[principle].values())
    ]


def _seen(decision: Decision, chosen: Iterable[Row], texts: Texts, plugins: Plugins) -> str:
    """Return the picture of what the indicators see in the call and in every chosen application."""
    call, indicators = decision.call, indicators_of(plugins)
    rows = list(chosen)
    profiles = [application_profile(one.application, call, indicators) for one in rows]
    names = [texts.say("report.profile.the_call"), *(one.id for one in rows)]
    return seen_svg([call_profile(call, indicators), *profiles], names, texts, "seen")
