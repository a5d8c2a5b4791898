"""The command line `innokumppanuus`: thin commands over the workspace and the reports."""

from innokumppanuus.faces.cli.program import main

__all__ = ["main"]
