"""Reading the files of cases that lie beside a rulebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dialogcli.checking.cases import ANY_DAY, Case
from dialogcli.model.errors import UnreadableError
from dialogcli.model.finding import FileFault
from dialogcli.model.words import did_you_mean
from dialogcli.storage import nodes
from dialogcli.storage.yaml_reader import read_yaml

_FILE_KEYS = ("given", "cases")
_RULE_KEYS = ("passing", "failing")
_CASE_KEYS = ("name", "files", "today", "findings")


def read_cases(text: str, file: str) -> list[Case]:
    """The cases of one file, in its order. Raises UnreadableError with everything in it that means
    nothing.
    """
    reading = read_yaml(text, file)
    reader = _Reader()
    cases = list(reader.file(reading.root)) if reading.root else []
    if faults := [*reading.faults, *reader.faults]:
        raise UnreadableError(
            f"Fallen i {file} går inte att läsa.",
            "Rätta filen och kör kommandot igen.",
            faults=faults,
        )
    return cases


class _Reader:
    """Reads on after a fault, so that one run tells them all."""

    def __init__(self) -> None:
        self.faults: list[FileFault] = []

    def file(self, root: nodes.Mapping) -> Iterator[Case]:
        parts = self._parts(root, _FILE_KEYS)
        given = self._texts(parts.get("given"))
        for rule in self._entries(parts.get("cases")):
            for kind, items in self._parts(rule.value, _RULE_KEYS).items():
                for item in self._items(items):
                    yield self._case(rule.key.text, item, given, kind == "passing")

    def _case(self, rule: str, item: nodes.Node, given: Mapping[str, str], passing: bool) -> Case:
        parts = self._parts(item, _CASE_KEYS)
        name = self._text(parts.get("name"))
        if not name:
            self._fault(item, "Fallet behöver ett namn.")
        files = {**given, **self._texts(parts.get("files"))}
        findings = tuple(self._text(one) for one in self._items(parts.get("findings")))
        return Case(rule, name, files, self._day(parts.get("today")), findings, passing, item.place)

    def _day(self, node: nodes.Node | None) -> date:
        try:
            return date.fromisoformat(self._text(node)) if node else ANY_DAY
        except ValueError:
            self._fault(node, "Datumet ska skrivas som 2027-02-22.")
            return ANY_DAY

    def _parts(self, node: nodes.Node | None, known: tuple[str, ...]) -> dict[str, nodes.Node]:
        """The values of a mapping by key; keys that mean nothing are faults."""
        entries = self._entries(node)
        for entry in entries:
            if entry.key.text not in known:
                self._fault(
                    entry.key,
                    f"Det finns inget nyckelord {entry.key.text} här."
                    f"{did_you_mean(entry.key.text, known)}",
                )
        return {entry.key.text: entry.value for entry in entries if entry.key.text in known}

    def _entries(self, node: nodes.Node | None) -> tuple[nodes.Entry, ...]:
        if isinstance(node, nodes.Mapping):
            return node.entries
        self._unless_blank(node, "Här behövs nyckelord, ett på varje rad.")
        return ()

    def _items(self, node: nodes.Node | None) -> tuple[nodes.Node, ...]:
        if isinstance(node, nodes.Sequence):
            return node.items
        self._unless_blank(node, "Här behövs en lista, med - framför varje del.")
        return ()

    def _texts(self, node: nodes.Node | None) -> dict[str, str]:
        return {entry.key.text: self._text(entry.value) for entry in self._entries(node)}

    def _text(self, node: nodes.Node | None) -> str:
        if isinstance(node, nodes.Scalar):
            return node.text
        if node:
            self._fault(node, "Här behövs en text.")
        return ""

    def _unless_blank(self, node: nodes.Node | None, message: str) -> None:
        if node and not (isinstance(node, nodes.Scalar) and node.empty):
            self._fault(node, message)

    def _fault(self, node: nodes.Node | None, message: str) -> None:
        if node:
            self.faults.append(FileFault("fall", node.place, message))
