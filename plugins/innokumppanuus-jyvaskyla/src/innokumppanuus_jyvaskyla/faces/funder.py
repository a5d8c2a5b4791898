"""The funder's summary as a web page and a workbook, from a decision that is made."""

from collections.abc import Mapping
from pathlib import Path

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.reports.pages import render
from innokumppanuus.faces.texts import Texts
from innokumppanuus.intake.writing import Sheet, workbook_bytes
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_jyvaskyla.faces.summary import Summary, sector_name, summarise

_TEMPLATES = Path(__file__).parent / "templates"
_COLUMNS = ("application", "applicant", "sector", "title", "outcome", "applied", "granted")
_PROFILE = ("principle", "indicator", "in_call", "in_applications", "in_chosen")


@attrs.frozen
class FunderSummary:
    """The format: the call, applicants by sector, outcomes, grants and the 3P, for a funder."""

    key: str = "jyvaskyla.funder_summary"
    name: Label = Label(
        "Yhteenveto rahoittajalle", "Sammandrag för finansiären", "Summary for the funder"
    )

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        """Return `funder-summary.html` and `funder-summary.xlsx`, made of public answers only."""
        summary = summarise(decision)
        return {
            "funder-summary.html": _page(summary, decision, texts),
            "funder-summary.xlsx": _tables(summary, decision, texts),
        }


def _page(summary: Summary, decision: Decision, texts: Texts) -> bytes:
    return render(
        "funder_summary.html.j2",
        texts,
        _TEMPLATES,
        summary=summary,
        decision=decision,
        call=decision.call,
        sector_name=lambda sector: sector_name(decision.call, sector),
    )


def _tables(summary: Summary, decision: Decision, texts: Texts) -> bytes:
    """Return the same numbers as a workbook: applications, outcomes, sectors and the 3P."""

    def heads(*keys: str) -> list[str]:
        return [texts.say(key) for key in keys]

    applications = Sheet(
        title=texts.say("jyvaskyla.funder.applications"),
        headings=heads(*(f"jyvaskyla.calls.{column}" for column in _COLUMNS)),
        rows=[
            (
                row.application,
                row.applicant,
                _sector(row.sector, decision, texts),
                row.title,
                texts.say(f"outcome.{row.outcome.value}"),
                row.applied,
                row.grant.amount if row.grant else None,
            )
            for row in summary.rows
        ],
    )
    outcomes = Sheet(
        title=texts.say("jyvaskyla.calls.outcome"),
        headings=heads("jyvaskyla.calls.outcome", "jyvaskyla.funder.count"),
        rows=[(texts.say(f"outcome.{one.value}"), count) for one, count in summary.outcomes],
    )
    sectors = Sheet(
        title=texts.say("jyvaskyla.calls.sector"),
        headings=heads(
            "jyvaskyla.calls.sector",
            "jyvaskyla.funder.count",
            "jyvaskyla.funder.ranked",
            "jyvaskyla.funder.chosen",
            "jyvaskyla.calls.granted",
        ),
        rows=[
            (
                _sector(row.sector, decision, texts),
                row.applications,
                row.ranked,
                row.chosen,
                row.granted,
            )
            for row in summary.sectors
        ],
    )
    profile = Sheet(
        title="3P",
        headings=heads(*(f"jyvaskyla.funder.{column}" for column in _PROFILE)),
        rows=[
            (
                texts.say(f"principle.{row.principle.value}"),
                texts.show(row.name),
                texts.say(f"jyvaskyla.seen.{row.call.value}"),
                row.applications,
                row.chosen,
            )
            for row in summary.indicators
        ],
    )
    return workbook_bytes([applications, outcomes, sectors, profile])


def _sector(sector: str, decision: Decision, texts: Texts) -> str:
    return texts.show(sector_name(decision.call, sector))
