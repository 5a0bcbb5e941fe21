"""`dialog rules`: what a rulebook asks for, an organisation's own rulebooks, and their versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from dialogcli.base.characters import shown
from dialogcli.base.findings import FileFault, UsageError
from dialogcli.base.screen import Item, Kept, Line, Tone, line, screen
from dialogcli.base.words import listed
from dialogcli.checking.cases import try_cases as tried_cases
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.cli.completion_values import rulebooks
from dialogcli.cli.options import FolderOption, Format, FormatOption, answer
from dialogcli.disk.folders import relative
from dialogcli.dossier.reading import read_dossier
from dialogcli.rulebook.loader import (
    available_rulebooks,
    kept_beside,
    kept_versions,
    load_rulebook,
    read_heading,
)
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.model.rules import compressed, row_of
from dialogcli.rulebook.soundness import questions
from dialogcli.rulebook.sources import requirements
from dialogcli.screens.findings import rulebook_line
from dialogcli.screens.requirements import requirements_screen
from dialogcli.screens.rules import (
    Shelved,
    rule_items,
    rulebooks_screen,
    trials_screen,
    unchecked_items,
)
from dialogcli.screens.versions import difference, difference_facts, difference_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where, find_folder
from dialogcli.usecases.rulebooks import (
    Policy,
    built_in,
    cases_beside,
    files_meant,
    name_of,
    on_trial,
    own,
    path_of,
    read_policy,
    read_usable_rulebook,
    rulebooks_unusable,
    try_policy,
)

Which = Annotated[
    str,
    typer.Argument(
        metavar="REGELVERK",
        show_default=False,
        help="namn eller fil (annars alla era egna)",
        autocompletion=rulebooks,
    ),
]
Name = Annotated[
    str,
    typer.Option(
        "--rulebook",
        metavar="NAMN",
        help="regelverket, om du inte står i en dossier",
        autocompletion=rulebooks,
    ),
]


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
    context.console.show(rulebooks_screen(found))
    return 0


def _shelved(id_: str, path: Path, context: Context, shown: str = "") -> Shelved:
    organisation, title, version, overlay = read_heading(
        path, "organisation", "title", "version", "overlay"
    )
    kept = tuple(one for one in kept_versions(id_, context.cwd) if one != version)
    return Shelved(id_, title if overlay else organisation, version, shown, bool(overlay), kept)


def show(
    ctx: typer.Context,
    requirement: Annotated[
        str,
        typer.Argument(
            metavar="KRAV",
            show_default=False,
            help="kravets nummer, till exempel V-47 (annars alla krav)",
        ),
    ] = "",
    folder: FolderOption = "",
    rulebook: Name = "",
) -> int:
    """Show one requirement, and how the dossier stands to it; without a number, list them all."""
    context: Context = ctx.obj
    report = None if rulebook else _report(context, folder)
    book = report.dossier.rulebook if report else load_rulebook(rulebook, context.cwd)
    context.console.folder = folder  # also where the dossier in it was not asked for its rulebook
    if not requirement:
        context.console.show(requirements_screen(book, rulebook))
        return 0
    found = list(_called(requirement, book, report))
    if not found:
        raise UsageError(
            f"Kravet {shown(requirement)} finns inte i regelverket för {book.organisation}.",
            *([f"Kraven har nummer {_numbers(book.rows)}."] if book.rows else []),
        )
    context.console.show(screen(*found))
    return 0


def _called(typed: str, book: Rulebook, report: Report | None) -> Iterator[list[Item]]:
    """Each requirement that is meant, whether a rule checks it or not."""
    for rule in book.rules.values():
        if _answers(typed, rule.id, *rule.also):
            yield rule_items(rule, book, report)
    for row in book.unchecked.values():
        if _answers(typed, row.id):
            yield unchecked_items(row, book)


def _report(context: Context, folder: str) -> Report:
    """A check of the dossier. Without one it must be said which rulebook is meant."""
    try:
        where: Where = find_folder(context, folder, asks=False)
    except UsageError as error:
        names = listed([name for name, _ in available_rulebooks(context.cwd)], "eller")
        raise UsageError(
            "Det framgår inte vilket regelverk du menar, för du står inte i en dossier.",
            f"Lägg till --rulebook och ett namn: {names}.",
        ) from error
    return check(read_dossier(where.folder), context.today)


def _answers(typed: str, *ids: str) -> bool:
    """Whether a requirement was meant: `v-34` means V-34, V-34a and V-34b."""
    return any(typed.upper() in (id_.upper(), row_of(id_).upper()) for id_ in ids)


def _numbers(rows: Sequence[str]) -> str:
    """`V-01 till V-66 och L-01 till L-14`: the first and last number of each series."""
    series = (list(group) for _, group in groupby(rows, key=lambda row: row.partition("-")[0]))
    return listed(f"{group[0]} till {group[-1]}" for group in series)


def new_rulebook(
    ctx: typer.Context,
    copy_of: Annotated[
        str,
        typer.Option(
            "--copy-of",
            metavar="NAMN",
            help="börja med en kopia av det regelverket",
            autocompletion=rulebooks,
        ),
    ] = "",
    id_: Annotated[
        str, typer.Option("--id", metavar="NAMN", help="regelverkets och mappens namn")
    ] = "",
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAMN", help="organisationens namn")
    ] = "",
) -> int:
    """Create regelverk/ID with a rulebook and its cases. Raises ConflictError when it exists."""
    from dialogcli.usecases.rulebooks import found_rulebook  # interviews: the others ask nothing

    return found_rulebook(ctx.obj, copy_of, id_, organisation)


def check_rulebook(ctx: typer.Context, rulebook: Which = "") -> int:
    """Check one rulebook, or all own ones with their kept versions.

    Raises UnreadableError with everything that is wrong with them, after those that are sound are
    told.
    """
    context: Context = ctx.obj
    paths = files_meant(context, rulebook)
    paths += [] if rulebook else [kept for path in paths for kept in kept_beside(path)]
    broken, faults, sound = 0, list[FileFault](), list[Line]()
    for path in paths:
        policy, found = try_policy(path)
        if policy:
            sound += _sound(policy)
        broken, faults = broken + (policy is None), [*faults, *found]
    if sound:
        context.console.show(screen(*sound))
    if broken:
        raise rulebooks_unusable(broken, faults)
    return 0


def try_rulebook(ctx: typer.Context, rulebook: Which = "") -> int:
    """Try a rulebook, or all own ones, on the cases beside it. Returns 1 when a case does not hold."""
    context: Context = ctx.obj
    holds = True
    for number, path in enumerate(files_meant(context, rulebook)):
        policy = read_policy(path)
        trials = tried_cases(on_trial(policy, context), policy.rules, cases_beside(path))
        if number:
            context.console.show(())
        context.console.show(trials_screen(f"{name_of(policy)} {policy.version}", trials))
        holds = holds and not trials.broken
    return 0 if holds else 1


def _sound(book: Policy) -> list[Line]:
    """Its name, how many of its requirements are taken care of, and what it leaves open: a
    paragraph each.
    """
    rows = requirements(book)
    checked = sum(bool(row.rules) for row in rows)
    missing = [row.id for row in rows if not row.accounts]
    left = f" Ingen har tagit hand om {compressed(missing, book.rows)} än." if missing else ""
    if isinstance(book, Rulebook):
        name, what = rulebook_line(book), "Regelverket"
    else:
        name, what = f"{book.title} {book.version}", "Tillägget"
    said = (
        f"{what} har inga fel. {len(rows)} krav: {checked} prövas, "
        f"{len(rows) - checked - len(missing)} tas om hand på annat sätt.{left}"
    )
    asked = questions(book) if isinstance(book, Rulebook) else ()
    notes = [line(Kept("Upplysning", Tone.NOTE), f": {one}", hang=4) for one in asked]
    return [line(name), line(Kept("Klart", Tone.GOOD), f": {said}"), *notes]


def show_difference(
    ctx: typer.Context,
    before: Annotated[
        str,
        typer.Argument(
            metavar="FÖRE", help="namn, namn@version eller fil", autocompletion=rulebooks
        ),
    ],
    after: Annotated[
        str,
        typer.Argument(
            metavar="EFTER", help="namn, namn@version eller fil", autocompletion=rulebooks
        ),
    ],
    how: FormatOption = Format.TEXT,
) -> int:
    """Show which requirements are new, changed and gone."""
    context: Context = ctx.obj
    old, new = (read_usable_rulebook(path_of(context, one)) for one in (before, after))
    found = difference(old, new)
    answer(
        context,
        how,
        lambda: difference_screen(found, old, new),
        lambda: difference_facts(found, old, new),
    )
    return 0


def upgrade_dossier(
    ctx: typer.Context,
    folder: FolderOption = "",
    yes: Annotated[bool, typer.Option("--yes", help="byt version utan att fråga")] = False,
) -> int:
    """Show what a newer version of its rulebook means for a dossier, and let it follow that when
    somebody says yes.
    """
    from dialogcli.usecases.upgrade import upgrade  # and writes, as the others do not

    return upgrade(ctx.obj, find_folder(ctx.obj, folder), agreed=yes)
