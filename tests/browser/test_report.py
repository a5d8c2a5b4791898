"""The decision report with the sections of all plugins, in a real browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.desk import Desk

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


@pytest.fixture(scope="module")
def desk():
    return Desk.open("kumppanuuskiihdyttamo-2017", "fi")


@pytest.fixture
def opened(watched, desk, tmp_path, request):
    """Return the report in the language asked for, opened from its file."""
    faces = FacePlugins.load()
    texts = Texts.load(request.param, faces.texts().values())
    files = faces.report_formats()["html"].write(desk.decision, texts, desk.plugins)
    path = tmp_path / "decision.html"
    path.write_bytes(files["decision.html"])
    watched.page.goto(path.as_uri())
    return watched


@pytest.mark.parametrize("opened", ["fi", "sv", "en"], indirect=True)
def test_report_with_all_sections_is_accessible(opened, artifacts):
    # The page lets nothing be run in it; the judge is run by the browser and not by the page.
    result = Axe().run(opened.page, options={"runOnly": RULES})

    opened.page.screenshot(path=artifacts / "report.png", full_page=True)
    assert opened.page.locator("section[id^=added-]").count() >= 2
    assert result.violations_count == 0, result.generate_report()


@pytest.mark.parametrize("opened", ["fi"], indirect=True)
def test_every_picture_of_a_section_has_a_table_beside_it(opened):
    sections = opened.page.locator("section[id^=added-]").all()

    lacking = [
        one.get_attribute("id")
        for one in sections
        if one.locator("svg").count() and not one.locator("table caption").count()
    ]

    assert lacking == []


@pytest.mark.parametrize("opened", ["fi"], indirect=True)
def test_narrow_report_does_not_scroll_sideways(opened):
    opened.page.set_viewport_size({"width": 390, "height": 800})

    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
