"""`why` and `frontier` on the command line, and the catalogues of explanations."""

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.testing.command_line import ask
from innokumppanuus_selection.why import commands

RULESET = "kumppanuuskiihdyttamo-2017"
FOLDER = Path(commands.__file__).parent
SAID = re.compile(r"""["'](why\.[a-z_]+(?:\.[a-z_]+)*)["']""")
KINDS = ("bound", "limit", "kind")


def words(language: str) -> dict[str, str]:
    path = FOLDER / "locale" / language / "LC_MESSAGES" / f"{commands.text_source().key}.po"
    with path.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id}


def test_why_tells_one_application_in_each_language() -> None:
    for language, part in (("fi", "puuttuu"), ("sv", "saknar"), ("en", "lacks")):
        answer = ask("why", RULESET, "--application", "H05", "--lang", language)

        assert answer.code == 0
        assert part in answer.out and "H05" in answer.out


def test_why_gives_scripts_exact_values_and_sentences() -> None:
    found = ask("why", RULESET, "--json", "--lang", "en").document["result"]

    assert len(found["standings"]) == 12
    one = next(each for each in found["standings"] if each["application"] == "H05")
    assert re.fullmatch(r"\d+/\d+", one["points"])
    assert one["sentences"] and found["prices"] and found["weights"]
    assert found["shift"]["sentences"]


def test_why_refuses_one_that_could_not_be_chosen() -> None:
    answer = ask("why", RULESET, "--application", "H99", "--lang", "en")

    assert answer.code == 2
    assert "H99" in answer.err + answer.out


def test_frontier_tells_steps_within_the_range_and_what_more_would_buy() -> None:
    line = ("frontier", RULESET, "--from", "20000", "--to", "25000,00", "--more", "500")

    found = ask(*line, "--json", "--lang", "en").document["result"]

    budgets = [float(one["budget"].split()[0]) for one in found["steps"]]
    assert budgets == sorted(budgets) and budgets[-1] <= 25_000
    assert len(budgets) > 3
    assert [one["more"] for one in found["offers"]] == ["500.00 EUR"]


@pytest.mark.parametrize("sum_", ["abc", "-5", "1.234", "1/0"])
def test_a_sum_that_is_none_is_told(sum_: str) -> None:
    answer = ask("frontier", RULESET, f"--to={sum_}", "--lang", "en")

    assert answer.code == 2
    assert "--to" in answer.err + answer.out and sum_ in answer.err + answer.out


def test_the_same_run_gives_the_same_bytes() -> None:
    first, second = (ask("why", RULESET, "--json", "--lang", "fi").out for _ in range(2))

    assert first == second


def test_every_text_is_there_in_every_language_with_the_same_values() -> None:
    finnish = words("fi")
    for language in LANGUAGES:
        told = words(language)
        assert told.keys() == finnish.keys()
        for key, text in told.items():
            assert text.strip()
            assert _names(text) == _names(finnish[key]), key


def test_every_text_that_is_said_exists_and_every_text_is_said() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    said = set(SAID.findall(code))
    made = {one for one in words("fi") if one.startswith(tuple(f"why.{k}." for k in KINDS))}
    made |= {one for one in words("fi") if one.startswith("why.column.")}
    made |= {
        f"why.{side}_{end}"
        for side in ("in", "out")
        for end in ("alone", "alone_none", "together", "together_none")
    }

    assert (said | made) == set(words("fi"))


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
