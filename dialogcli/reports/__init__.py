"""Findings as text and as JSON. Pure: returns strings."""
