"""`dialog rules list`: which rulebooks there are."""

from __future__ import annotations

from pathlib import Path

import typer

from dialogcli.desk.context import Context
from dialogcli.desk.folder import relative
from dialogcli.desk.policies.finding import built_in, own
from dialogcli.reports.rulebooks import Shelved, rulebooks_text
from dialogcli.rulebook.shelves import heading
from dialogcli.rulebook.versions import kept_versions


def list_rulebooks(ctx: typer.Context) -> int:
    """Show own rulebooks with their files, and the built-in ones."""
    context: Context = ctx.obj
    ours = [_shelved(id_, path, context) for id_, path in built_in().items()]
    found = [
        *(
            _shelved(id_, path, context, relative(path, context.cwd))
            for id_, path in own(context).items()
        ),
        *sorted(ours, key=lambda one: one.name),
    ]
    context.console.out(rulebooks_text(found, context.console.width))
    return 0


def _shelved(id_: str, path: Path, context: Context, shown: str = "") -> Shelved:
    organisation, title, version, overlay = heading(
        path, "organisation", "title", "version", "overlay"
    )
    kept = tuple(one for one in kept_versions(id_, context.cwd) if one != version)
    return Shelved(id_, title if overlay else organisation, version, shown, bool(overlay), kept)
