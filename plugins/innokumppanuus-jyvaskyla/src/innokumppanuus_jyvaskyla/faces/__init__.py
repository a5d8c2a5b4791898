"""What the plugin offers to people: the funder's summary, the panel of the call, and its texts."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import Label, same
from innokumppanuus.faces.plugins import Panel, ReportFormat, TextSource
from innokumppanuus.plugin import hookimpl
from innokumppanuus_jyvaskyla.faces.calls import CallsState
from innokumppanuus_jyvaskyla.faces.funder import FunderSummary
from innokumppanuus_jyvaskyla.faces.panel import build_calls

_LOCALE = Path(__file__).parents[1] / "locale"


@hookimpl
def register_report_formats() -> Iterator[ReportFormat]:
    yield FunderSummary()


@hookimpl
def register_panels() -> Iterator[Panel]:
    yield Panel(
        key="jyvaskyla.calls",
        name=Label(
            "Hakemukset sektoreittain ja lopputuloksittain",
            "Ansökningar enligt sektor och utfall",
            "Applications by sector and outcome",
        ),
        state=CallsState.of,
        build=build_calls,
    )


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_jyvaskyla", name=same("Jyväskylä"), path=_LOCALE)
