"""Hostile files and expressions for every public door, and an oracle that watches what happens."""
