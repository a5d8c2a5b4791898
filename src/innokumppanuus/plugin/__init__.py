"""All that the author of a plugin imports to be found: the project's name and the hook marker."""

import pluggy

NAME = "innokumppanuus"
"""Entry-point group of the core hooks; the face hooks are in `innokumppanuus.faces`."""

hookimpl = pluggy.HookimplMarker(NAME)
"""Marks a function of a plugin as an implementation of the hook of the same name."""

__all__ = ["NAME", "hookimpl"]
