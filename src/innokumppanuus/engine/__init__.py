"""The verbs: pure functions over the nouns. No clock, no disk, no global random state."""
