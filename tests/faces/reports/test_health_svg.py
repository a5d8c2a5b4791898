"""Pictures of the health of a panel are accessible and show what the tables say."""

from fractions import Fraction
from xml.etree import ElementTree

from innokumppanuus.domain.panel_health import (
    Agreement,
    Measure,
    PanelHealth,
    Severity,
    SeverityReport,
)
from innokumppanuus.engine.panel_warnings import bounds_of
from innokumppanuus.faces.reports.health_svg import agreement_svg, severity_svg
from innokumppanuus.faces.texts import Texts
from innokumppanuus.testing.builders import a_call
from innokumppanuus.testing.decisions import core_plugins

CALL, EN = a_call(), Texts.load("en")
NAMESPACE = "{http://www.w3.org/2000/svg}"
BOUNDS = bounds_of(CALL, core_plugins().parameters())


def health(*alphas: Fraction) -> PanelHealth:
    agreements = tuple(
        Agreement(measure=Measure.ALPHA_ORDINAL, item=f"K{i}", value=alpha, applications=9)
        for i, alpha in enumerate(alphas, start=1)
    )
    return PanelHealth(agreements=agreements, bounds=BOUNDS)


def severities(*bounds: tuple[int, int]) -> SeverityReport:
    found = tuple(
        Severity(
            evaluator=f"A<{i:02}>",
            item="K1",
            lower_by=Fraction(low + high, 2),
            low=Fraction(low),
            high=Fraction(high),
            scores=5,
        )
        for i, (low, high) in enumerate(bounds)
    )
    return SeverityReport(item="K1", components=1, severities=found)


def dots(picture: str) -> list[str]:
    return [
        one.get("fill") or "" for one in ElementTree.fromstring(picture).iter(f"{NAMESPACE}circle")
    ]


def words(picture: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(picture).iter(f"{NAMESPACE}text")]


def test_the_picture_has_a_title_and_a_description_that_it_names() -> None:
    picture = ElementTree.fromstring(agreement_svg(health(Fraction(1, 2)), CALL, EN))

    labels = (picture.get("aria-labelledby") or "").split()
    named = [one for id in labels for one in picture if one.get("id") == id]
    assert [one.tag.removeprefix(NAMESPACE) for one in named] == ["title", "desc"]
    assert all(one.text for one in named)


def test_little_agreement_is_shown_by_a_filled_dot() -> None:
    found = dots(agreement_svg(health(Fraction(1, 2), Fraction(7, 10)), CALL, EN))

    assert found == ["#1d4f7a", "#ffffff"]


def test_the_bounds_are_written_on_the_axis() -> None:
    assert {"0.667", "0.800"} <= set(words(agreement_svg(health(Fraction(1, 2)), CALL, EN)))


def test_an_evaluator_whose_interval_leaves_out_zero_is_shown_by_a_filled_dot() -> None:
    found = dots(severity_svg(severities((1, 3), (-1, 1), (-4, -2)), CALL, EN))

    assert found == ["#1d4f7a", "#ffffff", "#1d4f7a"]


def test_evaluators_stand_from_the_most_severe_to_the_most_lenient() -> None:
    found = [
        one for one in words(severity_svg(severities((-4, -2), (1, 3)), CALL, EN)) if "A" in one
    ]

    assert found == ["A<01>", "A<00>"]


def test_of_many_evaluators_the_furthest_from_the_mean_are_shown() -> None:
    many = severities(*((place, place + 2) for place in range(60)))

    shown = [one for one in words(severity_svg(many, CALL, EN)) if one.startswith("A<")]

    assert (len(shown), shown[0], shown[-1]) == (40, "A<59>", "A<20>")


def test_no_scores_make_no_picture() -> None:
    assert agreement_svg(PanelHealth(), CALL, EN) == ""
