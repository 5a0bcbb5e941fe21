"""Holds a dossier against its rulebook. Pure: never writes, never prints."""
