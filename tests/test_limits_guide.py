"""What the guides to limits of a choice show can be used as it stands, and comes out as told."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from innokumppanuus.engine.exact import MOST_LIMITED
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.testing.command_line import Answer, ask
from innokumppanuus.testing.files import a_call_folder, read_call

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"
LANGUAGES = ("fi", "en")
BLOCK = re.compile(r"(?ms)^```(\w+)\n(.*?)^```$")
FORM = "form:\n"
THEME = """\
form:
  - id: theme
    name: {fi: Teema, sv: Tema, en: Theme}
    type: choice
    required: false
    options:
      - {id: home, name: {fi: Koti, sv: Hem, en: Home}}
      - {id: work, name: {fi: Työ, sv: Arbete, en: Work}}
"""
CONTRADICTING = (1, 4)
"""Examples that three applications of 10 000 euros cannot keep."""
POLICY = "  tie_rules: [criteria_order]\n"


def page(language: str) -> str:
    return (HOW_TO / f"limits.{language}.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(page(language)) if kind == "yaml"]


def limits(example: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load(example)["selection"]["limits"]
    return found


def select(folder: Path, example: str, language: str, form: str = FORM) -> Answer:
    """Choose among three applications of 10 000 euros, with the limits of an example."""
    ruleset, table, sheets = a_call_folder(folder)
    text = ruleset.read_text(encoding="utf-8").replace(FORM, form)
    ruleset.write_text(
        text.replace(POLICY, POLICY + example.removeprefix("selection:\n")), encoding="utf-8"
    )
    given = ("--applications", table, "--sheets", sheets)
    return ask("select", ruleset, *given, "--lang", language)


@pytest.mark.parametrize("at", range(5))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_taken_with_all_that_it_says(
    tmp_path: Path, language: str, at: int
) -> None:
    example = examples(language)[at]

    answer = select(tmp_path, example, language, THEME)

    declared = read_call(tmp_path / "haku.yaml").selection
    contradicts = at in CONTRADICTING
    assert answer.code == (Code.NO_CHOICE if contradicts else Code.DONE)
    assert declared is not None and declared.limits is not None
    for key, stated in limits(example).items():
        taken = getattr(declared.limits, key)
        assert len(taken) == len(stated) if isinstance(stated, list) else taken.name.fi


def test_pages_show_every_kind_of_limit_and_the_same_ones() -> None:
    shown = [[limits(one) for one in examples(language)] for language in LANGUAGES]

    assert shown[0] == shown[1]
    assert {key for one in shown[0] for key in one} == {
        *("minimum", "groups", "exclusions", "requirements", "partial")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_contradiction_is_told_as_the_page_shows(tmp_path: Path, language: str) -> None:
    (shown,) = (text for kind, text in BLOCK.findall(page(language)) if kind == "text")

    answer = select(tmp_path, examples(language)[-1], language)

    told = [line.replace("\N{NO-BREAK SPACE}", " ") for line in answer.out.splitlines()]
    assert [line for line in shown.splitlines() if line not in told] == []


def test_applications_that_exclude_each_other_are_not_chosen_together(tmp_path: Path) -> None:
    example = next(one for one in examples("en") if "exclusions" in limits(one))

    answer = select(tmp_path, example, "en")

    assert "H01 and H03" in answer.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_tells_how_many_applications_the_exact_sum_takes(language: str) -> None:
    row = next(line for line in page(language).splitlines() if line.startswith("| `exact_sum`"))

    assert re.findall(r"\d+", row) == [str(MOST_LIMITED)]
