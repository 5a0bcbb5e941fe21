"""Sitting down with somebody at a terminal: questions, answers saved one by one, and the ways back."""
