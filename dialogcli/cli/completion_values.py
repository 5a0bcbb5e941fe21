"""What Tab offers as the value of an option or an argument: (word, what it means).

Shells read the words as text of their own, so nothing is offered that could act on one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

import typer

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.reading import read_dossier
from dialogcli.usecases.context import Context
from dialogcli.usecases.folder import find_folder

Offered: TypeAlias = list[tuple[str, str]]

_UNSAFE = re.compile(r"[^\w ,./()@-]")


def rulebooks(ctx: typer.Context) -> Offered:
    """The rulebooks that there are, each with its organisation."""
    from dialogcli.rulebook.loader import available_rulebooks

    return _safe(available_rulebooks(_context(ctx).cwd))


def gates(ctx: typer.Context) -> Offered:
    """The decisions of the dossier's rulebook."""
    return _safe((gate.word, gate.name) for gate in _dossier(ctx).rulebook.gates())


def sections(ctx: typer.Context) -> Offered:
    """The sections that questions are asked in, and the forms that they stand in."""
    from dialogcli.interview.chapters import chapters

    known = chapters(_dossier(ctx).rulebook)
    forms = {chapter.form.id: chapter.form.title for chapter in known}
    return _safe(({chapter.section.id: chapter.section.title for chapter in known} | forms).items())


def items(ctx: typer.Context) -> Offered:
    """What can be added."""
    from dialogcli.interview.items import addable

    return _safe((form.id, form.title) for form in addable(_dossier(ctx).rulebook))


def documents(ctx: typer.Context) -> Offered:
    """The documents that the dossier has by now."""
    from dialogcli.documents.choose import documents_of

    return _safe((document.word, document.spec.title) for document in documents_of(_dossier(ctx)))


def methods() -> Offered:
    """The methods of the catalogue."""
    from dialogcli.rulebook.methods import load_catalogue

    return _safe((method.id, method.name) for method in load_catalogue().methods.values())


def _context(ctx: typer.Context) -> Context:
    context: Context = ctx.obj
    return context


def _dossier(ctx: typer.Context) -> Dossier:
    """The dossier on the command line so far. Typer leaves a folder among the other words when the
    option that is typed lacks its value.
    """
    context = _context(ctx)
    left = [word for word in ctx.args if (context.cwd / word).is_dir()]
    typed = ctx.params.get("folder") or next(iter(left), "")
    return read_dossier(find_folder(context, typed, asks=False).folder)


def _safe(offered: Iterable[tuple[str, str]]) -> Offered:
    return [
        (word, _UNSAFE.sub("", meaning)) for word, meaning in offered if not _UNSAFE.search(word)
    ]
