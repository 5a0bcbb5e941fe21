"""The text of a new dossier's files, from the rulebook."""
