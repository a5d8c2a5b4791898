"""Build hook: compiles the catalogues of texts before the plugin is packed or installed."""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Runs for wheels and for editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted((Path(self.root) / "src").rglob("*.po")):
            packed = BytesIO()
            write_mo(packed, read_po(BytesIO(source.read_bytes())))
            source.with_suffix(".mo").write_bytes(packed.getvalue())
