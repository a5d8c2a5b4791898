"""A name or a sentence in the three languages of the product."""

from collections.abc import Iterator

import attrs

from innokumppanuus.errors import InvalidValue

LANGUAGES = ("fi", "sv", "en")


@attrs.frozen
class Label:
    """
    The same words in Finnish, Swedish and English (nimike). At least one is given.

    A missing language is a warning of `check`, never a silent gap: `say` falls back in the order
    fi, sv, en.

    Attributes:
        fi: In Finnish.
        sv: In Swedish.
        en: In English.
    """

    fi: str = ""
    sv: str = ""
    en: str = ""

    def __attrs_post_init__(self) -> None:
        if not (self.fi or self.sv or self.en):
            raise InvalidValue("label-empty")

    def say(self, language: str) -> str:
        """Return the words in *language*, or in the first language that has them."""
        words: str = getattr(self, language)
        return words or self.fi or self.sv or self.en

    def __str__(self) -> str:
        """Return the English words, for messages of exceptions."""
        return self.say("en")

    def missing(self) -> Iterator[str]:
        """Yield the languages that have no words."""
        return (language for language in LANGUAGES if not getattr(self, language))


def same(words: str) -> Label:
    """Return a name that is the same in all three languages, such as a proper name."""
    return Label(words, words, words)
