"""How written values are laid out."""

from __future__ import annotations

STEP = 2
"""Columns that a level is indented by, and that a dash takes with its blank."""

LONGEST_LINE = 100
"""Characters on a line, above which a text is put under `|`."""
