"""What the guide to pathways shows is true: its options, its file, its commands, its number."""

import re
import shlex
from pathlib import Path

import pytest

from innokumppanuus.testing.command_line import ask
from innokumppanuus_suomi.pathways import pathways
from innokumppanuus_suomi.procurement import Buyer, Kind
from innokumppanuus_suomi.vignettes import Supplier

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to"
PAGES = {
    one: (HOW_TO / f"procurement-pathway.{one}.md").read_text(encoding="utf-8")
    for one in ("fi", "en")
}


def blocks(language: str, kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGES[language], re.DOTALL)


@pytest.mark.parametrize("language", PAGES)
def test_every_command_of_the_guide_runs(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = blocks(language, "yaml")
    lines = [shlex.split(one)[1:] for one in "".join(blocks(language, "sh")).splitlines()]
    (named,) = [line[line.index("--file") + 1] for line in lines if "--file" in line]
    (tmp_path / named).write_text(example, encoding="utf-8")

    codes = {" ".join(line): ask(*line).code for line in lines}

    assert set(codes.values()) == {0}
    assert len(codes) == 3


@pytest.mark.parametrize("language", PAGES)
def test_every_word_that_can_be_typed_is_in_the_guide(language: str) -> None:
    words = [one.value for kind in (Kind, Buyer, Supplier) for one in kind]

    assert [one for one in words if f"`{one}`" not in PAGES[language]] == []


@pytest.mark.parametrize("language", PAGES)
def test_the_guide_tells_how_many_pathways_there_are(language: str) -> None:
    assert f" {len(pathways())} " in PAGES[language]


def test_both_languages_have_the_same_parts() -> None:
    counts = {
        one: (page.count("\n## "), page.count("\n| "), page.count("```"))
        for one, page in PAGES.items()
    }

    assert counts["fi"] == counts["en"]
