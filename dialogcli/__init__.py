"""dialogcli: plan, check and document citizen dialogues for Swedish regions and municipalities."""

__version__ = "0.1.0"
