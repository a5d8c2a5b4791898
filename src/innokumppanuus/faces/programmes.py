"""What plugins offer people of a programme: sections of its report and panels over its noun."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol, runtime_checkable

import attrs

from innokumppanuus.domain.labels import Label
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.interfaces import Keyed
from innokumppanuus.plugin.manager import Plugins


@runtime_checkable
class ProgrammeSection(Keyed, Protocol):
    """
    A part of the programme report (ohjelmaraportin osio): first reckoned, then told.

    Every section is asked of every programme; it tells only of nouns that it knows. The name is
    its heading.

        class Rota:
            key = "mycity.rota"
            name = Label(fi="...", sv="...", en="...")
            order = 30

            def reckon(self, noun, on, plugins):
                return rota_of(noun) if isinstance(noun, Sparring) else None

            def html(self, result, noun, texts):
                return rota_svg(result, texts) + rota_table(result, texts)
    """

    @property
    def order(self) -> int:
        """Return its place among the sections; equal places go by key."""
        ...

    def reckon(self, noun: Any, on: date, plugins: Plugins) -> Any:
        """
        Return what `html` tells, or None when the noun has nothing of the kind.

        The same noun and day give the same result.

        Args:
            noun: Of any plugin; it has a `programme`.
            on: The day of the report; what is due or late is seen from it.
            plugins: Those that the programme was read with.
        """
        ...

    def html(self, result: Any, noun: Any, texts: Texts) -> str:
        """
        Return the result as HTML in the language of *texts*, everything in it escaped.

        Headings begin from `h3`. Each picture has its content in a table beside it, each table a
        caption and headings with a scope; ids begin with the key. Nothing is fetched or run.
        """
        ...


@attrs.frozen(kw_only=True)
class ProgrammePanel:
    """
    A widget panel over a programme, for notebooks and the app (ohjelmapaneeli).

    Attributes:
        key: Its name.
        name: What it is for.
        state: Makes the plain state object of the noun and the plugins; knows no widgets.
        build: Makes the widget over that state, as `build(state, texts)`.
        noun: Class of the nouns that it is over; None when it needs no programme, and *state*
            then gets None.
    """

    key: str
    name: Label
    state: Callable[[Any, Plugins], Any]
    build: Callable[[Any, Texts], Any]
    noun: type[Any] | None = None
