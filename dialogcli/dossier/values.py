"""From nodes to typed answers. What does not fit is remarked on, with its place."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogcli.base import words
from dialogcli.base.commands import fill
from dialogcli.base.dates import Day, DayError
from dialogcli.base.fieldtypes import Shape, WrongTextError
from dialogcli.base.findings import Finding, Place, Severity
from dialogcli.dossier.model import Answer, NotApplicable, Parts, TableRows, Value, Wrong
from dialogcli.dossier.money import priced
from dialogcli.rulebook.model import Field
from dialogcli.yamltext import nodes

NOT_APPLICABLE = "ej_tillämpligt"
SIGNED = ("skäl", "av", "datum")
"""What stands under it: why, who says so, and when."""


@dataclass(slots=True)
class Typing:
    """Turns nodes into answers and gathers what it has to remark, file by file."""

    remarks: list[Finding] = field(default_factory=list)

    def answers(
        self, fields: Mapping[str, Field], root: nodes.Mapping, path: str
    ) -> dict[str, Answer]:
        """The answers of a form, group or row: one for every field, filled or not. Unknown keys are
        remarked on.
        """
        for entry in root:
            if entry.key.text not in fields:
                self._unknown(entry.key, fields, path)
        return {
            name: self._answer(of, root.get(name), f"{path}.{name}", _where(name, fields, root))
            for name, of in fields.items()
        }

    def _answer(self, of: Field, entry: nodes.Entry | None, path: str, missing: Place) -> Answer:
        if entry is None:
            return Answer(path, of, missing, self._blank(of, path, missing), stands=False)
        return self.answer(of, entry.value, path, entry.key.place)

    def answer(self, of: Field, node: nodes.Node, path: str, key: Place) -> Answer:
        """The answer that one node gives to one field."""
        if isinstance(node, nodes.Scalar) and node.empty:
            return Answer(path, of, key, self._blank(of, path, key))
        place = node.place
        if isinstance(node, nodes.Mapping) and node.get(NOT_APPLICABLE):
            return Answer(path, of, place, self._excuse(of, node, path))
        return Answer(
            path, of, place, self._many(of, node, path) if of.many else self._one(of, node, path)
        )

    def _blank(self, of: Field, path: str, place: Place) -> Value:
        """Groups and statements keep their parts even when nothing is given, so that each has a
        path and a place.
        """
        if of.many or of.type.shape not in (Shape.PARTS, Shape.STATEMENT):
            return None
        return Parts(
            {
                name: Answer(
                    f"{path}.{name}", part, place, self._blank(part, f"{path}.{name}", place)
                )
                for name, part in of.parts.items()
            }
        )

    def _many(self, of: Field, node: nodes.Node, path: str) -> Value:
        items = node.items if isinstance(node, nodes.Sequence) else (node,)
        one = of._replace(many=False)
        return TableRows(
            tuple(
                self.answer(one, item, f"{path}.{number}", item.place)
                for number, item in enumerate(items, 1)
            )
        )

    def _one(self, of: Field, node: nodes.Node, path: str) -> Value:
        match of.type.shape:
            case Shape.ROWS:
                return self._table(of, node, path)
            case Shape.PARTS:
                return self._group(of, node, path)
            case Shape.STATEMENT:
                return self._statement(of, node, path)
        return self._scalar(of, node, path)

    def _table(self, of: Field, node: nodes.Node, path: str) -> Value:
        rows = node.items if isinstance(node, nodes.Sequence) else (node,)
        found = []
        for number, row in enumerate(rows, 1):
            here = f"{path}.{number}"
            if isinstance(row, nodes.Mapping):
                found.append(
                    Answer(here, of, row.place, priced(Parts(self.answers(of.parts, row, here))))
                )
            elif not (isinstance(row, nodes.Scalar) and row.empty):
                columns = words.listed(of.parts)
                return self._wrong(of, node, path, f"Varje rad skrivs med kolumnerna {columns}.")
        return TableRows(tuple(found))

    def _group(self, of: Field, node: nodes.Node, path: str) -> Value:
        if isinstance(node, nodes.Mapping):
            return Parts(self.answers(of.parts, node, path))
        return self._wrong(
            of, node, path, f"Här behövs {words.listed(of.parts)}, ett på varje rad."
        )

    def _statement(self, of: Field, node: nodes.Node, path: str) -> Value:
        """Written as a mapping; a bare text is its reason, or its answer when it is one of those
        that exist.
        """
        parts = _asked_as_one(of)
        if isinstance(node, nodes.Mapping):
            return Parts(self.answers(parts, node, path))
        if isinstance(node, nodes.Scalar):
            holds = "svar" if words.chosen(node.text, of.answers) else "skäl"
            blank = Parts(
                {name: Answer(f"{path}.{name}", part, node.place) for name, part in parts.items()}
            )
            given = self.answer(parts[holds], node, f"{path}.{holds}", node.place)
            return Parts({**blank.answers, holds: given})
        return self._wrong(
            of, node, path, f"Här behövs {words.listed(of.parts)}, ett på varje rad."
        )

    def _scalar(self, of: Field, node: nodes.Node, path: str) -> Value:
        if not isinstance(node, nodes.Scalar):
            return self._wrong(of, node, path, "Här ska det stå ett enda svar, inte en lista.")
        try:
            return of.type.read(_in_nfc(node.text), of)
        except WrongTextError as error:
            return self._wrong(of, node, path, str(error))

    def _excuse(self, of: Field, node: nodes.Mapping, path: str) -> Value:
        """The reason alone, or with who says so and the day."""
        entry = node.get(NOT_APPLICABLE)
        given = entry.value if entry and len(node.entries) == 1 else None
        texts = _scalars(given) if isinstance(given, nodes.Mapping) else {"skäl": _text(given)}
        if not texts.get("skäl") or not set(texts) <= set(SIGNED):
            return self._wrong(
                of, node, path, "Ej tillämpligt behöver ett skäl, och inget annat svar bredvid."
            )
        try:
            day = Day.parse(texts["datum"]) if texts.get("datum") else None
        except DayError as error:
            return self._wrong(of, node, path, str(error))
        return NotApplicable(texts["skäl"], texts.get("av", ""), day)

    def _wrong(self, of: Field, node: nodes.Node, path: str, why: str) -> Wrong:
        text = _in_nfc(node.text) if isinstance(node, nodes.Scalar) else ""
        self.remarks.append(
            Finding(
                "fel-värde",
                Severity.FEL,
                f"{of.name}: {why}",
                node.place,
                path,
                remedy=fill(".".join(path.split(".")[:2])),
            )
        )
        return Wrong(text)

    def _unknown(self, key: nodes.Scalar, fields: Mapping[str, Field], path: str) -> None:
        message = f"Fältet {key.text} finns inte här.{words.did_you_mean(key.text, fields)}"
        self.remarks.append(
            Finding(
                "okänt-fält",
                Severity.VARNING,
                message,
                key.place,
                f"{path}.{key.text}",
                remedy="Rätta namnet, eller ta bort fältet. Det kommer inte med i handlingarna.",
            )
        )


def _scalars(node: nodes.Mapping) -> dict[str, str]:
    """The texts of a mapping; '' for what is no text."""
    return {entry.key.text: _text(entry.value) for entry in node}


def _text(node: nodes.Node | None) -> str:
    return _in_nfc(node.text.strip()) if isinstance(node, nodes.Scalar) else ""


def _in_nfc(text: str) -> str:
    """With each letter in one way, so that what looks the same is the same. The file is as it was."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _asked_as_one(of: Field) -> dict[str, Field]:
    """The parts of a statement. It has one question, and the reason is what answers that."""
    reason = of.parts["skäl"]._replace(
        question=of.question, guidance=of.guidance, example=of.example
    )
    return {**of.parts, "skäl": reason}


def _where(name: str, fields: Mapping[str, Field], root: nodes.Mapping) -> Place:
    """Where a missing field would stand: at the next field that is there, else at the last."""
    order = list(fields)
    for later in order[order.index(name) + 1 :]:
        if entry := root.get(later):
            return entry.key.place
    return root.entries[-1].key.place if root.entries else root.place
