"""Notebooks from a percent script."""

import json

import nbformat
import pytest

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.plugins import Lesson
from innokumppanuus.faces.widgets.lessons import notebook, write_notebooks

SCRIPT = """\
# %% tags=["parameters"]
LANGUAGE = "fi"

# %% [markdown] tags=["fi"]
# Suomeksi.

# %% [markdown] tags=["sv"]
# På svenska.

# %% [markdown] tags=["en"]
# In English.

# %%
LANGUAGE
"""


@pytest.fixture
def lesson(tmp_path):
    path = tmp_path / "oppitunti.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return Lesson(
        key="oppitunti", name=Label("Oppitunti", "Lektion", "Lesson"), path=path, minutes=5
    )


def sources(book):
    return ["".join(cell["source"]) for cell in book["cells"]]


def test_notebook_has_the_markdown_of_its_language_only(lesson):
    book = notebook(lesson, "sv")

    assert sources(book) == [
        "# Lektion\n\nTar ungefär 5 minuter.",
        'LANGUAGE = "sv"',
        "På svenska.",
        "LANGUAGE",
    ]


def test_language_and_title_are_in_the_metadata(lesson):
    metadata = notebook(lesson, "en")["metadata"]

    assert (metadata["lang"], metadata["title"]) == ("en", "Lesson")


def test_code_is_hidden_and_has_no_results(lesson):
    code = [cell for cell in notebook(lesson, "fi")["cells"] if cell["cell_type"] == "code"]

    assert all(cell["metadata"]["jupyter"] == {"source_hidden": True} for cell in code)
    assert all(cell["outputs"] == [] for cell in code)


def test_notebook_is_valid(lesson, tmp_path):
    for path in write_notebooks([lesson], tmp_path / "notebooks"):
        nbformat.validate(nbformat.read(path, as_version=4))


def test_notebooks_are_the_same_bytes_every_time(lesson, tmp_path):
    first = write_notebooks([lesson], tmp_path / "first")
    second = write_notebooks([lesson], tmp_path / "second")

    assert [one.read_bytes() for one in first] == [one.read_bytes() for one in second]


def test_cells_of_all_languages_have_the_same_ids(lesson, tmp_path):
    written = write_notebooks([lesson], tmp_path)

    ids = {tuple(cell["id"] for cell in json.loads(one.read_text())["cells"]) for one in written}
    assert len(ids) == 1


def test_markdown_without_its_language_is_refused(lesson):
    lesson.path.write_text(SCRIPT.replace(' tags=["sv"]', ""), encoding="utf-8")

    with pytest.raises(InvalidValue) as refused:
        notebook(lesson, "fi")

    assert refused.value.key == "lesson-language"


def test_missing_translation_is_refused(lesson):
    lesson.path.write_text(SCRIPT.replace('tags=["sv"]', 'tags=["en"]'), encoding="utf-8")

    with pytest.raises(InvalidValue) as refused:
        notebook(lesson, "fi")

    assert refused.value.key == "lesson-translation"
