"""The page of the sources names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "explanation" / "sources.md"


def files_of_tests() -> list[Path]:
    return [*(ROOT / "tests").rglob("test_*.py"), *(ROOT / "plugins").glob("*/tests/**/test_*.py")]


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(re.findall(r"`(?:[\w/-]+/)?(test_\w+)`", PAGE.read_text(encoding="utf-8")))
    files = files_of_tests()
    claims = {
        name
        for path in files
        for name in re.findall(r"^ *def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert named - claims - {path.stem for path in files} == set()


def test_the_page_has_a_section_for_each_source() -> None:
    letters = re.findall(r"^## ([A-F])\. ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)

    assert letters == sorted(letters)
    assert {"A", "F"} <= set(letters)
