"""Exit codes of the command line; scripts may rely on them."""

from enum import IntEnum


class Code(IntEnum):
    """What a run of the command line came to; the page `reference/command-line` tells each."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    PLUGIN = 3
    NO_CHOICE = 4
    FAULT = 70
    INTERRUPTED = 130
