"""One decision with every outcome, for all the tests of reports."""

from pathlib import Path

import pytest

from innokumppanuus import defaults
from innokumppanuus.domain.application import Answer
from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.engine.decision import decide
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.ruleset import load
from innokumppanuus.testing.builders import a_sheet, an_application, moment

CALL = Path(__file__).parent / "data" / "koehaku.yaml"
IN_TIME = moment("2026-09-06 23:59:59")
SCORES: dict[str, dict[str, tuple[int | None, ...]]] = {
    "Arvioija Aino": {"H01": (5, 4, 3), "H02": (4, 4, 4), "H03": (2, 5, 5), "H04": (2, 2, 1)},
    "Arvioija Bo": {"H01": (4, 5, 3), "H02": (4, 4, 4), "H03": (3, 5, 5), "H04": (1, 2, 2)},
    "Arvioija Ceeta": {"H01": (5, 3, 4), "H03": (0, 5, 5), "H04": (2, 1, None)},
}


@pytest.fixture(scope="session")
def plugins() -> Plugins:
    plugins = Plugins()
    plugins.seam.register(defaults, "core")
    return plugins


@pytest.fixture(scope="session")
def decision(plugins: Plugins) -> Decision:
    """Return a decision with applications chosen, not chosen, waiting and not eligible."""
    fields: dict[str, dict[str, Answer | None]] = {
        "H01": {},
        "H02": {"sector": "association", "turnover": Money.of(250_000)},
        "H03": {},
        "H04": {},
        "H05": {"submitted": moment("2026-09-07 00:00:37")},
        "H06": {"amount": Money.of(15_000)},
        "H07": {"duration_months": None},
        "H08": {"turnover": Money.of(4_321_000)},
        "H09": {"users": '=HYPERLINK("https://example.invalid")'},
    }
    applications = [
        an_application(one, **{"submitted": IN_TIME, **changes}) for one, changes in fields.items()
    ]
    sheets = [
        a_sheet(
            evaluator,
            {
                one: dict(zip(("K1", "K2", "K3"), marks, strict=True))
                for one, marks in {**scores, "H09": (3, 3, 3)}.items()
            },
            conflicts={"H02": "Ceetan läheinen työskentelee hakijalla"}
            if evaluator == "Arvioija Ceeta"
            else {},
        )
        for evaluator, scores in SCORES.items()
    ]
    return decide(load(CALL, plugins), applications, sheets, plugins)


@pytest.fixture(params=["fi", "sv", "en"])
def texts(request: pytest.FixtureRequest) -> Texts:
    return Texts.load(request.param)


@pytest.fixture
def finnish() -> Texts:
    return Texts.load("fi")
