"""What the guide to votes and methods shows can be used as it stands."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.plugin.interfaces import ChecksOptions, Form
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.testing.command_line import ask

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to"
LANGUAGES = ("fi", "en")
BLOCK = re.compile(r"(?ms)^```(\w+)\n(.*?)^```$")


def blocks(language: str, kind: str) -> list[str]:
    page = (HOW_TO / f"votes-and-methods.{language}.md").read_text(encoding="utf-8")
    return [text for name, text in BLOCK.findall(page) if name == kind]


def selections(language: str) -> list[dict[str, Any]]:
    return [yaml.safe_load(one)["selection"] for one in blocks(language, "yaml")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_methods_of_the_examples_take_their_options(language: str) -> None:
    offered = Plugins.load().selectors()

    for one in selections(language):
        method = offered[one["selector"]]
        assert isinstance(method, ChecksOptions)
        method.check_options(one["options"], Form())


def test_pages_show_the_same_methods() -> None:
    shown = [[one["selector"] for one in selections(language)] for language in LANGUAGES]

    assert shown[0] == shown[1] == ["equal_shares", "topsis", "consensus_list"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_of_the_examples_have_these_options(language: str) -> None:
    lines = [line for one in blocks(language, "sh") for line in one.splitlines()]

    for line in lines:
        _, group, command, *rest = line.split()
        help_page = ask(group, command, "--help", "--lang", language)
        known = {*re.findall(r"--[a-z-]+", help_page.out)}
        assert help_page.code == Code.DONE
        assert {word for word in rest if word.startswith("--")} <= known
    assert len(lines) == 3
