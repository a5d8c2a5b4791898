"""The 3P profile as parts of a page, and as one page that also prints. It reckons nothing."""

import json
from collections.abc import Iterator, Mapping
from html import escape

import attrs
from markupsafe import Markup

from innokumppanuus.domain.city_comparison import CityComparison
from innokumppanuus.domain.coverage import Coverage
from innokumppanuus.domain.profile import EntryChange, Profile
from innokumppanuus.faces.reports import profile_tables as tables
from innokumppanuus.faces.reports.coverage import coverage_html
from innokumppanuus.faces.reports.pages import render
from innokumppanuus.faces.reports.pieces import grid_html, paragraphs_html
from innokumppanuus.faces.reports.profile_svg import levels_svg, seen_svg
from innokumppanuus.faces.reports.web import AddedSection
from innokumppanuus.faces.texts import Texts
from innokumppanuus.records import to_record

PAGE_FILE, DATA_FILE = "profile.html", "profile.json"


@attrs.frozen(kw_only=True)
class ProfileSheet:
    """
    A profile with what else is told of it.

    Attributes:
        profile: Whose it is.
        before: The same subject earlier; None when change is not asked for.
        changes: What moved since then.
        compared: The city beside others; None when they are not compared.
        coverage: The coverage matrix of a call; None when it is not asked for.
    """

    profile: Profile
    before: Profile | None = None
    changes: tuple[EntryChange, ...] = ()
    compared: CityComparison | None = None
    coverage: Coverage | None = None


def sheet_record(sheet: ProfileSheet) -> dict[str, object]:
    """Return the sheet as plain data; what is not asked for is not in it."""
    record: dict[str, object] = {
        "profile": to_record(sheet.profile),
        "needs": [
            {"indicator": one.indicator, "need": need.value} for one, need in sheet.profile.needs()
        ],
    }
    if sheet.before is not None:
        record["changes"] = [to_record(one) for one in sheet.changes]
    if sheet.compared is not None:
        record["comparison"] = to_record(sheet.compared)
    if sheet.coverage is not None:
        record["coverage"] = to_record(sheet.coverage)
        record["gaps"] = [
            {
                "principle": one.principle.value,
                "column": one.column.value,
                "state": one.state.value,
            }
            for one in sheet.coverage.gaps()
        ]
    return record


def parts(sheet: ProfileSheet, texts: Texts) -> Iterator[AddedSection]:
    """Yield the parts of the page in order, each with picture, table and sentences."""
    yield _part("profile", profile_html(sheet, texts), texts)
    if sheet.before is not None:
        yield _part("change", grid_html(tables.changes_grid(sheet.changes, texts), texts), texts)
    if sheet.compared is not None:
        yield _part("comparison", comparison_html(sheet.compared, texts), texts)
    if sheet.coverage is not None:
        yield _part("coverage", coverage_html(sheet.coverage, texts), texts)


def profile_report(sheet: ProfileSheet, texts: Texts) -> Mapping[str, bytes]:
    """Return the files of the report by name: the page in the language of *texts*, and the data."""
    sections = list(parts(sheet, texts))
    page = render("profile.html.j2", texts, profile=sheet.profile, sections=sections)
    data = json.dumps(sheet_record(sheet), ensure_ascii=False, indent=1, sort_keys=True)
    return {PAGE_FILE: page, DATA_FILE: f"{data}\n".encode()}


def profile_html(sheet: ProfileSheet, texts: Texts, prefix: str = "profile") -> str:
    """Return the picture of the levels, or of what is seen where none is rated, with its table."""
    profile = sheet.profile
    picture = (
        levels_svg(profile, texts, f"{prefix}-levels", sheet.before, sheet.compared)
        if profile.is_rated
        else seen_svg([profile], [""], texts, f"{prefix}-seen")
    )
    grid = tables.entries_grid(profile, texts)
    needs = _needs(tables.needs_said(profile, texts), texts) if profile.is_rated else ""
    return "\n".join((_figure(picture), grid_html(grid, texts), needs))


def comparison_html(compared: CityComparison, texts: Texts) -> str:
    """Return the own levels beside those that others agreed to show, and of whom nothing is."""
    evidence = tables.agreed_evidence_grid(compared, texts)
    return "\n".join(
        (
            paragraphs_html([tables.group_said(compared, texts)]),
            grid_html(tables.comparison_grid(compared, texts), texts),
            grid_html(evidence, texts) if evidence.rows else "",
        )
    )


def _part(key: str, html: str, texts: Texts) -> AddedSection:
    heading = texts.say(f"profile.part.{key}")
    return AddedSection(id=f"part-{key}", heading=heading, html=Markup(html))


def _figure(picture: str) -> str:
    return f"<figure>{picture}</figure>" if picture else ""


def _needs(needs: tuple[str, ...], texts: Texts) -> str:
    if not needs:
        return paragraphs_html([texts.say("profile.no_needs")])
    return f"<h3>{escape(texts.say('profile.needs'))}</h3>\n{_list(needs)}"


def _list(sentences: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in sentences)}</ul>"
