"""Build hook: compiles the catalogues of texts, and packs the lessons into wheels."""

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LESSONS = ("workbooks/toc.toml", "workbooks/lessons")


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
        if self.target_name == "wheel" and version == "standard":
            # An editable install reads the lessons where they are.
            for name in LESSONS:
                build_data["force_include"][f"{self.root}/{name}"] = f"innokumppanuus/{name}"


if __name__ == "__main__":
    for folder in (Path("src"), Path("plugins")):
        compile_catalogues(folder)
