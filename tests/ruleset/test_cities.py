"""The file of a city is read whole, or everything wrong in it is told at once and in its place."""

from datetime import date
from pathlib import Path

import pytest

from innokumppanuus.domain.city import City, SharedPart
from innokumppanuus.domain.principles import Principle
from innokumppanuus.domain.profile import SubjectKind
from innokumppanuus.domain.sources import Status
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset.cities import load, loads

WHOLE = """\
innokumppanuus: 1
id: harjula
name: Harjula (kuvitteellinen)
is_fictional: true
sources:
  esitys: {title: Kuvitteellinen esitys}
records:
  - on: 2025-03
    ratings:
      - indicator: partnership.goals
        level: 2
        evidence:
          - words: Tavoitteet on kirjattu
            said_by: elinvoimapalvelut
            source: esitys
          - {words: Kysely puuttuu, status: missing}
  - on: 2026-02-10
    kind: pilot
    name: Lähitori
    principles: {partnership: {goals: [{name: Lyhyemmät jonot}]}}
consents:
  - to: [niemenkunta]
    what: [levels]
    principles: [partnership]
    starts: 2026-01-01
    until: 2026-12-31
    given_by: kaupunginhallitus
"""
PLUGINS = Plugins.load()


def read(text: str = WHOLE) -> City:
    return loads(text, "harjula.yaml", PLUGINS)


def problems(*changes: tuple[str, str]) -> list[str]:
    text = WHOLE
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    with pytest.raises(RuleSetProblems) as caught:
        read(text)
    return [str(one) for one in caught.value.problems]


def test_a_city_has_its_records_over_time() -> None:
    first, second = read().records

    assert (first.kind, first.on.latest.date()) == (SubjectKind.CITY, date(2025, 3, 31))
    assert (second.kind, second.on.latest.date()) == (SubjectKind.PILOT, date(2026, 2, 10))
    assert second.principles.partnership.goals


def test_a_rating_has_its_evidence_with_who_says_it_and_how_it_is_known() -> None:
    first, second = read().records[0].ratings[0].evidence

    assert first.said_by is not None and first.said_by.say("fi") == "elinvoimapalvelut"
    assert (first.source, second.status) == ("esitys", Status.MISSING)


def test_a_consent_is_read_with_its_days() -> None:
    (consent,) = read().consents

    assert consent.lets("niemenkunta", SharedPart.LEVELS, Principle.PARTNERSHIP, date(2026, 12, 31))
    assert not consent.lets(
        "niemenkunta", SharedPart.LEVELS, Principle.PARTNERSHIP, date(2027, 1, 1)
    )


def test_a_file_gives_the_same_city_as_its_text(tmp_path: Path) -> None:
    file = tmp_path / "harjula.yaml"
    file.write_text(WHOLE, encoding="utf-8")

    assert load(file, PLUGINS) == read()


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("level: 2", "level: 6", "harjula.yaml:10:9: records[0].ratings[0]: must be a whole level"),
        ("level: 2", "level: kaksi", "harjula.yaml:11:16: records[0].ratings[0].level:"),
        ("partnership.goals", "partnership.goal", "Did you mean 'partnership.goals'"),
        ("partnership.goals", "partnership.measurable_goals", "describes no levels"),
        ("source: esitys", "source: esitus", "Did you mean 'esitys'"),
        ("until: 2026-12-31", "until: 2025-12-31", "must not end before it begins"),
        ("to: [niemenkunta]", "to: []", "consents[0].to: must not be empty"),
        ("what: [levels]", "what: [taso]", "consents[0].what[0]: must be one of levels, evidence"),
        ("id: harjula", "id: Harjula", "harjula.yaml:2:5: id:"),
        ("on: 2025-03", "on: keväällä", "records[0].on:"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(before: str, after: str, told: str) -> None:
    (line,) = problems((before, after))

    assert told in line


def test_an_unknown_zone_is_told() -> None:
    (line,) = problems(("records:", "zone: Eurooppa/Harjula\nrecords:"))

    assert line.startswith("harjula.yaml:7:7: zone: must be a time zone")


def test_one_record_rates_an_indicator_once() -> None:
    twice = "      - {indicator: partnership.goals, level: 3}\n  - on: 2026-02-10"

    (line,) = problems(("  - on: 2026-02-10", twice))

    assert line.startswith("harjula.yaml:17:21: records[0].ratings[1].indicator:")


def test_everything_is_told_at_once() -> None:
    found = problems(
        ("level: 2", "level: 6"), ("source: esitys", "source: muu"), ("what:", "mita:")
    )

    assert len(found) == 3
