"""Build hook: compiles the catalogues of texts before anything is packed or installed."""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(folder: Path) -> tuple[Path, ...]:
    """Write `x.mo` beside every `x.po` under *folder* and return what changed."""
    written = []
    for source in sorted(folder.rglob("*.po")):
        packed = BytesIO()
        write_mo(packed, read_po(BytesIO(source.read_bytes())))
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != packed.getvalue():
            target.write_bytes(packed.getvalue())
            written.append(target)
    return tuple(written)


class CatalogueHook(BuildHookInterface[Any]):
    """Runs for wheels and for editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues(Path(self.root) / "src")


if __name__ == "__main__":
    for folder in (Path("src"), Path("plugins")):
        compile_catalogues(folder)
