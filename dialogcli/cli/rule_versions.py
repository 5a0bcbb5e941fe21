"""`dialog rules diff` and `dialog rules upgrade`: what has changed in a rulebook, and following a newer version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from dialogcli.checking.engine import Report, check
from dialogcli.cli.options import FolderOption, Format, FormatOption
from dialogcli.desk.context import Context
from dialogcli.desk.folder import Where, find
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.desk.interviews.setting import INTERRUPTED, interviewer
from dialogcli.desk.policies import path_of, unusable
from dialogcli.dossier.reading import installed, read_dossier
from dialogcli.model.errors import UnreadableError
from dialogcli.model.layout import command, wrapped
from dialogcli.reports.difference import difference
from dialogcli.reports.difference_text import difference_json, difference_text
from dialogcli.reports.faults import unchecked
from dialogcli.reports.upgrade import upgrade_text
from dialogcli.rulebook.loader import parse_rulebook
from dialogcli.rulebook.model import Rulebook
from dialogcli.rulebook.shelves import read_source, shared_sources
from dialogcli.storage.lock import locked

VERSION_FIELD = "dossier.regelverksversion"


def show_difference(
    ctx: typer.Context,
    before: Annotated[str, typer.Argument(metavar="FÖRE", help="namn, namn@version eller fil")],
    after: Annotated[str, typer.Argument(metavar="EFTER", help="namn, namn@version eller fil")],
    how: FormatOption = Format.TEXT,
) -> int:
    """Show which requirements are new, changed and gone."""
    context: Context = ctx.obj
    old, new = _rulebook(context, before), _rulebook(context, after)
    found = difference(old, new)
    console = context.console
    console.out(difference_json(found, old, new, not console.unicode) if how is Format.JSON
                else difference_text(found, old, new, console.width))
    return 0


def upgrade_dossier(
    ctx: typer.Context,
    folder: FolderOption = "",
    yes: Annotated[bool, typer.Option("--yes", help="byt version utan att fråga")] = False,
) -> int:
    """Show what a newer version of its rulebook means for a dossier, and let it follow that when somebody says yes."""
    context: Context = ctx.obj
    where = find(context, folder)
    with locked(where.folder, "dialog rules upgrade", context.now):
        try:
            return _Upgrade(context, where, *_reports(context, where)).run(yes)
        except (KeyboardInterrupt, EOFError):
            context.console.err("Avbrutet. Inget är ändrat.")
            return INTERRUPTED


@dataclass(frozen=True, slots=True)
class _Upgrade:
    """A dossier held against the version that it follows (`now`) and the installed one (`then`)."""

    context: Context
    where: Where
    now: Report
    then: Report

    def run(self, yes: bool) -> int:
        version = self.then.dossier.rulebook.version
        if self.now.dossier.text(VERSION_FIELD) == version:
            self._say(f"Dossiern följer redan version {version}. Inget är ändrat.")
            return 0
        self.context.console.out(upgrade_text(self.now, self.then, self.context.console.width))
        self._say("")
        if yes or self._agreed(version):
            Recorder(self.where.folder, self.now.dossier).save(VERSION_FIELD, version)
            self._say(f"Klart: Dossiern följer nu version {version}.",
                      f"Se vad som saknas: {command('check', self.where.typed)}")
        else:
            self._say("Inget är ändrat. Byt version:", f"  {command('rules upgrade --yes', self.where.typed)}")
        return 0

    def _agreed(self, version: str) -> bool:
        """Whether the person at the keyboard says yes; where there is none, nobody does."""
        console = self.context.console
        if not console.interactive:
            return False
        asker = interviewer(self.context).asker
        console.out(f"Ska dossiern följa version {version}?")
        while (typed := asker.ask("Svar (j/n): ").strip().lower()) not in ("j", "ja", "n", "nej"):
            console.out("Svara j eller n.")
        return typed.startswith("j")

    def _say(self, *lines: str) -> None:
        for line in lines:
            self.context.console.out(wrapped(line.lstrip(), self.context.console.width, len(line) - len(line.lstrip())))


def _rulebook(context: Context, typed: str) -> Rulebook:
    """The rulebook meant; a file of it may have any name and lie anywhere. Raises UnreadableError with its faults."""
    text, name = read_source(path_of(context, typed))
    rulebook, faults = parse_rulebook(text, name, *shared_sources())
    if rulebook is None:
        raise unusable(1, faults)
    return rulebook


def _reports(context: Context, where: Where) -> tuple[Report, Report]:
    """The dossier as it is judged now, and as the installed version would judge it."""
    now = read_dossier(where.folder)
    if now.faults:
        raise UnreadableError(unchecked(now.faults), faults=now.faults)
    return check(now, context.today), check(read_dossier(where.folder, installed), context.today)
