"""Every lesson runs from top to bottom in every language, and its notebooks are reproducible."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.widgets.lessons import file_name, write_notebooks

_SECONDS = 120
PORTFOLIO = "salkku_budjetissa"
OTHERS = sorted(set(FacePlugins.load().lessons()) - {PORTFOLIO})


@pytest.fixture(scope="session")
def lessons():
    return FacePlugins.load().lessons()


@pytest.fixture(scope="session")
def notebooks(lessons, tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    write_notebooks(lessons.values(), folder)
    return folder


def run(lesson, language, notebooks, elsewhere):
    """Return the lesson, executed as a kernel of JupyterLab executes it."""
    book = nbformat.read(notebooks / file_name(lesson, language), as_version=4)
    client = NotebookClient(
        book,
        timeout=_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(elsewhere)}},
    )
    return client.execute()


@pytest.fixture(scope="session", params=LANGUAGES)
def executed(request, lessons, notebooks, tmp_path_factory):
    """Return the lesson on the portfolio."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    return run(lessons[PORTFOLIO], request.param, notebooks, elsewhere)


def shown(book):
    """Return the HTML that the cells show."""
    outputs = [output for cell in book.cells for output in cell.get("outputs", ())]
    return "\n".join(output["data"].get("text/html", "") for output in outputs if "data" in output)


def test_lesson_shows_no_errors_and_prints_nothing(executed):
    kinds = {output["output_type"] for cell in executed.cells for output in cell.get("outputs", ())}

    assert kinds == {"execute_result"}


def test_lesson_shows_one_panel(executed):
    views = [
        output
        for cell in executed.cells
        for output in cell.get("outputs", ())
        if "application/vnd.jupyter.widget-view+json" in output["data"]
    ]

    assert len(views) == 1


def test_answers_are_told_in_tables_and_reasons(executed):
    html = shown(executed)

    answers = html.split('class="inno-answer"')[1:]
    assert len(answers) == 7
    assert all("<caption>" in one for one in answers)
    assert html.split('class="inno-answer"')[0].count("<caption>") == 1


def test_first_answer_changes_the_choice(executed):
    answer = shown(executed).split('class="inno-answer"')[1]

    assert answer.count("✓") == 5
    assert "H06" in answer


def test_what_is_made_up_is_said_to_be(executed):
    words = " ".join(cell.source for cell in executed.cells if cell.cell_type == "markdown")

    assert re.search("kuvitteellisia|påhittade|made up", words)


def test_notebooks_are_the_same_bytes_whatever_the_order_of_lessons(lessons, notebooks, tmp_path):
    again = write_notebooks(reversed(list(lessons.values())), tmp_path)

    assert [(one.name, one.read_bytes()) for one in again] == [
        (one.name, (notebooks / one.name).read_bytes()) for one in again
    ]


def test_notebooks_hold_no_path_of_this_machine(notebooks):
    home = str(Path.home())

    for path in notebooks.glob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        assert home not in text and str(Path.cwd()) not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", OTHERS)
def test_every_other_lesson_runs_with_a_panel_an_answer_and_a_word_on_what_is_made_up(
    key, language, lessons, notebooks, tmp_path
):
    book = run(lessons[key], language, notebooks, tmp_path)

    outputs = [output for cell in book.cells for output in cell.get("outputs", ())]
    words = " ".join(cell.source for cell in book.cells if cell.cell_type == "markdown")
    assert {output["output_type"] for output in outputs} == {"execute_result"}
    assert any("application/vnd.jupyter.widget-view+json" in one["data"] for one in outputs)
    assert 'class="inno-answer"' in shown(book)
    assert re.search("kuvitteellis|påhitta|made up|fictional", words, re.IGNORECASE)
