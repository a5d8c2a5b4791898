"""The table of contents of the lessons."""

from innokumppanuus.domain.labels import LANGUAGES
from innokumppanuus.faces.widgets import toc


def test_every_lesson_has_its_script():
    lessons = toc.read(toc.folder())

    assert lessons
    assert all(lesson.path.is_file() for lesson in lessons)


def test_every_script_is_in_the_contents():
    place = toc.folder()

    scripts = {path.stem for path in (place / "lessons").glob("*.py")}

    assert scripts == {lesson.key for lesson in toc.read(place)}


def test_titles_and_audiences_are_in_all_languages():
    for lesson in toc.read(toc.folder()):
        assert not [*lesson.name.missing(), *lesson.audience.missing()]
    assert LANGUAGES


def test_order_is_that_of_the_file():
    orders = [lesson.order for lesson in toc.read(toc.folder())]

    assert orders == list(range(1, len(orders) + 1))
    assert orders


def test_contents_in_another_folder_are_read(tmp_path):
    (tmp_path / "toc.toml").write_text(
        '[[lesson]]\nkey = "b"\nminutes = 5\ntitle = { fi = "B" }\naudience = { fi = "kaikki" }\n'
        '[[lesson]]\nkey = "a"\nminutes = 6\ntitle = { fi = "A" }\naudience = { fi = "kaikki" }\n'
    )

    assert [lesson.key for lesson in toc.read(tmp_path)] == ["b", "a"]
