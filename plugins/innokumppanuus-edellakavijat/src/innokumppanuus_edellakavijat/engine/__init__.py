"""Verbs over the nouns of the network; pure, and told nothing of the clock."""
