"""The two questions of `dialog new` that come before there is a folder: the rulebook and the title."""

from __future__ import annotations

from dataclasses import dataclass

from dialogcli.interview.question import Question
from dialogcli.interview.signs import Sign
from dialogcli.rulebook.loader import available_rulebooks, load_rulebook
from dialogcli.rulebook.model import IDENTITY, Rulebook
from dialogcli.rulebook.own_forms import own_form
from dialogcli.usecases.context import Context
from dialogcli.usecases.interview.questions import Interviewer

WHICH_RULEBOOK = (
    "Vilket regelverk ska dialogen följa? Har ni inget eget, följ den allmänna grunden."
)
FIRST = "Det här är den första frågan."


@dataclass(slots=True)
class Opening:
    """`rulebook` and `title` as they were given with the command, '' for what has to be asked; what
    was answered is remembered, for whoever comes back.
    """

    context: Context
    asking: Interviewer
    rulebook: str
    title: str
    _chosen: str = ""
    _named: str = ""

    @property
    def asks(self) -> bool:
        """Whether there is a question to come back to."""
        return not self.title or not self._given()

    def ask(self) -> tuple[Rulebook, str]:
        """Both, beginning with the one that was asked last."""
        if not self._chosen or self.title:
            self._chosen = self._given() or self._which_rulebook()
        while True:
            rulebook = load_rulebook(self._chosen, self.context.cwd)
            self._named = self.title or self._which_title(rulebook)
            if self._named:
                return rulebook, self._named
            self._chosen = self._which_rulebook()

    def _given(self) -> str:
        """The rulebook that is given, or that there is no other beside; '' where one has to be
        chosen.
        """
        known = [id_ for id_, _ in available_rulebooks(self.context.cwd)]
        return self.rulebook or (known[0] if len(known) == 1 else "")

    def _which_rulebook(self) -> str:
        choices = dict(available_rulebooks(self.context.cwd))
        field = own_form("frågor").fields["regelverk"]._replace(choices=choices)
        question = Question(
            "dossier.regelverk",
            field,
            WHICH_RULEBOOK,
            choices=choices,
            guidance="Regelverket är er egen policy för medborgardialog, som dialog läser.",
            answer=choices.get(self._chosen, ""),
        )
        return self._must(question, self._chosen)

    def _which_title(self, rulebook: Rulebook) -> str:
        """The title; '' to go back to the rulebook."""
        field = rulebook.forms[IDENTITY].fields["titel"]
        text = " ".join(filter(None, [field.question or field.label, field.guidance]))
        question = Question("dossier.titel", field, text, answer=self._named)
        return self._must(question, self._named, leave=not self._given())

    def _must(self, question: Question, kept: str, leave: bool = False) -> str:
        """An answer that there is no going on without; `kept` is what Enter means. With `leave`, ''
        to go back.
        """
        while True:
            given = self.asking.ask(question)
            if isinstance(given, str) or (given is Sign.LATER and kept):
                return given if isinstance(given, str) else kept
            if given is Sign.BACK and leave:
                return ""
            first = given is Sign.BACK
            self.asking.tell(FIRST if first else "Det här behövs för att mappen ska kunna skapas.")
