"""Web pages from templates: one file each, nothing fetched from anywhere, everything escaped."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from innokumppanuus.faces.texts import Texts

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, texts: Texts, folder: Path = TEMPLATES, /, **context: object) -> bytes:
    """
    Return the page in UTF-8 from a template in *folder*; a plugin gives its own folder.

    A template says its texts with `say(key, …)` and `plural(key, n, …)`, and shows values with
    the filter `show`; what is not given to it is an error, not an empty place.
    """
    return _environment(texts, folder).get_template(template).render(**context).encode("utf-8")


@lru_cache(maxsize=8)
def _environment(texts: Texts, folder: Path) -> Environment:
    """Return what templates are read with; kept, because letters are many."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["show"] = texts.show
    environment.globals.update(say=texts.say, plural=texts.plural, language=texts.language)
    return environment
