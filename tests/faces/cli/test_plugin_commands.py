"""Plugins add commands of their own, which get the session that started them."""

import pytest
import typer

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.plugins import Command, FacePlugins
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.command_line import ask


@pytest.fixture
def _mycity(monkeypatch: pytest.MonkeyPatch) -> None:
    app = typer.Typer()

    @app.command()
    def greet(context: typer.Context, name: str) -> None:
        session = context.find_object(Session)
        assert session is not None
        session.line(f"Hei, {name} ({session.texts.language})")
        session.data["greeted"] = name

    @app.command()
    def idle() -> None:
        """Do nothing, so that there are two commands."""

    command = Command(key="mycity", name=label("kaupunki"), app=app)
    monkeypatch.setattr(FacePlugins, "commands", lambda _: {"mycity": command})


@pytest.mark.usefixtures("_mycity")
def test_a_command_of_a_plugin_is_run_with_the_session() -> None:
    answer = ask("mycity", "greet", "Åsa", "--lang", "sv")

    assert (answer.code, answer.out) == (Code.DONE, "Hei, Åsa (sv)\n")


@pytest.mark.usefixtures("_mycity")
def test_a_command_of_a_plugin_answers_scripts_in_the_same_shape() -> None:
    document = ask("mycity", "greet", "Åsa", "--json").document

    assert (document["command"], document["result"]) == ("mycity", {"greeted": "Åsa"})


@pytest.mark.usefixtures("_mycity")
def test_a_command_of_a_plugin_is_listed_by_its_name_in_the_reader_s_language() -> None:
    assert "kaupunki sv" in ask("--help", "--lang", "sv").out
