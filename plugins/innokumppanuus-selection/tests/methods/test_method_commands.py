"""The command `methods compare`."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
import typer

from innokumppanuus.domain.labels import same
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder
from innokumppanuus_selection.methods import commands, ranking
from innokumppanuus_selection.methods.commands import sentences
from innokumppanuus_selection.methods.domain import MethodChoice, MethodComparison, WhyNot

EXAMPLE = "kumppanuuskiihdyttamo-2017"


@pytest.fixture(params=["fi", "sv", "en"])
def texts(request: pytest.FixtureRequest) -> Texts:
    return Texts.load(request.param, FacePlugins.load().texts().values())


def a_comparison(*choices: MethodChoice) -> MethodComparison:
    return MethodComparison(applications=("H1", "H2", "H3"), named="a", methods=choices)


def a_choice(key: str, *applications: str, tied: tuple[str, ...] = ()) -> MethodChoice:
    return MethodChoice(key=key, name=same(key), applications=applications, tied=tied, sets=2)


def test_methods_are_compared_with_that_of_the_rule_set() -> None:
    line = ("methods", "compare", EXAMPLE, "--method", "ranked_list", "--json")

    result = ask(*line).document["result"]

    assert result["named"] == "exact_sum"
    assert [one["key"] for one in result["methods"]] == ["exact_sum", "ranked_list"]
    assert set(result["everywhere"]) <= set(result["methods"][0]["applications"])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_picture_is_sound_and_says_what_it_is(tmp_path: Path, language: str) -> None:
    picture = tmp_path / "kuva.svg"
    line = ("methods", "compare", EXAMPLE, "--method", "exact_portfolio", "--picture", picture)

    answer = ask(*line, "--lang", language)

    assert answer.code == Code.DONE
    tags = {one.tag.rpartition("}")[2] for one in ElementTree.parse(picture).iter()}
    assert {"title", "desc", "rect"} <= tags


def test_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    pictures = [tmp_path / "1.svg", tmp_path / "2.svg"]

    answers = [
        ask("methods", "compare", EXAMPLE, "--method", "ranked_list", "--picture", one, "--json")
        for one in pictures
    ]

    assert pictures[0].read_bytes() == pictures[1].read_bytes()
    assert answers[0].out == answers[1].out


@pytest.mark.parametrize(
    ("other", "key"),
    [
        (a_choice("b", "H1"), "same"),
        (a_choice("b", "H1", "H2"), "adds"),
        (a_choice("b"), "drops"),
        (a_choice("b", "H2"), "differs"),
    ],
)
def test_each_way_of_differing_has_its_sentence(
    texts: Texts, other: MethodChoice, key: str
) -> None:
    told = sentences(a_comparison(a_choice("a", "H1"), other), texts)

    more, less = a_comparison(a_choice("a", "H1"), other).differences("b")
    assert told[-1] == texts.say(f"methods.{key}", method=same("b"), more=more, less=less)


def test_open_ties_are_told(texts: Texts) -> None:
    told = sentences(
        a_comparison(a_choice("a", "H1", tied=("H2",)), a_choice("b", tied=("H3",))), texts
    )

    own = texts.say("methods.own_tied", method=same("a"), applications=["H1"])
    assert own in told
    assert told[-1].endswith(texts.say("methods.tied", applications=["H3"], sets=2))


@pytest.mark.parametrize("why", list(WhyNot))
def test_each_reason_for_not_choosing_has_its_sentence(texts: Texts, why: WhyNot) -> None:
    other = MethodChoice(key="b", name=same("b"), why_not=why)

    told = sentences(a_comparison(a_choice("a", "H1"), other), texts)

    assert texts.say(f"methods.why.{why.value}") in told[-1]


def test_unknown_way_is_told() -> None:
    assert ask("methods", "compare", EXAMPLE, "--too-costly", "maybe").code == Code.USAGE


def test_unknown_method_is_told() -> None:
    answer = ask("methods", "compare", EXAMPLE, "--method", "topsi")

    assert answer.code == Code.USAGE
    assert "topsis" in answer.err


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_library_that_is_not_installed_is_told_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr(ranking, "find_spec", lambda name: None)
    ruleset, table, sheets = a_call_folder(tmp_path)
    text = ruleset.read_text(encoding="utf-8")
    ruleset.write_text(text.replace("selection:\n", "selection:\n  selector: topsis\n"), "utf-8")
    line = ("select", ruleset, "--applications", table, "--sheets", sheets)

    answer = ask(*line, "--lang", language)

    assert answer.code == Code.NO_CHOICE
    assert "pip install 'innokumppanuus-selection[methods]'" in answer.out
    assert "haku.yaml:" in answer.out


def test_every_option_has_a_text() -> None:
    listed = typer.main.get_command(commands.app()).commands.values()  # type: ignore[attr-defined]
    texts = Texts.load("fi", FacePlugins.load().texts().values())

    lacking = [
        option.name
        for one in listed
        for option in one.params
        if option.name != "help" and not texts.has(option.help or "-")
    ]

    assert lacking == []
