"""A new dossier, whole: every file of the folder, from the rulebook and the few things known at the
start.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dialogcli.model.words import slug
from dialogcli.rulebook.model import IDENTITY, REFERRAL, Rulebook
from dialogcli.scaffold.forms import form_text
from dialogcli.storage.nodes import Plain

MARKED = "granska"
"""The field of it that lists what was copied from another dossier; where nothing was, it does not
stand there.
"""

FORMAT = "1"

_ATTRIBUTES = "*.yaml text eol=lf\n*.docx binary\n"
_IGNORED = ".dialog.lock*\n.~*\n"


def folder_name(title: str, today: date) -> str:
    """`2027-kollektivtrafik-i-glesbygd`."""
    return f"{today.year}-{slug(title)}"


def new_dossier(
    rulebook: Rulebook,
    given: Mapping[str, Plain],
    reused: Mapping[str, Mapping[str, Plain]] | None = None,
) -> dict[str, str | bytes]:
    """Name and text of every file of a new folder. `given`: values of the form `dossier`, at least
    `titel`; `reused`: form id -> values of other forms to begin with.

    Forms with items get no file until there is an item, nor do the answers to a decision that sends
    the matter back. The rulebook's id and version are pinned.
    """
    pinned: dict[str, Plain] = {
        **given,
        "regelverk": rulebook.id,
        "regelverksversion": rulebook.version,
    }
    files: dict[str, str | bytes] = {}
    for form in rulebook.forms.values():
        if not form.items and form.id != REFERRAL:
            files[form.file] = (
                _identity(rulebook, pinned)
                if form.id == IDENTITY
                else form_text(rulebook, form, (reused or {}).get(form.id))
            )
    return files | {".gitattributes": _ATTRIBUTES, ".gitignore": _IGNORED}


def _identity(rulebook: Rulebook, pinned: Mapping[str, Plain]) -> str:
    form = rulebook.forms[IDENTITY]
    form = form._replace(
        fields={id_: of for id_, of in form.fields.items() if id_ != MARKED or id_ in pinned}
    )
    if "format" in form.fields:
        return form_text(rulebook, form, {"format": FORMAT, **pinned})
    return f"format: {FORMAT}\n\n{form_text(rulebook, form, pinned)}"
