"""`panel` is a group: alone it shows its commands."""

from innokumppanuus.faces.cli.panel import TOPICS
from innokumppanuus.testing.command_line import ask


def test_the_group_alone_shows_its_commands() -> None:
    answer = ask("panel", "--lang", "en")

    names = [topic.__name__.rpartition("panel_")[2] for topic in TOPICS]
    assert [name for name in names if name not in answer.out] == []


def test_the_command_is_told_to_scripts_with_its_group() -> None:
    answer = ask("panel", "health", "no-such-call", "--json")

    assert answer.document["command"] == "panel health"
