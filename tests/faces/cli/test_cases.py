"""`test` runs the cases beside a rule set and says what failed, why, and what is not shown."""

from pathlib import Path

import openpyxl
import pytest

from innokumppanuus.domain.findings import Finding, Verdict
from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import loads
from innokumppanuus.ruleset.case_files import cases_in
from innokumppanuus.testing.builders import label
from innokumppanuus.testing.cases import the_cases
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import RULESET
from innokumppanuus.testing.rulesets import core_plugins

WRONG = ("{cap: not_met}", "{cap: met}")


def given(folder: Path, *changes: tuple[str, str]) -> Path:
    (folder / "haku.yaml").write_text(RULESET, encoding="utf-8")
    (folder / "haku.tapaukset.yaml").write_text(the_cases(*changes), encoding="utf-8")
    return folder / "haku.yaml"


def test_cases_that_hold_pass(tmp_path: Path) -> None:
    answer = ask("test", given(tmp_path), "--lang", "en")

    assert answer.code == Code.DONE
    assert "3 cases, of which 0 do not hold and 1 are not confirmed" in answer.out


def test_a_failing_case_tells_its_sentence_what_came_and_why(tmp_path: Path) -> None:
    answer = ask("test", given(tmp_path, WRONG))

    words = answer.out.replace("\u00a0", " ")
    assert answer.code == Code.PROBLEMS
    assert "Ei pidä paikkaansa: Sentti yli on liikaa." in words
    assert "Katto: odotettu ”täyttyy”, saatu ”ei täyty”." in words
    assert "10 000,01 €" in words


def test_outcomes_that_no_case_shows_are_told(tmp_path: Path) -> None:
    answer = ask("test", given(tmp_path), "--lang", "sv")

    assert "Inget fall visar detta: I tid: uppfylls inte." in answer.out


def test_scripts_get_every_case(tmp_path: Path) -> None:
    result = ask("test", given(tmp_path, WRONG), "--json").document["result"]

    assert [one["holds"] for one in result["cases"]] == [True, False, True]
    assert result["cases"][1]["mismatches"][0]["got"] == "not_met"
    assert {"rule": "in_time", "verdict": "not_met"} in result["untouched"]


def test_a_named_file_is_run_instead(tmp_path: Path) -> None:
    ruleset, other = given(tmp_path, WRONG), tmp_path / "muu.yaml"
    other.write_text(the_cases(), encoding="utf-8")

    assert ask("test", ruleset, "--cases", other).code == Code.DONE


