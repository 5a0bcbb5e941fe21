"""One organisation's adopted policy as data: its model, its loader and its own checker."""
