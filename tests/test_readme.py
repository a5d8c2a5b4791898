"""What the README shows works as it stands there."""

import re
import shlex
from pathlib import Path
from types import ModuleType

import pytest

from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import load
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_call_folder, a_ruleset_file

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHIPPED = "kumppanuuskiihdyttamo-2017"

needs_shipped = pytest.mark.skipif(
    SHIPPED not in Plugins.load().rulesets(),
    reason=f"the plugin that ships {SHIPPED} is not installed",
)


def example(name: str) -> str:
    found = re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_commands_of_running_a_call_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_call_folder(tmp_path)
    monkeypatch.chdir(tmp_path)

    codes = [ask(*shlex.split(line)[1:]).code for line in example("run").splitlines()]

    assert set(codes) == {Code.DONE}
    assert (tmp_path / "tulokset" / "decision.html").exists()


@needs_shipped
def test_the_commands_of_programmes_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    codes = {line: ask(*shlex.split(line)[1:]).code for line in example("programmes").splitlines()}

    assert {line for line, code in codes.items() if code is not Code.DONE} == set()
    assert (tmp_path / "ohjelma" / "programme.html").exists()


@needs_shipped
def test_the_example_of_teaching_works(capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(example("teach"), "README.md", "exec"), {})

    assert "Reason(key='not_chosen'" in capsys.readouterr().out


def test_the_example_of_building_adds_a_function(tmp_path: Path) -> None:
    plugin = ModuleType("mycity")
    exec(compile(example("build"), "README.md", "exec"), vars(plugin))
    plugins = Plugins.load()
    plugins.seam.register(plugin, "mycity")
    plugins.seam.check()

    ruleset = load(
        a_ruleset_file(
            tmp_path, ("when: amount <= call.budget.cap_per_pilot", "when: words(applicant) <= 300")
        ),
        plugins,
    )

    assert ruleset.rules["cap"].evaluate({"applicant": "kolme sanaa tässä"}) is True


@pytest.mark.parametrize("name", ["run", "programmes", "teach", "build"])
def test_an_example_is_at_most_ten_lines(name: str) -> None:
    assert len([line for line in example(name).splitlines() if line]) <= 10


@pytest.mark.parametrize(
    "page", ["README.md", "README.fi.md", "CONTRIBUTING.md", "docs/index.md", "docs/map.md"]
)
def test_no_link_leads_nowhere(page: str) -> None:
    words = (ROOT / page).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", words)
    here = (ROOT / page).parent

    assert [to for to in links if "://" not in to and not (here / to).exists()] == []


def test_both_readmes_show_the_two_commands() -> None:
    finnish = (ROOT / "README.fi.md").read_text(encoding="utf-8")

    assert all("make demo" in words and "make test" in words for words in (README, finnish))
