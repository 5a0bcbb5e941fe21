"""What an answer needs before it is saved: its reason, and, where it says that this is no citizen
dialogue, that somebody confirms it; and what is said when it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dialogcli.base.commands import fill
from dialogcli.base.fieldtypes import Shape
from dialogcli.base.screen import Command, Line, line
from dialogcli.checking.report import Report
from dialogcli.dossier.select import as_plain
from dialogcli.dossier.values import NOT_APPLICABLE
from dialogcli.interview.parsing import follow_up
from dialogcli.interview.question import Question
from dialogcli.interview.question_screens import follow_up_line, prompt
from dialogcli.interview.scope import (
    SCOPE,
    ended_by,
    kept,
    refusing_findings,
    scope_end,
    scope_no,
    scope_paths,
)
from dialogcli.interview.signs import KEEP, Sign, read_line, told
from dialogcli.usecases.interview.conversation import Conversation
from dialogcli.yamltext.nodes import Plain


def said_no(report: Report, paths: Sequence[str]) -> list[Line]:
    """Why it is no citizen dialogue and what to do instead; [] when nothing speaks against it.

    `paths` are the questions of the test.
    """
    dossier = report.dossier
    if findings := refusing_findings(dossier, report.findings, paths):
        change = _change(findings[0].path)
        return [*scope_no(dossier.rulebook, findings, change), kept(dossier.rulebook)]
    if path := ended_by(dossier, paths):
        return [*scope_end(dossier, path, _change(path)), kept(dossier.rulebook)]
    return []


def saying_no(report: Report, paths: Sequence[str]) -> str:
    """The path of the answer for which `said_no` says something; '' when nothing does."""
    found = refusing_findings(report.dossier, report.findings, paths)
    return found[0].path if found else ended_by(report.dossier, paths)


def _change(path: str) -> Command:
    return fill(SCOPE if path.startswith(f"{SCOPE}.") else path)


THE_END = "Då är det ingen medborgardialog, och ärendet slutar här. Stämmer det?"
_ANSWERS = {"ja": None, "nej - ändra svaret": Sign.BACK, "vi vet inte än": Sign.LATER}


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """An answer to one question, before it is saved."""

    talk: Conversation
    question: Question

    def of(self, given: Plain) -> Plain | Sign:
        """The answer with its reason, confirmed where it ends the matter. Sign.BACK to the question,
        Sign.LATER when nothing is to be saved.
        """
        whole: Plain | Sign = given
        if self.question.type.shape is Shape.STATEMENT and isinstance(given, dict):
            lacking = "skäl" not in given and NOT_APPLICABLE not in given
            whole = self._with_reason(given) if lacking else given
        if whole is Sign.LATER:
            self.talk.interviewer.tell("Svaret är inte sparat, för skälet saknas.")
        return whole if isinstance(whole, Sign) else self._confirmed(whole)

    def _with_reason(self, given: dict[str, Plain]) -> Plain | Sign:
        """Ask for the reason. That of the stored answer stays with the same answer, and can be
        changed to go with another.
        """
        wanted = follow_up(self.question, given)
        if wanted is None:
            return given
        stored = self.talk.recorder.dossier.answer(self.question.path)
        reason = stored.part("skäl") if stored else None
        wanted = replace(wanted, written=reason.text if reason and reason.filled else "")
        if wanted.written and stored and stored.text == given.get("svar"):
            more = self._asked(wanted, kept_already=True)
            return as_plain(stored) if more is Sign.LATER else _with(given, more)
        return _with(given, self._asked(wanted, kept_already=False))

    def _asked(self, wanted: Question, kept_already: bool) -> Plain | Sign:
        """Ask for a reason, where one is stored (`wanted.written`): Enter keeps it, or else it stands
        on the line to be changed.
        """
        asking = self.talk.interviewer
        if kept_already:
            keys = told(KEEP, ("!", "ändra"), end=", annars skriv nytt.")
            asking.tell(line("Skälet är kvar. ", keys))
        else:
            asking.tell(follow_up_line(replace(wanted, written="")))
            if wanted.written:
                asking.tell("Det förra skälet står på raden. Ändra det. Enter = spara så")
        if asking.is_long(wanted):
            asking.say_how_to_end()
        begun = "" if kept_already else wanted.written
        return asking.wait(wanted, prompt(wanted), begun=begun)

    def _confirmed(self, given: Plain) -> Plain | Sign:
        """An answer that ends the matter is confirmed once: a slip of a key must not end it."""
        talk, paths = self.talk, scope_paths(self.talk.recorder.dossier.rulebook)
        path = self.question.path
        then = talk.adviser.report_with(path, given) if path in paths else None
        if then is None or not said_no(then, paths) or said_no(talk.adviser.report, paths):
            return given
        talk.recorder.unsaved = given
        ends = self._ends()
        talk.recorder.unsaved = ""
        if ends is Sign.LATER:
            talk.interviewer.tell("Svaret är inte sparat. Frågan är öppen.")
        return ends or given

    def _ends(self) -> Sign | None:
        """Whether the matter ends with the answer: None when it does, else Sign.BACK to change the
        answer or Sign.LATER.
        """
        asking = self.talk.interviewer
        asking.gap()
        asking.tell(THE_END)
        numbered = [f"{number} {label}" for number, label in enumerate(_ANSWERS, 1)]
        choices = asking.choices([*_ANSWERS], [line(", ".join(numbered), indent=2)], (), "")
        while True:
            typed = read_line(asking.asker.choose("Svar (1-3): ", choices))
            if typed.sign is Sign.BACK:
                return Sign.BACK
            if typed.sign is None and 1 <= typed.number <= len(_ANSWERS):
                return [*_ANSWERS.values()][typed.number - 1]
            asking.tell("Skriv 1-3.")
            choices = choices._replace(lines=())


def _with(given: dict[str, Plain], reason: Plain | Sign) -> Plain | Sign:
    return reason if isinstance(reason, Sign) else {**given, "skäl": reason}
