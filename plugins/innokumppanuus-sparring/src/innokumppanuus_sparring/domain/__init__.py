"""Nouns of sparring programmes and event series. Nothing acts here."""
