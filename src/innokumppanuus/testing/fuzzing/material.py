"""What the fuzzer starts from: every rule set, pack, case file, value file and table shipped."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

import attrs

from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.interfaces import RuleSetFile
from innokumppanuus.ruleset import RuleSet, load, loads
from innokumppanuus.testing.fuzzing import trees
from innokumppanuus.workspace import Workspace

LANGUAGES = ("fi", "sv", "en")
_CASES = (".tapaukset.yaml", ".cases.yaml")
_TABLES = """
tables:
  - id: share
    name: {fi: Osuus, sv: Andel, en: Share}
    inputs: [{value: amount}, {value: sector}]
    output: {type: int}
    rows:
      - {when: ["<= 5000 EUR", "-"], then: 75, note: pieni}
      - {when: ["> 5000 EUR", "company, association"], then: 50}
  - id: total
    name: {fi: Summa, sv: Summa, en: Sum}
    hit: collect
    aggregation: sum
    inputs: [{value: amount}, {value: table.share}]
    output: {type: int}
    rows:
      - {when: ["[1000 EUR..5000 EUR]", "> 50"], then: 1}
      - {when: ["not(10000 EUR)", "-"], then: 2}

eligibility:
"""
_SOURCE = Path(__file__).parents[4]
"""Of a working tree; an installed copy ships its plugins' data elsewhere, and has fewer seeds."""


@attrs.frozen(kw_only=True)
class Material:
    """
    Everything a run needs, read once.

    Attributes:
        workspace: With all the plugins that are installed.
        texts: In each language.
        shipped: Rule sets by key.
        rulesets: The same, loaded.
        yaml: Text of every YAML file that ships, by what it is: `ruleset`, `cases`, `parameters`.
        expressions: Every scalar of a rule set, most of which are no expression.
        tabled: A rule set with decision tables, and its text.
    """

    workspace: Workspace
    texts: Mapping[str, Texts]
    shipped: Mapping[str, RuleSetFile]
    rulesets: Mapping[str, RuleSet]
    yaml: Mapping[str, tuple[tuple[str, str], ...]]
    expressions: tuple[str, ...]
    tabled: tuple[str, RuleSet]

    @classmethod
    def gathered(cls) -> Self:
        """Return the material of what is installed."""
        workspace, faces = Workspace.open(), FacePlugins.load()
        shipped = workspace.plugins.rulesets()
        loaded = {key: load(one.path, workspace.plugins) for key, one in shipped.items()}
        cases = {
            path.with_name(f"{path.stem}{suffix}"): key
            for key, path in ((key, one.path) for key, one in shipped.items())
            for suffix in _CASES
        }
        own = Path(__file__).parents[1] / "data" / "haku.yaml"
        rules = [("", _text(one.path)) for one in shipped.values()]
        tabled = _text(own).replace("\neligibility:\n", _TABLES)
        rules += [("", _text(own)), ("", tabled)]
        rules += [("", _text(one.path)) for one in workspace.plugins.packs().values()]
        known = {one.path for one in shipped.values()} | {own, *cases}
        known |= {one.path for one in workspace.plugins.packs().values()}
        others = [("", _text(path)) for path in _value_files(known)]
        leaves = [leaf.text for _, text in rules for leaf in trees.leaves(trees.read(text))]
        return cls(
            workspace=workspace,
            texts={one: Texts.load(one, faces.texts().values()) for one in LANGUAGES},
            shipped=shipped,
            rulesets=loaded,
            yaml={
                "ruleset": tuple(rules),
                "cases": tuple((key, _text(path)) for path, key in cases.items() if path.is_file()),
                "parameters": tuple(others),
            },
            tabled=(tabled, loads(tabled, own.name, workspace.plugins)),
            expressions=tuple(sorted({one for one in leaves if len(one) > 3})),
        )


def _value_files(known: Iterable[Path]) -> list[Path]:
    found = sorted(_SOURCE.glob("plugins/*/src/*/data/*.yaml"))
    return [path for path in found if path not in set(known) and "\nparameters:" in _text(path)]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
