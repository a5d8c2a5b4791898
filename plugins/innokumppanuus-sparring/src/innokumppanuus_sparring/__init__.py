"""Sparring programmes and event series as a plugin; its doors are `hooks` and `faces`."""
