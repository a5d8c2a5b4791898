"""Sharing applications out to evaluators where there are thousands of possible readings."""
