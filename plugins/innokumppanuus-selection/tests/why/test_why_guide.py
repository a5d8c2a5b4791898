"""What the guides to explaining a choice show can be typed, and their numbers are the code's."""

import re
from pathlib import Path

import pytest

from innokumppanuus.testing.command_line import ask
from innokumppanuus_selection.why.programme_sets import MOST_SMALL
from innokumppanuus_selection.why.sections import MOST_AT_ONCE

GUIDES = Path(__file__).parents[4] / "docs" / "how-to"


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_command_of_the_guide_runs_and_its_numbers_hold(language: str) -> None:
    guide = (GUIDES / f"explain-a-choice.{language}.md").read_text(encoding="utf-8")
    lines = re.findall(r"^innokumppanuus (.+)$", guide, re.MULTILINE)

    codes = [ask(*line.split(), "--lang", language).code for line in lines]

    assert codes == [0, 0]
    assert re.findall(r"(?i)(?:at most|enintään) (\d+)", guide) == [
        str(MOST_AT_ONCE),
        str(MOST_SMALL),
        str(MOST_SMALL),
    ]
