"""The process that writes the notebooks for the command line."""

import json

from innokumppanuus.faces.widgets.__main__ import main


def test_written_files_are_printed_as_json(tmp_path, capsys):
    assert main([str(tmp_path)]) == 0

    assert {path.name for path in tmp_path.iterdir()} == {
        name.rpartition("/")[2] for name in json.loads(capsys.readouterr().out)
    }


def test_blocked_plugin_brings_no_lessons(tmp_path, capsys):
    assert main([str(tmp_path), "--block", "core"]) == 0

    assert json.loads(capsys.readouterr().out) == []


def test_folder_that_is_a_file_is_told_in_one_line(tmp_path, capsys):
    taken = tmp_path / "taken"
    taken.write_text("x")

    assert main([str(taken)]) == 1

    assert "taken" in capsys.readouterr().err
