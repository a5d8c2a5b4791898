"""The problems of one expression as they are found, with the line and column in its text."""

import difflib
from collections.abc import Iterable

from innokumppanuus.errors import Place, Problem


class Complaints:
    """Collects what is wrong with *text*; lines and columns count from 1, in characters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.problems: list[Problem] = []

    def add(self, key: str, offset: int, **values: object) -> None:
        """Note problem *key* of the character at *offset*."""
        line, column = self.place(offset)
        self.problems.append(Problem(key=key, values=values, place=Place(line=line, column=column)))

    def add_unknown(
        self, key: str, offset: int, got: str, known: Iterable[str], **values: object
    ) -> None:
        """Note an unknown name under *key*, or under *key*-none when nothing known is like it."""
        offered = sorted(known)
        meant = closest(got, offered)
        if meant is None:
            known_names = ", ".join(offered) or "–"
            self.add(f"{key}-none", offset, got=got, known=known_names, **values)
        else:
            self.add(key, offset, got=got, meant=meant, **values)

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of *offset*."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def closest(got: str, known: Iterable[str]) -> str | None:
    """Return the known name that *got* was most likely meant to be, or None."""
    names = {name.casefold(): name for name in sorted(known)}
    wanted = got.casefold()
    tails = sorted(name for name in names if wanted and name.rpartition(".")[2] == wanted)
    near = tails or difflib.get_close_matches(wanted, sorted(names), n=1, cutoff=0.6)
    if not near:
        near = sorted(name for name in names if "." in name and name.endswith("." + wanted))
    return names[near[0]] if near else None
