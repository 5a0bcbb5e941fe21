"""Forms of which there are several files, such as sessions and feedback: which one somebody means,
what the dossier knows of a new one before it is asked for, and how those there are look in a list.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dialogcli.base.characters import cut
from dialogcli.base.commands import add, decide, set_waiver
from dialogcli.base.dates import Day
from dialogcli.base.findings import UsageError
from dialogcli.base.screen import Line, Spoken, Table, line, table
from dialogcli.base.words import did_you_mean, listed, plain, same_word
from dialogcli.dossier.model import Dossier, FormFile
from dialogcli.interview.question import answer_shown
from dialogcli.interview.signs import DONE, told
from dialogcli.process.planned import Planned, chosen_methods
from dialogcli.process.traces import CANCELLED, HELD, STATUS
from dialogcli.rulebook.model import DECISIONS, SESSIONS, WAIVERS, Form, Rulebook

PLACE, LEADER, METHOD, DATE = "plats", "ledare", "metod", "datum"
PLANNED = "planerat"

_ENDINGS = ("n", "en", "na", "ena", "ar", "er", "or", "r", "et", "t", "arna", "erna", "orna", "a")
"""What a Swedish noun has at its end in one number or form and not in another."""

_LISTED_COLUMNS = 4
"""So many fields of an item stand in the list of all; the rest is seen when it is changed."""


def addable(rulebook: Rulebook) -> list[Form]:
    """The forms that somebody can add an item to; decisions and exceptions have commands of their
    own.
    """
    return [
        form
        for form in rulebook.forms.values()
        if form.items and form.id not in (DECISIONS, WAIVERS)
    ]


def form_called(rulebook: Rulebook, typed: str) -> Form | None:
    """The form with items that somebody means, in singular or plural: `Tillfälle`, `tillfällena`.
    None when there is none.
    """
    for form in addable(rulebook):
        if any(_same_noun(typed, name) for name in (form.id, form.title)):
            return form
    return None


def form_meant(rulebook: Rulebook, typed: str, more: Sequence[str] = ()) -> Form:
    """The same. Raises UsageError with what there is, `more` included, and for what has a command of
    its own.
    """
    if form := form_called(rulebook, typed):
        return form
    if _same_noun(typed, DECISIONS):
        raise UsageError(
            "Ett beslut förs in med ett eget kommando.",
            line("Skriv så: ", decide(next((gate.word for gate in rulebook.gates()), "BESLUT"))),
        )
    if _same_noun(typed, WAIVERS):
        raise UsageError(
            "Ett undantag skrivs med ett eget kommando.",
            line("Skriv så: ", set_waiver(next(iter(rulebook.rules), "KRAV"))),
        )
    known = [*(form.id for form in addable(rulebook)), *more]
    there_is = f"Det går att lägga till {listed(known)}." if known else ""
    raise UsageError(
        f"{typed} går inte att lägga till.{did_you_mean(typed, known)} Inget är ändrat.", there_is
    )


def _same_noun(typed: str, name: str) -> bool:
    if same_word(typed, name):
        return True
    short, long = sorted((plain(typed.strip()), plain(name)), key=len)
    stem = short[:-1] if short.endswith(("e", "a")) else short
    return len(stem) > 3 and any(
        long == beginning + ending for beginning in (short, stem) for ending in _ENDINGS
    )


def proposals(dossier: Dossier, form: Form, row: Planned | None) -> dict[str, str]:
    """Field -> what is probably so, as it would be typed: what the row of the plan says, else what
    the last item does, where that is the same from time to time.
    """
    if form.id != SESSIONS:
        return {}
    last = _latest(dossier, form)
    found = {name: _text(last, name) for name in (PLACE, METHOD, LEADER)}
    found[METHOD] = (row.method if row else "") or found[METHOD] or _only_method(dossier)
    return {name: text for name, text in found.items() if text and name in form.fields}


def _latest(dossier: Dossier, form: Form) -> FormFile | None:
    files = dossier.files.get(form.id, ())
    return max(files, key=lambda file: file.day.last if file.day else date.min, default=None)


def _only_method(dossier: Dossier) -> str:
    methods = chosen_methods(dossier)
    return next(iter(methods)) if len(methods) == 1 else ""


def _text(file: FormFile | None, name: str) -> str:
    answer = file.answers.get(name) if file else None
    return answer.text if answer and not answer.excused else ""


def likely_status(day: Day | None, today: date) -> str:
    """What a session of that day is until somebody says otherwise."""
    return HELD if day and day.first <= today else PLANNED


def ends_the_questions(file: FormFile) -> bool:
    """Whether nothing more is asked of a session: it is still to come, or was cancelled."""
    status = file.answers.get(STATUS)
    return status is not None and status.is_one_of((PLANNED, CANCELLED))


def item_name(file: FormFile) -> str:
    """What a sentence calls an item: `13 mars 2027, Simhallen`."""
    key = file.answers[file.form.items]
    words = [key.day.in_words if key.day else answer_shown(key) or file.stem, _text(file, PLACE)]
    return cut(", ".join(filter(None, words)), 60)


def items_table(form: Form, files: Sequence[FormFile]) -> Table:
    """Those there are, with their numbers, their first fields and how many answers they lack."""
    columns = _columns(form)
    heads = ["Nr", *(form.fields[name].label for name in columns), "Saknas"]
    rows = [
        [str(number), *(_cell(file, name) for name in columns), _lacking(file)]
        for number, file in enumerate(files, 1)
    ]
    read_out = [f"{number}. {item_name(file)}." for number, file in enumerate(files, 1)]
    wide = tuple((at, 12) for at in range(2, len(heads) - 1))
    return table([heads, *rows], read_out, shrink=wide, right=(0,), indent=2)


def _columns(form: Form) -> list[str]:
    """The key, then the fields that tell one item from another best: a place, how it went."""
    first = [form.items, PLACE, STATUS, "antal_medborgare", "planerad", DATE, "kanal"]
    ordered = [name for name in first if name in form.fields]
    ordered += [name for name in form.fields if name not in ordered]
    return ordered[:_LISTED_COLUMNS]


def _cell(file: FormFile, name: str) -> str:
    return cut(answer_shown(file.answers[name]), 30) or "-"


def _lacking(file: FormFile) -> str:
    empty = sum(not answer.filled for answer in file.answers.values())
    settled = file.form.id == SESSIONS and ends_the_questions(file)
    return f"{empty} svar" if empty and not settled else "-"


def items_menu(number: int) -> Spoken:
    """What can be typed below the list; one of the items is the example."""
    if not number:
        return told(("n", "nytt"), DONE, end=".")
    one = min(number, 2)
    change, remove = (str(one), f"ändra nummer {one}"), (f"-{one}", f"ta bort nummer {one}")
    return told(("n", "nytt"), change, remove, DONE, end=".")


def what_can_be_added(rulebook: Rulebook, registers: Sequence[str] = ()) -> list[Line]:
    """The command for each form."""
    names = [*(form.id for form in addable(rulebook)), *registers]
    return [line(add(name), indent=2) for name in names]
