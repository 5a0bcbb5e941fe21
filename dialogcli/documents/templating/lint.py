"""Looking a text template over without running it: what is wrong on every way through it, not only
on the one taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from jinja2 import TemplateError, nodes
from jinja2.meta import find_undeclared_variables

from dialogcli.base.findings import FileFault
from dialogcli.documents.templating.answer_data import Data
from dialogcli.documents.templating.faults import (
    fault_of,
    unknown_macro,
    unknown_name,
    unknown_word,
)
from dialogcli.documents.templating.filters import environment
from dialogcli.documents.templating.sandbox import Sandbox


def faults_in(
    name: str, texts: Mapping[str, str], data: Mapping[str, Data], items: set[str]
) -> list[FileFault]:
    """The faults of one template, by line: code that cannot be read, and names that are not in the
    data.

    `items` are the forms with a file for each event, whose parts are named by what happened and are
    not looked at.
    """
    sandbox = environment(tuple(sorted(texts.items())))
    sandbox.allowance.renew()
    try:
        sandbox.get_template(name)
        tree = sandbox.parse(texts[name])
    except (TemplateError, SyntaxError, RecursionError) as error:
        return [fault_of(error, name, texts, data)]
    looked_at = _Template(name, tree, sandbox, texts, data)
    found = [
        *looked_at.unknown_names(),
        *looked_at.unknown_parts(items),
        *looked_at.unknown_macros(),
        *looked_at.unknown_words("filter", nodes.Filter, sandbox.filters),
        *looked_at.unknown_words("test", nodes.Test, sandbox.tests),
    ]
    return sorted(dict.fromkeys(found), key=lambda fault: fault.place)


class _Template(NamedTuple):
    """A template that can be read, and what it has at hand."""

    name: str
    tree: nodes.Template
    sandbox: Sandbox
    texts: Mapping[str, str]
    data: Mapping[str, Data]

    def unknown_names(self) -> Iterator[FileFault]:
        """`{{ name }}` of what is not in the data."""
        there = {*self.data, *self.sandbox.globals, *_asked_after(self.tree), *_given(self.tree)}
        unknown = find_undeclared_variables(self.tree) - there
        for one in self.tree.find_all(nodes.Name):
            if one.name in unknown:
                yield unknown_name(one.name, (), self.name, one.lineno, self.texts, self.data)

    def unknown_parts(self, items: set[str]) -> Iterator[FileFault]:
        """`{{ form.field }}` of a field that the form does not have."""
        excused = _asked_after(self.tree)
        for form, part, line in _parts(self.tree, self.data, items | _given(self.tree)):
            known = self.data[form]
            if isinstance(known, dict) and part not in known and f"{form}.{part}" not in excused:
                yield unknown_name(part, tuple(known), self.name, line, self.texts, self.data)

    def unknown_macros(self) -> Iterator[FileFault]:
        """What is imported from other templates and is not in them."""
        for one in self.tree.find_all(nodes.FromImport):
            other = one.template.value if isinstance(one.template, nodes.Const) else ""
            there = self._given_by(other) if other in self.texts else None
            if there is None:
                continue
            for wanted in one.names:
                macro = wanted if isinstance(wanted, str) else wanted[0]
                if macro not in there:
                    yield unknown_macro(macro, tuple(there), self.name, one.lineno, self.texts)

    def _given_by(self, other: str) -> set[str] | None:
        """What another template has to give; None if it cannot be read, which is told when that is
        looked over.
        """
        try:
            tree = self.sandbox.parse(self.texts[other])
        except TemplateError:
            return None
        return {macro.name for macro in tree.find_all(nodes.Macro)} | _given(tree)

    def unknown_words(
        self, kind: str, node: type[nodes.Filter | nodes.Test], known: Collection[str]
    ) -> Iterator[FileFault]:
        """Filters, or tests, that do not exist."""
        for one in self.tree.find_all(node):
            if one.name not in known:
                yield unknown_word(kind, one.name, self.name, one.lineno, self.texts)


def _given(tree: nodes.Template) -> set[str]:
    """The names that a template gives to something itself, if only within a branch."""
    return {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}


def _parts(
    tree: nodes.Template, data: Mapping[str, Data], others: set[str]
) -> Iterator[tuple[str, str, int]]:
    """Every `form.field` in a template, with its line; `others` are names that stand for something
    else.
    """
    for one in tree.find_all(nodes.Getattr):
        whole = one.node
        if isinstance(whole, nodes.Name) and whole.name in data and whole.name not in others:
            yield whole.name, one.attr, one.lineno


def _asked_after(tree: nodes.Template) -> set[str]:
    """What a template asks after with `is defined`, and may therefore not be there."""
    found = set()
    for test in tree.find_all(nodes.Test):
        match test.node:
            case nodes.Name(name=str(name)) if test.name == "defined":
                found.add(name)
            case nodes.Getattr(node=nodes.Name(name=str(name)), attr=str(part)) if (
                test.name == "defined"
            ):
                found.add(f"{name}.{part}")
    return found
