"""The face hooks: report formats, panels, lessons, commands and texts that plugins add."""

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol, Self, runtime_checkable

import attrs

from innokumppanuus.domain.decision import Decision
from innokumppanuus.domain.labels import Label
from innokumppanuus.domain.pace import Pace
from innokumppanuus.faces.programmes import ProgrammePanel, ProgrammeSection
from innokumppanuus.faces.texts import Texts
from innokumppanuus.plugin.guard import ANYTHING, Promise, Promises, one
from innokumppanuus.plugin.interfaces import Keyed
from innokumppanuus.plugin.manager import PluginInfo, Plugins, Seam, by_key
from innokumppanuus.plugin.specs import hookspec

GROUP = "innokumppanuus.faces"
"""Entry-point group of the face hooks."""


@runtime_checkable
class ReportFormat(Keyed, Protocol):
    """A way to write a decision down (raporttimuoto)."""

    def write(self, decision: Decision, texts: Texts, plugins: Plugins) -> Mapping[str, bytes]:
        """
        Return the files of the report in the language of *texts*, by relative name.

        The same decision gives the same bytes. It reads the decision and computes no outcome;
        *plugins* are those the decision was made with, for `engine.explanation.reasons`.
        """
        ...


@runtime_checkable
class Section(Keyed, Protocol):
    """
    A part of the decision report and of the desk of a lesson (osio): first reckoned, then told.

    The two are apart so that a long reckoning can run beside the page, be watched and be stopped,
    and so that three languages tell one result. The name is its heading.

        class Frontier:
            key = "mycity.frontier"
            name = Label(fi="...", sv="...", en="...")
            order = 30
            is_long = False

            def reckon(self, decision, plugins, pace):
                if decision.selection is None:
                    return None
                return frontier_of(decision, plugins, pace)

            def html(self, result, decision, texts):
                return frontier_svg(result, texts) + frontier_table(result, texts)
    """

    @property
    def order(self) -> int:
        """Return its place among the sections; equal places go by key."""
        ...

    @property
    def is_long(self) -> bool:
        """Return whether it can take more than a few seconds: then only who asks for it waits."""
        ...

    def reckon(self, decision: Decision, plugins: Plugins, pace: Pace) -> Any:
        """
        Return what `html` tells, or None when the decision has nothing of the kind.

        The same decision gives the same result: what is drawn is drawn from a stated seed. It
        calls *pace* as it goes and lets `Stopped` pass.
        """
        ...

    def html(self, result: Any, decision: Decision, texts: Texts) -> str:
        """
        Return the result as HTML in the language of *texts*, everything in it escaped.

        Headings begin from `h3`. Each picture has its content in a table beside it, each table a
        caption and headings with a scope; ids begin with the key. Nothing is fetched or run.
        """
        ...


@runtime_checkable
class TakesSections(Protocol):
    """A report format, or the state of a panel, that also shows the sections of plugins."""

    def with_sections(self, sections: Mapping[str, Section]) -> Any:
        """Return the same thing with the sections by key."""
        ...


@attrs.frozen(kw_only=True)
class Panel:
    """
    A widget panel for notebooks and the app (paneeli).

    Attributes:
        key: Its name.
        name: What it is for.
        state: Makes the plain state object of a decision and the plugins it was made with; knows
            no widgets.
        build: Makes the widget over that state, as `build(state, texts)`.
    """

    key: str
    name: Label
    state: Callable[[Decision, Plugins], Any]
    build: Callable[[Any, Texts], Any]


@attrs.frozen(kw_only=True)
class Lesson:
    """
    A lesson: a percent script that notebooks are made of (oppitunti).

    Attributes:
        key: Its name; also the name of the notebooks.
        name: Its title.
        path: The script, with the markdown of all three languages.
        order: Place in the course; equal places go by key.
        audience: Who it is for, as a phrase; None when nobody has said.
        minutes: How long it takes [min]; None when nobody has said.
    """

    key: str
    name: Label
    path: Path
    order: int = 0
    audience: Label | None = None
    minutes: int | None = None


@attrs.frozen(kw_only=True)
class Command:
    """A command that a plugin adds to the command line; *app* is a typer.Typer."""

    key: str
    name: Label
    app: Any


@attrs.frozen(kw_only=True)
class TextSource:
    """
    Catalogues of a plugin.

    Attributes:
        key: The gettext domain, unique.
        name: Whose texts they are.
        path: Folder with `<language>/LC_MESSAGES/<key>.mo`.
    """

    key: str
    name: Label
    path: Path


def _is_files(written: object) -> bool:
    return isinstance(written, Mapping) and all(
        isinstance(name, str) and isinstance(content, bytes) for name, content in written.items()
    )


_REPORT_FORMAT: Promises = {"write": Promise(must="Mapping[str, bytes]", is_kept=_is_files)}
_SECTION: Promises = {"reckon": ANYTHING, "html": one(str)}
_PANEL: Promises = {"state": ANYTHING, "build": ANYTHING}


