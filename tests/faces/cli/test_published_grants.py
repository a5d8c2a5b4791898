"""Grants that a council has published are screened by a rule set; every row is accounted for."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask

PUBLISHED = Path(__file__).parents[3].parent / "shared" / "reference" / "360giving" / "published"
pytestmark = pytest.mark.skipif(
    not PUBLISHED.is_dir(), reason="the published grants of ../shared/reference are not here"
)

RULESET = """\
innokumppanuus: 1
id: trafford
name: {fi: Julkaistut avustukset, sv: Publicerade understöd, en: Published grants}
zone: Europe/London
budget:
  cap_per_pilot: 10000 GBP
form:
  - {id: id, name: {fi: Tunnus, sv: Nummer, en: Identifier}}
  - {id: applicant, name: {fi: Saaja, sv: Mottagare, en: Recipient}}
  - {id: amount, name: {fi: Summa, sv: Belopp, en: Amount}, type: money, currency: GBP}
  - {id: awarded, name: {fi: Myönnetty, sv: Beviljad, en: Awarded}, type: date, required: false}
  - {id: months, name: {fi: Kuukausia, sv: Månader, en: Months}, type: integer, required: false}
eligibility:
  - id: cap
    name: {fi: Enintään katto, sv: Högst taket, en: At most the cap}
    when: amount <= call.budget.cap_per_pilot
  - id: short
    name: {fi: Enintään vuosi, sv: Högst ett år, en: At most a year}
    when: months <= 12
"""

MAPPING = """\
innokumppanuus: 1
columns:
  Identifier: id
  'Recipient Org:Name': applicant
  Amount Awarded: amount
  Award Date: awarded
  'Planned Dates:Duration (months)': months
"""


def screened(folder: Path, kind: str) -> Any:
    (folder / "saannot.yaml").write_text(RULESET, encoding="utf-8")
    (folder / "sarakkeet.yaml").write_text(MAPPING, encoding="utf-8")
    answer = ask(
        *("screen", folder / "saannot.yaml", "--json"),
        *("--applications", PUBLISHED / f"trafford.{kind}"),
        *("--mapping", folder / "sarakkeet.yaml"),
    )
    assert answer.code == Code.DONE
    return answer.document


def test_every_published_grant_is_screened(tmp_path: Path) -> None:
    result = screened(tmp_path, "xlsx")["result"]

    assert (result["rows"], len(result["applications"])) == (366, 366)


def test_no_grant_is_refused_because_its_duration_is_not_told(tmp_path: Path) -> None:
    applications = screened(tmp_path, "xlsx")["result"]["applications"]

    verdicts = Counter(one["verdict"] for one in applications)
    untold = [one["verdict"] for one in applications if "months" in one["to_supplement"]]

    assert sum(verdicts.values()) == 366
    assert "met" not in untold


def test_workbook_and_csv_of_the_same_grants_are_screened_alike(tmp_path: Path) -> None:
    workbook, table = screened(tmp_path, "xlsx"), screened(tmp_path, "csv")

    assert workbook["result"] == table["result"]
