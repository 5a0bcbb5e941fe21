"""What a form asks for: fields, the sections they are asked in, and the forms that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dialogcli.base.fieldtypes import FieldType
from dialogcli.base.typed_dates import Direction
from dialogcli.base.words import NOTHING, slug


class Field(NamedTuple):
    """One value that a form can hold, described once in the vocabulary.

    `parts` are the fields of a group, the columns of a table, or the four parts of a statement.
    `choices` and `answers` lead from the stored word to the one that is shown. `own_label` says
    that the label is the policy's own heading, which messages put in quotation marks. `explained`:
    what a choice means, for those who choose. `political`: an organ in it has to be elected.
    `least`: a number in it is not smaller. `key`: the columns that say what a row of a table is
    about; without all of them the row does not count.
    """

    id: str
    type: FieldType
    label: str
    question: str = ""
    guidance: str = ""
    example: str = ""
    choices: Mapping[str, str] = NOTHING
    answers: Mapping[str, str] = NOTHING
    parts: Mapping[str, Field] = NOTHING
    many: bool = False
    own_label: bool = False
    explained: Mapping[str, str] = NOTHING
    political: bool = False
    least: int | None = None
    key: tuple[str, ...] = ()

    @property
    def offered(self) -> Mapping[str, str]:
        """The choices with what they mean, as somebody chooses among them: `Dialog (deltagarna
        resonerar)`.
        """
        return {
            word: f"{label} ({self.explained[word]})" if word in self.explained else label
            for word, label in self.choices.items()
        }

    @property
    def name(self) -> str:
        """The label as a sentence names it: `"Utmaningar och risker"`, `Barnrättsperspektiv`."""
        return f'"{self.label}"' if self.own_label else self.label


PAPER_DAY = "datum"
"""The day of a paper, a session or a decision."""


class Section(NamedTuple):
    """A chapter of a form: the paths (`form.field`) that are asked and shown together, of this form
    or another.
    """

    id: str
    title: str
    paths: tuple[str, ...]


class Form(NamedTuple):
    """One structured file of a dossier, or with `items` (the key field's id) a folder with one file
    per item.

    `overlay` names the overlay that brought it, with its title and version; '' for the rulebook's
    own. `facts` are the days (`datum`, `anmält.datum`) on which something has happened, `plans`
    those that something is planned for.
    """

    id: str
    title: str
    fields: Mapping[str, Field]
    sections: tuple[Section, ...]
    items: str = ""
    overlay: str = ""
    facts: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()

    def direction(self, name: str) -> Direction:
        """Where a day lies whose year is left out, `name` being its path within the form: behind us
        where it is a fact. A paper and a session have their day on either side, all else is plans.
        """
        if name in self.facts:
            return Direction.BEHIND
        return Direction.NEAREST if name == PAPER_DAY else Direction.AHEAD

    @property
    def file(self) -> str:
        """`handlingsplan.yaml`, or the folder `aterkoppling`."""
        return slug(self.id) if self.items else f"{slug(self.id)}.yaml"
