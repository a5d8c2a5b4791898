"""Every fault has its exit code and a sentence in each language."""

import errno

import pytest

from innokumppanuus import errors
from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.errors import Place, Problem
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.faults import code_of, located, sentence
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.texts import Texts

PROBLEM = Problem(key="empty", place=Place(file="haku.yaml", line=3, column=1), path="form")

RAISED = errors.HookRaised("mycity", "hook-raised", hook="mycity.rule.check", detail="it raised")

FAULTS = [
    (errors.RuleSetProblems([PROBLEM]), Code.PROBLEMS),
    (errors.IntakeProblems([PROBLEM]), Code.PROBLEMS),
    (errors.RecordProblems([PROBLEM]), Code.PROBLEMS),
    (errors.InvalidValue("empty"), Code.PROBLEMS),
    (errors.HostileFile("empty"), Code.PROBLEMS),
    (errors.PluginNotLoaded("mycity", "plugin-not-loaded", target="m", detail="d"), Code.PLUGIN),
    (errors.HookMisspelt("mycity", "hook-misspelt", got="a", meant="b"), Code.PLUGIN),
    (errors.HookMisspelt("mycity", "hook-misspelt-none", got="a", known="b"), Code.PLUGIN),
    (errors.HookArguments("mycity", "hook-arguments", hook="a", got="'b'"), Code.PLUGIN),
    (RAISED, Code.PLUGIN),
    (errors.HookRaised("mycity", "hook-result", hook="a", must="int", got="str"), Code.PLUGIN),
    (errors.HookRaised("mycity", "hook-thing", hook="a", got="b"), Code.PLUGIN),
    (errors.HookRaised("mycity", "report-outside", format="a", file="../b"), Code.PLUGIN),
    (errors.KeyClash("rule", "same", ("north", "south")), Code.PLUGIN),
    (errors.NothingFits(), Code.NO_CHOICE),
    (errors.TooManyApplications(31, 30), Code.NO_CHOICE),
    (errors.TooManyCells(900, 800), Code.NO_CHOICE),
    (errors.TooManyReadings(900, 800), Code.NO_CHOICE),
    (errors.SelectionError("choice-no-weights", at="assessment.weighting"), Code.NO_CHOICE),
    (errors.UnknownKey("rule set", "x", ["a", "b"]), Code.USAGE),
    (errors.UnknownKey("rule set", "x", []), Code.USAGE),
    (errors.UnknownPlugin("mycitty", ["mycity"]), Code.USAGE),
    (UsageProblem("cli.usage.unclear"), Code.USAGE),
    (FileNotFoundError(errno.ENOENT, "no", "haku.yaml"), Code.USAGE),
    (PermissionError(errno.EACCES, "no", "haku.yaml"), Code.USAGE),
    (FileExistsError(errno.EEXIST, "no", "tapaukset.xlsx"), Code.USAGE),
    (IsADirectoryError(errno.EISDIR, "no", "kansio"), Code.USAGE),
    (NotADirectoryError(errno.ENOTDIR, "no", "tiedosto"), Code.USAGE),
    (OSError(errno.ENOSPC, "no", "tulos.html"), Code.USAGE),
    (OSError(errno.EIO, "input/output", "tulos.html"), Code.USAGE),
    (errors.MissingText("a.key", "sv"), Code.FAULT),
    (ZeroDivisionError("a fault of ours"), Code.FAULT),
]
NAMES = [f"{type(error).__name__}-{error}" for error, _ in FAULTS]


@pytest.mark.parametrize(("error", "code"), FAULTS, ids=NAMES)
def test_each_fault_has_its_exit_code(error: Exception, code: Code) -> None:
    assert code_of(error) is code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("error", "code"), FAULTS, ids=NAMES)
def test_each_fault_is_told_in_each_language(error: Exception, code: Code, language: str) -> None:
    texts = Texts.load(language)

    told = [texts.problem(one) for one in located(error)] or [sentence(error, texts)]

    assert all(told)
    assert not any("{" in line for line in told)


def test_located_problems_are_kept_as_they_are() -> None:
    assert located(errors.RuleSetProblems([PROBLEM])) == (PROBLEM,)


def test_why_a_choice_cannot_be_made_is_told_with_its_place_in_the_rule_set() -> None:
    refused = errors.SelectionError("choice-budget-needed", at="budget.total", method="shares")

    told = [Texts.load("en").problem(one) for one in located(refused)]

    assert told == [f"budget.total: {refused}"]


def test_a_clash_of_keys_names_both_plugins() -> None:
    clash = errors.KeyClash("rule", "same", ("north", "south"))

    told = sentence(clash, Texts.load("en"))

    assert "north" in told
    assert "south" in told


def test_a_plugin_at_fault_is_told_how_to_leave_out() -> None:
    told = sentence(RAISED, Texts.load("fi"))

    assert "--block mycity" in told


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_fault_of_a_plugin_is_told_in_the_language_and_not_half_in_english(language: str) -> None:
    misspelt = errors.HookMisspelt("mycity", "hook-misspelt", got="register_rulez", meant="x")

    told = sentence(misspelt, Texts.load(language))

    assert str(misspelt) not in told
    assert "hook" not in told


def test_an_unknown_key_is_told_with_the_one_that_was_meant() -> None:
    told = sentence(errors.UnknownPlugin("jyvaskila", ["core", "jyvaskyla"]), Texts.load("en"))

    assert "Did you mean “jyvaskyla”?" in told
