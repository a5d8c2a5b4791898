"""A real YAML language server, spoken to as an editor does: LSP over standard input and output."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import pytest

from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import SCHEMAS, programme_schema

HERE = Path(__file__).parent
VERSION = (HERE / "yaml-language-server.version").read_text(encoding="utf-8").strip()
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "innokumppanuus"
SERVER = (
    CACHE
    / f"yaml-language-server-{VERSION}"
    / "node_modules/yaml-language-server/bin/yaml-language-server"
)
CURSOR = "¦"
"""Marks in a text where the cursor is."""


@attrs.frozen
class Mark:
    """What the editor underlines: the line, from 1, and what it says of it."""

    line: int
    words: str


class Editor:
    """An editor with one language server, and a folder where its files are."""

    def __init__(self, folder: Path, schemas: Mapping[str, str]) -> None:
        self.folder = folder
        self._settings = {
            "yaml": {
                "validate": True,
                "completion": True,
                "hover": True,
                "schemas": {(folder / name).as_uri(): glob for name, glob in schemas.items()},
                "schemaStore": {"enable": False},
            }
        }
        self._numbers = count(1)
        self._marks: dict[str, list[Any]] = {}
        self._server = subprocess.Popen(
            ["node", str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": False}}},
        }
        self._ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities},
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def marks(self, text: str, name: str = "haku.yaml") -> list[Mark]:
        """Return what is underlined when the file is opened."""
        return [
            Mark(line=one["range"]["start"]["line"] + 1, words=one["message"])
            for one in sorted(
                self._marks[self._open(text, name)], key=lambda one: str(one["range"])
            )
        ]

    def offers(self, text: str, name: str = "haku.yaml") -> list[str]:
        """Return what is offered at the cursor, as it would be written."""
        found = self._at_cursor("textDocument/completion", text, name)
        return [one["label"] for one in found["items"]]

    def hint(self, text: str, name: str = "haku.yaml") -> str:
        """Return what is shown where the mouse is."""
        found = self._at_cursor("textDocument/hover", text, name)
        return str(found["contents"]["value"]) if found else ""

    def close(self) -> None:
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._server.communicate(timeout=30)

    def _at_cursor(self, method: str, text: str, name: str) -> Any:
        before, cursor, after = text.partition(CURSOR)
        assert cursor and CURSOR not in after
        uri = self._open(before + after, name)
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return self._ask(method, {"textDocument": {"uri": uri}, "position": position})

    def _open(self, text: str, name: str) -> str:
        """Open the text in a folder of its own, and wait until it has been looked through."""
        uri = (self.folder / str(next(self._numbers)) / name).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._marks:
            self._take(self._read())
        return uri

    def _ask(self, method: str, params: Any) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._take(message)

    def _take(self, message: Mapping[str, Any]) -> None:
        """Answer what the server asks, and keep what it says of files."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self._marks[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:
            items = message["params"].get("items", ()) if "params" in message else ()
            told = [self._settings.get(item["section"], {}) for item in items]
            is_asked = message["method"] == "workspace/configuration"
            self._send({"id": message["id"], "result": told if is_asked else None})

    def _tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        size = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "The language server has ended."
        found: dict[str, Any] = json.loads(self._server.stdout.read(size))
        return found


NOUNS = {one.noun for one in Plugins.load().programmes().values()}
SCHEMA_FILES = {
    **{f"{kind.value}.schema.json": made for kind, made in SCHEMAS.items()},
    **{f"{noun.__name__}.schema.json": partial(programme_schema, noun) for noun in NOUNS},
}
GLOBS = {
    "ruleset.schema.json": "haku.yaml",
    "pack.schema.json": "pack.yaml",
    "cases.schema.json": "*.tapaukset.yaml",
    "parameters.schema.json": "parameters.yaml",
    "city.schema.json": "city.yaml",
    **{f"{noun.__name__}.schema.json": f"{noun.__name__}.yaml" for noun in NOUNS},
}


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that knows the schema of each kind of file."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed, so there is no language server to ask")
    if not SERVER.is_file():
        pytest.skip("the language server is not installed: give `make editor-tools`")
    folder = tmp_path_factory.mktemp("editor")
    for name, made in SCHEMA_FILES.items():
        (folder / name).write_text(json.dumps(made()), encoding="utf-8")
    opened = Editor(folder, GLOBS)
    yield opened
    opened.close()
