"""A small call as the files an official would have: rule set, applications, score sheets."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from innokumppanuus.domain.application import Application
from innokumppanuus.domain.call import Call
from innokumppanuus.domain.money import Money
from innokumppanuus.intake import write_forms, write_sheet
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import load
from innokumppanuus.testing.builders import a_sheet, an_application

RULESET = """\
innokumppanuus: 1
id: koehaku
name: {fi: Koehaku, sv: Testutlysning, en: Test call}
is_fictional: true
timetable:
  opens: 2017-06-01
  closes: 2017-09-06 23:59
budget:
  total: 20000 EUR
  cap_per_pilot: 10000 EUR
  maximum: 3
form:
  - {id: id, name: {fi: Tunnus, sv: Nummer, en: Number}}
  - {id: applicant, name: {fi: Hakija, sv: Sökande, en: Applicant}}
  - {id: submitted, name: {fi: Saapunut, sv: Inkommen, en: Received}, type: moment}
  - {id: amount, name: {fi: Haettu, sv: Sökt, en: Applied for}, type: money}
  - {id: duration_months, name: {fi: Kesto, sv: Längd, en: Months}, type: integer}
eligibility:
  - id: in_time
    name: {fi: Ajoissa, sv: I tid, en: In time}
    when: submitted <= call.timetable.last_moment
  - id: cap
    name: {fi: Katto, sv: Tak, en: Cap}
    when: amount <= call.budget.cap_per_pilot
criteria:
  - {id: K1, name: {fi: toteutettavuus, sv: genomförbarhet, en: feasibility}}
  - {id: K2, name: {fi: asiakaslähtöisyys, sv: kundorientering, en: client orientation}}
assessment:
  weighting: {kind: order, order: [K1, K2]}
selection:
  tie_rules: [criteria_order]
"""

SCORES = {
    "H01": {"K1": 5, "K2": 4},
    "H02": {"K1": 3, "K2": 5},
    "H03": {"K1": 2, "K2": 1},
}
"""Of the applications that pass; H04 is too dear and H05 names no sum."""


def a_ruleset_file(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the rule set with every (old, new) text in *changes* changed; return its path."""
    text = RULESET
    for old, new in changes:
        if old not in text:
            raise LookupError(f"The rule set has no text {old!r} to change.")
        text = text.replace(old, new, 1)
    path = folder / "haku.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def applications() -> tuple[Application, ...]:
    """Return five applications: three that pass, one over the cap, one that names no sum."""
    passing = [an_application(one, sector=None) for one in SCORES]
    dear = an_application("H04", sector=None, amount=Money.of(15_000))
    return (*passing, dear, an_application("H05", sector=None, amount=None))


def a_call_folder(
    folder: Path,
    scores: Mapping[str, Mapping[str, int | str | None]] = SCORES,
    evaluators: Iterable[str] = ("Arvioija A", "Arvioija B"),
) -> tuple[Path, Path, Path]:
    """Write a whole call; return the rule set, the applications and the folder of sheets."""
    ruleset = a_ruleset_file(folder)
    call = load(ruleset, Plugins.load()).call
    (table,) = write_forms(folder, call, applications())
    given = {one.id: scores.get(one.id, {"K1": 1, "K2": 1}) for one in applications()}
    for evaluator in evaluators:
        write_sheet(folder / "arviot", call, applications(), a_sheet(evaluator, given))
    return ruleset, table, folder / "arviot"


def read_call(ruleset: Path) -> Call:
    """Return the call of a rule set file, with the plugins that are installed."""
    return load(ruleset, Plugins.load()).call
