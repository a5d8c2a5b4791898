"""A programme file is read into its noun, or everything that is wrong is told in its place."""

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.parties import RoleKind
from innokumppanuus.domain.programme import Ending, PlainProgramme, Programme, ProgrammeKind
from innokumppanuus.domain.sources import Fact, Status
from innokumppanuus.errors import Problem, RuleSetProblems
from innokumppanuus.ruleset.programmes import Check, load, loads, own_keys

TEXT = """\
innokumppanuus: 1
programme:
  id: koeverkosto
  name: {fi: Koeverkosto, sv: Testnätverk, en: Test network}
  kind: invited_network
  zone: Europe/Helsinki
  is_fictional: true
  sources:
    kalvot: {title: Kuvitteelliset kalvot, verified: true}
  participants:
    - id: vanha
      party: {id: vanha, name: Vanha kuntayhtymä, sector: joint_authority}
      roles: [partner]
      until: 2022-12-31
      followed_by: uusi
    - id: uusi
      party: {id: uusi, name: Uusi hyvinvointialue, sector: wellbeing_county}
      roles: [{value: partner, status: inferred, note: tehtävät siirtyivät, sources: [kalvot]}]
      since: 2023-01-01
    - id: yrittajat
      name: {fi: Alan yrittäjiä, sv: Företagare, en: Entrepreneurs}
      sector: company
      roles: [{status: missing, note: lähde ei kerro}]
  starts: 2010-12
  ends: {value: 2013-12, status: inferred, note: viimeinen kuukausi, sources: [kalvot]}
  ending: completed
  phases:
    - {id: nykytila, name: Nykytila, starts: 2010-12, ends: 2011-02}
    - {id: kehitys, name: Kehitys, starts: 2011-02, ends: 2013-12, follows: nykytila}
  events:
    - id: seminaari
      name: Aloitusseminaari
      phase: nykytila
      sessions:
        - {id: s1, starts: 2010-12-22 12:00, ends: 2010-12-22 16:00}
  facts:
    - id: laji
      name: Kenttä
      says: {fi: sote, sv: social- och hälsovård, en: social and health care}
    - id: hakijat
      name: Hakijoita
      count: {least: 0, most: 19, text: melkein 20}
    - id: jakso
      name: Kokousten väli
"""


@attrs.frozen(kw_only=True)
class Rating:
    """A noun inside a plugin's noun."""

    city: str
    level: int = 0
    sources: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Network:
    """A plugin's noun."""

    programme: Programme
    ratings: tuple[Rating, ...] = ()


def changed(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def read(text: str = TEXT) -> Programme:
    return loads(text, "ohjelma.yaml", PlainProgramme).programme


def told(text: str, noun: type = PlainProgramme, check: Check | None = None) -> list[str]:
    with pytest.raises(RuleSetProblems) as caught:
        loads(text, "ohjelma.yaml", noun, check)
    return [f"{one.path}:{one.key}" for one in caught.value.problems]


def line_of(words: str, text: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), start=1) if words in line)


def test_file_is_read_into_the_noun() -> None:
    programme = read()

    assert (programme.id, programme.kind) == ("koeverkosto", ProgrammeKind.INVITED_NETWORK)
    assert programme.ending == Fact(value=Ending.COMPLETED)


def test_role_that_the_source_does_not_tell_stays_missing() -> None:
    assert [one.id for one in read().roles_open()] == ["yrittajat"]


def test_inferred_role_keeps_its_status() -> None:
    (role,) = read().participants[1].roles

    assert (role.value, role.status) == (RoleKind.PARTNER, Status.INFERRED)


def test_words_in_three_languages_are_a_bare_fact() -> None:
    assert read().facts[0].says == Fact(
        value=Label("sote", "social- och hälsovård", "social and health care")
    )


def test_statement_with_nothing_told_is_a_gap() -> None:
    assert [one.id for one in read().gaps()] == ["jakso"]


def test_other_keys_are_attributes_of_the_plugins_noun() -> None:
    text = TEXT + "ratings:\n  - {city: vanha, level: 3}\n"

    assert loads(text, "o.yaml", Network).ratings == (Rating(city="vanha", level=3),)


def test_key_that_the_noun_has_not_is_told() -> None:
    assert told(TEXT + "rating: []\n", Network) == ["rating:key-unknown"]


def test_file_without_a_programme_is_told() -> None:
    assert told("innokumppanuus: 1\n") == [":key-missing"]


def test_wrong_zone_is_told_once() -> None:
    text = changed(("zone: Europe/Helsinki", "zone: Europe/Helsinky"))

    assert told(text) == ["programme.zone:zone"]


