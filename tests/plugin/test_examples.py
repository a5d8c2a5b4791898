"""Every example file of a rule set has a name of its own in one folder."""

from pathlib import Path

from innokumppanuus.domain.labels import same
from innokumppanuus.plugin.examples import ExamplePanel, RuleSetWithPanel


def test_files_and_folders_are_named_as_in_one_folder(tmp_path: Path) -> None:
    for name in ("arviot/a.csv", "malliarviot/a.csv", "p.csv", "m.csv", "v.csv", "h.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    panel = ExamplePanel(
        files=(tmp_path / "p.csv",),
        samples=tmp_path / "m.csv",
        sheets=tmp_path / "malliarviot",
        reference=tmp_path / "v.csv",
    )

    shipped = RuleSetWithPanel(
        key="koe",
        name=same("koe"),
        path=tmp_path / "koe.yaml",
        applications=tmp_path / "h.csv",
        sheets=tmp_path / "arviot",
        panel=panel,
    )

    assert [name for name, _ in shipped.example_files()] == [
        "arviot/a.csv",
        "h.csv",
        "m.csv",
        "malliarviot/a.csv",
        "p.csv",
        "v.csv",
    ]
    assert all(path.read_text(encoding="utf-8") == name for name, path in shipped.example_files())
