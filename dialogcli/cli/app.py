"""The commands, under the headings of the help."""

from __future__ import annotations

from typing import Any

import typer

from dialogcli.cli.check import check_dossier
from dialogcli.cli.help import DialogCommand, DialogGroup

PLAN, WATCH = "Planera", "Hålla koll"
PRODUCE, RULES = "Ta fram handlingar och föra in beslut", "Regler och mallar"

app = typer.Typer(cls=DialogGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
                  add_help_option=False)


@app.callback(help="")
def _root() -> None:
    """The group itself does nothing: what holds for all commands is taken from the command line before Typer."""


app.command("check", cls=DialogCommand, rich_help_panel=WATCH, add_help_option=False,
            short_help="Se vad som saknas, var, och vem som kräver det",
            help="Visar vad som saknas i en dossier, var, och vem som kräver det. Ändrar inget.",
            epilog="Exempel: dialog check --for presidiets-beslut\n"
                   "Slutkod: 0 = inga fel, 1 = minst ett fel, 3 = någon fil går inte att läsa")(check_dossier)


def root_command() -> Any:
    """The commands as the object that parses a command line; its class is Click's, and Typer's own business."""
    return typer.main.get_command(app)
