"""What the plugin offers to people: commands, sections of the report, panels, lesson and texts."""

from collections.abc import Iterator
from pathlib import Path

from innokumppanuus.domain.labels import same
from innokumppanuus.faces.plugins import TextSource
from innokumppanuus.plugin import hookimpl

_LOCALE = Path(__file__).parents[1] / "locale"


@hookimpl
def register_texts() -> Iterator[TextSource]:
    yield TextSource(key="innokumppanuus_parasta_itaa", name=same("PARASTA ITÄÄ"), path=_LOCALE)
