"""
Makes notebooks of lessons: one per language, without results, the same bytes every time.

A lesson is a percent script with the markdown of all languages; a markdown cell is tagged with its
language, code cells are shared and hidden, and the cell tagged `parameters` gets the language.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jupytext

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.plugins import Lesson
from innokumppanuus.faces.texts import Texts

_PARAMETERS = "parameters"
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def write_notebooks(
    lessons: Iterable[Lesson], folder: Path, languages: Iterable[str] = LANGUAGES
) -> tuple[Path, ...]:
    """
    Write every lesson in every language into *folder* and return the files.

    Raises:
        InvalidValue: When a markdown cell lacks its language, or a language lacks a cell.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(lessons, key=lambda one: (one.order, one.key))
    wanted = [(lesson, language) for lesson in ordered for language in languages]
    return tuple(_write(lesson, language, folder) for lesson, language in wanted)


def notebook(lesson: Lesson, language: str) -> dict[str, Any]:
    """Return the notebook of *lesson* in *language*, as nbformat 4.5 has it."""
    script = jupytext.reads(lesson.path.read_text(encoding="utf-8"), fmt="py:percent")
    _check_languages(lesson, script.cells)
    cells = [_markdown(_heading(lesson, Texts.load(language)))]
    for cell in script.cells:
        tags = _tags(cell)
        if cell.cell_type == "markdown" and language in tags:
            cells.append(_markdown(cell.source))
        elif cell.cell_type == "code":
            source = f'LANGUAGE = "{language}"' if _PARAMETERS in tags else cell.source
            cells.append(_code(source, tags))
    for number, cell in enumerate(cells, start=1):
        cell["id"] = f"cell-{number:02}"
    return {
        "cells": cells,
        "metadata": _metadata(lesson, language),
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def file_name(lesson: Lesson, language: str) -> str:
    """Return the name of the notebook's file."""
    return f"{lesson.key}.{language}.ipynb"


def _write(lesson: Lesson, language: str, folder: Path) -> Path:
    target = folder / file_name(lesson, language)
    text = json.dumps(notebook(lesson, language), ensure_ascii=False, indent=1, sort_keys=True)
    target.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    return target


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)}


def _code(source: str, tags: Iterable[str]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {"jupyter": {"source_hidden": True}, "tags": sorted(tags)},
        "outputs": [],
        "source": source.splitlines(keepends=True),
    }


def _heading(lesson: Lesson, texts: Texts) -> str:
    lines = [f"# {texts.show(lesson.name)}"]
    if lesson.minutes is not None:
        lines.append(texts.plural("lesson.minutes", lesson.minutes))
    if lesson.audience is not None:
        lines.append(texts.say("lesson.audience", audience=lesson.audience))
    return "\n\n".join(lines)


def _metadata(lesson: Lesson, language: str) -> dict[str, object]:
    return {
        "kernelspec": _KERNEL,
        "language_info": {"name": "python"},
        "lang": language,
        "title": lesson.name.say(language),
        "translations": {one: file_name(lesson, one) for one in LANGUAGES},
    }


def _tags(cell: Any) -> set[str]:
    return set(cell.metadata.get("tags", ()))


def _check_languages(lesson: Lesson, cells: Iterable[Any]) -> None:
    """Raise InvalidValue unless each run of markdown says as many things in every language."""
    said = dict.fromkeys(LANGUAGES, 0)
    for number, cell in enumerate(cells, start=1):
        if cell.cell_type == "markdown":
            mine = _tags(cell) & set(LANGUAGES)
            if len(mine) != 1:
                raise InvalidValue("lesson-language", lesson=lesson.key, cell=number)
            said[mine.pop()] += 1
        elif len(set(said.values())) != 1:
            raise InvalidValue("lesson-translation", lesson=lesson.key, cell=number)
    if len(set(said.values())) != 1:
        raise InvalidValue("lesson-translation", lesson=lesson.key, cell="end")
