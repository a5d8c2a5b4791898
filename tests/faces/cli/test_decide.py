"""`screen`, `assess` and `select` show the steps to a decision, each by itself."""

import sys
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.plugin import NAME, hookimpl
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.testing.files import SCORES, a_call_folder, a_ruleset_file
from innokumppanuus.testing.parameters import a_parameter, a_value


def of_call(command: str, folder: Path, *more: object) -> Answer:
    ruleset, table, sheets = a_call_folder(folder)
    given = ["--sheets", sheets] if command != "screen" else []
    return ask(command, ruleset, "--applications", table, *given, *more)


def test_screening_tells_each_outcome_with_its_reason(tmp_path: Path) -> None:
    answer = of_call("screen", tmp_path, "--json")

    rows = {one["id"]: one for one in answer.document["result"]["applications"]}
    assert {one: rows[one]["verdict"] for one in rows} == {
        **dict.fromkeys(SCORES, "met"),
        "H04": "not_met",
        "H05": "cannot_tell",
    }
    assert rows["H05"]["to_supplement"] == ["amount"]
    assert rows["H01"]["reasons"] == []
    assert rows["H04"]["reasons"] != []


def test_every_row_of_the_table_is_accounted_for(tmp_path: Path) -> None:
    answer = of_call("screen", tmp_path, "--json")

    assert answer.document["result"]["rows"] == 5


def test_screening_is_shown_to_people_as_a_table(tmp_path: Path) -> None:
    answer = of_call("screen", tmp_path, "--lang", "en")

    assert answer.code == Code.DONE
    assert [
        one for one in ("Screening", "H01", "H05", "Eligibility") if one not in answer.out
    ] == []


def test_assessment_gives_exact_scores_and_what_is_missing(tmp_path: Path) -> None:
    scores: dict[str, dict[str, int | str | None]] = {"H01": {"K1": 5, "K2": 4}}
    scores["H02"] = {"K1": 3, "K2": None}
    ruleset, table, sheets = a_call_folder(tmp_path, scores)

    answer = ask("assess", ruleset, "--applications", table, "--sheets", sheets, "--json")

    rows = {one["id"]: one for one in answer.document["result"]["applications"]}
    assert rows["H01"]["scores"] == {"K1": "5", "K2": "4"}
    assert rows["H02"]["scores"]["K2"] is None
    assert len(rows["H02"]["needs"]) == 2


def test_selection_gives_ranking_possible_ranks_and_choice(tmp_path: Path) -> None:
    answer = of_call("select", tmp_path, "--json")

    result = answer.document["result"]
    assert [one["id"] for one in result["ranking"]] == ["H01", "H02", "H03"]
    assert (result["chosen"], result["cost"]) == (["H01", "H02"], "20000.00 EUR")
    assert result["is_robust"] is True
    assert result["outcomes"]["H05"] == "to_supplement"


def test_selection_is_told_to_people_in_sentences(tmp_path: Path) -> None:
    answer = of_call("select", tmp_path, "--lang", "en")

    assert "Proposed to be chosen: H01 and H02. In all €20,000.00." in answer.out


def test_a_tie_that_no_rule_decides_is_left_to_people(tmp_path: Path) -> None:
    scores = dict.fromkeys(SCORES, {"K1": 3, "K2": 3})
    _, table, sheets = a_call_folder(tmp_path, scores)
    no_rules = a_ruleset_file(tmp_path, ("  tie_rules: [criteria_order]", "  tie_rules: []"))

    answer = ask("select", no_rules, "--applications", table, "--sheets", sheets, "--lang", "en")

    assert answer.code == Code.DONE
    assert "There are 3 equally good sets" in answer.out


def test_applications_must_be_given_for_a_rule_set_of_one_s_own(tmp_path: Path) -> None:
    answer = ask("screen", a_ruleset_file(tmp_path), "--lang", "en")

    assert (answer.code, "needs the option --applications" in answer.err) == (Code.USAGE, True)


def test_sheets_must_be_given_for_a_rule_set_of_one_s_own(tmp_path: Path) -> None:
    ruleset, table, _ = a_call_folder(tmp_path)

    answer = ask("assess", ruleset, "--applications", table, "--lang", "en")

    assert (answer.code, "needs the option --sheets" in answer.err) == (Code.USAGE, True)


