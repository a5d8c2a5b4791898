"""Thin widgets over the states."""
