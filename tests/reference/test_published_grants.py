"""Grants that a real municipality has published, screened from the command line."""

import csv
import json
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PROGRAM = str(Path(sys.executable).with_name("innokumppanuus"))
PUBLISHED = HERE.parents[2] / "shared" / "reference" / "360giving" / "published"

pytestmark = pytest.mark.skipif(
    not PUBLISHED.is_dir(), reason="the published grants of ../shared/reference are not here"
)


def screened(kind: str) -> dict[str, Any]:
    command = [
        *(PROGRAM, "--lang", "en", "--json", "screen"),
        str(HERE / "data" / "grants.yaml"),
        *("--applications", str(PUBLISHED / f"trafford.{kind}")),
        *("--mapping", str(HERE / "data" / "360giving.yaml")),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr or done.stdout
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def from_csv() -> dict[str, Any]:
    return screened("csv")


def expected() -> dict[str, str]:
    """Say the three rules once more by hand, over the csv as Python's own reader gives it."""
    with (PUBLISHED / "trafford.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["Identifier"]: _verdict(row) for row in csv.DictReader(file)}


def _verdict(row: dict[str, str]) -> str:
    late_enough = row["Award Date"] >= "2014-01-01" and row["From an open call?"] == "Yes"
    if Decimal(row["Amount Awarded"]) > 2500 or not late_enough:
        return "not_met"
    if not row["Recipient Org:Charity Number"]:
        return "cannot_tell"
    return "met" if len(row["Recipient Org:Charity Number"]) == 7 else "not_met"


def test_every_published_row_is_screened(from_csv: dict[str, Any]) -> None:
    assert len(from_csv["result"]["applications"]) == 366


def test_every_verdict_is_the_one_worked_out_by_hand(from_csv: dict[str, Any]) -> None:
    found = {one["id"]: one["verdict"] for one in from_csv["result"]["applications"]}

    assert found == expected()
    assert set(Counter(found.values())) == {"met", "not_met", "cannot_tell"}


def test_a_missing_number_is_asked_for(from_csv: dict[str, Any]) -> None:
    waiting = [one for one in from_csv["result"]["applications"] if one["verdict"] == "cannot_tell"]

    assert {tuple(one["to_supplement"]) for one in waiting} == {("charity",)}


def test_the_workbook_is_screened_as_the_csv_is(from_csv: dict[str, Any]) -> None:
    assert screened("xlsx")["result"]["applications"] == from_csv["result"]["applications"]
