"""Watches one piece of work: processor time, and files, networks, programs and code it reaches."""

import os
import signal
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import attrs

from innokumppanuus.testing.fuzzing.inputs import Broken

_FORBIDDEN = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
    "os.startfile", "pty.", "ctypes.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.",
    "poplib.", "telnetlib.", "webbrowser.", "sqlite3.", "pickle.", "code.", "builtins.",
    "cpython.run_", "os.putenv", "os.chmod", "os.chown", "os.kill", "syslog.", "winreg.",
)  # fmt: skip
_HARMLESS = ("builtins.id",)
_CHANGES = (
    "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate",
    "shutil.rmtree", "shutil.move", "shutil.copyfile",
)  # fmt: skip
_GENERATED = ("<attrs generated", "<cattrs generated", "<rules>", "<template>")
_CONVERTERS = ("structure_", "unstructure_")  # cattrs makes these without a file name
_ZONES = ("zoneinfo", "tzdata")


class TooSlow(BaseException):
    """The work took more processor time than anybody should have to wait."""


@attrs.define
class Watch:
    """
    What one piece of work did.

    Attributes:
        reached: What it must not reach, as audit events with their first arguments.
        seconds: Processor time that it took.
    """

    folder: Path
    reached: list[str] = attrs.field(factory=list)
    seconds: float = 0.0

    def check(self) -> None:
        """Raise Broken when it reached for something."""
        if self.reached:
            raise Broken(f"It reached for: {'; '.join(sorted(set(self.reached))[:5])}.")


_now: list[Watch] = []
_installed: list[bool] = []
_ROOTS = tuple(
    {
        os.path.realpath(path)
        for path in (
            *map(Path, sysconfig.get_paths().values()),
            Path(sys.prefix),
            *(Path(one) for one in sys.path if one),
            Path(__file__).parents[4],
        )
    }
)


@contextmanager
def watching(folder: Path, most_seconds: float) -> Iterator[Watch]:
    """
    Watch what is done within; it may read and write in *folder*, and read the installed program.

    Raises:
        TooSlow: Within, after *most_seconds* of processor time, where the system can interrupt.
    """
    if not _installed:
        sys.addaudithook(_hook)
        _installed.append(True)
    watch = Watch(Path(os.path.realpath(folder)))
    started = time.process_time()
    _now.append(watch)
    try:
        with _alarm(most_seconds):
            yield watch
    finally:
        _now.remove(watch)
        watch.seconds = time.process_time() - started


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    can = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not can:
        yield
        return

    def late(number: int, frame: FrameType | None) -> None:
        raise TooSlow(f"More than {seconds} s of processor time.")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not _now:
        return
    watch = _now[-1]
    if event == "open":
        path, _, flags = (*arguments, None, None, None)[:3]
        is_change = isinstance(flags, int) and bool(
            flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC)
        )
        _path(watch, event, path, is_change)
    elif event in _CHANGES:
        _path(watch, event, arguments[0], True)
    elif event == "exec":
        _code(watch, arguments[0])
    elif event.startswith(_FORBIDDEN) and event not in _HARMLESS:
        watch.reached.append(f"{event} {_shown(arguments)}")


def _path(watch: Watch, event: str, path: object, is_change: bool) -> None:
    if not isinstance(path, (str, bytes)):
        return
    real = os.path.realpath(os.fsdecode(path))
    if _is_in(real, str(watch.folder)):
        return
    is_scratch = _is_in(real, os.path.realpath(tempfile.gettempdir()))  # openpyxl writes there
    is_program = any(_is_in(real, root) for root in _ROOTS) or any(one in real for one in _ZONES)
    if not (is_scratch if is_change else is_program or is_scratch):
        watch.reached.append(f"{event} {real}")


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _code(watch: Watch, code: object) -> None:
    """Note code that is run, unless it is a module or made by a library of its own words."""
    name = getattr(code, "co_filename", "")
    is_module = os.path.isabs(name) and any(_is_in(os.path.realpath(name), r) for r in _ROOTS)
    functions = [getattr(one, "co_name", "") for one in getattr(code, "co_consts", ())]
    is_converter = not name and any(one.startswith(_CONVERTERS) for one in functions)
    if not is_module and not is_converter and not name.startswith((*_GENERATED, "<frozen")):
        watch.reached.append(f"exec {name} {_shown((code,))}")


def _shown(arguments: tuple[object, ...]) -> str:
    return " ".join(repr(one)[:120] for one in arguments[:2])
