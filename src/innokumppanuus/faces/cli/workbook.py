"""The command `workbook`: makes the notebooks of the lessons and opens them, also without code."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.help import Command
from innokumppanuus.faces.cli.session import Session
from innokumppanuus.faces.cli.switches import UsageProblem

_NEEDED = ("anywidget", "ipywidgets", "jupytext", "jupyterlab", "voila")
_WIDGETS = Path(str(files("innokumppanuus"))) / "faces" / "widgets"
_FOLDER = Path("workbooks") / "notebooks"
_STOPPED = (0, 130, -2)
_SECONDS_TO_STOP = 15


def add(app: typer.Typer, session: Session) -> None:
    """Add the command to *app*."""
    say = session.texts.say

    @app.command("workbook", cls=Command, help=say("cli.workbook.help"))
    def workbook(
        out: Annotated[Path, typer.Option(help=say("cli.workbook.out"), metavar="DIR")] = _FOLDER,
        as_app: Annotated[bool, typer.Option("--app", help=say("cli.workbook.app"))] = False,
        no_start: Annotated[
            bool, typer.Option("--no-start", help=say("cli.workbook.no_start"))
        ] = False,
        no_browser: Annotated[
            bool, typer.Option("--no-browser", help=say("cli.workbook.no_browser"))
        ] = False,
        port: Annotated[int, typer.Option(help=say("cli.workbook.port"), metavar="N")] = 8866,
    ) -> None:
        missing = [name for name in _NEEDED if find_spec(name) is None]
        if missing:
            raise UsageProblem("cli.workbook.needs", missing=", ".join(missing))
        written = _write(out, session)
        session.data["notebooks"] = written
        for name in written:
            session.say("cli.workbook.written", file=name)
        if no_start or not written:
            return
        session.say("cli.workbook.starting", folder=str(out))
        command = app_command(out, port) if as_app else lab_command(out, port)
        if _serve([*command, *(["--no-browser"] if no_browser else [])]) not in _STOPPED:
            session.code = Code.FAULT


def app_command(folder: Path, port: int) -> list[str]:
    """Return what starts the app without code over the notebooks in *folder*."""
    return [
        *(sys.executable, "-m", "voila", str(folder.resolve())),
        f"--port={port}",
        "--Voila.ip=127.0.0.1",
        "--template=innokumppanuus",
        "--classic-tree",
        # Kernels of pages that have been closed would else stay until the app is stopped.
        "--MappingKernelManager.cull_idle_timeout=600",
        "--MappingKernelManager.cull_interval=60",
    ]


def lab_command(folder: Path, port: int) -> list[str]:
    """Return what starts JupyterLab over the notebooks in *folder*; it asks nothing of the net."""
    return [
        *(sys.executable, "-m", "jupyterlab", str(folder.resolve())),
        f"--port={port}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.answer_yes=True",
        f"--LabApp.app_settings_dir={_WIDGETS / 'lab_settings'}",
        "--LabApp.extension_manager=readonly",
        # A container has no other user, and JupyterLab would refuse to start.
        *(["--allow-root"] if os.name == "posix" and os.geteuid() == 0 else []),
    ]


def environment(given: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return *given* with the place of our own page template."""
    paths = [str(_WIDGETS), *given.get("JUPYTER_PATH", "").split(os.pathsep)]
    return {**given, "JUPYTER_PATH": os.pathsep.join(path for path in paths if path)}


def _write(folder: Path, session: Session) -> list[str]:
    block = [word for name in session.switches.block for word in ("--block", name)]
    module = "innokumppanuus.faces.widgets"
    done = subprocess.run(
        [sys.executable, "-m", module, str(folder), *block],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise UsageProblem("cli.workbook.failed", detail=done.stderr.strip())
    return [str(name) for name in json.loads(done.stdout)]


def _serve(command: Sequence[str]) -> int:
    with subprocess.Popen(command, env=environment()) as server:
        try:
            return server.wait()
        except KeyboardInterrupt:
            # The server got the same signal; its kernels are to end before it does.
            return server.wait(_SECONDS_TO_STOP)
