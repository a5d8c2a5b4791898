"""Consortia with regional pilots, as PARASTA ITÄÄ: roles, levels, results, shares. Not a call."""
