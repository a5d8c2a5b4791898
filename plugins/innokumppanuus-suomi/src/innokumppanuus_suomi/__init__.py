"""Finnish and EU law as dated data, and verbs that look it up; its door to the core is `hooks`."""
