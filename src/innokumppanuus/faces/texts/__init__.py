"""Sentences in three languages from keys and values; the only place that makes them."""

from innokumppanuus.faces.texts.catalogue import Texts

__all__ = ["Texts"]
