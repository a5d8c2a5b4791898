"""Every command that the pages for officials show runs as it is shown."""

import re
import shlex
from pathlib import Path

import pytest

import innokumppanuus_sparring
from innokumppanuus.testing.command_line import ask

HOW_TO = Path(__file__).parents[3] / "docs" / "how-to"
DATA = Path(innokumppanuus_sparring.__file__).parent / "data"
PROGRAMMES = {"sparring": "sparraus-harjoitus", "events": "tapahtumat-harjoitus"}
CLOSED = DATA / "sparraus-harjoitus.luottamuksellinen.yaml"
REGISTRATIONS = DATA / "ilmoittautumiset-harjoitus.csv"


def lines(language: str) -> list[list[str]]:
    page = (HOW_TO / f"run-sparring.{language}.md").read_text(encoding="utf-8")
    return [shlex.split(one) for one in re.findall(r"`innokumppanuus ([^`]+\.\w+)`", page)]


def with_files(line: list[str], folder: Path, decision: Path) -> list[str]:
    """Put the exercises in the place of the files that the page talks of."""
    files: dict[str, object] = {
        "--decision": decision,
        "--confidential": CLOSED,
        "--registrations": REGISTRATIONS,
    }
    made = list(line)
    made[2] = PROGRAMMES.get(line[0], "sparraus-harjoitus")
    for at, word in enumerate(line):
        if word in files:
            made[at + 1] = str(files[word])
        elif word == "--out":
            made[at + 1] = str(folder / line[at + 1])
    return made


@pytest.fixture(scope="module")
def decision(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("haku")
    assert ask("run", "kumppanuuskiihdyttamo-2017", "--out", out).code == 0
    return out / "decision.json"


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_command_of_the_page_runs(language: str, tmp_path: Path, decision: Path) -> None:
    shown = lines(language)

    answers = {
        " ".join(one): ask("--lang", language, *with_files(one, tmp_path, decision)).code
        for one in shown
    }

    assert len(answers) >= 9
    assert set(answers.values()) == {0}


def test_pages_show_the_same_commands() -> None:
    shown = {language: [tuple(one[:2]) for one in lines(language)] for language in ("fi", "en")}

    assert shown["fi"] == shown["en"]
