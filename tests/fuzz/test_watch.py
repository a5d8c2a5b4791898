"""The watch sees what a hostile file would have done, and lets the program do its work."""

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from innokumppanuus.testing.fuzzing.inputs import Broken
from innokumppanuus.testing.fuzzing.watch import TooSlow, watching


def connect() -> None:
    with socket.socket() as one:
        one.settimeout(0.01)
        one.connect_ex(("127.0.0.1", 9))


@pytest.mark.parametrize(
    "reach",
    [
        lambda: Path("/etc/hostname").exists() and Path("/etc/hostname").read_bytes(),
        lambda: subprocess.run([sys.executable, "-c", ""], check=True),
        lambda: eval("1 + 1"),
        lambda: exec("x = 1"),
        connect,
    ],
    ids=["file", "program", "eval", "exec", "network"],
)
def test_what_a_hostile_file_would_reach_is_seen(
    reach: Callable[[], object], tmp_path: Path
) -> None:
    with watching(tmp_path, 60) as watch:
        reach()

    with pytest.raises(Broken):
        watch.check()


def test_files_of_the_folder_are_nobodys_business(tmp_path: Path) -> None:
    with watching(tmp_path, 60) as watch:
        (tmp_path / "a").write_text("x", encoding="utf-8")
        (tmp_path / "a").unlink()

    assert watch.reached == []


@pytest.mark.skipif(sys.platform == "win32", reason="no timer of processor time there")
def test_work_without_end_is_interrupted(tmp_path: Path) -> None:
    with pytest.raises(TooSlow), watching(tmp_path, 0.1):
        while True:
            pass
