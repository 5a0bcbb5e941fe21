"""Looking a text template over without running it: what is wrong on every way through it, not only
on the one taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import TemplateError, nodes
from jinja2.meta import find_undeclared_variables

from dialogcli.documents.templating.environment import environment
from dialogcli.documents.templating.fields import Data
from dialogcli.documents.templating.sandbox import Sandbox
from dialogcli.documents.templating.telling import (
    fault_of,
    unknown_macro,
    unknown_name,
    unknown_word,
)
from dialogcli.model.finding import FileFault


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
    excused, given = _asked_after(tree), _given(tree)
    unknown = find_undeclared_variables(tree) - set(data) - set(sandbox.globals) - excused - given
    found = [
        unknown_name(one.name, (), name, one.lineno, texts, data)
        for one in tree.find_all(nodes.Name)
        if one.name in unknown
    ]
    found += [
        unknown_name(part, tuple(known), name, line, texts, data)
        for form, part, line in _parts(tree, data, items | given)
        if isinstance(known := data[form], dict)
        and part not in known
        and f"{form}.{part}" not in excused
    ]
    found += [
        unknown_macro(macro, tuple(there), name, line, texts)
        for macro, there, line in _imported(tree, sandbox, texts)
        if macro not in there
    ]
    found += [
        unknown_word(kind, one.name, name, one.lineno, texts)
        for kind, node, known in (
            ("filter", nodes.Filter, sandbox.filters),
            ("test", nodes.Test, sandbox.tests),
        )
        for one in tree.find_all(node)
        if one.name not in known
    ]
    return sorted(dict.fromkeys(found), key=lambda fault: fault.place)


def _imported(
    tree: nodes.Template, sandbox: Sandbox, texts: Mapping[str, str]
) -> Iterator[tuple[str, set[str], int]]:
    """What a template wants of others, with what each of them has to give."""
    for one in tree.find_all(nodes.FromImport):
        name = one.template.value if isinstance(one.template, nodes.Const) else ""
        try:
            other = sandbox.parse(texts.get(name, ""))
        except TemplateError:
            continue  # that is told when the other is looked over
        there = {macro.name for macro in other.find_all(nodes.Macro)} | _given(other)
        if name in texts:
            yield from (
                (wanted if isinstance(wanted, str) else wanted[0], there, one.lineno)
                for wanted in one.names
            )


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
