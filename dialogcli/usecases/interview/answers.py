"""Answers that are not asked for: out of a file, on the command line; and questions written to a
file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from dialogcli.base.commands import fill_answers, new_answers
from dialogcli.base.screen import Command, command_text, done, line, screen
from dialogcli.disk.files import create, read_text
from dialogcli.dossier.model import Dossier
from dialogcli.interview.answers_file import AnswersFile, answers_in, read_answers
from dialogcli.interview.chapters import NOT_ASKED, Chapter
from dialogcli.interview.question import answer_shown
from dialogcli.rulebook.model import Field, Form
from dialogcli.scaffold.questions_file import Part, new_questions, remaining_questions
from dialogcli.usecases.context import Context
from dialogcli.yamltext.nodes import Plain


def load_answers(path: Path, name: str) -> AnswersFile:
    """Read the file. Raises UnreadableError, or InputOutputError when it is not there."""
    return read_answers(read_text(path, name).text, name)


def answers_for(
    file: AnswersFile, dossier: Dossier, context: Context
) -> Mapping[str, Plain | None]:
    """The answers of a file for one dossier. Raises UsageError with everything that is wrong;
    nothing is written.
    """
    return answers_in(file, dossier, context.today)


def export_new(
    context: Context, dossier: Dossier, forms: Iterable[Form], name: str, title: str
) -> None:
    """Write the questions of whole forms, for a dialogue that is not created yet. Never replaces a
    file.
    """
    parts = [
        Part(form, [of for of in form.fields.values() if f"{form.id}.{of.id}" not in NOT_ASKED])
        for form in forms
    ]
    back = new_answers(name)
    questions = new_questions(dossier.rulebook, parts, command_text(back), title)
    create(context.cwd / name, questions)
    _tell(context, name, back)


def export_remaining(
    context: Context, dossier: Dossier, chapters: Iterable[Chapter], name: str, folder: str
) -> None:
    """Write the questions of some chapters, each with what is answered already. Never replaces a
    file.
    """
    back = fill_answers(name)
    text = remaining_questions(
        dossier.rulebook,
        _parts(dossier, chapters),
        command_text(back, folder),
        dossier.text("dossier.titel"),
    )
    create(context.cwd / name, text)
    _tell(context, name, back)


def _parts(dossier: Dossier, chapters: Iterable[Chapter]) -> Iterator[Part]:
    """The fields that chapters ask about, form by form: a chapter may take in fields of several."""
    paths = dict.fromkeys(
        ".".join(path.split(".")[:2]) for chapter in chapters for path in chapter.paths
    )
    for form_id in dict.fromkeys(path.split(".")[0] for path in paths):
        form = dossier.rulebook.forms[form_id]
        fields: list[Field] = [of for id_, of in form.fields.items() if f"{form_id}.{id_}" in paths]
        answers = (dossier.answer(f"{form_id}.{of.id}") for of in fields)
        yield Part(
            form, fields, {answer.path: answer_shown(answer) for answer in answers if answer}
        )


def _tell(context: Context, name: str, back: Command) -> None:
    told = done(f"Frågorna finns i {name}. Svara i filen och kör:")
    context.console.show(screen([told, line(back, indent=2)]))
