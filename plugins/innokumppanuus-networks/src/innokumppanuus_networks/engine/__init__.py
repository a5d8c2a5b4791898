"""Verbs over service networks: pure, exact and in the same order every time."""
