"""Rules of the country, the city and a call over each other, and unverified law in all outputs."""

from pathlib import Path

import pytest

from innokumppanuus.engine.boundaries import boundaries
from innokumppanuus.engine.cases import run_cases, untouched
from innokumppanuus.intake import read_applications
from innokumppanuus.ruleset import RuleSet
from innokumppanuus.ruleset.case_files import beside, read_cases
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace

EXERCISE = "jyvaskyla-harjoitushaku"
APPLICATIONS = """\
Hakemuksen numero;Hakija;Saapunut;Haettu summa;Käytetäänkö tuki taloudelliseen toimintaan;\
Mihin toimintaan de minimis -tukea haetaan;Koskeeko tuki rajattua toimialaa;\
Aiempi de minimis -tuki;Toteutuskunta;Asiakkaan ikä täysinä vuosina
H1;Kuvitteellinen Yksi;15.11.2023 12.00;20 000,00;kyllä;Muu toiminta;Ei koske;0,00;Jyväskylä;
H2;Kuvitteellinen Kaksi;15.11.2023 12.00;20 000,00;kyllä;Muu toiminta;Ei koske;290 000,00;Laukaa;
"""
SHEET = """\
Arvioija;A;;;;;;
Haku;jyvaskyla-harjoitushaku;;;;;;
Hakemuksen tunnus;Hakija;Olen esteellinen;Esteellisyyden peruste;K1 Kumppanuuden vahvuus: pisteet;\
K1 Kumppanuuden vahvuus: perustelu;K2 Käyttäjien osuus: pisteet;K2 Käyttäjien osuus: perustelu
application;applicant;conflict;ground;K1;K1 reason;K2;K2 reason
H1;Kuvitteellinen Yksi;ei;;4;Selvä;3;Riittävä
H2;Kuvitteellinen Kaksi;ei;;4;Selvä;3;Riittävä
"""
UNVERIFIED = {"fi": "tarkistamaton", "sv": "inte kontrollerat", "en": "not verified"}


@pytest.fixture(scope="module")
def exercise(workspace: Workspace) -> RuleSet:
    return workspace.ruleset(EXERCISE)


@pytest.fixture(scope="module")
def applications(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("harjoitus") / "hakemukset.csv"
    path.write_text(APPLICATIONS, encoding="utf-8")
    return path


def test_the_cases_hold_and_show_every_outcome_and_boundary(
    workspace: Workspace, exercise: RuleSet
) -> None:
    plugins = workspace.plugins
    (path,) = beside(workspace.shipped(EXERCISE).path)

    results = run_cases(exercise, read_cases(path, exercise, plugins.functions()), plugins)

    assert [one.case.sentence.fi for one in results if not one.holds] == []
    assert untouched(exercise, results) == ()
    assert boundaries(exercise, results) == ()


def test_the_country_lies_under_the_city_and_the_city_under_the_call(exercise: RuleSet) -> None:
    assert [one.key for one in exercise.packs] == ["suomi.de_minimis", "jyvaskyla.city"]


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("eligibility[de_minimis].when", "de_minimis.yaml"),
        ("eligibility[de_minimis].because", "kaupunki.yaml"),
        ("factors[in_area].when", "kaupunki.yaml"),
        ("form[de_minimis_received].help", "jyvaskyla-harjoitushaku.yaml"),
        ("eligibility[in_time].when", "jyvaskyla-harjoitushaku.yaml"),
    ],
)
def test_each_line_tells_whether_it_is_of_the_country_the_city_or_the_call(
    exercise: RuleSet, path: str, file: str
) -> None:
    assert exercise.origins[path].file == file


def test_what_the_city_and_the_call_change_is_told_with_both_places(exercise: RuleSet) -> None:
    told = {(one.path, one.before.file, one.now.file) for one in exercise.overrides}

    assert told == {
        ("eligibility[de_minimis].because", "de_minimis.yaml", "kaupunki.yaml"),
        ("form[de_minimis_received].help", "de_minimis.yaml", "jyvaskyla-harjoitushaku.yaml"),
    }


def test_the_2017_call_stands_on_no_pack(ruleset: RuleSet) -> None:
    assert (ruleset.packs, ruleset.overrides) == ((), ())


@pytest.mark.parametrize("language", UNVERIFIED)
def test_explain_says_that_the_law_is_unverified(applications: Path, language: str) -> None:
    answer = ask(
        *("explain", EXERCISE, "--applications", applications, "--application", "H2"),
        *("--rule", "de_minimis", "--lang", language),
    )

    assert UNVERIFIED[language] in answer.out


def test_lint_says_that_the_law_is_unverified() -> None:
    found = ask("lint", EXERCISE, "--json").document["result"]["findings"]

    places = {one["path"] for one in found if one["key"] == "parameter-unverified"}
    assert "parameters.de_minimis_general" in places


def test_check_says_that_the_law_is_unverified() -> None:
    problems = ask("check", EXERCISE, "--json").document["problems"]

    places = {one["path"] for one in problems if one["key"] == "parameter-unverified"}
    assert "parameters.de_minimis_general" in places


def test_the_trace_keeps_that_the_law_is_unverified(
    workspace: Workspace, exercise: RuleSet, applications: Path
) -> None:
    read = read_applications(applications, exercise.call).applications

    decision = workspace.decide(exercise, read)

    used = [one for each in decision.screenings for f in each.findings for one in f.parameters]
    assert "suomi.de_minimis.ceiling" in {one.key for one in used if not one.verified}


@pytest.mark.parametrize("language", UNVERIFIED)
def test_report_and_letter_say_that_the_law_is_unverified(
    applications: Path, language: str, tmp_path: Path
) -> None:
    sheets, out = tmp_path / "arviot", tmp_path / "paatos"
    sheets.mkdir()
    (sheets / "arviointi-a.csv").write_text(SHEET, encoding="utf-8")

    answer = ask(
        *("run", EXERCISE, "--applications", applications, "--sheets", sheets),
        *("--out", out, "--lang", language),
    )

    files = ("decision.html", "letters/H1-public.html", "letters/H2-public.html")
    assert (answer.code, answer.err) == (0, "")
    assert all(UNVERIFIED[language] in (out / one).read_text("utf-8") for one in files)
