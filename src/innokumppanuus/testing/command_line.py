"""Runs the command line inside the test and keeps what it says."""

import io
import json
from typing import Any

import attrs

from innokumppanuus.faces.cli import main


@attrs.frozen
class Answer:
    """What one run of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """What `--json` printed."""
        return json.loads(self.out)


def ask(*line: object, **environment: str) -> Answer:
    """Run the command line with an environment of nothing but *environment*."""
    out, err = io.StringIO(), io.StringIO()
    code = main([str(word) for word in line], out, err, environment)
    return Answer(code, out.getvalue(), err.getvalue())
