"""A whole fictional programme file as text, for tests to change."""

from pathlib import Path

from innokumppanuus.domain.programme import PlainProgramme
from innokumppanuus.ruleset.programmes import loads

PROGRAMME = """\
innokumppanuus: 1
programme:
  id: koeverkosto
  name: {fi: Koeverkosto, sv: Testnätverk, en: Test network}
  aliases: [Koe verkosto]
  kind: invited_network
  zone: Europe/Helsinki
  is_fictional: true
  purpose: {fi: Kokeilla, sv: Pröva, en: To try}
  sources:
    kalvot: {title: Kuvitteelliset kalvot, section: kalvo 3, verified: true}
    muisti: {title: Muistitieto, verified: false}
  participants:
    - id: vanha
      party: {id: vanha, name: Vanha kuntayhtymä, sector: joint_authority}
      roles: [partner]
      until: {value: 2022-12-31, sources: [muisti]}
      followed_by: uusi
    - id: uusi
      party: {id: uusi, name: Uusi hyvinvointialue, sector: wellbeing_county}
      roles: [{value: partner, status: inferred, note: tehtävät siirtyivät, sources: [kalvot]}]
      since: 2023-01-01
    - id: yrittajat
      name: {fi: Alan yrittäjiä, sv: Företagare, en: Entrepreneurs}
      sector: company
      roles: [{status: missing, note: lähde ei kerro}]
    - id: rahasto
      party: {id: rahasto, name: Kuviteltu rahasto, sector: state}
      roles: [{value: funder, status: disputed, note: lähteet eri mieltä, sources: [kalvot]}]
      share: 1/2
  principles:
    partnership:
      goals: [{name: {fi: Yhteinen tavoite, sv: Gemensamt mål, en: Shared goal}}]
      responsibilities: [{party: uusi, task: {fi: Johtaa, sv: Leder, en: Leads}}]
  starts: 2010-12
  ends: {value: 2013-12, status: inferred, note: viimeinen kuukausi, sources: [kalvot]}
  ending: superseded
  phases:
    - {id: nykytila, name: Nykytila, starts: 2010-12, ends: 2011-02}
    - {id: kehitys, name: Kehitys, kind: base, starts: 2011-02, ends: 2011-12, follows: nykytila}
    - id: jatko
      name: Jatko
      kind: option
      starts: 2012-01
      follows: kehitys
      needs_decision: true
      decide_by: 2011-11-30
  events:
    - id: seminaari
      name: Aloitusseminaari
      phase: nykytila
      methods: [{fi: kokemusten jakaminen, sv: erfarenhetsutbyte, en: experience sharing}]
      sessions:
        - {id: s1, starts: 2010-12-22 12:00, ends: 2010-12-22 16:00, place: Kuviteltu sali}
    - {id: tyopajat, name: Työpajat}
  calls: [koehaku]
  facts:
    - id: ala
      name: {fi: Ala, sv: Bransch, en: Field}
      says: {fi: sote, sv: social- och hälsovård, en: social and health care}
    - id: hakijat
      name: {fi: Hakijoita, sv: Sökande, en: Applicants}
      count: {least: 0, most: 19, text: melkein 20}
    - id: vali
      name: {fi: Kokousten väli, sv: Mötesintervall, en: Time between meetings}
"""


def programme_text(*changes: tuple[str, str]) -> str:
    """
    Return the file with changes, each `(old, new)`.

    Raises:
        LookupError: When an old text is not there exactly once, so that no test spoils nothing.
    """
    text = PROGRAMME
    for old, new in changes:
        if text.count(old) != 1:
            raise LookupError(f"{old!r} is there {text.count(old)} times")
        text = text.replace(old, new)
    return text


def a_programme_file(folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    """Write the file, with *more* keys at its end, and return its path."""
    path = folder / "ohjelma.yaml"
    path.write_text(programme_text(*changes) + more, encoding="utf-8")
    return path


def a_plain_programme(*changes: tuple[str, str]) -> PlainProgramme:
    """Return the programme of the file."""
    return loads(programme_text(*changes), "ohjelma.yaml", PlainProgramme)
