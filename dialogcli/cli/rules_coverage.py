"""`dialog rules coverage`: how each requirement is taken care of, by really breaking it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dialogcli.base.findings import UsageError
from dialogcli.checking.coverage import Coverage, coverage
from dialogcli.cli.completion_values import rulebooks
from dialogcli.cli.options import Format, FormatOption, answer
from dialogcli.rulebook.model import Rulebook
from dialogcli.screens.coverage import coverage_facts, coverage_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.rulebook_trials import (
    finished_dossier,
    noticed_beside,
    noticed_in,
)
from dialogcli.usecases.rulebooks import (
    Policy,
    built_in,
    cases_beside,
    name_of,
    path_of,
    read_policy,
)


def show_coverage(
    ctx: typer.Context,
    rulebook: Annotated[
        list[str] | None,
        typer.Option(
            "--rulebook",
            metavar="NAMN",
            help="bara det regelverket, kan ges flera gånger",
            autocompletion=rulebooks,
        ),
    ] = None,
    folder: Annotated[
        str,
        typer.Option(
            "--dossier",
            metavar="MAPP",
            help="pröva på en färdig dossier (annars på regelverkets egna fall)",
        ),
    ] = "",
    how: FormatOption = Format.TEXT,
) -> int:
    """Show how the requirements of some rulebooks are taken care of; by default the built-in ones
    that somebody has adopted.
    """
    context: Context = ctx.obj
    if folder:
        covered = [_in_dossier(context, folder, rulebook or [])]
    else:
        paths = [path_of(context, name) for name in rulebook] if rulebook else _adopted()
        covered = [_in_cases(context, path) for path in paths]
    covered.sort(key=lambda one: one.organisation)
    each = bool(rulebook or folder)
    answer(context, how, lambda: coverage_screen(covered, each), lambda: coverage_facts(covered))
    return 0


def _in_cases(context: Context, path: Path) -> Coverage:
    policy, cases = read_policy(path), cases_beside(path)
    return coverage(name_of(policy), policy, cases, noticed_beside(context, policy, cases))


def _in_dossier(context: Context, folder: str, rulebook: list[str]) -> Coverage:
    if len(rulebook) > 1:
        raise UsageError("En dossier prövas mot ett regelverk i taget.", "Ta bort ett --rulebook.")
    dossier = finished_dossier(context, folder, next(iter(rulebook), ""))
    book = dossier.rulebook
    cases = cases_beside(path_of(context, rulebook[0] if rulebook else book.id))
    return coverage(name_of(book), book, cases, noticed_in(context, dossier))


def _adopted() -> list[Path]:
    """The built-in rulebooks of organisations: neither overlays nor what is only proposed."""
    policies: list[tuple[Path, Policy]] = [
        (path, read_policy(path)) for path in built_in().values()
    ]
    return [
        path
        for path, policy in policies
        if isinstance(policy, Rulebook) and policy.main_source.standing != "proposal"
    ]
