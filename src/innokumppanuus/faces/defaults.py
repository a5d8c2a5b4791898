"""The core's own faces: they enter by the same hooks as everyone's."""

from collections.abc import Iterable
from typing import Any

from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.plugins import Lesson, Panel, ReportFormat, Section
from innokumppanuus.faces.programmes import ProgrammePanel
from innokumppanuus.faces.reports.data import Data
from innokumppanuus.faces.reports.health_section import HealthSection, RelianceSection
from innokumppanuus.faces.reports.letters import Letters
from innokumppanuus.faces.reports.near_section import LongNearSetsSection, NearSetsSection
from innokumppanuus.faces.reports.tables import Tables
from innokumppanuus.faces.reports.text import Summary
from innokumppanuus.faces.reports.web import DecisionPage
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets import toc
from innokumppanuus.faces.widgets.states.calibration import CalibrationState
from innokumppanuus.faces.widgets.states.negotiation import NegotiationState
from innokumppanuus.faces.widgets.states.portfolio import PortfolioState
from innokumppanuus.faces.widgets.states.self_assessment import SelfAssessmentState
from innokumppanuus.plugin import hookimpl


@hookimpl
def register_report_formats() -> Iterable[ReportFormat]:
    """Offer the decision report, the letters, the data and the short text."""
    return (DecisionPage(), Letters(), Data(), Summary(), Tables())


@hookimpl
def register_sections() -> Iterable[Section]:
    """Offer the sets near the best, how the panel scored, and what the choice hangs on."""
    return (NearSetsSection(), LongNearSetsSection(), HealthSection(), RelianceSection())


@hookimpl
def register_panels() -> Iterable[Panel]:
    """Offer the portfolio, the negotiation of weights and the calibration."""
    yield Panel(
        key="portfolio",
        name=Label(
            "Salkku budjetissa", "Portföljen inom budgeten", "A portfolio within the budget"
        ),
        state=PortfolioState,
        build=_portfolio,
    )
    yield Panel(
        key="weights",
        name=Label("Painotusneuvottelu", "Viktförhandling", "Negotiation of weights"),
        state=NegotiationState,
        build=_weights,
    )
    yield Panel(
        key="calibration",
        name=Label(
            "Arvioijien kalibrointi", "Kalibrering av bedömare", "Calibration of evaluators"
        ),
        state=CalibrationState,
        build=_calibration,
    )


@hookimpl
def register_programme_panels() -> Iterable[ProgrammePanel]:
    """Offer the 3P self-assessment, which needs no programme."""
    yield ProgrammePanel(
        key="profile",
        name=Label("3P-itsearvio", "3P-självbedömning", "3P self-assessment"),
        state=SelfAssessmentState.blank,
        build=_self_assessment,
    )


@hookimpl
def register_lessons() -> Iterable[Lesson]:
    """Offer the lessons of the table of contents."""
    return toc.read(toc.folder())


def _portfolio(state: PortfolioState, texts: Texts) -> Any:
    # The command line loads these hooks too, and must not need what notebooks need.
    from innokumppanuus.faces.widgets.panels.portfolio import build

    return build(state, texts)


def _weights(state: NegotiationState, texts: Texts) -> Any:
    from innokumppanuus.faces.widgets.panels.negotiation import build

    return build(state, texts)


def _calibration(state: CalibrationState, texts: Texts) -> Any:
    from innokumppanuus.faces.widgets.panels.calibration import build

    return build(state, texts)


def _self_assessment(state: SelfAssessmentState, texts: Texts) -> Any:
    from innokumppanuus.faces.widgets.panels.self_assessment import build

    return build(state, texts)
