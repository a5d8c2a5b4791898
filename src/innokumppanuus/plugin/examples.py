"""Example panels that plugins ship with a rule set, to be tried by hand. It reads nothing."""

from collections.abc import Iterator
from pathlib import Path

import attrs

from innokumppanuus.plugin.interfaces import RuleSetFile


@attrs.frozen(kw_only=True)
class ExamplePanel:
    """
    The files of a made-up panel of evaluators.

    Attributes:
        files: Workbooks of evaluators, ties, rulings and replacements, and of what was agreed.
        samples: Applications that everybody scores for calibration.
        sheets: Folder of the evaluators' scores of the samples.
        reference: Scores of the samples that were agreed on beforehand.
    """

    files: tuple[Path, ...]
    samples: Path
    sheets: Path
    reference: Path


@attrs.frozen(kw_only=True)
class RuleSetWithPanel(RuleSetFile):
    """
    A rule set that a plugin ships with an example panel beside its applications.

    Attributes:
        panel: The files of the panel.
    """

    panel: ExamplePanel

    def example_files(self) -> Iterator[tuple[str, Path]]:
        """Yield every example file with its name in one folder, sorted by that name."""
        panel = self.panel
        folders = {self.panel.sheets.name: self.panel.sheets}
        single = [*panel.files, panel.samples, panel.reference]
        if self.applications is not None:
            single.append(self.applications)
        if self.sheets is not None:
            folders[self.sheets.name] = self.sheets
        named = {one.name: one for one in single}
        for folder, path in folders.items():
            named |= {f"{folder}/{one.name}": one for one in path.iterdir() if one.is_file()}
        yield from sorted(named.items())
