"""`dialog rules survey`: what the rules notice of a finished dossier that is broken in every way."""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.base.screen import line, screen
from dialogcli.checking.engine import check
from dialogcli.checking.survivors import survivors
from dialogcli.cli.completion_values import rulebooks
from dialogcli.screens.survivors import survivors_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.rulebook_trials import broken_in_every_way, finished_dossier


def survey(
    ctx: typer.Context,
    rulebook: Annotated[
        str,
        typer.Argument(
            metavar="REGELVERK",
            show_default=False,
            help="namn eller fil (annars det som dossiern följer)",
            autocompletion=rulebooks,
        ),
    ] = "",
    folder: Annotated[
        str,
        typer.Option(
            "--dossier",
            metavar="MAPP",
            help="mappen med en färdig dossier (annars mappen du står i)",
        ),
    ] = "",
) -> int:
    """Break a finished dossier in every single way, in memory, and show what a check misses."""
    context: Context = ctx.obj
    dossier = finished_dossier(context, folder, rulebook)
    said = "Varje svar i dossiern ändras, ett i taget och bara i minnet. Det tar en stund."
    context.console.note(screen(line(said)))
    already = len(check(dossier, context.today).findings)
    found = survivors(dossier.rulebook, broken_in_every_way(context, dossier))
    name = dossier.text("dossier.titel") or folder
    context.console.show(survivors_screen(found, name, already))
    return 0
