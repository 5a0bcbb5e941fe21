"""Sessions, feedback and other things of which there may be several: entering one after the other
by being asked, and the list of those there are, to change or take away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from dialogcli.base.commands import render
from dialogcli.base.dates import Day
from dialogcli.base.fieldtypes import Trait
from dialogcli.base.findings import DialogError, Place, hint_line
from dialogcli.base.screen import Item, Part, done, heading, line, rows, screen
from dialogcli.base.words import capital
from dialogcli.checking.feedback_due import Owed, owed
from dialogcli.dossier.model import Answer, Dossier, FormFile
from dialogcli.interview.items import (
    DATE,
    LEADER,
    ends_the_questions,
    item_name,
    items_menu,
    items_table,
    likely_status,
    proposals,
)
from dialogcli.interview.progress import review_table
from dialogcli.interview.question import Question, question_about, question_at, question_paths
from dialogcli.interview.signs import DONE, Sign, told
from dialogcli.process.planned import Planned, planned_sessions, sessions_in_plan
from dialogcli.process.traces import CANCELLED, HELD, STATUS
from dialogcli.rulebook.model import FEEDBACK, SESSIONS, Form
from dialogcli.screens.next_step import NextStep, next_line
from dialogcli.usecases.interview.conversation import Conversation
from dialogcli.usecases.interview.session import Interview

MOST_PLANNED = 8
"""So many rows of the plan are listed to choose from."""

KEPT = "Enter = stämmer, nummer = ändra."
ANOTHER = {SESSIONS: "Ett annat tillfälle", FEEDBACK: "Någon annan"}


class Chosen(NamedTuple):
    """What is to be entered: the values to begin the file with, or a file that was begun before;
    `fields` are asked after that, `likely` is what Enter means there.
    """

    given: dict[str, str]
    fields: tuple[str, ...]
    likely: dict[str, str]
    file: FormFile | None = None


@dataclass(frozen=True, slots=True)
class ItemTalk:
    """About the items of one form."""

    talk: Conversation
    form: Form

    def add_several(self) -> bool:
        """One after the other, until there is no more to enter; whether it is told what comes next."""
        self._head()
        self._add_all()
        document = self._document()
        if document:
            step = NextStep(render(document), "skapar dem i Word")
            self._tell(next_line(step))
        return bool(document)

    def _add_all(self) -> None:
        while self._add() and self._one_more():
            pass

    def offer(self) -> None:
        """Where the open step waits for such an item: what is known of that, and whether to enter it
        now.
        """
        asking = self.talk.interviewer
        waits = list(self._waits())
        asking.gap()
        asking.tell(self._tally(), *waits)
        if waits:
            asking.tell("Föra in det nu?")
            if asking.yes("Svar"):
                self._add_all()

    def _waits(self) -> Iterator[str]:
        """What has been and is not entered: a day of the plan, or feedback whose time has come."""
        if self.form.id == FEEDBACK:
            for event in owed(self.talk.adviser.report):
                if event.due and not event.held:
                    yield f"Återkopplingen är inte införd: {event.name}."
        elif self.form.id == SESSIONS:
            yield from self._days_that_have_been()
        else:
            yield f"{self.form.title} är inte infört."

    def _days_that_have_been(self) -> Iterator[str]:
        planned = sessions_in_plan(self._dossier, self._today)
        for one in planned:
            if one.day.last <= self._today:
                yield f"Inte infört: {self._row(one)[0]}: {one.what}."
        open_still = [file for file in self._files() if self._has_passed(file)]
        yield from (f"Har varit, och står som planerat: {item_name(file)}." for file in open_still)
        if not planned and not self._files():
            yield "Inget tillfälle är infört."

    def run(self, one: FormFile | None) -> None:
        """One of those there are, to change; else the list of them all."""
        self._head()
        if one is not None:
            self._change(one)
        else:
            self._list()

    def _list(self) -> None:
        """The list of those there are: a new one, changes and removals."""
        read = self.talk.interviewer.read
        self._show()
        while (typed := read(Sign.NEW_ROW)).sign not in (Sign.LATER, Sign.BACK):
            files = self._files()
            known = 1 <= typed.number <= len(files)
            if typed.sign is Sign.NEW_ROW:
                self._add()
            elif typed.sign is None and known:
                self._change(files[typed.number - 1])
            elif typed.sign is Sign.REMOVE and known:
                self._remove(files[typed.number - 1])
            else:
                self._tell(f"{typed.text} går inte att förstå här.")
            self._show()

    def _head(self) -> None:
        """`Ny simhall i Sandviken. Steg 5 av 11, Genomförande`."""
        where = self.talk.adviser.report.standing
        states = list(where.states)
        title = self._dossier.text("dossier.titel") or self.form.title
        step = where.current
        at = f" Steg {states.index(step.id) + 1} av {len(states)}, {step.name}" if step else ""
        self.talk.interviewer.console.show(screen(heading(f"{capital(title).rstrip('.')}.{at}")))

    def _add(self) -> bool:
        """Enter one; whether something was."""
        chosen = self._chosen()
        if chosen is None:
            return False
        file = chosen.file or self.talk.recorder.add_item(self.form, dict(chosen.given))
        self._ask(file, chosen)
        now = self._again(file)
        if now is not None and self.form.id == SESSIONS:
            self._after_cancelling(now)
        self._tell(done(f"{file.file}."), self._tally())
        return True

    def _chosen(self) -> Chosen | None:
        match self.form.id:
            case "tillfällen":
                return self._session()
            case "återkoppling":
                return self._feedback()
        return self._other()

    def _other(self) -> Chosen | None:
        """An item of any other form: its key, then everything else."""
        key = self._ask_for(self.form.items)
        return Chosen({self.form.items: key}, self._besides(self.form.items), {}) if key else None

    def _session(self) -> Chosen | None:
        """A session of a day that the plan has, or another; what is known of it is agreed first."""
        planned = planned_sessions(self._dossier, self._today)[:MOST_PLANNED]
        number = 0
        if planned:
            self.talk.interviewer.head("Vilket tillfälle gäller det? Dagarna kommer från planen.")
            labels = [self._row(one) for one in planned]
            number = self._choose([*labels, (ANOTHER[SESSIONS], "")])
            if not number:
                return None
        row = planned[number - 1] if 0 < number <= len(planned) else None
        day = str(row.day) if row else self._ask_for(DATE)
        if not day:
            return None
        known = proposals(self._dossier, self.form, row)
        leader = known.pop(LEADER, "")
        given = self._agreed({DATE: day, **known})
        likely = {LEADER: leader, STATUS: likely_status(Day.parse(given[DATE]), self._today)}
        first = [STATUS] if STATUS in self.form.fields else []
        return Chosen(given, (*first, *self._besides(*given, STATUS)), likely)

    def _feedback(self) -> Chosen | None:
        """Feedback to an audience of the rulebook; what was planned before is gone on with."""
        events = owed(self.talk.adviser.report)
        if not events:
            return self._other()
        self.talk.interviewer.head("Vilka ska få återkoppling?")
        first = next((at for at, one in enumerate(events, 1) if not one.held), 1)
        number = self._choose([(one.name, self._state(one)) for one in events], first)
        if not number:
            return None
        event = events[number - 1]
        begun = [one for one in self._files() if one.file == event.file and not event.held]
        return self._sent_now(event, begun[0]) if begun else self._new_feedback(event)

    def _new_feedback(self, event: Owed) -> Chosen:
        key = self.form.items
        self.talk.interviewer.gap()
        self._tell("Är återkopplingen lämnad? n = den är bara planerad")
        if not self.talk.interviewer.yes("Svar"):
            return Chosen({key: event.audience}, self._only("planerad", "kanal"), {})
        return Chosen(
            {key: event.audience}, self._besides(key, "planerad"), {DATE: str(self._today)}
        )

    def _sent_now(self, event: Owed, file: FormFile) -> Chosen:
        """`Medborgarna: planerad 23 juni.` It is asked when it was sent, and what it lacks."""
        when = f": planerad {event.planned.in_words}" if event.planned else " är inte införd klart"
        self.talk.interviewer.gap()
        self._tell(f"{event.name}{when}.")
        has_been = event.planned and event.planned.last <= self._today
        likely = {DATE: str(event.planned)} if has_been else {}
        lacking = [name for name, answer in file.answers.items() if not answer.filled]
        fields = [name for name in self._besides("planerad") if name in lacking]
        return Chosen({}, tuple(fields), likely, file)

    def _ask(self, file: FormFile, chosen: Chosen) -> None:
        """The questions of one item; each answer is saved in its file."""
        paths = self._paths(file, chosen.fields)

        def numbered(path: str) -> Question:
            question = question_at(self._dossier, path)
            likely = chosen.likely.get(path.rpartition(".")[2], "")
            if path == self._path(file, STATUS) and likely == HELD:
                question = replace(question, text="Hur gick det?", answer="")
            question = replace(question, proposed="" if question.answer else likely)
            return replace(question, position=f"{paths.index(path) + 1} av {len(paths)}")

        asked = 0

        def enough() -> bool:
            nonlocal asked
            asked += 1
            now = self._again(file)
            return asked > 1 and now is not None and self._is_settled(now)

        Interview(self.talk, lambda _question, _given: "").go_through(
            paths, numbered, enough, start=0, leave=lambda: True
        )

    def _after_cancelling(self, file: FormFile) -> None:
        """Of a cancelled session why, and which day it is held instead."""
        if not file.answers[STATUS].is_one_of((CANCELLED,)) or "sammanfattning" not in file.answers:
            return
        path = self._path(file, "sammanfattning")
        reason = replace(
            question_at(self._dossier, path),
            text="Varför ställdes det in? Skälet syns i sammanställningen.",
            guidance="",
            example="",
        )
        Interview(self.talk, lambda _question, _given: "").answer(reason)
        self.talk.interviewer.head("Vilken ny dag blir det? Enter = ingen.")
        given = self.talk.interviewer.wait(self._about(DATE), "Svar: ")
        if not isinstance(given, str):
            return
        same = {
            name: answer.text
            for name, answer in file.answers.items()
            if name in ("plats", "metod", LEADER) and answer.filled and not answer.excused
        }
        self.talk.recorder.add_item(self.form, {**same, DATE: given, STATUS: "planerat"})
        self._tell(f"Ett nytt tillfälle är planerat {Day.parse(given).in_words}.")

    def _agreed(self, given: dict[str, str]) -> dict[str, str]:
        """What is known of an item, once somebody has looked at it and changed what is wrong."""
        if len(given) < 2:
            return given
        while True:
            names = list(given)
            shown = [
                (f"{number}  {self.form.fields[name].label}", self._shown(name, given[name]))
                for number, name in enumerate(names, 1)
            ]
            self.talk.interviewer.gap()
            self._tell(rows(*shown, gap=2, indent=2), KEPT)
            typed = self.talk.interviewer.read()
            if typed.sign is Sign.LATER:
                return given
            if typed.sign is None and 1 <= typed.number <= len(names):
                name = names[typed.number - 1]
                given[name] = self._ask_for(name) or given[name]

    def _one_more(self) -> bool:
        self.talk.interviewer.gap()
        self._tell(line("Ett till? ", told(("j", "ja"), DONE)))
        return self.talk.interviewer.read().text.lower() in ("j", "ja")

    def _change(self, file: FormFile) -> None:
        """What an item lacks is asked first; then all its answers stand there, to change any."""
        lacking = [name for name in self.form.fields if not file.answers[name].filled]
        if self._has_passed(file):
            self._ask(file, Chosen({}, (STATUS, *lacking), {STATUS: HELD}))
        elif not self._is_settled(file):
            self._ask(file, Chosen({}, tuple(lacking), {}))
        self._look_over(file)
        now = self._again(file)
        if now is not None and self._is_cancelled_now(file, now):
            self._after_cancelling(now)

    def _look_over(self, file: FormFile) -> None:
        paths = self._paths(file, self.form.fields)
        interview = Interview(self.talk, lambda _question, _given: "")
        while True:
            questions = [question_at(self._dossier, path) for path in paths]
            self.talk.interviewer.gap()
            self._tell(review_table(questions, {}), told(("Nummer", "ändra"), DONE, end="."))
            typed = self.talk.interviewer.read()
            if typed.sign in (Sign.LATER, Sign.BACK):
                return
            if typed.sign is None and 1 <= typed.number <= len(paths):
                interview.answer(questions[typed.number - 1])

    def _paths(self, file: FormFile, names: Iterable[str]) -> list[str]:
        """The paths of the questions about some fields of an item."""
        return [
            path
            for name in names
            for path in question_paths(self.form.fields[name], self._path(file, name))
        ]

    def _is_settled(self, file: FormFile) -> bool:
        return self.form.id == SESSIONS and ends_the_questions(file)

    def _has_passed(self, file: FormFile) -> bool:
        """Whether a session is past, and nothing is said of what came of it."""
        if self.form.id != SESSIONS or STATUS not in file.answers:
            return False
        open_still = not file.answers[STATUS].is_one_of((HELD, CANCELLED))
        return open_still and file.day is not None and file.day.last <= self._today

    def _is_cancelled_now(self, before: FormFile, now: FormFile) -> bool:
        if self.form.id != SESSIONS:
            return False
        was, is_ = (one.answers[STATUS].is_one_of((CANCELLED,)) for one in (before, now))
        return is_ and not was

    def _remove(self, file: FormFile) -> None:
        asked = f"Ta bort {self.form.title.lower()} {item_name(file)}? Filen tas bort."
        self._tell(asked)
        if not self.talk.interviewer.yes("Svar"):
            return
        try:
            self.talk.recorder.remove_item(file)
        except DialogError as refused:
            self.talk.note(refused.message)
            self._tell(*map(hint_line, refused.hints))
            self.talk.recorder.reread()
            return
        self._tell("Borttaget.")

    def _choose(self, labels: Sequence[tuple[str, str]], first: int = 1) -> int:
        """The number that is chosen, Enter for the first that waits; 0 to go back."""
        asking = self.talk.interviewer
        numbered = [(f"{number}  {one}", more) for number, (one, more) in enumerate(labels, 1)]
        choices = asking.choices(
            [" ".join(filter(None, one)) for one in labels],
            [rows(*numbered, gap=3, indent=2)],
            (),
            str(first),
        )
        while True:
            prompt = f"Svar (1-{len(labels)}, Enter = {first}): "
            typed = asking.asker.choose(prompt, choices).strip()
            if not typed:
                return first
            if typed == Sign.BACK.value:
                return 0
            if typed.isdecimal() and 1 <= int(typed) <= len(labels):
                return int(typed)
            self._tell(f"Skriv 1-{len(labels)}.")
            choices = choices._replace(lines=(), beside=())

    def _ask_for(self, name: str) -> str:
        """The value of one field, which is not saved yet; '' when nothing comes."""
        given = self.talk.interviewer.ask(self.talk.adviser.advised(self._about(name)))
        return given if isinstance(given, str) else ""

    def _about(self, name: str) -> Question:
        """The question about a field of an item that is not there yet."""
        of = self.form.fields[name]
        return question_about(self._dossier, Answer(f"{self.form.id}.ny.{name}", of, Place("")))

    def _row(self, one: Planned) -> tuple[str, str]:
        return f"{one.day.in_words}, {one.day.seen_from(self._today)}", one.what

    def _state(self, event: Owed) -> str:
        if event.held:
            return f"klar {event.held.in_words}"
        if event.planned:
            return f"planerad {event.planned.in_words}"
        return "saknas" if event.due else "längre fram"

    def _shown(self, name: str, text: str) -> str:
        of = self.form.fields[name]
        return (
            Day.parse(text).with_weekday if Trait.DAY in of.type.traits else of.type.cell(text, of)
        )

    def _tally(self) -> str:
        """`1 av 3 tillfällen är infört.` where the plan says how many there are to be."""
        if self.form.id != SESSIONS:
            return ""
        entered = len(self._files())
        if not entered:
            return ""
        left = sessions_in_plan(self._dossier, self._today)
        of = f" av {entered + len(left)}" if left else ""
        noun = "tillfälle" if entered == 1 and not left else "tillfällen"
        return f"{entered}{of} {noun} är {'infört' if entered == 1 else 'införda'}."

    def _document(self) -> str:
        """The document that is made of each session; '' of other items, and before there is one."""
        for document in self._dossier.rulebook.documents:
            if document.each == self.form.id and self.form.id == SESSIONS and self._files():
                return document.id
        return ""

    def _show(self) -> None:
        files = self._files()
        self.talk.interviewer.gap()
        if files:
            self._tell(items_table(self.form, files))
        self._tell(items_menu(len(files)))

    def _besides(self, *names: str) -> tuple[str, ...]:
        left = (*names, self.form.items)
        return tuple(name for name in self.form.fields if name not in left)

    def _only(self, *names: str) -> tuple[str, ...]:
        return tuple(name for name in names if name in self.form.fields)

    def _path(self, file: FormFile, name: str) -> str:
        return f"{self.form.id}.{file.stem}.{name}"

    def _files(self) -> tuple[FormFile, ...]:
        return self._dossier.files.get(self.form.id, ())

    def _again(self, file: FormFile) -> FormFile | None:
        """The same file as it is now."""
        return next((one for one in self._files() if one.file == file.file), None)

    def _tell(self, *said: Item | Part) -> None:
        self.talk.interviewer.tell(*said)

    @property
    def _today(self) -> date:
        return self.talk.interviewer.today

    @property
    def _dossier(self) -> Dossier:
        return self.talk.recorder.dossier
