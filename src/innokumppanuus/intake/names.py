"""How words are compared with the names that somebody may have typed otherwise."""

import difflib
import unicodedata
from collections.abc import Iterable, Iterator

from innokumppanuus.domain.labels import LANGUAGES, Label


def plain(text: str) -> str:
    """Return *text* so that case, spacing and the marks of a required field do not matter."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(normal.split()).strip(" *:")


def said(label: Label) -> Iterator[str]:
    """Yield the words of *label* in every language that has them."""
    return (label.say(language) for language in LANGUAGES if getattr(label, language))


def nearest(got: str, offered: Iterable[str]) -> str:
    """Return the offered name that *got* may have been meant for; empty when none is near."""
    by_plain = {plain(one): one for one in sorted(offered, reverse=True)}
    found = difflib.get_close_matches(plain(got), sorted(by_plain), n=1, cutoff=0.7)
    return by_plain[found[0]] if found else ""
