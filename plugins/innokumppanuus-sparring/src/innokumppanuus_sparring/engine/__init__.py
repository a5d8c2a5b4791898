"""Verbs over sparring programmes and event series, pure and exact. No disk, no clock, no words."""
