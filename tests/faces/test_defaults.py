"""The core's own faces come in by the hooks."""

from innokumppanuus.faces import defaults
from innokumppanuus.faces.plugins import FacePlugins, ReportFormat


def faces() -> FacePlugins:
    plugins = FacePlugins()
    plugins.seam.register(defaults, "core")
    plugins.seam.check()
    return plugins


def test_the_core_offers_its_report_formats() -> None:
    formats = faces().report_formats()

    assert list(formats) == ["html", "json", "letters", "text", "xlsx"]


def test_each_format_is_one_and_has_a_name_in_three_languages() -> None:
    for one in faces().report_formats().values():
        assert isinstance(one, ReportFormat)
        assert not list(one.name.missing())


def test_the_core_offers_the_portfolio_panel() -> None:
    assert "portfolio" in faces().panels()


def test_the_core_offers_the_self_assessment_over_no_programme() -> None:
    panel = faces().programme_panels()["profile"]

    assert panel.noun is None
    assert not list(panel.name.missing())
