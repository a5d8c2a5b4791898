"""The guide to programmes shows a file that loads, and commands that are there."""

import re
from pathlib import Path

import pytest

from innokumppanuus.domain.programme import PlainProgramme
from innokumppanuus.ruleset.programmes import loads
from innokumppanuus.testing.command_line import ask

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"
PAGES = [
    HOW_TO / f"{name}.{one}.md" for name in ("programmes", "forerunners") for one in ("fi", "en")
]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_file_of_the_guide_loads(language: str) -> None:
    page = (HOW_TO / f"programmes.{language}.md").read_text(encoding="utf-8")
    text = page.partition("```yaml\n")[2].partition("```")[0]

    programme = loads(text, "guide.yaml", PlainProgramme).programme

    assert len(programme.roles_open()) == 1
    assert len(programme.gaps()) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_the_guide_is_there(page: Path) -> None:
    lines = set(re.findall(r"`innokumppanuus ([a-z]+(?: [a-z]+)?)[ `]", page.read_text("utf-8")))

    assert lines
    for line in lines:
        first, *rest = line.split()
        words = [first, *rest] if first in ("programme", "forerunners") else [first]
        assert ask(*words, "--help").code == 0, line
