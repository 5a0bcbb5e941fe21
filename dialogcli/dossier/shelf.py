"""The entries that registers have of their own, as a dossier whose forms are the registers: one
file for each entry.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogcli.dossier.build import assemble
from dialogcli.dossier.model import Dossier
from dialogcli.model.words import plain
from dialogcli.rulebook.model import Form, Rule, Rulebook
from dialogcli.storage.yaml_reader import Reading

FOLDER = "register"
"""Where the entries lie, beside the dossiers: `register/kandidatomraden/badplatsen.yaml`."""


def of_register(rule: Rule, rulebook: Rulebook) -> bool:
    """Whether a rule judges the entries of a register, over the whole repository, and not a
    dossier.
    """
    own = {register.id for register in rulebook.registers.values() if register.own}
    return any(path.split(".")[0] in own for path in rule.fields)


def register_forms(rulebook: Rulebook) -> dict[str, Form]:
    """Each register with entries of its own as a form with one file for each."""
    return {
        register.id: Form(
            register.id, register.title, register.fields, (), next(iter(register.fields))
        )
        for register in rulebook.registers.values()
        if register.own and register.fields
    }


def shelf_rulebook(rulebook: Rulebook) -> Rulebook:
    """The rulebook cut down to its registers. Its rules are judged at once: a register has no
    process.
    """
    rules = {
        id_: rule._replace(before="", from_="")
        for id_, rule in rulebook.rules.items()
        if of_register(rule, rulebook)
    }
    return rulebook._replace(forms=register_forms(rulebook), rules=rules, registers={})


def build_shelf(rulebook: Rulebook, readings: Mapping[str, Reading]) -> Dossier:
    """The entries in files with these names (`kandidatomraden/badplatsen.yaml`); those of other
    registers are left out.
    """
    cut = shelf_rulebook(rulebook)
    known = {form.file for form in cut.forms.values()}
    return assemble(
        cut,
        {name: reading for name, reading in readings.items() if plain(name.split("/")[0]) in known},
    )
