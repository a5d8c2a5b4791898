"""The plugins of one run: all of them, or for a list of them as many as work. It says nothing."""

from collections.abc import Iterable

import attrs

from innokumppanuus.errors import KeyClash, PluginError
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.workspace import Workspace

_CORE = "core"


@attrs.frozen(kw_only=True)
class Loaded:
    """
    What one run works with.

    Attributes:
        workspace: With the core hooks.
        faces: With the face hooks.
        faults: What is wrong with the plugins that were left out.
    """

    workspace: Workspace
    faces: FacePlugins
    faults: tuple[PluginError, ...] = ()


def load(block: Iterable[str], *, goes_on: bool) -> Loaded:
    """
    Return all plugins but those in *block*.

    Args:
        block: Names of plugins.
        goes_on: Whether to leave a plugin at fault out and keep what is wrong with it. Every hook
            is then called, so that none is at fault later.

    Raises:
        UnknownPlugin: When *block* names a plugin that is not installed.
        PluginError: When a plugin is at fault and the run does not go on without it.
    """
    blocked = tuple(block)
    if not goes_on:
        return Loaded(workspace=Workspace.open(blocked), faces=FacePlugins.load(blocked))
    faults: list[PluginError] = []
    while True:
        try:
            workspace, faces = Workspace.open(blocked), FacePlugins.load(blocked)
            workspace.plugins.describe()
            faces.describe()
        except PluginError as fault:
            name = at_fault(fault)
            if name in blocked:
                raise
            faults.append(fault)
            blocked = (*blocked, name)
        else:
            return Loaded(workspace=workspace, faces=faces, faults=tuple(faults))


def at_fault(fault: PluginError) -> str:
    """Return the name of the plugin to leave out; of two that clash never that of the core."""
    if isinstance(fault, KeyClash):
        first, second = fault.plugins
        return first if second == _CORE else second
    return fault.plugin
