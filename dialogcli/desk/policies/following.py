"""What a newer version of its rulebook means for a dossier, and letting it follow that one."""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.desk.context import Context
from dialogcli.desk.folder import Where
from dialogcli.desk.interviews.recording import Recorder
from dialogcli.desk.interviews.setting import INTERRUPTED, interviewer
from dialogcli.dossier.reading import installed, read_dossier
from dialogcli.model.errors import UnreadableError
from dialogcli.model.layout import command, wrapped
from dialogcli.reports.faults import unchecked
from dialogcli.reports.upgrade import upgrade_text
from dialogcli.storage.lock import locked

VERSION_FIELD = "dossier.regelverksversion"


def upgrade(context: Context, where: Where, *, agreed: bool) -> int:
    """Show what changes, and let the dossier follow when somebody says yes, or has `agreed`.
    Returns the exit code.
    """
    with locked(where.folder, "dialog rules upgrade", context.now):
        try:
            return _Upgrade(context, where, *_reports(context, where)).run(agreed)
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
            self._say(
                f"Klart: Dossiern följer nu version {version}.",
                f"Se vad som saknas: {command('check', self.where.typed)}",
            )
        else:
            self._say(
                "Inget är ändrat. Byt version:",
                f"  {command('rules upgrade --yes', self.where.typed)}",
            )
        return 0

    def _agreed(self, version: str) -> bool:
        """Whether the person at the keyboard says yes; where there is none, nobody does."""
        console = self.context.console
        if not console.interactive:
            return False
        console.out(f"Ska dossiern följa version {version}?")
        return interviewer(self.context).yes("Svar")

    def _say(self, *lines: str) -> None:
        for line in lines:
            self.context.console.out(
                wrapped(line.lstrip(), self.context.console.width, len(line) - len(line.lstrip()))
            )


def _reports(context: Context, where: Where) -> tuple[Report, Report]:
    """The dossier as it is judged now, and as the installed version would judge it."""
    now = read_dossier(where.folder)
    if now.faults:
        raise UnreadableError(unchecked(now.faults), faults=now.faults)
    return check(now, context.today), check(read_dossier(where.folder, installed), context.today)
