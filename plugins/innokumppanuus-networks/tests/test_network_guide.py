"""Every command of the guide to service networks runs as it stands."""

import json
import shlex
from pathlib import Path

import pytest

from innokumppanuus.testing.command_line import ask

GUIDES = Path(__file__).parents[3] / "docs" / "how-to"
RECORD = {
    "id": "1",
    "serviceNames": [{"language": "fi", "value": "Kuvitteellinen palvelu", "type": "Name"}],
    "targetGroups": [{"code": "KR1.1"}],
    "organizations": [{"roleType": "Producer", "organization": {"name": "Kuvitteellinen Oy"}}],
}


def commands(language: str) -> list[list[str]]:
    text = (GUIDES / f"service-networks.{language}.md").read_text(encoding="utf-8")
    lines = [one for block in text.split("```")[1::2] for one in block.splitlines()]
    return [shlex.split(one)[1:] for one in lines if one.startswith("innokumppanuus ")]


@pytest.mark.parametrize("language", ["fi", "en"])
def test_commands_of_the_guide_run(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("innokumppanuus_jyvaskyla")
    monkeypatch.chdir(tmp_path)
    for name in ("vienti.json", "export.json"):
        Path(name).write_text(json.dumps([RECORD]), encoding="utf-8")
    decided = ask("run", "kumppanuuskiihdyttamo-2017", "--out", "tulokset")
    assert decided.code == 0, decided.err

    for line in commands(language):
        answer = ask(*line, INNOKUMPPANUUS_LANG=language)
        assert answer.code == 0, (line, answer.out, answer.err)


def test_both_guides_have_the_same_commands() -> None:
    def plain(language: str) -> list[list[str]]:
        return [line[:2] for line in commands(language)]

    assert len(plain("fi")) == 10
    assert plain("fi") == plain("en")
