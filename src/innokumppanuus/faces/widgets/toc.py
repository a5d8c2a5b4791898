"""The table of contents of the lessons: order, titles, audience, minutes. It makes no notebook."""

import tomllib
from importlib.resources import files
from pathlib import Path

from innokumppanuus.domain.labels import Label
from innokumppanuus.errors import InvalidValue
from innokumppanuus.faces.plugins import Lesson

_PACKED = Path(str(files("innokumppanuus"))) / "workbooks"
_CHECKOUT = Path(__file__).parents[4] / "workbooks"


def folder() -> Path:
    """
    Return where the lessons are: packed with the product, or in the checkout beside `src`.

    Raises:
        InvalidValue: When neither is there.
    """
    for place in (_PACKED, _CHECKOUT):
        if (place / "toc.toml").is_file():
            return place
    raise InvalidValue("lessons-missing", got=str(_PACKED))


def read(place: Path) -> tuple[Lesson, ...]:
    """Return the lessons of the folder, in the order in which they are taught."""
    contents = tomllib.loads((place / "toc.toml").read_text(encoding="utf-8"))
    return tuple(
        Lesson(
            key=one["key"],
            name=Label(**one["title"]),
            path=place / "lessons" / f"{one['key']}.py",
            order=order,
            audience=Label(**one["audience"]),
            minutes=one["minutes"],
        )
        for order, one in enumerate(contents["lesson"], start=1)
    )
