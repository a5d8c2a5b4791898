"""The call as a table."""

import pytest

from innokumppanuus.faces.texts import Texts
from innokumppanuus.faces.widgets.twins.call import call_html
from innokumppanuus.testing.decisions import a_decision


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_call_tells_its_money_and_its_order(language):
    decision = a_decision({"H01": (1, 2, 3)})

    html = call_html(decision, Texts.load(language))

    assert [f"<li>{n}. K{n} " in html for n in (1, 2, 3)] == [True] * 3
    assert "10" in html and f"koehaku {language}" in html


def test_applications_outside_the_comparison_are_counted():
    decision = a_decision({"H01": (1, 2, 3), "H02": (1, 1, 1)}, {"H02": 15_000})

    html = call_html(decision, Texts.load("fi"))

    assert '<th scope="row">Ei täyttänyt ehtoja</th><td>1</td>' in html
