"""Entering a decision that has been taken: what is given, what is asked for, what is refused."""
