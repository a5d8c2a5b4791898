"""The command `columns screen`: counts, outcomes, explanations, and what it refuses."""

from pathlib import Path

import duckdb
import pytest
import typer

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.command_line import ask
from innokumppanuus.workspace import Workspace
from innokumppanuus_columns import duck, faces
from innokumppanuus_columns.domain import MANY_ROWS

RULES = """\
innokumppanuus: 1
id: large
name: Large
form:
  - {id: amount, name: Amount, type: money}
  - {id: place, name: Place, required: false}
eligibility:
  - {id: capped, name: Capped, when: amount <= eur(10000)}
  - {id: here, name: Here, when: 'place in ["Jyväskylä", "Laukaa"]'}
"""
TABLE = (
    "id,amount,place\nH1,5000,Jyväskylä\nH2,12000,Laukaa\nH3,,Muurame\nH4,100,\nH5,viisi,Laukaa\n"
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "large.yaml"
    path.write_text(RULES, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "large.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("engine", ["duckdb", "rows"])
def test_each_row_gets_its_masks_and_its_verdict(rules: Path, table: Path, engine: str) -> None:
    out = table.with_name("out.parquet")

    ask(
        *("columns", "screen", rules, "--applications", table, "--out", out, "--engine", engine),
        "--json",
    )

    found = duckdb.sql(f"SELECT * FROM read_parquet({duck.string(str(out))})").fetchall()
    assert found == [
        ("H1", 0, 0, "met"),
        ("H2", 1, 0, "not_met"),
        ("H3", 2, 1, "not_met"),
        ("H4", 0, 2, "cannot_tell"),
        ("H5", 0, 1, "cannot_tell"),
    ]


def test_counts_are_told_per_rule_and_verdict(rules: Path, table: Path) -> None:
    result = ask("columns", "screen", rules, "--applications", table, "--json").document["result"]

    assert result["verdicts"] == {"met": 1, "not_met": 2, "cannot_tell": 2}
    assert result["rules"] == [
        {"bit": 0, "rule": "capped", "met": 2, "not_met": 1, "cannot_tell": 2},
        {"bit": 1, "rule": "here", "met": 3, "not_met": 1, "cannot_tell": 1},
    ]
    assert result["unread"] == {"amount": 1}


TYPED = """\
FROM (VALUES ('H1', 5000, 'Jyväskylä'), ('H2', 12000, 'Laukaa'), ('H3', NULL, 'Muurame'),
('H4', 100, NULL), ('H5', NULL, 'Laukaa')) AS typed (id, amount, place)"""


def parquet(folder: Path, times: int = 1) -> Path:
    """Return the table as a parquet file with types of its own, so many times."""
    path = folder / "large.parquet"
    query = f"SELECT id, amount, place {TYPED}, range({times})"
    duckdb.sql(f"COPY ({query}) TO {duck.string(str(path))} (FORMAT parquet)")
    return path


def test_polars_writes_what_duckdb_writes(rules: Path, tmp_path: Path) -> None:
    table, found = parquet(tmp_path), []

    for engine in ("polars", "duckdb"):
        out = tmp_path / f"{engine}.parquet"
        line = ("columns", "screen", rules, "--applications", table, "--out", out)
        told = ask(*line, "--engine", engine, "--json").document["result"]
        read = f"SELECT * FROM read_parquet({duck.string(str(out))})"
        found.append((told["engine"], told["rules"], duckdb.sql(read).fetchall()))

    assert [engine for engine, *_ in found] == ["polars", "duckdb"]
    assert found[0][1:] == found[1][1:]


def test_few_rows_are_left_to_duckdb_and_that_is_told(rules: Path, tmp_path: Path) -> None:
    line = ("columns", "screen", rules, "--applications", parquet(tmp_path), "--lang", "en")

    assert "Polars is worth its memory from 2" in ask(*line).out
    assert ask(*line, "--json").document["result"]["engine"] == "duckdb"


def test_millions_of_rows_are_taken_by_polars(rules: Path, tmp_path: Path) -> None:
    table = parquet(tmp_path, MANY_ROWS // 5)

    result = ask("columns", "screen", rules, "--applications", table, "--json").document["result"]

    assert (result["engine"], result["rows"]) == ("polars", MANY_ROWS)
    assert result["verdicts"] == {"met": 400_000, "not_met": 800_000, "cannot_tell": 800_000}


def test_texts_that_must_be_read_are_left_to_duckdb(rules: Path, table: Path) -> None:
    line = ("columns", "screen", rules, "--applications", table, "--engine", "polars")

    answer = ask(*line, "--lang", "en")

    assert "The file is not parquet" in answer.out


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_answer_is_told_in_the_language_of_the_reader(
    rules: Path, table: Path, language: str
) -> None:
    answer = ask("columns", "screen", rules, "--applications", table, "--lang", language)

    assert answer.code == Code.DONE
    assert "viisi" in answer.out


def test_one_application_is_explained_by_the_core(rules: Path, table: Path) -> None:
    line = ("columns", "screen", rules, "--applications", table, "--explain", "H2", "--lang", "en")

    answer = ask(*line)

    assert "amount <= eur(10000) = no" in answer.out


def test_application_that_is_not_there_is_told(rules: Path, table: Path) -> None:
    answer = ask("columns", "screen", rules, "--applications", table, "--explain", "H9")

    assert answer.code == Code.USAGE


def test_engine_that_there_is_not_is_told(rules: Path, table: Path) -> None:
    answer = ask("columns", "screen", rules, "--applications", table, "--engine", "abacus")

    assert answer.code == Code.USAGE
    assert "abacus" in answer.err


def test_rule_of_a_plugin_is_run_by_rows_and_that_is_told(table: Path) -> None:
    answer = ask("columns", "screen", "kumppanuuskiihdyttamo-2017", "--applications", table)

    assert answer.code in (Code.DONE, Code.PROBLEMS)


def test_same_number_twice_is_told(rules: Path, tmp_path: Path) -> None:
    table = tmp_path / "twice.csv"
    table.write_text("id,amount\nH1,1\nH1,2\n,3\n", encoding="utf-8")

    result = ask("columns", "screen", rules, "--applications", table, "--json").document["result"]

    assert (result["same_id"], result["without_id"]) == (1, 1)


def test_every_text_is_there_in_every_language() -> None:
    offered = FacePlugins.load().texts()["innokumppanuus_columns"].path
    keys = []
    for language in ("fi", "sv", "en"):
        path = offered / language / "LC_MESSAGES" / "innokumppanuus_columns.po"
        lines = path.read_text(encoding="utf-8").splitlines()
        keys.append([line for line in lines if line.startswith("msgid")])

    assert keys[0] == keys[1] == keys[2]


@pytest.mark.parametrize("command", ["screen", "list"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_help_is_in_the_language_of_the_reader(command: str, language: str) -> None:
    told = ask("columns", command, "--help", "--lang", language).out

    texts = Texts.load(language, FacePlugins.load().texts().values())
    assert texts.say(f"columns.{command}.help").split()[0] in told
    assert texts.say("cli.argument.ruleset").split()[0] in told
    assert "columns.option." not in told


def test_group_tells_its_commands() -> None:
    told = ask("columns", "--lang", "en").out

    assert "Screens every application" in told
    assert "Lists the rules" in told


def test_every_option_has_a_text() -> None:
    options = typer.main.get_command(faces.app()).commands["screen"].params  # type: ignore[attr-defined]
    texts = Texts.load("fi", FacePlugins.load().texts().values())

    lacking = [one.name for one in options if one.name != "help" and not texts.has(one.help or "-")]

    assert lacking == []


def test_rules_are_listed_with_their_bits(rules: Path) -> None:
    result = ask("columns", "list", rules, "--json").document["result"]

    assert result["rules"] == [{"bit": 0, "rule": "capped"}, {"bit": 1, "rule": "here"}]
    assert result["by_rows"] == {}


SHIPPED = Workspace.open().plugins.rulesets()


@pytest.mark.parametrize("key", sorted(SHIPPED))
def test_rules_and_functions_of_plugins_run_by_columns_and_say_what_rows_say(
    key: str, tmp_path: Path
) -> None:
    applications = SHIPPED[key].applications
    if applications is None:
        pytest.skip("it has no example applications")
    read = ("columns", "screen", key, "--applications", applications, "--json")

    by_columns, by_rows = (
        ask(*read, "--engine", engine, "--out", tmp_path / f"{engine}.parquet").document["result"]
        for engine in ("duckdb", "rows")
    )
    kept = [
        duckdb.sql(f"SELECT * FROM read_parquet({duck.string(str(tmp_path / one))})").fetchall()
        for one in ("duckdb.parquet", "rows.parquet")
    ]

    assert (by_columns["engine"], by_rows["engine"]) == ("duckdb", "rows")
    assert by_columns["rules"] == by_rows["rules"]
    assert kept[0] == kept[1] != []


def a_file_with(condition: str, folder: Path) -> Path:
    path = folder / "calling.yaml"
    path.write_text(RULES.replace("amount <= eur(10000)", f"'{condition}'"), encoding="utf-8")
    return path


def test_rule_that_cannot_be_columns_is_listed_with_the_reason(tmp_path: Path) -> None:
    unsure = 'amount <= suomi.de_minimis.ceiling_on("general", date("2017-01-01"))'

    result = ask("columns", "list", a_file_with(unsure, tmp_path), "--json", "--lang", "en")

    assert "suomi.de_minimis.ceiling_on" in result.document["result"]["by_rows"]["capped"]
