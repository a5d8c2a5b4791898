"""What is installed without a checkout is whole, and light."""

import re
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

builders = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is a need of tests")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    builder = builders.WheelBuilder(str(ROOT))
    (path,) = builder.build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return zipfile.ZipFile(path)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_compiled_catalogues_are_in_the_wheel(wheel: zipfile.ZipFile, language: str) -> None:
    name = f"innokumppanuus/faces/texts/locale/{language}/LC_MESSAGES/innokumppanuus.mo"

    assert name in wheel.namelist()


def test_everything_of_the_package_that_is_no_code_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    source = ROOT / "src"
    needed = {
        str(path.relative_to(source))
        for path in (source / "innokumppanuus").rglob("*")
        if path.is_file() and path.suffix in {".j2", ".css", ".js", ".json", ".html", ".typed"}
    }

    assert needed - set(wheel.namelist()) == set()


def test_the_lessons_are_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    assert "innokumppanuus/workbooks/toc.toml" in wheel.namelist()


def test_no_test_or_notebook_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    extra = [
        name for name in wheel.namelist() if re.search(r"(^|/)test_|\.ipynb|__pycache__", name)
    ]

    assert extra == []


def test_the_core_needs_neither_notebooks_nor_numpy(wheel: zipfile.ZipFile) -> None:
    (metadata,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
    message = Parser().parsestr(wheel.read(metadata).decode())
    needs = [line for line in message.get_all("Requires-Dist", []) if "extra ==" not in line]

    names = {re.split(r"[<>=;\s\[]", line)[0].lower() for line in needs}
    assert names == {
        "attrs",
        "cattrs",
        "defusedxml",
        "jinja2",
        "openpyxl",
        "pluggy",
        "pyyaml",
        "rich",
        "typer",
        "tzdata",
    }
