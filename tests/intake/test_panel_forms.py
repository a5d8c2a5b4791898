"""The panel's forms: the same content gives the same bytes, and own scores are seen."""

from fractions import Fraction
from io import BytesIO

import openpyxl

from innokumppanuus.domain.panel import EvaluationPanel, Evaluator
from innokumppanuus.domain.rounds import Drift
from innokumppanuus.intake.panel_forms import consensus_form_bytes, panel_form_bytes
from innokumppanuus.testing.builders import a_call, an_application
from innokumppanuus.testing.decisions import core_plugins

PANEL = EvaluationPanel(evaluators=(Evaluator(id="=1+1"),))
GROUNDS = core_plugins().conflict_grounds()
DRIFT = Drift(application="H01", item="K1", own={"B": Fraction(4), "A": Fraction(5, 2)})


def test_the_same_panel_gives_the_same_bytes() -> None:
    first, again = (panel_form_bytes(a_call(), PANEL, GROUNDS, "fi") for _ in range(2))

    assert first == again


def test_a_name_cannot_act_as_a_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(panel_form_bytes(a_call(), PANEL, GROUNDS, "fi")))

    assert book["Arvioijat"]["A3"].data_type == "s"


def test_the_second_round_shows_own_scores_by_evaluator() -> None:
    content = consensus_form_bytes(
        a_call(), [an_application("H01")], [DRIFT], EvaluationPanel(), "sv"
    )

    page = openpyxl.load_workbook(BytesIO(content))["Konsensus"]
    ids = {cell.value: cell.column for cell in page[2]}
    assert page.cell(3, ids["K1 own"]).value == "A: 2.5; B: 4"
