"""The funder's summary: same bytes, all three languages, nothing that is not public."""

from io import BytesIO

import attrs
import openpyxl
import pytest

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.money import Money
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.manager import Plugins
from innokumppanuus.workspace import Workspace
from innokumppanuus_jyvaskyla.faces.funder import FunderSummary


@pytest.fixture
def plugins(workspace: Workspace) -> Plugins:
    return workspace.plugins


def page(decision: Decision, texts: Texts, plugins: Plugins) -> str:
    return FunderSummary().write(decision, texts, plugins)["funder-summary.html"].decode("utf-8")


def test_format_is_found_through_its_entry_point() -> None:
    assert isinstance(FacePlugins.load().report_formats()[FunderSummary().key], FunderSummary)


def test_same_decision_gives_the_same_bytes(
    decision: Decision, texts: Texts, plugins: Plugins
) -> None:
    assert FunderSummary().write(decision, texts, plugins) == FunderSummary().write(
        decision, texts, plugins
    )


def test_page_says_its_language(decision: Decision, texts: Texts, plugins: Plugins) -> None:
    assert f'<html lang="{texts.language}">' in page(decision, texts, plugins)


def test_page_fetches_nothing(decision: Decision, finnish: Texts, plugins: Plugins) -> None:
    written = page(decision, finnish, plugins)

    assert not any(word in written for word in ("http:", "https:", "<script", "<img", "@import"))


def test_page_names_every_grant_and_what_is_left(
    decision: Decision, finnish: Texts, plugins: Plugins
) -> None:
    written = page(decision, finnish, plugins)

    assert all(finnish.show(grant.amount) in written for grant in decision.grants)
    assert finnish.show(Money.of(2_100)) in written


def test_fictional_field_is_labelled(decision: Decision, finnish: Texts, plugins: Plugins) -> None:
    fictional = attrs.evolve(decision, has_fictional_field=True)

    assert "kuvitteellisia" in page(fictional, finnish, plugins)


def test_real_field_is_not_called_fictional(
    decision: Decision, finnish: Texts, plugins: Plugins
) -> None:
    real = attrs.evolve(decision, has_fictional_field=False)

    assert "kuvitteellisia" not in page(real, finnish, plugins)


def test_answers_that_are_not_public_are_nowhere(
    decision: Decision, finnish: Texts, plugins: Plugins
) -> None:
    hidden = [field.id for field in decision.call.form if not field.is_public]
    answers = {str(one.answers[id]) for one in decision.applications for id in hidden}

    files = FunderSummary().write(decision, finnish, plugins)
    book = openpyxl.load_workbook(BytesIO(files["funder-summary.xlsx"]))
    cells = {
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    }

    assert answers
    assert not any(answer in page(decision, finnish, plugins) for answer in answers)
    assert not answers & cells


def test_name_with_markup_stays_text(decision: Decision, finnish: Texts, plugins: Plugins) -> None:
    chosen = decision.grants[0].application
    applications = tuple(
        attrs.evolve(one, answers={**one.answers, "applicant": "<b>Oy</b>"})
        if one.id == chosen
        else one
        for one in decision.applications
    )

    written = page(attrs.evolve(decision, applications=applications), finnish, plugins)

    assert "&lt;b&gt;Oy&lt;/b&gt;" in written


def test_broken_term_is_told_in_words(decision: Decision, texts: Texts, plugins: Plugins) -> None:
    first = attrs.evolve(decision.grants[0], amount=Money.of(10_001), instalments=())
    broken = attrs.evolve(decision, grants=(first, *decision.grants[1:]))

    assert texts.say("jyvaskyla.funder.breaches") in page(broken, texts, plugins)


def test_decision_without_grants_says_so(
    decision: Decision, texts: Texts, plugins: Plugins
) -> None:
    screened = attrs.evolve(decision, ranking=(), selection=None, grants=(), pilots=())

    assert texts.say("jyvaskyla.funder.no_grants") in page(screened, texts, plugins)


def test_workbook_has_a_row_per_application(
    decision: Decision, texts: Texts, plugins: Plugins
) -> None:
    files = FunderSummary().write(decision, texts, plugins)

    first = openpyxl.load_workbook(BytesIO(files["funder-summary.xlsx"])).worksheets[0]
    assert [row[0] for row in first.iter_rows(min_row=2, values_only=True)] == [
        one.id for one in decision.applications
    ]
