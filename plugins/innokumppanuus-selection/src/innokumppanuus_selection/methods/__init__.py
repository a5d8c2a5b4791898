"""Ranking methods of a library, a panel's own list, and what the methods would each choose."""
