"""Numeric selection methods and what they rest on; their door to the core is `hooks`."""
