"""What pilots are followed by is offered by some plugin and named once."""

from pathlib import Path

import pytest

from innokumppanuus.domain.principles import Principle
from innokumppanuus.errors import RuleSetProblems
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import load
from innokumppanuus.testing.files import a_ruleset_file

PLUGINS = Plugins.load()
WHOLE = """\
follow_up:
  indicators: [partnership.goals, procurement.routes]
  report:
    - {id: goals, name: Tavoitteet, indicators: [partnership.goals]}
    - {id: users, name: Käyttäjät, principle: user_centredness}
"""


def path(folder: Path, given: str) -> Path:
    file = Path(a_ruleset_file(folder))
    file.write_text(file.read_text(encoding="utf-8") + given, encoding="utf-8")
    return file


def test_a_call_says_how_its_pilots_are_followed(tmp_path: Path) -> None:
    follow_up = load(path(tmp_path, WHOLE), PLUGINS).call.follow_up

    assert follow_up is not None
    assert follow_up.indicators == ("partnership.goals", "procurement.routes")
    assert [one.principle for one in follow_up.report] == [None, Principle.USER_CENTREDNESS]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("procurement.routes", "procurement.route", "Did you mean 'procurement.routes'"),
        ("procurement.routes", "partnership.goals", "got 'partnership.goals' twice"),
        ("[partnership.goals]}", "[partnership.goalz]}", "follow_up.report[0].indicators[0]"),
        ("id: users", "id: goals", "follow_up.report[1].id"),
    ],
)
def test_what_does_not_fit_is_told_in_its_place(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    with pytest.raises(RuleSetProblems) as caught:
        load(path(tmp_path, WHOLE.replace(before, after)), PLUGINS)

    (problem,) = caught.value.problems
    assert told in str(problem)


def test_a_call_that_says_nothing_of_it_is_as_before(tmp_path: Path) -> None:
    assert load(path(tmp_path, ""), PLUGINS).call.follow_up is None
