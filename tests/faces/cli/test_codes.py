"""Exit codes are a promise to scripts: none changes its meaning."""

from pathlib import Path

from innokumppanuus.faces.cli.codes import Code

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "command-line.md"


def test_exit_codes_stay_what_they_were() -> None:
    assert {code.name: code.value for code in Code} == {
        "DONE": 0,
        "PROBLEMS": 1,
        "USAGE": 2,
        "PLUGIN": 3,
        "NO_CHOICE": 4,
        "FAULT": 70,
        "INTERRUPTED": 130,
    }


def test_every_exit_code_is_documented() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert [code for code in Code if f"| {code.value} |" not in page] == []
