"""The shipped test kit: builders, strategies and contracts for plugin authors. Nobody imports it
but tests."""
