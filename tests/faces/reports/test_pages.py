"""Pages from templates: what is given is escaped, what is not given is an error."""

import pytest
from jinja2 import UndefinedError

from innokumppanuus.faces.reports.pages import TEMPLATES, render
from innokumppanuus.faces.texts import Texts


def test_a_value_that_is_not_given_is_an_error(finnish: Texts) -> None:
    with pytest.raises(UndefinedError):
        render("decision/outcomes.html.j2", finnish)


def test_what_people_wrote_is_escaped(finnish: Texts) -> None:
    page = render("decision/applicants.html.j2", finnish, rows=[], reasons={})

    assert b"<li>" not in page


def test_no_template_or_style_reaches_out() -> None:
    for path in sorted(TEMPLATES.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8")

            assert not any(one in text for one in ("http:", "https:", "@import", "url(", "<script"))
