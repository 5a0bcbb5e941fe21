"""A meeting of one organ: its points out of all dossiers, its record, and what it decided."""
