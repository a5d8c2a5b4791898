"""SMAA: what part of the possible weights speaks for a rank, an application or a set."""
