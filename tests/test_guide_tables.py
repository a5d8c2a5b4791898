"""The decision table that the guides show is a sound one."""

import re
from pathlib import Path

import pytest

from innokumppanuus.ruleset import loads
from innokumppanuus.testing.rulesets import FILE, core_plugins, the_text

GUIDES = Path(__file__).parents[1] / "docs" / "how-to"


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_decision_table_of_the_guide_has_no_overlap_and_no_gap(language: str) -> None:
    page = (GUIDES / f"write-a-rule-set.{language}.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"(?s)```yaml\n(tables:\n.*?)```", page)

    ruleset = loads(
        the_text(("\neligibility:\n", f"\n{table}\neligibility:\n")), FILE, core_plugins()
    )

    assert [one.name for one in ruleset.tables] == ["table.share"]
    assert [one for one in ruleset.warnings if one.path.startswith("tables")] == []
