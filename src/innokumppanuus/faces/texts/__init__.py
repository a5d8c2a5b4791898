"""Sentences in three languages from keys and values; the only place that makes them."""

from collections.abc import Mapping
from typing import Protocol


class Texts(Protocol):
    """Sentences of one language (interface; being built)."""

    language: str

    def say(self, key: str, **values: object) -> str: ...
