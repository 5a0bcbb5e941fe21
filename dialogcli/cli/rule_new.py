"""`dialog rules new`: an organisation's own rulebook, from a built-in one or small and whole to
begin with.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.desk.policies.founding import found


def new_rulebook(
    ctx: typer.Context,
    copy_of: Annotated[
        str, typer.Option("--copy-of", metavar="NAMN", help="börja med en kopia av det regelverket")
    ] = "",
    id_: Annotated[
        str, typer.Option("--id", metavar="NAMN", help="regelverkets och mappens namn")
    ] = "",
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAMN", help="organisationens namn")
    ] = "",
) -> int:
    """Create regelverk/ID with a rulebook and its cases. Raises ConflictError when it exists."""
    return found(ctx.obj, copy_of, id_, organisation)
