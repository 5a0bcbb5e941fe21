"""What a newer version of its rulebook means for a dossier, and letting it follow that one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from dialogcli.base.commands import check as check_command
from dialogcli.base.commands import rules_upgrade
from dialogcli.base.findings import UnreadableError
from dialogcli.base.screen import Kept, Screen, Tone, line, screen
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.dossier.reading import installed, read_dossier
from dialogcli.screens.findings import unchecked
from dialogcli.screens.versions import upgrade_screen
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import Where
from dialogcli.usecases.interview.questions import INTERRUPTED, interviewer
from dialogcli.usecases.interview.recorder import Recorder

VERSION_FIELD = "dossier.regelverksversion"


def upgrade(context: Context, where: Where, *, agreed: bool) -> int:
    """Show what changes, and let the dossier follow when somebody says yes, or has `agreed`.
    Returns the exit code.
    """
    try:
        return _Upgrade(context, where, *_reports(context, where)).run(agreed)
    except (KeyboardInterrupt, EOFError):
        stopped = line(Kept("Avbrutet", Tone.WARNING), ". Inget är ändrat.")
        context.console.note(screen(stopped))
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
            said = line(f"Dossiern följer redan version {version}. Inget är ändrat.")
            self.context.console.show(screen(said))
            return 0
        self.context.console.show(upgrade_screen(self.now, self.then), apart=True)
        if yes or self._agreed(version):
            lock = partial(self.context.lock, self.where.folder, "dialog rules upgrade")
            Recorder(self.where.folder, self.now.dossier, lock=lock).write(VERSION_FIELD, version)
            self.context.console.show(_done(version))
        else:
            self.context.console.show(_NOTHING_CHANGED)
        return 0

    def _agreed(self, version: str) -> bool:
        """Whether the person at the keyboard says yes; where there is none, nobody does."""
        console = self.context.console
        if not console.interactive:
            return False
        console.show(screen(line(f"Ska dossiern följa version {version}?")))
        return interviewer(self.context).yes("Svar")


_NOTHING_CHANGED = screen(
    [line("Inget är ändrat. Byt version:"), line(rules_upgrade(yes=True), indent=2)]
)


def _done(version: str) -> Screen:
    done = line(Kept("Klart", Tone.GOOD), f": Dossiern följer nu version {version}.")
    return screen([done, line("Se vad som saknas: ", check_command())])


def _reports(context: Context, where: Where) -> tuple[Report, Report]:
    """The dossier as it is judged now, and as the installed version would judge it."""
    now = read_dossier(where.folder)
    if now.faults:
        raise UnreadableError(unchecked(now.faults), faults=now.faults)
    return check(now, context.today), check(read_dossier(where.folder, installed), context.today)
