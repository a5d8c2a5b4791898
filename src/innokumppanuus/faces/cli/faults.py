"""What went wrong, in one sentence per fact, and the exit code it has."""

import errno

from innokumppanuus.errors import (
    HostileFile,
    InnokumppanuusError,
    InvalidValue,
    MissingText,
    PluginError,
    Problem,
    Problems,
    SelectionError,
    UnknownKey,
)
from innokumppanuus.faces.cli.codes import Code
from innokumppanuus.faces.cli.switches import UsageProblem
from innokumppanuus.faces.texts import Texts

_FILES = {
    errno.ENOENT: "cli.file.none",
    errno.EEXIST: "cli.file.there",
    errno.EACCES: "cli.file.closed",
    errno.EPERM: "cli.file.closed",
    errno.EISDIR: "cli.file.folder",
    errno.ENOTDIR: "cli.file.not_folder",
    errno.ENOSPC: "cli.file.full",
}


def located(error: BaseException) -> tuple[Problem, ...]:
    """Return the located problems that an error carries; none when it carries none."""
    match error:
        case Problems():
            return error.problems
        case HostileFile() | InvalidValue():
            return (Problem(key=error.key, values=error.values),)
        case SelectionError():
            return (error.problem,)
        case _:
            return ()


def code_of(error: BaseException) -> Code:
    """Return the exit code of an error."""
    match error:
        case Problems() | HostileFile() | InvalidValue():
            return Code.PROBLEMS
        case PluginError():
            return Code.PLUGIN
        case SelectionError():
            return Code.NO_CHOICE
        case UsageProblem() | UnknownKey() | OSError():
            return Code.USAGE
        case _:
            return Code.FAULT


def sentence(error: BaseException, texts: Texts) -> str:
    """Return what to tell of an error that carries no located problems."""
    match error:
        case UsageProblem():
            return texts.say(error.key, **error.values)
        case PluginError():
            return texts.say(f"problem.{error.problem.key}", **error.problem.values)
        case UnknownKey():
            known = ", ".join(error.known)
            if error.meant:
                return texts.say(
                    "cli.unknown_key.meant", got=error.key, known=known, meant=error.meant
                )
            key = "cli.unknown_key" if known else "cli.unknown_key.none"
            return texts.say(key, got=error.key, known=known)
        case MissingText():
            return str(error)
        case OSError():
            key = _FILES.get(error.errno or 0, "cli.file.other")
            return texts.say(key, file=str(error.filename or ""), detail=error.strerror or "")
        case InnokumppanuusError():
            return str(error)
        case _:
            return texts.say("cli.fault", detail=f"{type(error).__name__}: {error}")
