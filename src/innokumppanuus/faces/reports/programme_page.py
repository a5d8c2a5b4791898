"""The programme report as one web page: what is known and how, then what plugins reckon of it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from markupsafe import Markup

from innokumppanuus.faces.programmes import ProgrammeSection
from innokumppanuus.faces.reports import programme_facts as facts
from innokumppanuus.faces.reports.pages import render
from innokumppanuus.faces.reports.web import AddedSection
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.plugin.programmes import HasProgramme
from innokumppanuus.records import to_record

PAGE_FILE, DATA_FILE = "programme.html", "programme.json"
SECTIONS = ("basics", "people", "phases", "events", "facts", "profile")
"""The sections of the core, in order; those of plugins stand after the first."""
_WRITERS = {
    "basics": facts.basics_html,
    "people": facts.people_html,
    "phases": facts.phases_html,
    "events": facts.events_html,
    "facts": facts.facts_html,
    "profile": facts.profile_html,
}
_ABOUT = {"people": "participants"}


def programme_report(
    noun: HasProgramme,
    on: date,
    sections: Mapping[str, ProgrammeSection],
    texts: Texts,
    plugins: Plugins,
) -> Mapping[str, bytes]:
    """
    Return the files of the report by name: the page in the language of *texts*, and the data.

    The data hold the programme only. What a plugin keeps beside it may not be for everybody, as a
    city's own assessments are not, and is told by the plugin's sections and commands alone.

    Args:
        noun: Of some plugin.
        on: The day of the report.
        sections: What plugins add, by key.
        texts: The language.
        plugins: Those that the programme was read with.
    """
    programme = noun.programme
    told = [
        AddedSection(
            id=key,
            heading=texts.say(f"programme.{key}.heading"),
            html=Markup(_WRITERS[key](programme, texts)),
        )
        for key in SECTIONS
        if getattr(programme, _ABOUT.get(key, key), True)
    ]
    added = list(_added(noun, on, sections, texts, plugins))
    page = render(
        "programme.html.j2",
        texts,
        programme=programme,
        on=on,
        sections=[*told[:1], *added, *told[1:]],
    )
    data = json.dumps(to_record(programme), ensure_ascii=False, indent=1, sort_keys=True)
    return {PAGE_FILE: page, DATA_FILE: f"{data}\n".encode()}


def _added(
    noun: HasProgramme,
    on: date,
    sections: Mapping[str, ProgrammeSection],
    texts: Texts,
    plugins: Plugins,
) -> Iterator[AddedSection]:
    """Yield every section that has something to tell of the noun, in order."""
    for one in sorted(sections.values(), key=lambda one: (one.order, one.key)):
        result = one.reckon(noun, on, plugins)
        if result is not None:
            yield AddedSection(
                id=f"added-{one.key.replace('.', '-')}",
                heading=texts.show(one.name),
                html=Markup(one.html(result, noun, texts)),
            )
