"""`dialog rules check` and `dialog rules test`: whether rulebooks can be used, and whether they say
what they should.
"""

from __future__ import annotations

from typing import Annotated

import typer

from dialogcli.checking.trials import tried as tried_cases
from dialogcli.desk.context import Context
from dialogcli.desk.policies.finding import (
    Policy,
    cases_beside,
    chosen,
    name_of,
    on_trial,
    read_policy,
    tried,
    unusable,
)
from dialogcli.model.finding import FileFault
from dialogcli.model.layout import paragraphs, wrapped
from dialogcli.reports.sources import rulebook_line
from dialogcli.reports.trials import trials_text
from dialogcli.rulebook.accounting import requirements
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.numbering import compressed
from dialogcli.rulebook.versions import kept_beside

Which = Annotated[
    str,
    typer.Argument(
        metavar="REGELVERK", show_default=False, help="namn eller fil (annars alla era egna)"
    ),
]


def check_rulebook(ctx: typer.Context, rulebook: Which = "") -> int:
    """Check one rulebook, or all own ones with their kept versions.

    Raises UnreadableError with everything that is wrong with them, after those that are sound are
    told.
    """
    context: Context = ctx.obj
    paths = chosen(context, rulebook)
    paths += [] if rulebook else [kept for path in paths for kept in kept_beside(path)]
    broken, faults = 0, list[FileFault]()
    for number, path in enumerate(paths):
        policy, found = tried(path)
        if policy:
            context.console.out("\n" * bool(number) + _sound(policy, context.console.width))
        broken, faults = broken + (policy is None), [*faults, *found]
    if broken:
        raise unusable(broken, faults)
    return 0


def try_rulebook(ctx: typer.Context, rulebook: Which = "") -> int:
    """Try a rulebook, or all own ones, on the cases beside it. Returns 1 when a case does not hold."""
    context: Context = ctx.obj
    holds = True
    for number, path in enumerate(chosen(context, rulebook)):
        policy = read_policy(path)
        trials = tried_cases(on_trial(policy, context), policy.rules, cases_beside(path))
        text = trials_text(f"{name_of(policy)} {policy.version}", trials, context.console.width)
        context.console.out("\n" * bool(number) + text)
        holds = holds and not trials.broken
    return 0 if holds else 1


def _sound(book: Policy, width: int) -> str:
    rows = requirements(book)
    checked, missing = (
        sum(bool(row.rules) for row in rows),
        [row.id for row in rows if not row.accounts],
    )
    left = f" Ingen har tagit hand om {compressed(missing, book.rows)} än." if missing else ""
    name, what = (
        (rulebook_line(book), "Regelverket")
        if isinstance(book, Rulebook)
        else (f"{book.title} {book.version}", "Tillägget")
    )
    return paragraphs(
        wrapped(name, width),
        wrapped(
            f"Klart: {what} har inga fel. {len(rows)} krav: {checked} prövas, "
            f"{len(rows) - checked - len(missing)} tas om hand på annat sätt.{left}",
            width,
        ),
    )
