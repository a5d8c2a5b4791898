"""The guide of the 3P profile gives files that can be read and options that there are."""

import re
from pathlib import Path

import pytest

from innokumppanuus.domain.profile import ProfileNeed
from innokumppanuus.engine.coverage import coverage
from innokumppanuus.engine.profile import city_profile, days_of, indicators_of
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import load
from innokumppanuus.ruleset.cities import loads
from innokumppanuus.testing.command_line import ask
from innokumppanuus.testing.files import a_ruleset_file

HOW_TO = Path(__file__).parents[1] / "docs" / "how-to"
PLUGINS = Plugins.load()


def guide(language: str) -> str:
    return (HOW_TO / f"3p-profile.{language}.md").read_text(encoding="utf-8")


def examples(language: str) -> list[str]:
    return re.findall(r"```yaml\n(.*?)```", guide(language), re.DOTALL)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_file_of_a_city_can_be_read_and_shows_what_it_lacks(language: str) -> None:
    city = loads(examples(language)[0], "harjula.yaml", PLUGINS)

    profile = city_profile(city, days_of(city)[-1], indicators_of(PLUGINS))

    needs = {one.indicator: need for one, need in profile.needs()}
    assert "partnership.goals" not in needs
    assert needs["procurement.routes"] is ProfileNeed.EVIDENCE


@pytest.mark.parametrize("language", ["fi", "en"])
def test_what_follows_pilots_can_be_read(language: str, tmp_path: Path) -> None:
    file = Path(a_ruleset_file(tmp_path))
    file.write_text(file.read_text(encoding="utf-8") + examples(language)[1], encoding="utf-8")

    matrix = coverage(load(file, PLUGINS).call, indicators_of(PLUGINS))

    columns = {one.column.value for one in matrix.gaps()}
    assert "pilot_indicator" not in columns


@pytest.mark.parametrize("language", ["fi", "en"])
def test_every_option_of_the_guide_is_there(language: str) -> None:
    named = set(re.findall(r"(?<!-)--[a-z][a-z-]+", guide(language)))

    said = ask("profile", "--help", "--lang", "en").out

    assert named
    assert [one for one in sorted(named) if one not in said] == []
