"""`freeze` and `replay`: kept decisions come out the same, and what is not the same is told."""

import json
from pathlib import Path

import pytest

from innokumppanuus.domain.money import Money
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.run import PACKAGE_FILE
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.testing.files import a_call_folder, a_ruleset_file
from innokumppanuus.testing.old_law import an_old_decision

LANGUAGES = ("fi", "sv", "en")
TEMPO = "esimerkki-tempo"


def old_tempo(folder: Path) -> Path:
    """Return the package of a decision made when Tempo paid at most 55 000 euros."""
    return an_old_decision(folder, TEMPO, "suomi.tempo.cap", Money.of(55_000))


def run(folder: Path) -> Path:
    """Return the decision of a whole call, kept as data beside its package."""
    ruleset, table, sheets = a_call_folder(folder)
    out = folder / "tulos"
    given = ("--applications", table, "--sheets", sheets, "--out", out, "--format", "json")
    assert ask("run", ruleset, *given).code == Code.DONE
    return out / "decision.json"


def replay(decision: Path, *more: object) -> Answer:
    return ask("replay", decision, "--lang", "en", *more)


def test_freezing_the_same_rule_set_gives_the_same_bytes(tmp_path: Path) -> None:
    ruleset, names = a_ruleset_file(tmp_path), ("a.json", "b.json")

    answers = [ask("freeze", ruleset, "--out", tmp_path / name) for name in names]

    assert [one.code for one in answers] == [Code.DONE, Code.DONE]
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()


def test_a_frozen_package_can_be_used_as_a_rule_set(tmp_path: Path) -> None:
    ruleset = a_ruleset_file(tmp_path)
    ask("freeze", ruleset, "--out", tmp_path / "a.json")

    hashes = [
        ask("check", one, "--json").document["result"]["ruleset_hash"]
        for one in (ruleset, tmp_path / "a.json")
    ]

    assert hashes[0] == hashes[1]


def test_a_decision_comes_out_the_same(tmp_path: Path) -> None:
    answer = replay(run(tmp_path))

    assert answer.code == Code.DONE
    assert "The decision comes out exactly the same. Applications: 5." in answer.out


def test_the_package_beside_the_decision_is_compared_with(tmp_path: Path) -> None:
    decision = run(tmp_path)

    assert str(decision.parent / PACKAGE_FILE) in replay(decision).out


def test_scripts_are_told_that_it_is_the_same(tmp_path: Path) -> None:
    result = ask("replay", run(tmp_path), "--json").document["result"]

    assert (result["is_equal"], result["outcomes"], result["values"]) == (True, [], [])


def changed(decision: Path, old: str, new: str) -> Path:
    text = decision.read_text(encoding="utf-8")
    assert old in text
    path = decision.parent / "changed.json"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_changed_answer_is_told_by_the_package(tmp_path: Path) -> None:
    decision = changed(run(tmp_path), "15000.00 EUR", "9000.00 EUR")

    answer = replay(decision)

    assert answer.code == Code.PROBLEMS
    assert answer.out.startswith("changed.json: was changed after the package was sealed")


def test_without_its_package_a_changed_decision_is_told_value_by_value(tmp_path: Path) -> None:
    decision = changed(run(tmp_path), "15000.00 EUR", "9000.00 EUR")
    (decision.parent / PACKAGE_FILE).unlink()

    answer = replay(decision)

    assert answer.code == Code.PROBLEMS
    assert "Application H04: the outcome was “" in answer.out
    assert "screening H04" in answer.out


def test_a_changed_rule_set_is_told_by_its_hash(tmp_path: Path) -> None:
    answer = replay(changed(run(tmp_path), '"criteria_order"', '"lower_cost"'))

    assert answer.code == Code.PROBLEMS
    assert "changed.json: does not hold the rule set it tells of" in answer.out


def test_a_changed_package_is_told(tmp_path: Path) -> None:
    decision = run(tmp_path)
    package = decision.parent / PACKAGE_FILE
    package.write_text(package.read_text("utf-8").replace("Koehaku", "Muuhaku"), "utf-8")

    answer = replay(decision)

    assert answer.code == Code.PROBLEMS
    assert f"{PACKAGE_FILE}: was changed after it was sealed" in answer.out


def test_the_package_of_another_call_is_told(tmp_path: Path) -> None:
    decision = run(tmp_path)
    other = a_ruleset_file(tmp_path, ("maximum: 3", "maximum: 2"))
    ask("freeze", other, "--out", tmp_path / "other.json")

    answer = replay(decision, "--package", tmp_path / "other.json")

    assert answer.code == Code.PROBLEMS
    assert "must be of the same rule set as the decision" in answer.out


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"ruleset_hash": 5}', "not json"])
def test_what_is_no_decision_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "decision.json"
    path.write_text(content, encoding="utf-8")

    answer = replay(path)

    assert answer.code == Code.PROBLEMS
    assert answer.out.startswith("decision.json: ")


def test_a_decision_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert replay(tmp_path / "none.json").code == Code.USAGE


def test_it_is_told_in_the_reader_s_language(tmp_path: Path) -> None:
    decision = run(tmp_path)

    told = {language: ask("replay", decision, "--lang", language).out for language in LANGUAGES}

    assert len(set(told.values())) == len(LANGUAGES)


def test_the_package_is_written_beside_every_decision(tmp_path: Path) -> None:
    package = json.loads((run(tmp_path).parent / PACKAGE_FILE).read_text("utf-8"))["package"]

    assert package["call"]["id"] == "koehaku"
    assert package["decision_hash"]


def test_an_old_decision_is_made_again_by_the_law_of_its_package(tmp_path: Path) -> None:
    old_tempo(tmp_path)

    answer = replay(tmp_path / "decision.json")

    assert answer.code == Code.DONE
    assert "The decision comes out exactly the same. Applications: 6." in answer.out


def test_law_that_has_changed_since_is_told_with_both_values(tmp_path: Path) -> None:
    old_tempo(tmp_path)

    told = replay(tmp_path / "decision.json").out

    assert "(suomi.tempo.cap), from 1 January 2026: was €55,000.00 (" in told
    assert "now €60,000.00 (" in told
    assert "source: Business Finland" in told


def test_scripts_are_told_what_was_then_and_is_now(tmp_path: Path) -> None:
    old_tempo(tmp_path)

    result = ask("replay", tmp_path / "decision.json", "--json").document["result"]

    (change,) = result["parameters"]
    assert (result["is_equal"], result["todays"]) == (True, [])
    assert change["before"]["value"] == {"money": "55000.00 EUR"}
    assert change["after"]["value"] == {"money": "60000.00 EUR"}


def test_without_its_package_an_old_decision_is_said_to_rest_on_today_s_law(tmp_path: Path) -> None:
    old_tempo(tmp_path).unlink()

    answer = replay(tmp_path / "decision.json")

    assert answer.code == Code.PROBLEMS
    assert "suomi.tempo.cap: no earlier value was kept, so today’s was used." in answer.out