def test_times_are_in_the_zone_of_the_programme() -> None:
    text = changed(("zone: Europe/Helsinki", "zone: Europe/Stockholm"))

    (_, session), *_ = read(text).sessions()

    assert str(session.starts.value.earliest.tzinfo) == "Europe/Stockholm"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "followed_by: uusi",
            "followed_by: vanha",
            ["programme.participants[0].followed_by:names-itself"],
        ),
        (
            "followed_by: uusi",
            "followed_by: uusin",
            ["programme.participants[0].followed_by:unknown-name"],
        ),
        (
            "follows: nykytila",
            "follows: nykytlia",
            ["programme.phases[1].follows:unknown-name"],
        ),
        (
            "      phase: nykytila",
            "      phase: muu",
            ["programme.events[0].phase:unknown-name-none"],
        ),
        (
            "      name: {fi: Alan yrittäjiä, sv: Företagare, en: Entrepreneurs}\n",
            "",
            ["programme.participants[2]:participant-nameless"],
        ),
        (
            "starts: 2010-12, ends: 2011-02}",
            "starts: 2010-12, ends: 2010-11}",
            ["programme.phases[0].ends:period-order"],
        ),
        (
            "until: 2022-12-31",
            "until: 2022-12-31\n      since: 2023-05-01",
            ["programme.participants[0].until:period-order"],
        ),
        (
            "tehtävät siirtyivät, sources: [kalvot]",
            "tehtävät siirtyivät, sources: [kalvo]",
            ["programme.participants[1].roles[0].sources[0]:unknown-name"],
        ),
    ],
)
def test_what_does_not_fit_together_is_told_in_its_place(
    old: str, new: str, expected: list[str]
) -> None:
    found = told(changed((old, new)))

    assert set(expected) <= set(found)


def test_id_given_twice_is_told_where_it_is_given_again() -> None:
    text = changed(("- {id: kehitys,", "- {id: nykytila,"))

    assert "programme.phases[1].id:id-twice" in told(text)


def test_participant_who_answers_for_something_must_be_there() -> None:
    task = "principles: {partnership: {responsibilities: [{party: uusin, task: Johtaa}]}}"

    found = told(changed(("  starts: 2010-12\n", f"  starts: 2010-12\n  {task}\n")))

    path = "programme.principles.partnership.responsibilities[0].party"
    assert found == [f"{path}:unknown-name"]


def test_sources_of_a_plugins_noun_must_be_there_too() -> None:
    text = TEXT + "ratings:\n  - {city: vanha, sources: [muisti]}\n"

    assert told(text, Network) == ["ratings[0].sources[0]:unknown-name-none"]


def test_problem_of_a_plugin_is_placed_by_its_path() -> None:
    def check(noun: Network) -> Iterator[Problem]:
        for place, one in enumerate(noun.ratings):
            if noun.programme.participant(one.city) is None:
                yield Problem(key="unknown-name-none", path=f"ratings[{place}].city")

    text = TEXT + "ratings:\n  - {city: vanha}\n  - {city: espoo}\n"

    with pytest.raises(RuleSetProblems) as caught:
        loads(
            text,
            "o.yaml",
            Network,
            lambda noun: [attrs.evolve(one, values={"got": "espoo"}) for one in check(noun)],
        )

    (problem,) = caught.value.problems
    assert (problem.place.line, problem.path) == (line_of("espoo", text), "ratings[1].city")


def test_path_that_leads_nowhere_is_placed_as_near_as_there_is() -> None:
    def check(noun: Network) -> list[Problem]:
        return [Problem(key="mycity.gap", path="ratings[0].evidence[3]")]

    text = TEXT + "ratings:\n  - {city: vanha}\n"

    with pytest.raises(RuleSetProblems) as caught:
        loads(text, "o.yaml", Network, check)

    (problem,) = caught.value.problems
    assert problem.place.line == line_of("city: vanha", text)


def test_warning_of_a_plugin_does_not_stop_the_reading() -> None:
    def check(noun: Network) -> list[Problem]:
        return [Problem(key="mycity.note", severity="warning")]

    assert loads(TEXT, "o.yaml", Network, check).ratings == ()


def test_file_that_is_not_there_is_told() -> None:
    with pytest.raises(RuleSetProblems) as caught:
        load(Path("ei-ole.yaml"))

    assert [one.key for one in caught.value.problems] == ["file-missing"]


def test_own_keys_are_those_beside_the_programme(tmp_path: Path) -> None:
    path = tmp_path / "o.yaml"
    path.write_text(TEXT + "ratings: []\n", encoding="utf-8")

    assert own_keys(path) == {"ratings"}
