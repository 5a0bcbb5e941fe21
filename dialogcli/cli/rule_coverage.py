"""`dialog rules coverage`: how each requirement of the sources is taken care of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dialogcli.checking.coverage import coverage
from dialogcli.cli.options import Format, FormatOption
from dialogcli.desk.context import Context
from dialogcli.desk.policies.finding import (
    Policy,
    built_in,
    cases_beside,
    name_of,
    path_of,
    read_policy,
)
from dialogcli.reports.coverage import coverage_text
from dialogcli.reports.coverage_json import coverage_json
from dialogcli.rulebook.model import Rulebook


def show_coverage(
    ctx: typer.Context,
    rulebook: Annotated[
        list[str] | None,
        typer.Option(
            "--rulebook", metavar="NAMN", help="bara det regelverket, kan ges flera gånger"
        ),
    ] = None,
    how: FormatOption = Format.TEXT,
) -> int:
    """Count and list the requirements of some rulebooks; by default the built-in ones that somebody
    has adopted.
    """
    context: Context = ctx.obj
    policies = (
        [(path, read_policy(path)) for path in (path_of(context, name) for name in rulebook)]
        if rulebook
        else _adopted()
    )
    covered = [coverage(name_of(policy), policy, cases_beside(path)) for path, policy in policies]
    covered.sort(key=lambda one: one.organisation)
    console = context.console
    console.out(
        coverage_json(covered, not console.unicode)
        if how is Format.JSON
        else coverage_text(covered, console.table_width)
    )
    return 0


def _adopted() -> list[tuple[Path, Policy]]:
    """The built-in rulebooks of organisations: neither overlays nor what is only proposed."""
    policies = [(path, read_policy(path)) for path in built_in().values()]
    return [
        (path, policy)
        for path, policy in policies
        if isinstance(policy, Rulebook) and policy.main_source.standing != "proposal"
    ]
