"""The fictional panel of the 2017 call can be tried by hand, from the first tie to calibration."""

import importlib.util
from pathlib import Path

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import ask

RULE_SET = "kumppanuuskiihdyttamo-2017"
TOOL = Path(__file__).parents[1] / "tools" / "make_field.py"
DATA = TOOL.parents[1] / "src" / "innokumppanuus_jyvaskyla" / "data" / "kuvitteellinen" / "paneeli"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with all example files, as somebody who tries them has it."""
    assert ask("panel", "example", RULE_SET, "--out", tmp_path / "kokeilu").code == Code.DONE
    return tmp_path / "kokeilu"


def test_files_are_what_the_tool_writes(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("make_field", TOOL)
    assert spec is not None and spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    tool.make_panel(tmp_path)

    made = {path.relative_to(tmp_path) for path in tmp_path.rglob("*.xlsx")}
    assert made == {path.relative_to(DATA) for path in DATA.rglob("*.xlsx")}
    assert [
        name for name in made if (tmp_path / name).read_bytes() != (DATA / name).read_bytes()
    ] == []


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("conflicts",), "kuvitteellista"),
        (("assign",), "Arvioija E"),
        (("rounds",), "Sovittu"),
        (("health",), "Krippendorff"),
        (("calibrate",), "ankarampia"),
    ],
)
def test_each_command_of_the_panel_runs_from_the_shipped_data(
    line: tuple[str, ...], told: str
) -> None:
    answer = ask("panel", *line, RULE_SET, "--lang", "fi")

    assert answer.code == Code.DONE, answer.err
    assert told in answer.out


def test_each_way_of_ruling_on_a_conflict_is_there() -> None:
    found = ask("panel", "conflicts", RULE_SET, "--json").document["result"]["conflicts"]

    told = {(one["ruling"]["kind"], one["basis"], one["counts"]) for one in found}
    assert told == {
        ("cleared", "found", False),
        ("waived", "found", False),
        ("upheld", "found", True),
    }


def test_the_panel_gives_the_choice_that_the_score_sheets_alone_give(folder: Path) -> None:
    files = ("--panel", folder / "paneeli.xlsx", "--panel", folder / "konsensus.xlsx")

    alone = ask("select", RULE_SET, "--json").document["result"]
    together = ask("select", RULE_SET, *files, "--json").document["result"]

    assert together["chosen"] == alone["chosen"]


def test_everybody_who_calibrates_leans_in_a_way_of_their_own() -> None:
    found = ask("panel", "calibrate", RULE_SET, "--json").document["result"]["calibration"]

    assert [one["leaning"] for one in found] == ["lenient", "strict", "in_line", "scattered"]


def test_a_ruling_changed_by_hand_changes_who_may_evaluate(folder: Path) -> None:
    ruled = folder / "ratkaisut.csv"
    ruled.write_text(
        "Arvioija;Hakemuksen tunnus;Peruste;Ratkaisu;Päättäjä;Päivä;Perustelu\n"
        "Arvioija B;H16;;esteellinen;Puheenjohtaja;2017-09-12;Sama yhdistys sittenkin\n",
        encoding="utf-8",
    )
    panel = ("--panel", folder / "paneeli.xlsx", "--panel", ruled)

    found = ask("panel", "conflicts", RULE_SET, *panel, "--json").document["result"]["conflicts"]

    assert {one["evaluator"] for one in found if one["counts"]} == {"Arvioija B", "Arvioija D"}


def test_what_agreed_scores_decide_is_seen_where_the_rule_set_lets_them(folder: Path) -> None:
    ruleset = folder / "haku.yaml"
    source = DATA.parents[1] / "kumppanuuskiihdyttamo-2017.yaml"
    text = source.read_text(encoding="utf-8")
    ruleset.write_text(
        text.replace("  weighting:\n", "  panel: {scores: consensus}\n  weighting:\n", 1),
        encoding="utf-8",
    )
    given = ("--applications", folder / "hakemukset.xlsx", "--sheets", folder / "arviot")
    files = ("--panel", folder / "paneeli.xlsx", "--panel", folder / "konsensus.xlsx")

    own = ask("select", ruleset, *given, "--json").document["result"]["ranking"]
    agreed = ask("select", ruleset, *given, *files, "--json").document["result"]["ranking"]

    moved = {one["id"] for one in agreed} & {"H08", "H09", "H16"}
    before = {one["id"]: one["value"] for one in own}
    after = {one["id"]: one["value"] for one in agreed}
    assert {one for one in after if after[one] != before[one]} == moved


def test_example_files_are_never_written_over(folder: Path) -> None:
    assert ask("panel", "example", RULE_SET, "--out", folder).code == Code.USAGE
