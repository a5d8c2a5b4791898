"""The command `consortium` tells, hands to scripts and ends as its codes say."""

from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.programmes import a_programme_file
from innokumppanuus.workspace import Workspace

EXERCISE = "parasta-itaa-harjoitus"
WORDS = (
    *("partners", "roles", "attendance", "levels", "results", "funding", "claims"),
    "progress",
)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("key", ["parasta-itaa", EXERCISE])
def test_each_word_tells_of_both_programmes(word: str, key: str) -> None:
    answer = ask("consortium", word, key, "--lang", "sv")

    assert (answer.code, answer.err) == (Code.DONE, "")
    assert answer.out.strip()
    assert ("Påhittat material" in answer.out) is (key == EXERCISE)


@pytest.mark.parametrize("word", WORDS)
def test_help_is_in_the_language_of_the_reader(word: str) -> None:
    answer = ask("consortium", word, "--help", "--lang", "fi")

    assert answer.code == Code.DONE
    assert "consortium." not in answer.out


def test_scripts_get_the_funding_to_the_cent() -> None:
    plan = ask("consortium", "funding", EXERCISE, "--json").document["result"]["plan"]

    assert (plan["costs"], plan["grant"]) == ("588001.40 EUR", "411600.98 EUR")
    assert len(plan["rows"]) == 8


def test_scripts_get_no_small_numbers() -> None:
    result = ask("consortium", "attendance", EXERCISE, "--on", "2024-01-15", "--json").document[
        "result"
    ]

    pilots = {one["pilot"]: one["inclusion"] for one in result["pilots"]}
    hidden = pilots["pilotti-etela-karjala"]["rows"][0]["counts"]["experts"]
    assert hidden == {"least": 1, "most": result["least_shown"] - 1}


def test_data_of_the_programme_holds_no_numbers_of_people(tmp_path: Path) -> None:
    shown = ask("programme", "show", EXERCISE, "--json").out
    report = ask("programme", "report", EXERCISE, "--out", tmp_path)

    data = (tmp_path / "programme.json").read_text(encoding="utf-8")
    assert report.code == Code.DONE
    for text in (shown, data):
        assert "k-johto" in text
        assert "attendance" not in text


def test_day_that_is_no_day_is_a_usage_problem() -> None:
    assert ask("consortium", "attendance", EXERCISE, "--on", "eilen").code == Code.USAGE


def test_programme_of_another_kind_is_a_usage_problem(tmp_path: Path) -> None:
    answer = ask("consortium", "roles", a_programme_file(tmp_path), "--lang", "fi")

    assert answer.code == Code.USAGE
    assert "ei ole konsortio" in answer.err


def test_canvas_of_a_file_is_reviewed(tmp_path: Path) -> None:
    path = tmp_path / "kanvas.yaml"
    path.write_text(
        "innokumppanuus: 1\nphenomenon: Yksinäisyys\nseats: [{role: clients, who: [Nuoret]}]\n",
        encoding="utf-8",
    )

    answer = ask("consortium", "canvas", path, "--lang", "fi")

    assert answer.code == Code.DONE
    assert "Rooleista on mukana 1/4." in answer.out
    assert "Rooli puuttuu: päättäjät." in answer.out
    assert "Kirjaamatta: Tavoite." in answer.out


def test_broken_canvas_ends_with_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "kanvas.yaml"
    path.write_text("innokumppanuus: 1\nseats: [{role: asiakas}]\n", encoding="utf-8")

    answer = ask("consortium", "canvas", path, "--lang", "fi")

    assert answer.code == Code.PROBLEMS
    assert "kanvas.yaml:2" in answer.out


def test_written_list_of_claims_can_be_read_in_the_place_of_the_files(tmp_path: Path) -> None:
    written = ask("consortium", "claim-list", EXERCISE, "--out", tmp_path, "--json").document
    without = ask("consortium", "claims", EXERCISE, "--json").document["result"]

    read = ask("consortium", "claims", EXERCISE, "--list", written["result"]["file"], "--json")

    assert (read.code, read.document["result"]) == (Code.DONE, without)


def test_broken_list_of_claims_ends_with_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text(
        "Hakemus;Osatoteuttaja;Alkaa;Päättyy;Palkat\nM1;k-kaupunki;1.1.2022;1.2.2022;paljon\n",
        encoding="utf-8",
    )

    answer = ask("consortium", "claims", EXERCISE, "--list", path)

    assert answer.code == Code.PROBLEMS
    assert "lista.csv:E2" in answer.out


def test_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    answer = ask("consortium", "claims", EXERCISE, "--list", tmp_path / "ei-ole.xlsx")

    assert answer.code in (Code.PROBLEMS, Code.USAGE)
    assert "ei-ole.xlsx" in answer.out + answer.err


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_parts_over_the_whole_are_told_in_every_language(tmp_path: Path, language: str) -> None:
    shipped = Workspace.open().programmes()["parasta-itaa"].path
    path = tmp_path / "hanke.yaml"
    text = shipped.read_text(encoding="utf-8").replace("269580 EUR", "869580 EUR")
    path.write_text(text, encoding="utf-8")

    answer = ask("programme", "check", path, "--lang", language)

    assert answer.code == Code.PROBLEMS
    assert "587" in answer.out and "869" in answer.out