def test_a_rule_set_without_cases_is_told(tmp_path: Path) -> None:
    ruleset = given(tmp_path)
    (tmp_path / "haku.tapaukset.yaml").unlink()

    answer = ask("test", ruleset, "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "haku.tapaukset.yaml" in answer.out


@pytest.mark.parametrize("change", [("asks: [amount]", "asks: []"), ("9999.01", "9999.02")])
def test_each_kind_of_expectation_is_told(tmp_path: Path, change: tuple[str, str]) -> None:
    answer = ask("test", given(tmp_path, change), "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "expected" in answer.out


def test_boundaries_without_a_case_are_told(tmp_path: Path) -> None:
    answer = ask("test", given(tmp_path), "--lang", "en")

    assert "In time: submitted <= call.timetable.last_moment" in answer.out


def test_suggested_cases_hold_and_close_the_boundaries(tmp_path: Path) -> None:
    ruleset, path = given(tmp_path), tmp_path / "uudet.yaml"

    ask("test", ruleset, "--suggest", path)
    both = ("--cases", tmp_path / "haku.tapaukset.yaml", "--cases", path)
    answer = ask("test", ruleset, *both, "--json")

    result = answer.document["result"]
    assert answer.code == Code.DONE
    assert result["boundaries"] == []
    assert [one["confirmed"] for one in result["cases"][3:]] == [False, False]


def test_suggesting_without_an_example_says_how_to_give_one(tmp_path: Path) -> None:
    ruleset, path = given(tmp_path), tmp_path / "uudet.yaml"
    (tmp_path / "haku.tapaukset.yaml").unlink()

    answer = ask("test", ruleset, "--suggest", path, "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "Give one under `bases` in haku.tapaukset.yaml" in answer.out
    assert not path.exists()


def test_suggested_cases_are_told_in_three_languages(tmp_path: Path) -> None:
    path = tmp_path / "uudet.yaml"

    ask("test", given(tmp_path), "--suggest", path)

    written = path.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Kun ”Saapunut” on" in written
    assert "Villkoret ”I tid” uppfylls inte" in written
    assert "“In time” is not met" in written


def test_suggestions_never_replace_a_file(tmp_path: Path) -> None:
    ruleset = given(tmp_path)
    before = (tmp_path / "haku.tapaukset.yaml").read_bytes()

    answer = ask("test", ruleset, "--suggest", tmp_path / "haku.tapaukset.yaml")

    assert answer.code != Code.DONE
    assert (tmp_path / "haku.tapaukset.yaml").read_bytes() == before


def as_workbook(folder: Path) -> tuple[Path, Path]:
    """Return a rule set and the workbook of its cases, which stands in the place of the YAML."""
    ruleset, path = given(folder), folder / "haku.tapaukset.xlsx"
    ask("test", ruleset, "--to-xlsx", path)
    (folder / "haku.tapaukset.yaml").unlink()
    return ruleset, path


def test_a_workbook_beside_the_rule_set_is_run(tmp_path: Path) -> None:
    ruleset, _ = as_workbook(tmp_path)

    answer = ask("test", ruleset, "--lang", "en")

    assert answer.code == Code.DONE
    assert "3 cases, of which 0 do not hold and 1 are not confirmed" in answer.out


def test_a_workbook_goes_back_into_yaml_of_the_same_cases(tmp_path: Path) -> None:
    ruleset, path = as_workbook(tmp_path)

    answer = ask("test", ruleset, "--from-xlsx", path, "--json")

    written = tmp_path / "haku.tapaukset.yaml"
    assert answer.document["result"]["files"] == [str(written)]
    plugins = core_plugins()
    rules = loads(RULESET, "haku.yaml", plugins)
    told, before = (
        cases_in(text, "haku.tapaukset.yaml", rules, plugins.functions())
        for text in (written.read_text("utf-8"), the_cases())
    )
    assert told == before


def test_a_workbook_is_told_wrong_in_its_cell(tmp_path: Path) -> None:
    ruleset, path = as_workbook(tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A3"] = None
    book.save(path)

    answer = ask("test", ruleset, "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "haku.tapaukset.xlsx:Tapaukset!A3" in answer.out


def test_a_rule_set_without_cases_gives_a_workbook_to_fill_in(tmp_path: Path) -> None:
    ruleset, path = given(tmp_path), tmp_path / "uusi.xlsx"
    (tmp_path / "haku.tapaukset.yaml").unlink()

    answer = ask("test", ruleset, "--to-xlsx", path)

    assert answer.code == Code.DONE
    assert openpyxl.load_workbook(path).sheetnames[:2] == ["Tapaukset", "Esimerkkihakemukset"]


def test_a_workbook_is_never_written_over_another_file(tmp_path: Path) -> None:
    ruleset, path = as_workbook(tmp_path)
    before = path.read_bytes()

    answer = ask("test", ruleset, "--to-xlsx", path, "--lang", "en")

    assert answer.code != Code.DONE
    assert "is there already" in answer.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("option", ["--to-xlsx", "--from-xlsx"])
def test_a_workbook_has_the_name_of_one(tmp_path: Path, option: str) -> None:
    ruleset = given(tmp_path)

    answer = ask("test", ruleset, option, tmp_path / "haku.tapaukset.yaml", "--lang", "en")

    assert answer.code == Code.USAGE
    assert "must end in .xlsx" in answer.err


def test_one_workbook_is_made_of_one_file_of_cases(tmp_path: Path) -> None:
    ruleset = given(tmp_path)
    (tmp_path / "haku.cases.yaml").write_text(the_cases(), encoding="utf-8")

    answer = ask("test", ruleset, "--to-xlsx", tmp_path / "a.xlsx", "--lang", "en")

    assert answer.code == Code.PROBLEMS
    assert "--cases" in answer.out


def test_cases_come_from_one_place(tmp_path: Path) -> None:
    ruleset, path = as_workbook(tmp_path)

    answer = ask("test", ruleset, "--from-xlsx", path, "--to-xlsx", tmp_path / "a.xlsx")

    assert answer.code == Code.USAGE


def test_suggestions_can_be_a_workbook(tmp_path: Path) -> None:
    ruleset, path = given(tmp_path), tmp_path / "uudet.xlsx"

    ask("test", ruleset, "--suggest", path)
    result = ask("test", ruleset, "--cases", path, "--json").document["result"]

    assert [one["confirmed"] for one in result["cases"]] == [False, False]


def test_suggestions_for_choices_say_what_is_chosen(tmp_path: Path) -> None:
    ruleset, path = given(tmp_path), tmp_path / "uudet.yaml"
    text = RULESET.replace("when: amount <= call", "when: has(applicant) && amount <= call")
    ruleset.write_text(text, encoding="utf-8")

    ask("test", ruleset, "--suggest", path)

    written = " ".join(path.read_text(encoding="utf-8").split())
    assert "Kun vastaus ”Hakija” puuttuu, ehto ”Katto” ei täyty." in written
    assert "“Cap” is not met when the answer to “Applicant” is missing." in written


def test_every_boundary_of_the_shipped_call_is_known_and_shown() -> None:
    pytest.importorskip("innokumppanuus_jyvaskyla")

    result = ask("test", "kumppanuuskiihdyttamo-2017", "--json").document["result"]

    assert (result["boundaries"], result["boundaries_not_known"]) == ([], [])


class Silent:
    """A rule of a plugin that does not say what it reads."""

    key = "test.silent"
    name: Label = label()

    def check(self, application: object, call: object, options: object) -> Finding:
        return Finding(rule=self.key, verdict=Verdict.MET)


def test_a_rule_that_does_not_say_what_it_reads_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Plugins, "rules", lambda _: {"test.silent": Silent()})
    ruleset = given(tmp_path)
    text = RULESET.replace("when: amount <= call.budget.cap_per_pilot", "rule: test.silent")
    ruleset.write_text(text, encoding="utf-8")

    answer = ask("test", ruleset, "--lang", "en")

    assert "The boundaries of “Cap” are not known: its plugin does not say" in answer.out
