"""The interview of `dialog new`: the folder first, so that it exists, whole, before any answer
could be lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dialogcli.base.commands import fill
from dialogcli.base.findings import ConflictError
from dialogcli.base.screen import Line, broken_off, done, in_folder, line, screen
from dialogcli.base.words import count, listed
from dialogcli.disk.folders import create_folder
from dialogcli.disk.lock import locked
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.interview.chapters import is_missing
from dialogcli.interview.question import MATTER, Question
from dialogcli.interview.question_screens import sentences
from dialogcli.interview.scope import scope_heading, scope_paths, scope_yes
from dialogcli.interview.signs import ASK_HELP, GO_BACK, LATER, STOP, Sign, told
from dialogcli.rulebook.loader import available_rulebooks, load_rulebook
from dialogcli.rulebook.model import IDENTITY, Rulebook
from dialogcli.rulebook.own_forms import own_form
from dialogcli.scaffold.new_dossier import (
    MARKED,
    folder_name,
    new_dossier,
    paths_to_review,
    reusable,
)
from dialogcli.usecases.context import Context
from dialogcli.usecases.interview.conversation import Adviser, Conversation
from dialogcli.usecases.interview.questions import (
    Interviewer,
    coming_chapters,
    interrupted,
    interviewer,
)
from dialogcli.usecases.interview.recorder import Recorder
from dialogcli.usecases.interview.session import Interview, said_no
from dialogcli.usecases.last_line import tell_next
from dialogcli.yamltext.nodes import Plain


@dataclass(frozen=True, slots=True)
class NewDossierWish:
    """What was said on the command line or in an answers file; '' and () for what was not."""

    rulebook: str = ""
    title: str = ""
    dnr: tuple[str, ...] = ()
    folder: str = ""
    source: Dossier | None = None
    """Another dossier, what can be reused of which is taken over."""

    @property
    def missing(self) -> list[str]:
        """The options that a folder cannot be made without."""
        needed = {
            "--rulebook (regelverkets namn)": self.rulebook,
            "--title (ärendets titel)": self.title,
        }
        return [option for option, value in needed.items() if not value]


def create_dossier(context: Context, rulebook: Rulebook, wanted: NewDossierWish) -> Path:
    """Create the folder, whole or not at all, and say so. Raises ConflictError when it exists,
    InputOutputError.
    """
    name = wanted.folder or folder_name(wanted.title, context.today)
    try:
        create_folder(context.cwd / name, _files(rulebook, wanted))
    except ConflictError as error:
        raise ConflictError(
            error.message,
            line("Fortsätt med den: ", in_folder(fill(), name)),
            "Eller välj ett annat namn: --folder MAPP",
        ) from error
    said = [done(f"Mappen {name} är skapad.")]
    if wanted.source and (number := len(paths_to_review(reusable(wanted.source, rulebook)))):
        copied = count(number, "svar är kopierat", "svar är kopierade")
        said.append(line(f"{copied}. Granska dem ett och ett: Enter = behåll."))
    context.console.show(screen(said))
    return context.cwd / name


def in_memory(rulebook: Rulebook, wanted: NewDossierWish) -> Dossier:
    """The dossier that would be created, without a folder."""
    texts = _files(rulebook, wanted)
    return build_dossier(
        rulebook,
        {
            name: text
            for name, text in texts.items()
            if isinstance(text, str) and name.endswith(".yaml")
        },
    )


def known_rulebooks(context: Context) -> str:
    return f"Regelverk som finns: {listed(id_ for id_, _ in available_rulebooks(context.cwd))}"


def _files(rulebook: Rulebook, wanted: NewDossierWish) -> dict[str, str | bytes]:
    reused = reusable(wanted.source, rulebook) if wanted.source else {}
    given: dict[str, Plain] = {"titel": wanted.title, **reused.get(IDENTITY, {})}
    if wanted.dnr:
        given["dnr"] = list(wanted.dnr)
    if reused:
        given[MARKED] = paths_to_review(reused)
    return new_dossier(rulebook, given, reused)


BEGIN = "Varje svar sparas direkt."
WHICH_RULEBOOK = (
    "Vilket regelverk ska dialogen följa? Har ni inget eget, följ den allmänna grunden."
)


def begin(context: Context, wanted: NewDossierWish) -> int:
    """Ask what is missing for a folder, create it, and go on with the first questions. Returns the
    exit code.
    """
    asking, recorder = interviewer(context), None
    try:
        asking.tell(line(f"{BEGIN} ", told(ASK_HELP, GO_BACK, STOP, end=".")))
        rulebook = load_rulebook(wanted.rulebook or _rulebook_id(context, asking), context.cwd)
        wanted = replace(wanted, title=wanted.title or _title(rulebook, asking))
        path = create_dossier(context, rulebook, wanted)
        recorder = Recorder.open(path)
        with locked(path, "dialog new", context.now):
            context.console.folder = wanted.folder or path.name
            interview = Interview(
                Conversation(asking, recorder, Adviser(recorder, context.today)), _length
            )
            _first_questions(interview, context.console.folder)
    except (KeyboardInterrupt, EOFError):
        folder = wanted.folder or (recorder.folder.name if recorder else "")
        return interrupted(context, *stopped_lines(recorder, folder))
    tell_next(context, path)
    return 0


def _length(value: Plain) -> str:
    """How much of a longer text was saved: in an editor it was out of sight. Of other answers
    nothing is said here.
    """
    number = sentences(value)
    return f"Sparat: {number} meningar." if number > 1 else ""


def stopped_lines(recorder: Recorder | None, folder: str) -> list[Line]:
    """What state the work is in after Ctrl-C, and how to go on."""
    if recorder is None:
        return [broken_off("Inget är skapat.")]
    where = f" i {folder}" if folder else ""
    return [broken_off(f"{recorder.tally}{where}."), line("Fortsätt: ", fill())]


def _rulebook_id(context: Context, asking: Interviewer) -> str:
    choices = dict(available_rulebooks(context.cwd))
    if len(choices) == 1:
        return next(iter(choices))
    field = own_form("frågor").fields["regelverk"]._replace(choices=choices)
    return _must(
        asking,
        Question(
            "dossier.regelverk",
            field,
            WHICH_RULEBOOK,
            choices=choices,
            guidance="Regelverket är er egen policy för medborgardialog, som dialog läser.",
        ),
    )


def _title(rulebook: Rulebook, asking: Interviewer) -> str:
    field = rulebook.forms[IDENTITY].fields["titel"]
    text = " ".join(filter(None, [field.question or field.label, field.guidance]))
    return _must(asking, Question("dossier.titel", field, text))


def _must(asking: Interviewer, question: Question) -> str:
    """An answer that there is no going on without."""
    while True:
        given = asking.ask(question)
        if isinstance(given, str):
            return given
        asking.tell(
            "Det här behövs för att mappen ska kunna skapas."
            if given is Sign.LATER
            else "Det här är en av de första frågorna."
        )


def _first_questions(interview: Interview, folder: str) -> None:
    """The scope test, and after a yes the rest; back from there leads to its last question again."""
    backwards = False
    while _scope_test(interview, backwards):
        if _the_rest(interview, folder) is not Sign.BACK:
            return
        backwards = True


def _the_rest(interview: Interview, folder: str) -> Sign | None:
    talk = interview.talk
    chapters = coming_chapters(talk.adviser.report)
    tested = scope_paths(talk.recorder.dossier.rulebook)
    rest = [
        path
        for chapter in chapters
        if chapter.form.id != IDENTITY
        for path in chapter.paths
        if path not in tested
    ]
    paths = (*MATTER, *rest)
    number = count(len(paths), "fråga", "frågor")
    talk.interviewer.gap()
    talk.interviewer.tell(line(f"{number} om ärendet återstår. ", told(LATER, end=".")))
    if (
        interview.go_through(
            paths, lambda path: _numbered(interview, paths, path), leave=bool(tested)
        )
        is Sign.BACK
    ):
        return Sign.BACK
    saved = (
        f"{talk.recorder.tally} i {folder}"
        if talk.recorder.saved
        else "Frågorna finns kvar att svara på"
    )
    talk.interviewer.gap()
    talk.interviewer.tell(done(f"{saved}."))
    return None


def _numbered(interview: Interview, paths: Sequence[str], path: str) -> Question:
    question = interview.question_at(path).numbered(paths.index(path) + 1, len(paths))
    return replace(question, guidance="", example="", source="") if path in MATTER else question


def _scope_test(interview: Interview, backwards: bool) -> bool:
    """Whether to go on. A no is a result too: it is saved, with what to do instead."""
    talk = interview.talk
    recorder, adviser, asking = talk.recorder, talk.adviser, talk.interviewer
    paths = scope_paths(recorder.dossier.rulebook)
    if not paths:
        return True
    asking.head(scope_heading(len(paths)))
    interview.go_through(
        paths,
        lambda path: _numbered(interview, paths, path),
        start=len(paths) - 1 if backwards else None,
        enough=lambda: bool(said_no(adviser.report, paths)),
    )
    if lines := said_no(adviser.report, paths):
        asking.gap()
        asking.tell(*lines)
        return False
    if not any(is_missing(recorder.dossier, path) for path in paths):
        asking.gap()
        asking.tell(scope_yes(recorder.dossier.rulebook))
    return True
