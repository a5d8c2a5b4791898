"""Rule packs as files of a folder, and plugins that ship them, for tests of what extends them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from innokumppanuus import defaults
from innokumppanuus.plugin import hookimpl
from innokumppanuus.plugin.interfaces import PackFile
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import RuleSet, loads
from innokumppanuus.testing.builders import label

FILE = "haku.yaml"


class Shipping:
    """A plugin that ships packs and nothing else."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self.files = files

    @hookimpl
    def register_packs(self) -> Iterable[PackFile]:
        return [PackFile(key=key, name=label(key), path=path) for key, path in self.files.items()]


def pack_plugins(folder: Path, /, **packs: str) -> Plugins:
    """Return the core's plugins and one that ships *packs*, each written to `<key>.yaml`."""
    files = {key: folder / f"{key}.yaml" for key in packs}
    for key, text in packs.items():
        files[key].write_text(f"innokumppanuus: 1\n{text}", encoding="utf-8")
    plugins = Plugins()
    plugins.seam.register(defaults, "core")
    plugins.seam.register(Shipping(files), "shipping")
    return plugins


def extended(folder: Path, text: str, /, **packs: str) -> RuleSet:
    """Return the rule set of *text* (without its version line) over packs that are shipped."""
    return loads(f"innokumppanuus: 1\n{text}", FILE, pack_plugins(folder, **packs))
