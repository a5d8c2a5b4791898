"""
Writes the notebooks of all lessons: `python -m innokumppanuus.faces.widgets FOLDER [--block NAME]`.

The command line runs it in a process of its own, since it loads no notebooks itself. What it prints
is a JSON list of the files.
"""

import argparse
import json
import sys
from pathlib import Path

from innokumppanuus.errors import InnokumppanuusError
from innokumppanuus.faces.plugins import FacePlugins
from innokumppanuus.faces.widgets.lessons import write_notebooks


def main(arguments: list[str]) -> int:
    """Write the notebooks and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m innokumppanuus.faces.widgets")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--block", action="append", default=[])
    given = parser.parse_args(arguments)
    try:
        lessons = FacePlugins.load(given.block).lessons()
        written = write_notebooks(lessons.values(), given.folder)
    except (InnokumppanuusError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    json.dump([str(path) for path in written], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
