"""Finds a confidential note that has got into an open text. It never repeats what the note says."""

import unicodedata
from collections.abc import Iterable, Iterator

import attrs

from innokumppanuus_sparring.domain.confidential import ConfidentialFile

WORDS_ALIKE = 5
"""So many words in a row, the same as in a note, are held to come from it."""


@attrs.frozen(kw_only=True)
class Leak:
    """
    A confidential note that stands in an open text.

    Attributes:
        note: Id of the note.
        where: Which open text.
    """

    note: str
    where: str


def leaks(notes: ConfidentialFile, texts: Iterable[tuple[str, str]]) -> Iterator[Leak]:
    """
    Yield each note of which so many words in a row stand in an open text; a shorter note, all.

    Args:
        notes: The notes.
        texts: Open texts, each with where it stands.
    """
    listed = [(where, f" {' '.join(_words(text))} ") for where, text in texts]
    for note in notes.notes:
        pieces = {f" {' '.join(piece)} " for piece in _pieces(_words(note.text))}
        for where, text in listed:
            if any(piece in text for piece in pieces):
                yield Leak(note=note.id, where=where)


def _pieces(words: list[str]) -> Iterator[list[str]]:
    if len(words) <= WORDS_ALIKE:
        if words:
            yield words
        return
    for start in range(len(words) - WORDS_ALIKE + 1):
        yield words[start : start + WORDS_ALIKE]


def _words(text: str) -> list[str]:
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one if one.isalnum() else " " for one in normal).split()
