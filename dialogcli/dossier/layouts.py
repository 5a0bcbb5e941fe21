"""How an organisation wants its documents laid out, where their templates know several ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dialogcli.dossier.model import Dossier
from dialogcli.dossier.organisation import FILE, Organisation
from dialogcli.model.errors import UnreadableError
from dialogcli.model.words import same_word
from dialogcli.rulebook.faults import Faults
from dialogcli.rulebook.model import DocumentSpec
from dialogcli.storage.nodes import Scalar


def laid_out(dossier: Dossier, organisation: Organisation) -> Dossier:
    """The dossier with documents in the layouts that the organisation has chosen, instead of its
    rulebook's.

    Raises UnreadableError, with the places, for documents that have no layouts to choose from and
    for unknown ones.
    """
    if not organisation.layouts:
        return dossier
    rulebook = dossier.rulebook
    faults = Faults()
    chosen = dict(_choice(pair, rulebook.layouts, faults) for pair in organisation.layouts)
    if found := faults.in_order():
        raise UnreadableError(f"{FILE} går inte att använda.", faults=found)
    documents = tuple(_chosen(spec, chosen, rulebook.layouts) for spec in rulebook.documents)
    return dossier._replace(rulebook=rulebook._replace(documents=documents))


def _choice(
    pair: tuple[Scalar, Scalar], layouts: Mapping[str, tuple[str, ...]], faults: Faults
) -> tuple[str, str]:
    document, layout = pair
    id_ = faults.known(
        "okänd-handling",
        _spelt(document, layouts),
        "ingen handling med flera uppställningar som heter",
        layouts,
    )
    known = layouts.get(id_, ())
    return id_, faults.known(
        "okänd-uppställning",
        _spelt(layout, known),
        f"ingen uppställning för {id_} som heter",
        known,
    ) if known else ""


def _spelt(word: Scalar, known: Iterable[str]) -> Scalar:
    """The word as it is spelt among those that are known: `Sammanfattning först` is
    `sammanfattning-först`.
    """
    return word._replace(text=next((one for one in known if same_word(one, word.text)), word.text))


def _chosen(
    spec: DocumentSpec, chosen: Mapping[str, str], layouts: Mapping[str, tuple[str, ...]]
) -> DocumentSpec:
    """A document with a template of the rulebook's own has that template's layouts, and keeps the
    one it has.
    """
    ours = spec.layout in layouts.get(spec.id, ())
    return spec._replace(layout=chosen[spec.id]) if ours and spec.id in chosen else spec
