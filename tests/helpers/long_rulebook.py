"""The invented municipality once more, with a process that has everything: two gates before the
sessions, a result, feedback, the decision in the matter, and a step of a form of its own after it.
"""

from __future__ import annotations

import textwrap

from helpers.small_rulebook import RULEBOOK, VOCABULARY

from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.rulebook.loader import parse_rulebook
from dialogcli.rulebook.model import Rulebook

STEPS = """
steps:
  - step: idé
    name: Idé
    done: [idé.syfte]
    ends: {idé.genomförs_av: KD}
  - gate: dialogbeslut
    name: Fullmäktiges beslut
    decider: {organ: KF}
    outcomes: {bifall: go_on, avslag: stop, återremiss: go_back, bordläggning: stay}
    back_to: idé
    adopts: [idé]
    unregulated: Prövas av de regler som provet lägger till.
  - step: planering
    name: Planering
    done: [plan.datum]
  - gate: planbeslut
    name: Beslut om planen
    decider: {organ: KF}
    outcomes: {bifall: go_on, avslag: stop, återremiss: go_back}
    back_to: planering
    adopts: [plan]
    unregulated: Prövas av de regler som provet lägger till.
  - step: möten
    name: Möten
    done: {tillfällen.*.status: [genomfört, inställt]}
  - step: sammanställning
    name: Sammanställning
    done: [resultat.datum]
  - step: svar
    name: Svar
    done: [återkoppling.deltagare.datum]
  - gate: sakbeslut
    name: Beslut i sakfrågan
    after: [sammanställning]
    decider: {organ: KF}
    outcomes: {bifall: go_on, avslag: go_on, återremiss: go_back}
    back_to: sammanställning
    adopts: [resultat]
    unregulated: Prövas av de regler som provet lägger till.
  - step: verkan
    name: Verkan
    after: [svar, sakbeslut]
    done: [verkan.barn]
rules:
"""

_OLD_STEPS = RULEBOOK[RULEBOOK.index("steps:") :]

_FORMS = "forms:\n  verkan: {title: Verkan, fields: [barn, datum]}\n"


def long_rulebook(rules: str = "", steps: str = STEPS) -> Rulebook:
    """The rulebook with these rules, and with this course instead of the usual one."""
    text = RULEBOOK.replace(_OLD_STEPS, steps.lstrip()).replace("forms:\n", _FORMS, 1)
    text = text.replace(
        "title: Plan\n    fields: [", "title: Plan\n    facts: före\n    fields: [före, "
    )
    text += textwrap.indent(textwrap.dedent(rules).strip(), "  ") + "\n" if rules else ""
    text = text if rules else text.replace("rules:\n", "rules: {}\n")
    fields = "fields:\n  före: {type: date, label: Dagen för inbjudan}\n"
    vocabulary = VOCABULARY.replace("\nfields:\n", f"\n{fields}", 1).replace(
        "outcomes:\n", "outcomes:\n  bordläggning: {}\n", 1
    )
    found, faults = parse_rulebook(
        text, "exempelby.yaml", (vocabulary, "vocabulary.yaml"), ("methods: {}", "methods")
    )
    assert found is not None, [f"{fault.place} {fault.message}" for fault in faults]
    return found


def decision(gate: str, day: str, outcome: str = "bifall") -> str:
    """A decision by kommunfullmäktige."""
    return f"beslutspunkt: {gate}\norgan: KF\ndatum: {day}\nutfall: {outcome}\nmotivering: Skäl\n"


def session(day: str, status: str = "genomfört") -> str:
    people = "antal: 20\n" if status == "genomfört" else ""
    return f"datum: {day}\nstatus: {status}\n{people}"


FINISHED = {
    "dossier.yaml": "",
    "ide.yaml": "syfte: Att få veta hur torget används\n",
    "beslut/1.yaml": decision("dialogbeslut", "2027-02-08"),
    "plan.yaml": "datum: 2027-02-25\n",
    "beslut/2.yaml": decision("planbeslut", "2027-03-03"),
    "tillfallen/1.yaml": session("2027-04-14"),
    "tillfallen/2.yaml": session("2027-04-20"),
    "resultat.yaml": "datum: 2027-05-10\n",
    "aterkoppling/1.yaml": "till: deltagare\ndatum: 2027-06-01\n",
    "beslut/3.yaml": decision("sakbeslut", "2027-09-01"),
}
"""A dialogue in which all was done in its order."""


def changed(changes: dict[str, str | None], rules: str = "", steps: str = STEPS) -> Dossier:
    """The finished dialogue with other files; None for one that is gone."""
    files = {name: text for name, text in {**FINISHED, **changes}.items() if text is not None}
    return build_dossier(long_rulebook(rules, steps), files)
