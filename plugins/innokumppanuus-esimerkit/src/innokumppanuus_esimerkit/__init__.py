"""Example rule sets of calls of other kinds, as data; its door to the core is `hooks`."""
