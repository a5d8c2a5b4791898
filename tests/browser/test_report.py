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


def unfold(page):
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


@pytest.mark.parametrize("opened", ["fi", "sv", "en"], indirect=True)
def test_report_with_all_sections_is_accessible(opened, artifacts):
    unfold(opened.page)
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

    unfold(opened.page)

    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("opened", ["fi"], indirect=True)
def test_folded_report_is_accessible_and_far_shorter(opened, artifacts):
    height = "document.documentElement.scrollHeight"
    result = Axe().run(opened.page, options={"runOnly": RULES})
    folded = opened.page.evaluate(height)
    opened.page.screenshot(path=artifacts / "report-folded.png", full_page=True)

    unfold(opened.page)

    assert result.violations_count == 0, result.generate_report()
    assert folded * 4 < opened.page.evaluate(height)


@pytest.mark.parametrize("opened", ["fi"], indirect=True)
def test_link_of_the_contents_opens_its_section(opened):
    page = opened.page
    assert not page.locator("#call").is_visible()

    page.locator("nav a[href='#call']").click()

    assert page.locator("#call").is_visible()
    assert page.locator("#call-heading").bounding_box()["y"] >= 0


@pytest.mark.parametrize("opened", ["fi"], indirect=True)
def test_section_is_opened_and_closed_with_the_keyboard(opened):
    page = opened.page
    summary = page.locator("summary:has(#call-heading)")
    summary.focus()

    page.keyboard.press("Enter")
    is_open = page.locator("#call").is_visible()
    page.keyboard.press("Space")

    assert (is_open, page.locator("#call").is_visible()) == (True, False)


@pytest.mark.parametrize("opened", ["fi"], indirect=True)
def test_every_section_is_open_on_paper(opened, artifacts):
    opened.page.emulate_media(media="print")

    hidden = [
        one.get_attribute("id")
        for one in opened.page.locator("details.fold > section").all()
        if not one.locator("*").first.is_visible() or one.bounding_box()["height"] < 10
    ]

    opened.page.pdf(path=artifacts / "report.pdf")
    assert hidden == []
