"""A real browser over real servers; every request and every console error is written down."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import attrs
import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_APPS = ("Google Chrome", "Chromium")
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whatever a page asks of other servers fails at once, and is seen in the log of requests.
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
_HARMLESS = ("getter for the shared module is not a function",)
_SECONDS_TO_START = 90


@attrs.define
class Watched:
    """A page with what it asked for and what it complained of."""

    page: object
    requests: list[str] = attrs.field(factory=list)
    complaints: list[str] = attrs.field(factory=list)

    def elsewhere(self):
        """Return the requests that did not go to this machine."""
        mine = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
        return [one for one in self.requests if not one.startswith(mine)]


def executable():
    """Return the path of an installed Chromium or Chrome; None when there is none."""
    for name in _NAMES:
        if found := shutil.which(name):
            return found
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        for app in _APPS:
            path = folder / f"{app}.app" / "Contents" / "MacOS" / app
            if path.is_file():
                return str(path)
    return None


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    path = executable()
    if path is None:
        reason = "no Chromium or Chrome is installed; `make test` installs one"
        if os.environ.get("CI") and not os.environ.get("SKIP_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=[*_ARGUMENTS])
        yield opened
        opened.close()


@pytest.fixture
def watched(browser) -> Iterator[Watched]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    seen = Watched(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on("websocket", lambda socket: seen.requests.append(socket.url))
    page.on("console", lambda message: _hear(seen, message))
    page.on("pageerror", lambda error: _complain(seen, str(error)))
    yield seen
    page.close()


@pytest.fixture(scope="session")
def app(tmp_path_factory) -> Iterator[str]:
    """Return the address of the app without code, started as a person starts it."""
    with _served("--app", tmp_path_factory.mktemp("app")) as address:
        yield address


@pytest.fixture(scope="session")
def lab(tmp_path_factory) -> Iterator[str]:
    """Return the address of JupyterLab, started as a person starts it."""
    with _served("", tmp_path_factory.mktemp("lab")) as address:
        yield address


@pytest.fixture
def artifacts(tmp_path) -> Path:
    """Return where screenshots go: BROWSER_ARTIFACTS, or a folder of the test's own."""
    folder = Path(os.environ.get("BROWSER_ARTIFACTS", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _hear(seen, message):
    if message.type == "error":
        _complain(seen, f"{message.text} {message.location.get('url', '')}")


def _complain(seen, text):
    if not any(known in text for known in _HARMLESS):
        seen.complaints.append(text)


@contextmanager
def _served(switch: str, folder: Path) -> Iterator[str]:
    port = _free_port()
    log = folder / "server.log"
    command = [str(Path(sys.executable).parent / "innokumppanuus"), "workbook", "--no-browser"]
    command += [f"--port={port}", f"--out={folder / 'notebooks'}", *([switch] if switch else [])]
    with log.open("wb") as out:
        server = subprocess.Popen(
            command, stdout=out, stderr=out, env=_clean(folder), start_new_session=True
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(server, address, log)
        yield address
    finally:
        _stop(server)


def _clean(folder: Path) -> dict[str, str]:
    """Return an environment that neither reads nor changes anybody's own settings."""
    own = {
        "IPYTHONDIR": "ipython",
        "JUPYTERLAB_SETTINGS_DIR": "lab-settings",
        "JUPYTERLAB_WORKSPACES_DIR": "lab-workspaces",
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
    }
    paths = {name: str(folder / place) for name, place in own.items()}
    return {**os.environ, **paths, "JUPYTER_TOKEN": "test"}


def _wait(server, address: str, log: Path) -> None:
    last = time.monotonic() + _SECONDS_TO_START
    while time.monotonic() < last:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"The server did not start:\n{log.read_text(encoding='utf-8', errors='replace')}")


def _stop(server) -> None:
    """Stop the server as Ctrl-C does, and whatever is left of its session."""
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGINT)
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