def test_a_cell_that_cannot_be_read_stops_the_work_with_its_place(tmp_path: Path) -> None:
    ruleset = a_ruleset_file(tmp_path)
    table = tmp_path / "hakemukset.csv"
    table.write_text("id;applicant;submitted;amount;duration_months\nH1;X;1.9.2017;paljon;9\n")

    answer = ask("screen", ruleset, "--applications", table, "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "hakemukset.csv" in answer.out
    assert "nothing was written" in answer.out


def test_screening_tells_exceptions_and_dated_values_exactly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = a_parameter(a_value("2017-01-01", None, Money.of(9_000), verified=False))
    plugin = ModuleType("koe")
    vars(plugin)["register_parameters"] = hookimpl(lambda: [limit], specname="register_parameters")
    monkeypatch.setitem(sys.modules, "koe", plugin)
    entry, real = EntryPoint(name="koe", value="koe", group=NAME), entry_points

    def with_koe(group: str) -> tuple[EntryPoint, ...]:
        return (*real(group=group), *((entry,) if group == NAME else ()))

    monkeypatch.setattr("innokumppanuus.plugin.manager.entry_points", with_koe)
    _, table, _ = a_call_folder(tmp_path)
    ruleset = a_ruleset_file(
        tmp_path,
        ("form:\n", "parameters: {raja: {key: koe.raja, on: opens}}\nform:\n"),
        (
            "when: amount <= call.budget.cap_per_pilot",
            'when: amount <= parameter.raja\n    unless: id == "H01"',
        ),
    )

    answer = ask("screen", ruleset, "--applications", table, "--json")

    rows = {one["id"]: one for one in answer.document["result"]["applications"]}
    assert (rows["H01"]["verdict"], rows["H01"]["by_exception"]) == ("met", ["cap"])
    assert (rows["H02"]["verdict"], rows["H02"]["by_exception"]) == ("not_met", [])
    assert rows["H02"]["parameters"] == [
        {
            "rule": "cap",
            "name": "parameter.raja",
            "key": "koe.raja",
            "day": "2017-06-01",
            "value": "9000.00 EUR",
            "unit": "money",
            "source": {"title": "Kuvitteellinen laki", "section": "2017 §", "address": ""},
            "verified": False,
        }
    ]


def test_a_folder_without_a_score_sheet_is_told(tmp_path: Path) -> None:
    ruleset, table, _ = a_call_folder(tmp_path)
    (tmp_path / "tyhja").mkdir()

    answer = ask(
        *("assess", ruleset, "--applications", table),
        *("--sheets", tmp_path / "tyhja", "--lang", "en"),
    )

    assert (answer.code, "no score sheet to read" in answer.out) == (Code.PROBLEMS, True)


def with_limits(folder: Path, total: str, limits: str) -> tuple[Path, Path, Path]:
    ruleset, table, sheets = a_call_folder(folder)
    text = ruleset.read_text(encoding="utf-8")
    for old, new in (
        ("total: 20000 EUR", f"total: {total}"),
        ("\nselection:\n", f"\nselection:\n  limits:\n{limits}"),
    ):
        assert old in text
        text = text.replace(old, new)
    ruleset.write_text(text, encoding="utf-8")
    return ruleset, table, sheets


def test_who_gets_a_part_of_the_cost_is_told_with_the_sum(tmp_path: Path) -> None:
    limits = "    partial: {name: Osa riittää, share: 0.5}\n"
    ruleset, table, sheets = with_limits(tmp_path, "5001 EUR", limits)
    line = ("select", ruleset, "--applications", table, "--sheets", sheets)

    answer = ask(*line, "--lang", "en")
    awards = ask(*line, "--json").document["result"]["awards"]

    assert awards
    assert answer.out.count("would get a part of its cost") == len(awards)


def test_choice_whose_limits_contradict_has_a_code_of_its_own(tmp_path: Path) -> None:
    limits = "    minimum: {name: Vähintään kaksi, least: 2}\n"
    ruleset, table, sheets = with_limits(tmp_path, "5001 EUR", limits)

    answer = ask("select", ruleset, "--applications", table, "--sheets", sheets)

    assert answer.code == Code.NO_CHOICE
