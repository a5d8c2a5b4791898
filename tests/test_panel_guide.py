"""The guide of the panel says what a rule set may say, and names commands that there are."""

import re
from pathlib import Path

import attrs
import pytest
import yaml

from innokumppanuus.domain.panel import DecidingScores, PanelPolicy
from innokumppanuus.testing.command_line import ask

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"


def guide(language: str) -> str:
    return (HOW_TO / f"panel.{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_example_has_only_keys_that_there_are(language: str) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", guide(language), re.DOTALL)

    panel = yaml.safe_load(example)["assessment"]["panel"]

    assert set(panel) <= {one.name for one in attrs.fields(PanelPolicy)}
    assert panel["scores"] in set(DecidingScores)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_command_of_the_guide_is_there(language: str) -> None:
    commands = set(re.findall(r"innokumppanuus panel (\w+)", guide(language)))

    said = ask("panel", "--lang", "en").out

    assert commands >= {"forms", "conflicts", "assign", "rounds", "calibrate"}
    assert [one for one in commands if one not in said] == []
