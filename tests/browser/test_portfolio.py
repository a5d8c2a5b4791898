"""The lesson on the portfolio as people meet it: in the app without code and in JupyterLab."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

LESSON = "salkku_budjetissa"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


def opened(watched, app, language="fi"):
    watched.page.goto(f"{app}/voila/render/{LESSON}.{language}.ipynb")
    watched.page.wait_for_selector(".inno-controls")
    watched.page.wait_for_selector(".inno-results table tbody tr")
    return watched.page


@pytest.fixture(scope="session")
def lesson(browser, app):
    """Return one page of the lesson in Finnish, kept open for all tests that leave it open."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(60_000)
    page.goto(f"{app}/voila/render/{LESSON}.fi.ipynb")
    page.wait_for_selector(".inno-results table tbody tr")
    yield page
    page.close()


@pytest.fixture
def page(lesson):
    """Return the open lesson with the settings of the call."""
    lesson.get_by_label("Miksi ei tämä?").select_option(index=0)
    lesson.get_by_label("Tutki valintaa tarkemmin").select_option(index=0)
    lesson.get_by_role("button", name="Palauta haun asetukset").click()
    lesson.get_by_text("Tärkeysjärjestys: 1. K1, 2. K2, 3. K3, 4. L1 ja L2.").first.wait_for()
    lesson.get_by_text("Valinta on sama kuin haun omilla asetuksilla.").first.wait_for()
    return lesson


def ranking(page):
    return page.locator(".inno-results table tbody th").all_inner_texts()


def chosen(page):
    return page.locator(".inno-results table tbody tr.inno-chosen th").all_inner_texts()


def until_status_differs(page, before):
    page.wait_for_function(
        "before => document.querySelector('.inno-status').textContent !== before", arg=before
    )


def status(page):
    return page.locator(".inno-status").first.text_content()


def test_arrow_button_changes_the_table(page, artifacts):
    before, words = ranking(page), status(page)

    page.get_by_role("button", name="Siirrä ylemmäs: K3").click()
    page.get_by_role("button", name="Siirrä ylemmäs: K3").click()
    until_status_differs(page, words)

    assert ranking(page) != before
    page.screenshot(path=artifacts / "order.png", full_page=True)


def test_focus_stays_with_the_row_that_moves(page):
    page.get_by_role("button", name="Siirrä ylemmäs: K3").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.querySelector('.inno-order li:nth-child(2)').innerText.includes('K3')"
    )

    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "Siirrä ylemmäs: K3"


def test_keyboard_drives_the_budget_slider(page):
    before = chosen(page)
    slider = page.get_by_role("slider", name="Määräraha")

    slider.focus()
    for _ in range(10):
        slider.press("ArrowLeft")
    page.wait_for_function("document.activeElement.getAttribute('aria-valuetext').startsWith('40')")

    assert chosen(page) != before


def test_each_weight_slider_moves_its_own_criterion(page):
    page.get_by_label("Painot", exact=True).check()

    page.get_by_role("slider", name="K3").press("End")
    page.wait_for_function(
        "[...document.querySelectorAll('.inno-range')].some(one => "
        "one.innerText.includes('K3') && one.innerText.includes('100 ('))"
    )

    others = page.get_by_role("slider", name="K1").get_attribute("aria-valuetext")
    assert not others.startswith("100 ")


def test_refused_setting_is_an_alert_and_goes_back(page):
    page.get_by_label("Painot", exact=True).check()

    for item in ("K1", "K2", "K3", "L1", "L2"):
        page.get_by_role("slider", name=item).press("Home")
    page.wait_for_selector(".inno-alert:not([hidden])")

    told = page.locator(".inno-alert:not([hidden])").first.inner_text()
    assert "ainakin yhden painon" in told


def test_question_is_answered(page):
    page.get_by_label("Miksi ei tämä?").select_option(index=5)
    page.wait_for_selector(".inno-results ul li")

    assert page.locator(".inno-results ul li").count() >= 2


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_page_is_accessible_and_in_its_language(watched, app, language, artifacts):
    page = opened(watched, app, language)

    result = Axe().run(page, options={"runOnly": RULES})

    page.screenshot(path=artifacts / f"lesson.{language}.png", full_page=True)
    assert page.evaluate("document.documentElement.lang") == language
    assert result.violations_count == 0, result.generate_report()


def test_weights_are_accessible_too(page):
    page.get_by_label("Painot", exact=True).check()
    page.get_by_label("Miksi ei tämä?").select_option(index=5)
    page.wait_for_selector(".inno-results ul li")
    for summary in page.locator("details.inno-answer summary").all():
        summary.click()

    result = Axe().run(page, options={"runOnly": RULES})

    assert result.violations_count == 0, result.generate_report()


