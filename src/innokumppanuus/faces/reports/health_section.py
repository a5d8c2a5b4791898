"""The sections of the report on the health of a panel, and on what its choice hangs."""

from collections.abc import Iterable

import attrs
from markupsafe import escape

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace
from innokumppanuus.domain.panel_health import (
    AbsenceEffect,
    PanelHealth,
    PolicyEffect,
)
from innokumppanuus.engine.absences import without_applications, without_evaluators
from innokumppanuus.engine.missing_effects import policy_effects
from innokumppanuus.engine.missing_scores import POLICIES
from innokumppanuus.engine.panel_health import panel_health
from innokumppanuus.engine.panel_warnings import absence_warnings, item_name, policy_warnings
from innokumppanuus.errors import Problem
from innokumppanuus.faces.reports.health import absence_grid, grids, policy_grid, shown_severity
from innokumppanuus.faces.reports.health_svg import agreement_svg, severity_svg
from innokumppanuus.faces.reports.pieces import grid_html
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins


@attrs.frozen(kw_only=True)
class Reliance:
    """What a choice hangs on: ways with missing scores, single evaluators and applications."""

    policies: tuple[PolicyEffect, ...]
    absences: tuple[AbsenceEffect, ...]

    def warnings(self) -> tuple[Problem, ...]:
        """Return what people should look at."""
        return (*policy_warnings(self.policies), *absence_warnings(self.absences))


@attrs.frozen
class HealthSection:
    """How the panel scored: agreement, spread, severity, with warnings in words."""

    key: str = "panel_health"
    name: Label = Label(
        "Arvioijien yksimielisyys", "Bedömarnas samstämmighet", "Agreement of the evaluators"
    )
    order: int = 60
    is_long: bool = False

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> PanelHealth | None:
        """See `faces.plugins.Section`."""
        health = panel_health(decision, plugins)
        return health if health.agreements else None

    def html(self, result: PanelHealth, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`."""
        call, prefix = decision.call, "panel_health"
        pictures = [_figure("health.agreement", agreement_svg(result, call, texts, prefix), texts)]
        for place, one in enumerate(shown_severity(result), start=1):
            drawn = severity_svg(one, call, texts, f"{prefix}-severity-{place}")
            item = item_name(call, one.item)
            pictures.append(_figure("health.severity", drawn, texts, item=item))
        return "\n".join(
            (
                *_said(result.warnings, texts),
                *pictures,
                *(grid_html(one, texts) for one in grids(result, call, texts)),
            )
        )


@attrs.frozen
class RelianceSection:
    """Whether single evaluators, applications or missing scores decide; asked for by who waits."""

    key: str = "panel_reliance"
    name: Label = Label(
        "Mistä valinta riippuu", "Vad urvalet hänger på", "What the choice hangs on"
    )
    order: int = 61
    is_long: bool = True

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> Reliance | None:
        """See `faces.plugins.Section`."""
        return reliance(decision, plugins, pace)

    def html(self, result: Reliance, decision: Decision, texts: Texts) -> str:
        """See `faces.plugins.Section`."""
        shown = (policy_grid(result.policies, texts), absence_grid(result.absences, texts))
        tables = (grid_html(one, texts) for one in shown if one.rows)
        return "\n".join((*_said(result.warnings(), texts), *tables))


def reliance(decision: Decision, plugins: Plugins, pace: Pace) -> Reliance | None:
    """Return what the choice hangs on, telling *pace* of each step; None without a choice."""
    if decision.selection is None or not decision.sheets:
        return None
    steps = len(POLICIES) + len(decision.sheets) + len(decision.ranking)
    done = 0
    policies: list[PolicyEffect] = []
    absences: list[AbsenceEffect] = []
    pace(0, steps)
    for policy in policy_effects(decision, plugins):
        policies.append(policy)
        done += 1
        pace(done, steps)
    for effects in (without_evaluators, without_applications):
        for absence in effects(decision, plugins):
            absences.append(absence)
            done += 1
            pace(min(done, steps), steps)
    return Reliance(policies=tuple(policies), absences=tuple(absences))


def _said(warnings: Iterable[Problem], texts: Texts) -> Iterable[str]:
    words = [texts.say(f"problem.{one.key}", **one.values) for one in warnings]
    if not words:
        yield f"<p>{escape(texts.say('health.no_warnings'))}</p>"
        return
    yield f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in words)}</ul>"


def _figure(key: str, picture: str, texts: Texts, **values: object) -> str:
    caption = escape(texts.say(f"{key}.picture", **values))
    return f"<figure><figcaption>{caption}</figcaption>{picture}</figure>" if picture else ""
