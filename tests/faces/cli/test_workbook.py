"""`workbook` writes the notebooks and starts the right server over them."""

import sys
from pathlib import Path

from innokumppanuus.faces.cli.workbook import app_command, environment, lab_command
from innokumppanuus.testing.command_line import ask


def test_notebooks_of_all_languages_are_written(tmp_path: Path) -> None:
    answer = ask("workbook", "--no-start", "--out", tmp_path / "notebooks")

    assert answer.code == 0
    names = {path.name for path in (tmp_path / "notebooks").iterdir()}
    assert {f"salkku_budjetissa.{language}.ipynb" for language in ("fi", "sv", "en")} <= names


def test_scripts_get_the_names_of_the_notebooks(tmp_path: Path) -> None:
    answer = ask("workbook", "--no-start", "--json", "--out", tmp_path)

    written = answer.document["result"]["notebooks"]
    assert written
    assert all(Path(name).is_file() for name in written)


def test_folder_that_cannot_be_made_is_told_without_a_traceback(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder", encoding="utf-8")

    answer = ask("workbook", "--no-start", "--out", taken)

    assert answer.code == 2
    assert "Traceback" not in answer.out + answer.err


def test_app_listens_to_this_machine_only_and_shows_our_page() -> None:
    command = app_command(Path("notebooks"), 8866)

    assert "--Voila.ip=127.0.0.1" in command
    assert "--template=innokumppanuus" in command
    assert command[0] == sys.executable


def test_lab_listens_to_this_machine_only() -> None:
    assert "--ServerApp.ip=127.0.0.1" in lab_command(Path("notebooks"), 8866)


def test_page_template_is_where_the_server_looks() -> None:
    path = environment({"JUPYTER_PATH": "/somewhere"})["JUPYTER_PATH"]

    ours, theirs = path.split(":")
    template = Path(ours) / "voila" / "templates" / "innokumppanuus" / "index.html.j2"
    assert template.is_file()
    assert theirs == "/somewhere"
