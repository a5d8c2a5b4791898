"""`panel assign` shares the applications out, or tells what keeps it from that."""

from pathlib import Path

import openpyxl
import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder


@pytest.fixture
def given(tmp_path: Path) -> tuple[object, ...]:
    ruleset, applications, _ = a_call_folder(tmp_path)
    return ("panel", "assign", ruleset, "--applications", applications)


def panel(folder: Path, *lines: str) -> tuple[object, ...]:
    path = folder / "arvioijat.csv"
    path.write_text("\n".join(("Arvioija;Enintään", *lines, "")), encoding="utf-8")
    return ("--panel", path)


def test_every_application_gets_a_reader(tmp_path: Path, given: tuple[object, ...]) -> None:
    made = ask(*given, *panel(tmp_path, "A;", "B;"), "--json").document["result"]["assignment"]

    assert made["shortages"] == []
    assert len({one["application"] for one in made["readings"]}) == len(made["readings"]) > 0


def test_the_order_of_evaluators_changes_nothing(tmp_path: Path, given: tuple[object, ...]) -> None:
    first = ask(*given, *panel(tmp_path, "A;", "B;"), "--json").document["result"]
    second = ask(*given, *panel(tmp_path, "B;", "A;"), "--json").document["result"]

    assert first == second


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Hakemuksia ei voi jakaa"),
        ("sv", "Ansökningarna kan inte fördelas"),
        ("en", "It would be enough that each evaluator might read up to"),
    ],
)
def test_what_is_lacking_is_told_in_every_language(
    tmp_path: Path, given: tuple[object, ...], language: str, said: str
) -> None:
    answer = ask(*given, *panel(tmp_path, "A;0"), "--lang", language)

    assert (answer.code, said in answer.out) == (Code.NO_CHOICE, True)


def test_who_reads_what_is_written_into_a_workbook(
    tmp_path: Path, given: tuple[object, ...]
) -> None:
    out = tmp_path / "jako.xlsx"

    ask(*given, *panel(tmp_path, "A;", "B;"), "--out", out, "--lang", "fi")

    assert openpyxl.load_workbook(out).sheetnames == ["Arviointien jako", "Arvioijien työmäärät"]