CLOSER = "Tutki valintaa tarkemmin"


def looked_at(page, name):
    """Open a section from the list and wait for what it tells."""
    page.get_by_label(CLOSER).select_option(label=name)
    page.wait_for_selector(".inno-sections .inno-section table tbody tr")
    return page.locator(".inno-sections .inno-section")


def test_section_is_told_below_the_choice_and_is_accessible(page, artifacts):
    section = looked_at(page, "Parhaat ja lähes parhaat joukot")

    result = Axe().run(page, options={"runOnly": RULES})

    section.screenshot(path=artifacts / "near-sets.png")
    assert section.locator("svg[role=img]").count() == 1
    assert result.violations_count == 0, result.generate_report()


def test_section_follows_the_budget_slider(page):
    section = looked_at(page, "Parhaat ja lähes parhaat joukot")
    before = section.inner_text()
    slider = page.get_by_role("slider", name="Määräraha")

    slider.focus()
    for _ in range(10):
        slider.press("ArrowLeft")
    page.wait_for_function(
        "before => { const one = document.querySelector('.inno-sections .inno-section');"
        " const said = document.querySelector('.inno-sections .inno-status').innerText;"
        " return one && one.innerText !== before && said.includes('valmis'); }",
        arg=before,
    )

    assert section.locator("table tbody tr").count() >= 1


def test_list_of_sections_is_reached_and_driven_with_the_keyboard(page):
    choice = page.get_by_label(CLOSER)
    choice.select_option(index=0)

    choice.focus()
    choice.press("ArrowDown")
    page.wait_for_function(
        "!document.querySelector('.inno-sections .inno-status').innerText.includes('Valitse')"
    )

    assert choice.evaluate("one => one === document.activeElement")
    assert choice.input_value() != ""


@pytest.mark.parametrize(
    "name",
    [
        "Mitä lisäraha toisi",
        "Mitä muut menetelmät valitsisivat",
        "Päätöksen kestävyys",
        "Ketkä kuuluvat jokaiseen perusteltavissa olevaan salkkuun",
        "Arvioijien yksimielisyys",
        "Miksi mukana, miksi ei",
    ],
)
def test_sections_of_plugins_are_accessible_too(page, name, artifacts):
    # The list of options is written with no-break spaces.
    offered = page.get_by_label(CLOSER).locator("option").all_text_contents()
    if name not in [one.replace("\N{NO-BREAK SPACE}", " ") for one in offered]:
        pytest.skip(f"no installed plugin offers the section '{name}'")
    section = looked_at(page, name)

    result = Axe().run(page, options={"runOnly": RULES})

    section.screenshot(path=artifacts / f"{'-'.join(name.split()[:2])}.png")
    assert result.violations_count == 0, result.generate_report()


def test_app_asks_nothing_of_other_servers_and_complains_of_nothing(watched, app):
    page = watched.page

    for words in ("suomeksi", "in English"):
        page.goto(app)
        page.get_by_role("link", name=f"Salkku budjetissa {words}").click()
        page.wait_for_selector(".inno-controls")
    page.goto(app)

    assert watched.requests
    assert watched.elsewhere() == []
    assert watched.complaints == []


def test_missing_page_asks_nothing_of_other_servers(watched, app):
    watched.page.goto(f"{app}/voila/render/missing.ipynb")

    assert "404" in watched.page.inner_text("h1")
    assert watched.elsewhere() == []


def test_narrow_page_does_not_scroll_sideways(watched, app, artifacts):
    watched.page.set_viewport_size({"width": 390, "height": 800})
    page = opened(watched, app)

    wide = page.evaluate("document.documentElement.scrollWidth")

    page.screenshot(path=artifacts / "narrow.png", full_page=True)
    assert wide <= 390


def test_lesson_runs_in_jupyterlab_without_the_net(watched, lab, artifacts):
    page = watched.page
    page.goto(f"{lab}/lab/tree/{LESSON}.fi.ipynb?token=test")

    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
    page.locator(".jp-Notebook .jp-Cell").first.click()
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name=re.compile("^Run All")).last.click()
    page.wait_for_selector(".inno-results table tbody tr")
    words = status(page)
    page.get_by_role("button", name="Siirrä ylemmäs: K3").click()
    page.get_by_role("button", name="Siirrä ylemmäs: K3").click()
    until_status_differs(page, words)

    page.screenshot(path=artifacts / "lab.png")
    assert watched.elsewhere() == []
