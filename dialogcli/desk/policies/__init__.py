"""Rulebooks at work: which one is meant, founding one of one's own, following a newer version."""
