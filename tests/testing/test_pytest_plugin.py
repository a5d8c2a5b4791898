"""pytest collects case files: each case is a test, named by its sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from innokumppanuus.intake.case_forms import cases_bytes
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import cases_in
from innokumppanuus.testing.cases import the_cases
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins

WRONG = ("{cap: not_met}", "{cap: met}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (tmp_path / "haku.yaml").write_text(RULESET, encoding="utf-8")
    return tmp_path


def run(folder: Path, text: str, *more: str) -> tuple[int, str]:
    (folder / "haku.tapaukset.yaml").write_text(text, encoding="utf-8")
    plugin = ("-p", "innokumppanuus.testing.pytest_plugin", "-p", "no:cacheprovider")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", *plugin, *more],
        cwd=folder,
        env={**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def test_each_case_is_a_test_named_by_its_sentence(folder: Path) -> None:
    code, told = run(folder, the_cases())

    assert code == pytest.ExitCode.OK
    assert "Sentti yli on liikaa. PASSED" in told
    assert "3 passed" in told


def test_a_case_that_does_not_hold_fails_and_tells_why_in_words(folder: Path) -> None:
    code, told = run(folder, the_cases(WRONG))

    assert code == pytest.ExitCode.TESTS_FAILED
    assert "Katto: odotettu ”täyttyy”, saatu ”ei täyty”." in told
    assert "amount <= call.budget.cap_per_pilot" in told
    assert "1 failed, 2 passed" in told


def test_the_language_can_be_set(folder: Path) -> None:
    _, told = run(folder, the_cases(WRONG), "-o", "innokumppanuus_language=en")

    assert "Cap: expected “met”, got “not met”." in told


def test_a_case_file_that_cannot_be_read_is_told_in_its_place(folder: Path) -> None:
    code, told = run(folder, the_cases(("{cap: not_met}", "{cpa: not_met}")))

    assert code == pytest.ExitCode.INTERRUPTED
    assert "haku.tapaukset.yaml:16:" in told
    assert "Did you mean 'cap'" in told


def test_the_cases_of_a_workbook_are_tests_too(folder: Path) -> None:
    plugins = core_plugins()
    ruleset, functions = loads(RULESET, "haku.yaml", plugins), plugins.functions()
    file = cases_in(the_cases(WRONG), "haku.tapaukset.yaml", ruleset, functions)
    content = cases_bytes(file, ruleset, functions, "fi")
    (folder / "haku.cases.xlsx").write_bytes(content)

    code, told = run(folder, the_cases())

    assert code == pytest.ExitCode.TESTS_FAILED
    assert "haku.cases.xlsx::Sentti yli on liikaa. FAILED" in told
    assert "1 failed, 5 passed" in told


def test_a_workbook_that_cannot_be_read_is_told_in_its_place(folder: Path) -> None:
    (folder / "haku.cases.xlsx").write_bytes(b"PK\x03\x04")

    code, told = run(folder, the_cases())

    assert code == pytest.ExitCode.INTERRUPTED
    assert "haku.cases.xlsx" in told
