"""What nobody has verified says so wherever a rule of the packs uses it, by functions too."""

from pathlib import Path

import pytest

from innokumppanuus.testing.command_line import ask

APPEAL = """\
Asian numero;Miten päätös annettiin tiedoksi;\
"Päivä, jona päätös lähetettiin, vietiin verkkoon tai annettiin tiedoksi";\
Muutoksenhakukeino;"Päivä, jona oikaisuvaatimus tai valitus saapui"
M1;Kirjeenä;3.12.2026;Oikaisuvaatimus;29.12.2026
"""
UNVERIFIED = {"fi": "tarkistamaton", "sv": "inte kontrollerat", "en": "not verified"}


@pytest.fixture
def appeal(tmp_path: Path) -> Path:
    path = tmp_path / "asiat.csv"
    path.write_text(APPEAL, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", UNVERIFIED)
def test_explain_tells_each_value_that_a_function_looked_up_and_that_it_is_unverified(
    appeal: Path, language: str
) -> None:
    line = ("explain", "suomi-appeals", "--applications", appeal, "--application", "M1")

    out = ask(*line, "--lang", language).out

    assert out.count(UNVERIFIED[language]) == 6
    assert "Kuntalaki 410/2015, 16 luku" in out


def test_screening_keeps_each_value_with_its_day(appeal: Path) -> None:
    document = ask("screen", "suomi-appeals", "--applications", appeal, "--json").document

    (application,) = document["result"]["applications"]
    used = {one["key"]: one for one in application["parameters"]}
    assert used["suomi.appeals.period.claim"]["verified"] is False
    assert used["suomi.periods.christmas_eve"]["day"] == "2026-12-24"


@pytest.mark.parametrize(
    ("exercise", "path"),
    [
        ("suomi-appeals", "eligibility[appeal_in_time].when"),
        ("suomi-de-minimis", "eligibility[de_minimis_list].when"),
        ("suomi-de-minimis", "parameters.de_minimis_general"),
        ("suomi-funding", "parameters.rate_akke"),
        ("suomi-procurement", "parameters.innovation_partnership"),
    ],
)
def test_lint_tells_where_unverified_law_is_used(exercise: str, path: str) -> None:
    found = ask("lint", exercise, "--json").document["result"]["findings"]

    assert path in {one["path"] for one in found if one["key"] == "parameter-unverified"}


def test_lint_tells_the_grounds_of_disqualification_that_nobody_has_read() -> None:
    found = ask("lint", "suomi-conflicts", "--json").document["result"]["findings"]

    assert {one["path"] for one in found if one["key"] == "source-unverified"} == {
        "sources.conflict_board",
        "sources.conflict_other",
        "sources.conflict_supervision",
    }
