"""Where a dialogue stands, derived from rulebook and dossier and never stored."""

from dialogcli.process.standing import Standing, standing

__all__ = ["Standing", "standing"]
