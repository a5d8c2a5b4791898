"""The command line `innokumppanuus`: thin commands over the workspace and the reports."""

import os
from collections.abc import Mapping, Sequence
from typing import TextIO

from innokumppanuus.faces.cli.codes import Code


def main(
    arguments: Sequence[str] | None = None,
    out: TextIO | None = None,
    err: TextIO | None = None,
    environment: Mapping[str, str] = os.environ,
) -> int:
    """Run the command line and return its exit code; see `codes`."""
    try:
        # Loading everything takes a moment, and an interruption of that is to be clean, too.
        from innokumppanuus.faces.cli.program import answer
    except KeyboardInterrupt:
        return Code.INTERRUPTED
    return answer(arguments, out, err, environment)


__all__ = ["main"]
