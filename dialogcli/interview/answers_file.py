"""Answers given in a file instead of at prompts: `{form: {field: value}}`, with `regelverk` and
`titel` on top.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from dialogcli.base.fieldtypes import Shape
from dialogcli.base.findings import Place, UnreadableError, UsageError
from dialogcli.base.words import did_you_mean, is_number, same_word
from dialogcli.dossier.change import grafted
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.dossier.select import select
from dialogcli.dossier.values import NOT_APPLICABLE, SIGNED
from dialogcli.interview.chapters import NOT_ASKED
from dialogcli.interview.items import addable
from dialogcli.interview.parsing import Refusal, parse_answer
from dialogcli.interview.question import question_about
from dialogcli.rulebook.model import Field, Form
from dialogcli.yamltext import nodes
from dialogcli.yamltext.nodes import Plain
from dialogcli.yamltext.reader import read_yaml

Given = tuple[str, Plain | None]

_NEW = "ny"
"""Stands for the key of an item that is not known yet."""

IDENTITY = ("regelverk", "titel")
"""What an answers file says outside the forms."""


@dataclass(frozen=True, slots=True)
class AnswersFile:
    """A file that could be read. Which answers it holds only the dossier's rulebook can tell
    (`answers_in`).
    """

    name: str
    root: nodes.Mapping

    def text(self, key: str) -> str:
        """One of the values on top; '' when it is not given."""
        entry = self.root.get(key)
        return entry.value.text.strip() if entry and isinstance(entry.value, nodes.Scalar) else ""


def read_answers(text: str, name: str) -> AnswersFile:
    """Raises UnreadableError when the text is not YAML."""
    reading = read_yaml(text, name)
    if reading.root is None:
        raise UnreadableError(
            f"Svarsfilen {name} går inte att läsa. Inget är ändrat.", faults=reading.faults
        )
    return AnswersFile(name, reading.root)


def answers_in(file: AnswersFile, dossier: Dossier, today: date) -> dict[str, Plain | None]:
    """Path -> value for every answer that is given, in the order of the file.

    What is left blank stays as it is. A table that is given is the whole table: '' empties a cell,
    and None is a row that goes away. Raises UsageError that lists everything that is wrong, each
    with its place.
    """
    reader = _Reader(dossier, today, _answerer(file.root))
    found = dict(reader.forms(file.root))
    if reader.wrong:
        raise UsageError(
            f"Svarsfilen {file.name} går inte att använda. Inget är ändrat.", *reader.wrong
        )
    return found


def items_in(
    file: AnswersFile, dossier: Dossier, form: Form, today: date
) -> list[dict[str, Plain]]:
    """Field -> value for each new item of a form: the file has a list of them under the form's name,
    or the fields of one alone. Raises UsageError that lists everything that is wrong.
    """
    reader = _Reader(dossier, today, _answerer(file.root))
    listed = next((entry for entry in file.root if same_word(entry.key.text, form.id)), None)
    found = list(reader.items(form, listed.value if listed else file.root))
    if reader.wrong:
        raise UsageError(
            f"Svarsfilen {file.name} går inte att använda. Inget är ändrat.", *reader.wrong
        )
    return found


@dataclass(slots=True)
class _Reader:
    dossier: Dossier
    today: date
    by: str
    wrong: list[str] = field(default_factory=list)

    def forms(self, root: nodes.Mapping) -> Iterator[Given]:
        forms = [form for form in self.dossier.rulebook.forms.values() if not form.items]
        known = {form.id: form for form in [*forms, *addable(self.dossier.rulebook)]}
        for entry in root:
            if entry.key.text in IDENTITY:
                continue
            form_id = _called(entry.key.text, known)
            if not form_id:
                self._wrong(
                    entry.key.place,
                    f"Underlaget {entry.key.text} finns inte i regelverket."
                    f"{did_you_mean(entry.key.text, known)}",
                )
            elif known[form_id].items:
                yield from self._of_items(known[form_id], entry.value)
            elif isinstance(entry.value, nodes.Mapping):
                yield from self._fields(known[form_id].fields, entry.value, form_id)
            elif not _is_blank(entry.value):
                self._wrong(entry.value.place, "Här behövs fälten, ett på varje rad.")

    def items(self, form: Form, node: nodes.Node) -> Iterator[dict[str, Plain]]:
        """The values of each item; one without its key is wrong."""
        for one in node.items if isinstance(node, nodes.Sequence) else (node,):
            if not isinstance(one, nodes.Mapping):
                self._wrong(one.place, "Här behövs fälten, ett på varje rad.")
                continue
            values: Plain = {}
            for path, value in self._fields(form.fields, one, f"{form.id}.{_NEW}"):
                values = grafted(values, _keys(path), "" if value is None else value)
            if isinstance(values, dict) and values.get(form.items):
                yield values
            else:
                self._wrong(one.place, f"{form.fields[form.items].label} saknas.")

    def _of_items(self, form: Form, node: nodes.Node) -> Iterator[Given]:
        """The answers of items by their keys: those that are there are changed, others made."""
        for values in self.items(form, node) if not _is_blank(node) else ():
            for name, value in values.items():
                if name != form.items or len(values) == 1:
                    yield f"{form.id}.{values[form.items]}.{name}", value

    def _fields(
        self, fields: Mapping[str, Field], node: nodes.Mapping, path: str
    ) -> Iterator[Given]:
        for entry in node:
            name = _called(entry.key.text, fields)
            if not name:
                self._wrong(
                    entry.key.place,
                    f"Fältet {entry.key.text} finns inte här."
                    f"{did_you_mean(entry.key.text, fields)}",
                )
            elif f"{path}.{name}" in NOT_ASKED:
                self._wrong(
                    entry.key.place, f"{name} skrivs överst i filen och går inte att ändra här."
                )
            elif not _is_blank(entry.value):
                yield from self._answer(fields[name], entry.value, f"{path}.{name}")

    def _answer(self, of: Field, node: nodes.Node, path: str) -> Iterator[Given]:
        if isinstance(node, nodes.Mapping) and of.parts and not node.get(NOT_APPLICABLE):
            yield from self._fields(of.parts, node, path)
        elif isinstance(node, nodes.Sequence) and of.type.shape is Shape.ROWS:
            yield from self._table(of, node.items, path)
        elif (text := _text(node)) is None:
            self._wrong(node.place, f"{of.label}: Svaret har fel form. Se exemplet i filen.")
        else:
            yield from self._parsed(of, text, path, node)

    def _table(self, of: Field, items: tuple[nodes.Node, ...], path: str) -> Iterator[Given]:
        for number, row in enumerate(items, 1):
            yield from self._row(of, row, f"{path}.{number}")
        answer = self.dossier.answer(path)
        for number in range(len(answer.rows) if answer else 0, len(items), -1):
            yield f"{path}.{number}", None

    def _row(self, of: Field, node: nodes.Node, path: str) -> Iterator[Given]:
        if isinstance(node, nodes.Mapping):
            given = list(self._fields(of.parts, node, path))
            yield from given
            there = next(iter(select(self.dossier, path)), None)
            written = [name for name, cell in (there.parts if there else {}).items() if cell.given]
            last = list(of.parts)[
                -1:
            ]  # a row whose last column does not even stand there is one left in the middle
            for name in dict.fromkeys([*written, *(last if given else [])]):
                if not any(at == f"{path}.{name}" for at, _ in given):
                    yield f"{path}.{name}", ""
        else:
            self._wrong(node.place, f"{of.label}: En rad skrivs med sina kolumner.")

    def _parsed(self, of: Field, text: str, path: str, node: nodes.Node) -> Iterator[Given]:
        place, listed = node.place, isinstance(node, nodes.Sequence)
        question = replace(
            question_about(self.dossier, Answer(path, of, place), self.by),
            on_screen=False,
            one_by_one=listed,
        )
        value = parse_answer(question, text, self.today)
        if isinstance(value, Refusal):
            self._wrong(place, f"{of.label}: {value.text}")
        else:
            yield path, _as_signed(value, node)

    def _wrong(self, place: Place, sentence: str) -> None:
        self.wrong.append(f"  {sentence} ({place})")


def _answerer(root: nodes.Mapping) -> str:
    """The handläggare that the file itself names: considerations in it are hers."""
    dossier = root.get("dossier")
    entry = (
        dossier.value.get("handläggare")
        if dossier and isinstance(dossier.value, nodes.Mapping)
        else None
    )
    return entry.value.text.strip() if entry and isinstance(entry.value, nodes.Scalar) else ""


def _keys(path: str) -> list[str | int]:
    """The way to a value inside its item; rows count from 0 there."""
    return [int(word) - 1 if is_number(word) else word for word in path.split(".")[2:]]


def _called(word: str, known: Mapping[str, object]) -> str:
    return next((one for one in known if same_word(word, one)), "")


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Scalar) and node.empty


def _text(node: nodes.Node) -> str | None:
    """A text, or a list of texts as one on each line; None for anything else."""
    match node:
        case nodes.Scalar(text=text):
            return text
        case nodes.Sequence(items=items) if all(isinstance(item, nodes.Scalar) for item in items):
            return "\n".join(item.text for item in items if isinstance(item, nodes.Scalar))
        case nodes.Mapping() if excuse := node.get(NOT_APPLICABLE):
            given = excuse.value
            reason = given.get("skäl") if isinstance(given, nodes.Mapping) else excuse
            if reason and isinstance(reason.value, nodes.Scalar):
                return f"ej tillämpligt {reason.value.text}"
    return None


def _as_signed(value: Plain, node: nodes.Node) -> Plain:
    """An excuse with who answers for it and the day as the file says it, where it does."""
    excuse = node.get(NOT_APPLICABLE) if isinstance(node, nodes.Mapping) else None
    if not excuse or not isinstance(excuse.value, nodes.Mapping) or not isinstance(value, dict):
        return value
    signed = value[NOT_APPLICABLE]
    given: dict[str, Plain] = {
        entry.key.text: entry.value.text
        for entry in excuse.value
        if entry.key.text in SIGNED[1:] and isinstance(entry.value, nodes.Scalar)
    }
    return {NOT_APPLICABLE: {**signed, **given}} if isinstance(signed, dict) else value
