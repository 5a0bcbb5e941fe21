"""What stands above the findings: the dialogue, its step, its rulebook; and the name of each file's
form.
"""

from __future__ import annotations

from dialogcli.dossier.model import Dossier
from dialogcli.model.day import Day, DayError
from dialogcli.model.discretion import discreet
from dialogcli.model.screen import Line, line
from dialogcli.process.standing import Standing
from dialogcli.reports.sources import rulebook_line
from dialogcli.rulebook.model import Form, Rulebook


def report_head(standing: Standing) -> list[Line]:
    """Which dialogue, where it stands, and whose rules it is held against."""
    dossier = standing.dossier
    return [
        line(f"{dialogue(dossier)}. Steg: {step(standing)}"),
        line(f"Regelverk: {rulebook_line(dossier.rulebook)}"),
    ]


def dialogue(dossier: Dossier) -> str:
    """`Kollektivtrafik i glesbygd, dnr RV 2027/118`."""
    answer = dossier.answer("dossier.dnr")
    numbers = [one.text for one in answer.rows if one.filled] if answer else []
    title = dossier.text("dossier.titel") or "Dialog utan titel"
    return f"{title}, dnr {', '.join(numbers)}" if numbers else title


def step(standing: Standing) -> str:
    """The name of the current step or gate."""
    if standing.ended:
        return f"avslutad vid {standing.ended.name}"
    return standing.current.name if standing.current else "avslutad"


def file_title(dossier: Dossier, file: str) -> str:
    """`Handlingsplan`, `Dialogtillfälle 14 april 2027`; of a file that is no form its name."""
    for form in dossier.rulebook.forms.values():
        for one in dossier.files.get(form.id, ()):
            if one.file == file:
                return _titled(form, one.key, dossier.rulebook)
        top, _, name = file.partition("/")
        if form.file == top:
            return _titled(form, name.removesuffix(".yaml"), dossier.rulebook)
    return file


def _titled(form: Form, key: str, rulebook: Rulebook) -> str:
    """The title with the item's key: a date in words, a gate or an audience by its name."""
    if not (form.items and key):
        return form.title
    if (day := day_in_words(key)) != key:
        return f"{form.title} {day}"
    gate = rulebook.gate_called(key)
    return f"{form.title}, {gate.name if gate else rulebook.audiences.get(key, discreet(key))}"


def day_in_words(text: str) -> str:
    """`3 mars 2027` for `2027-03-03`; a text that is no date stays."""
    try:
        return Day.parse(text).in_words
    except DayError:
        return text
