from fractions import Fraction

from innokumppanuus.domain.panel_health import Measure, Ratings
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus_selection import hooks
from innokumppanuus_selection.panel.meter import NumericPanel

RATINGS = Ratings(
    item="K1", scores={f"H{i}": {"A": Fraction(i % 5), "B": Fraction(i % 4)} for i in range(12)}
)


def test_the_meter_enters_by_the_hook_register_panel_meters() -> None:
    plugins = Plugins()
    plugins.seam.register(hooks, "selection")

    assert plugins.panel_meters()["numeric_panel"].intervals(RATINGS, 1)


def test_the_same_seed_draws_the_same_interval_and_another_one_another() -> None:
    meter = NumericPanel(draws=300)

    first, again, other = (meter.intervals(RATINGS, seed) for seed in (1, 1, 2))

    assert (first == again, first == other) == (True, False)


def test_an_interval_says_what_it_was_drawn_with() -> None:
    found = NumericPanel(draws=300).intervals(RATINGS, 4)[Measure.ALPHA_ORDINAL]

    assert (found.seed, found.draws, found.share) == (4, 300, Fraction(19, 20))


def test_the_meter_tells_severity_of_the_ratings() -> None:
    report = NumericPanel().severity(RATINGS)

    assert report is not None
    assert [one.evaluator for one in report.severities] == ["A", "B"]
