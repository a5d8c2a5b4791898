"""The report of a network tells what is public, and nothing else."""

import json
from datetime import date

from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.reports.programme_page import programme_report
from innokumppanuus.faces.texts import Texts
from innokumppanuus.workspace import Workspace
from innokumppanuus_edellakavijat.domain import Forerunners

ON = date(2026, 11, 22)


def report(noun: Forerunners, workspace: Workspace) -> dict[str, str]:
    faces = FacePlugins.load()
    texts = Texts.load("en", faces.texts().values())
    made = programme_report(noun, ON, faces.programme_sections(), texts, workspace.plugins)
    return {name: content.decode() for name, content in made.items()}


def test_report_has_the_sections_of_the_network(network: Forerunners, workspace: Workspace) -> None:
    html = report(network, workspace)["programme.html"]

    for key in ("stages", "progress", "practices"):
        assert f'id="added-edellakavijat-{key}"' in html


def test_nothing_that_is_not_public_is_in_any_file(
    network: Forerunners, workspace: Workspace
) -> None:
    hidden = [one.name.en for one in (*network.practices[1:], *network.trials[::2])]
    evidence = [
        one.words.en
        for city in network.cities
        for record in city.records
        for rating in record.ratings
        for one in rating.evidence
    ]

    whole = "".join(report(network, workspace).values())

    assert [words for words in (*hidden, *evidence) if words in whole] == []


def test_data_of_the_report_are_the_programme(network: Forerunners, workspace: Workspace) -> None:
    data = json.loads(report(network, workspace)["programme.json"])

    assert data["id"] == "edellakavijat-harjoitus"
    assert "ratings" not in json.dumps(data)


def test_programme_of_another_plugin_gets_no_section_of_a_network(workspace: Workspace) -> None:
    noun = workspace.programme("hyvinvoinnista-elinvoimaa")
    sections = FacePlugins.load().programme_sections()

    told = [
        key
        for key, one in sections.items()
        if key.startswith("edellakavijat.") and one.reckon(noun, ON, workspace.plugins) is not None
    ]

    assert told == []


def test_nine_cities_tell_that_their_decisions_cannot_be_told(
    nine: Forerunners, workspace: Workspace
) -> None:
    html = report(nine, workspace)["programme.html"]

    assert "Second year: no day is told for the decision to go on" in html
    assert "added-edellakavijat-progress" not in html