@hookspec
def register_report_formats() -> Iterable[ReportFormat]:
    """
    Offer report formats.

    Called: once per workspace, when a report is asked for.
    Returns: formats with unique keys.

        @hookimpl
        def register_report_formats():
            yield FunderSummary()
    """
    raise NotImplementedError


@hookspec
def register_sections() -> Iterable[Section]:
    """
    Offer sections: what a plugin reckons from a decision, told in the report and in lessons.

    Called: once per workspace, when a report or a desk of sections is made.
    Returns: sections with unique keys.

        @hookimpl
        def register_sections():
            yield Frontier()
    """
    raise NotImplementedError


@hookspec
def register_panels() -> Iterable[Panel]:
    """
    Offer widget panels.

    Called: once per workspace, when a panel is looked up.
    Returns: panels with unique keys; import ipywidgets inside `build` only.

        @hookimpl
        def register_panels():
            yield Panel(key="mycity.map", name=Label(en="Map"), state=MapState, build=build_map)
    """
    raise NotImplementedError


@hookspec
def register_programme_sections() -> Iterable[ProgrammeSection]:
    """
    Offer sections of programme reports: what a plugin reckons from its own noun.

    Called: once per workspace, when the report of a programme is made.
    Returns: sections with unique keys.

        @hookimpl
        def register_programme_sections():
            yield Rota()
    """
    raise NotImplementedError


@hookspec
def register_programme_panels() -> Iterable[ProgrammePanel]:
    """
    Offer widget panels over the noun of a programme, or over none.

    Called: once per workspace, when a panel of a programme is looked up.
    Returns: panels with unique keys; import ipywidgets inside `build` only.

        @hookimpl
        def register_programme_panels():
            yield ProgrammePanel(key="mycity.rota", name=Label(en="Rota"), noun=Sparring,
                                 state=RotaState.of, build=build_rota)
    """
    raise NotImplementedError


@hookspec
def register_lessons() -> Iterable[Lesson]:
    """
    Offer lessons.

    Called: once per workspace, when notebooks are generated.
    Returns: lessons with unique keys.

        @hookimpl
        def register_lessons():
            yield Lesson(key="mycity-lesson", name=Label(en="..."), path=HERE / "lesson.py")
    """
    raise NotImplementedError


@hookspec
def register_commands() -> Iterable[Command]:
    """
    Offer commands.

    Called: once per run of the command line.
    Returns: commands with unique keys; the key is the word that is typed. With the classes of
        `innokumppanuus.faces.cli.help` a help text may be the key of a text of the plugin.

        @hookimpl
        def register_commands():
            yield Command(key="mycity", name=Label(en="My city"), app=app)
    """
    raise NotImplementedError


@hookspec
def register_texts() -> Iterable[TextSource]:
    """
    Offer catalogues of texts.

    Called: once per workspace, before the first text is made.
    Returns: sources with unique keys.

        @hookimpl
        def register_texts():
            yield TextSource(key="mycity", name=Label(en="My city"), path=HERE / "locale")
    """
    raise NotImplementedError


class FacePlugins:
    """The face hooks of one workspace: one typed method per hook."""

    def __init__(self, seam: Seam | None = None) -> None:
        self.seam = seam or Seam(GROUP, sys.modules[__name__])

    @classmethod
    def load(cls, block: Iterable[str] = ()) -> Self:
        """Return all installed face plugins but those in *block*."""
        plugins = cls()
        plugins.seam.load_installed(block)
        return plugins

    def describe(self) -> tuple[PluginInfo, ...]:
        """Return what is installed, by name."""
        return self.seam.describe({})

    def report_formats(self) -> Mapping[str, ReportFormat]:
        offered = self.seam.offered("register_report_formats")
        return by_key([(plugin, self._whole(one)) for plugin, one in offered], _REPORT_FORMAT)

    def sections(self) -> Mapping[str, Section]:
        return by_key(self.seam.offered("register_sections"), _SECTION)

    def programme_sections(self) -> Mapping[str, ProgrammeSection]:
        return by_key(self.seam.offered("register_programme_sections"), _SECTION)

    def programme_panels(self) -> Mapping[str, ProgrammePanel]:
        return by_key(self.seam.offered("register_programme_panels"), _PANEL)

    def panels(self) -> Mapping[str, Panel]:
        return by_key(self.seam.offered("register_panels"), _PANEL)

    def lessons(self) -> Mapping[str, Lesson]:
        return by_key(self.seam.offered("register_lessons"))

    def commands(self) -> Mapping[str, Command]:
        return by_key(self.seam.offered("register_commands"))

    def texts(self) -> Mapping[str, TextSource]:
        return by_key(self.seam.offered("register_texts"))

    def _whole(self, given: ReportFormat) -> ReportFormat:
        if not isinstance(given, TakesSections):
            return given
        whole: ReportFormat = given.with_sections(self.sections())
        return whole
