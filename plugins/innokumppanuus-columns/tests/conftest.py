"""A rule set of every type of field, its rows by seed, and Spark where it can run."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from innokumppanuus.domain.application import Application
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.testing.random_expressions import rows

RULES = """\
innokumppanuus: 1
id: every-type
name: Every type
form:
  - {id: flag, name: Flag, type: yes_no, required: false}
  - {id: other, name: Other, type: yes_no, required: false}
  - {id: count, name: Count, type: integer, required: false}
  - {id: months, name: Months, type: integer}
  - {id: ratio, name: Ratio, type: number, required: false}
  - {id: share, name: Share, type: number, required: false}
  - {id: name, name: Name, required: false}
  - {id: place, name: Place, required: false}
  - {id: amount, name: Amount, type: money}
  - {id: own, name: Own, type: money, required: false}
  - {id: start, name: Start, type: date, required: false}
  - {id: born, name: Born, type: date, required: false}
  - {id: sent, name: Sent, type: moment, required: false}
  - {id: closes, name: Closes, type: moment, required: false}
timetable: {closes: 2017-09-06 23:59}
budget: {cap_per_pilot: 10000 EUR}
eligibility:
  - {id: capped, name: Capped, when: amount <= call.budget.cap_per_pilot}
  - {id: in_time, name: In time, when: sent <= call.timetable.last_moment}
  - {id: named, name: Named, when: 'has(name) && size(name) > 1 || !flag'}
  - {id: later, name: Later, when: 'add_months(start, months) > born'}
  - {id: shared, name: Shared, when: 'own / amount < share || count * 3 > 9'}
"""


@pytest.fixture(scope="session")
def ruleset() -> RuleSet:
    return loads(RULES, "every-type.yaml", Plugins.load())


@pytest.fixture(scope="session")
def applications() -> tuple[Application, ...]:
    lists = ("areas", "fields")
    table = enumerate(rows(Random(12), 300), start=1)
    return tuple(
        Application(
            id=f"H{number:04}",
            answers={key: value for key, value in row.items() if key not in lists},  # type: ignore[misc]
        )
        for number, row in table
    )


def java_version() -> str:
    """Return the first line that Java says of itself; empty when there is none."""
    java = shutil.which("java")
    if java is None:
        return ""
    return subprocess.run([java, "-version"], capture_output=True, text=True).stderr


@pytest.fixture(scope="session")
def spark_session() -> Iterator[Any]:
    pytest.importorskip("pyspark", reason="pyspark is not installed; it is an optional extra")
    if 'version "17' not in java_version():
        pytest.skip("Spark 4.0 needs Java 17, which is not here")
    from innokumppanuus_columns.spark import session

    spark = session()
    yield spark
    spark.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
