"""Findings and faults, under the titles of the forms they stand in, how many there are, and what
stands above them: the dialogue, its step, its rulebook with what is known of its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Protocol

from dialogcli.base.dates import Day, DayError
from dialogcli.base.findings import FileFault, Finding, NoteKind, Remedy, Severity
from dialogcli.base.personal_data import discreet
from dialogcli.base.screen import Command, Item, Kept, Line, Part, Tone, heading, line, rows
from dialogcli.base.words import count, listed
from dialogcli.checking.remedies import section_command
from dialogcli.checking.report import Report
from dialogcli.dossier.model import Dossier
from dialogcli.process.standing import Standing
from dialogcli.rulebook.model import Form, Rule, Rulebook, SourceDocument


def rule_title(rule: Rule, rulebook: Rulebook) -> str:
    """What it says; of rules that say the same sentence about different fields, the name of the
    field.
    """
    alike = [one for one in rulebook.rules.values() if one.says == rule.says]
    fields = [field for path in rule.fields if (field := rulebook.field_at(path))]
    if len(alike) > 1 and fields:
        return listed(dict.fromkeys(field.label for field in fields))
    return rule.says.rstrip(".")


_WORDS = {
    Severity.FEL: ("fel", "fel"),
    Severity.VARNING: ("varning", "varningar"),
    Severity.UPPLYSNING: ("upplysning", "upplysningar"),
}


class Weighed(Protocol):
    """A finding, or a remark about something else than a dossier."""

    @property
    def severity(self) -> Severity: ...


def per_severity(findings: Iterable[Weighed]) -> dict[Severity, int]:
    """How many findings there are of each severity, the heaviest first."""
    severities = [finding.severity for finding in findings]
    return {severity: severities.count(severity) for severity in Severity}


def counted(findings: Iterable[Weighed], zeros: bool = True) -> str:
    """`2 fel, 1 varning, 0 upplysningar`; without `zeros` only what there is."""
    numbers = per_severity(findings).items()
    return ", ".join(
        count(number, *_WORDS[severity]) for severity, number in numbers if number or zeros
    )


def requirements_counted(number: int) -> str:
    """`35 krav är kontrollerade`."""
    return f"{number} krav är {'kontrollerat' if number == 1 else 'kontrollerade'}"


_UNKNOWN = {
    "adopted": "antagandet framgår inte av källan",
    "summary": "sammanfattning utan datum",
    "minutes": "ur protokoll",
    "law": "lag",
    "proposal": "förslag, inte antaget",
}
_PARTS = (("date", "{}"), ("paragraph", "§ {}"), ("dnr", "dnr {}"), ("from", "gäller från {}"))
_REVIEW = (("date", "senast översedd {}"), ("paragraph", "§ {}"))


def adoption(source: SourceDocument) -> str:
    """`regionfullmäktige, gäller från 2019-11-25`; of what is not known it says that it is not."""
    adopted = [source.adopted.get("by", ""), *_told(source.adopted, _PARTS)]
    known = ", ".join(filter(None, adopted)) or _UNKNOWN.get(source.standing, source.standing)
    return ", ".join([known, *_told(source.reviewed, _REVIEW)])


def _told(known: Mapping[str, str], parts: Sequence[tuple[str, str]]) -> Iterator[str]:
    return (form.format(known[key]) for key, form in parts if known.get(key))


def rulebook_line(rulebook: Rulebook) -> str:
    """`Region Värmland 1.0 (Direktiv för medborgardialog, fastställt av regionfullmäktige, ...)`."""
    source = rulebook.main_source
    by = "fastställt av " if source.adopted.get("by") else ""
    overlays = f", med tillägget {listed(rulebook.overlays)}" if rulebook.overlays else ""
    return f"{rulebook.organisation} {rulebook.version} ({source.title}, {by}{adoption(source)}){overlays}"


def cited_source(rulebook: Rulebook, document: str) -> SourceDocument | None:
    """The source document that a citation names by its title."""
    return next((source for source in rulebook.sources.values() if source.title == document), None)


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
    if standing.stopped:
        return standing.stopped.how
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


NEIGHBOURS = 3
"""So many findings in a row with the same source print it once, after the last."""

_LABELS = len("Åtgärd:")
OWN_CHECK = "dialogs egen kontroll"
"""The source of what no document asks for, but the tool itself."""
_TONES = {
    Severity.FEL: Tone.FAULT,
    Severity.VARNING: Tone.WARNING,
    Severity.UPPLYSNING: Tone.NOTE,
}


def findings_items(report: Report) -> Iterator[list[Item]]:
    """All findings, a paragraph for each file."""
    groups = groupby(report.findings, key=lambda one: file_title(report.dossier, one.place.file))
    for title, group in groups:
        findings = list(group)
        items: list[Item] = [heading(f"{title}: {counted(findings, zeros=False)}")]
        for run in _runs(findings):
            items += _run(run, report)
        yield items


def finding_items(finding: Finding) -> list[Item]:
    """One finding with its source and its remedy."""
    return [finding_line(finding), *_closing(finding, finding.remedy)]


def called(finding: Finding) -> Kept:
    """`Fel V-47:`, the first word in its colour."""
    word = finding.severity.word
    return Kept(f"{word} {finding.rule}:", _TONES[finding.severity], len(word))


def _run(run: Sequence[Finding], report: Report) -> Iterator[Item]:
    if len(run) < NEIGHBOURS:
        for finding in run:
            yield from finding_items(finding)
        return
    yield from map(finding_line, run)
    shared = {finding.remedy for finding in run}
    paths = [finding.path for finding in run]
    remedy = shared.pop() if len(shared) == 1 else section_command(report.dossier.rulebook, paths)
    yield from _closing(run[-1], remedy)


def _runs(findings: Sequence[Finding]) -> Iterator[Sequence[Finding]]:
    """Neighbours with the same source that are mended the same way."""
    groups = groupby(
        findings, key=lambda one: (one.source, _fills_a_section(one.remedy) or one.remedy)
    )
    return (list(run) for _, run in groups)


def _fills_a_section(remedy: Remedy) -> bool:
    return isinstance(remedy, Command) and remedy.verb == "fill" and bool(remedy.args)


def finding_line(finding: Finding) -> Line:
    """`Fel V-47: "Utmaningar och risker" saknas. (handlingsplan.yaml:88:1)`."""
    place = Kept(f"({finding.place})")
    return line(called(finding), f" {finding.message} ", place, indent=2, hang=4)


def _closing(finding: Finding, remedy: Remedy) -> list[Item]:
    """Who asks for it, and what mends it."""
    found: list[tuple[Part, Part]] = [("Källa:", str(finding.source or OWN_CHECK))]
    if remedy:
        found.append(("Åtgärd:", remedy))
    return [rows(*found, indent=4, labels=_LABELS)]


def unjudged_items(report: Report) -> Iterator[Item]:
    """What could not be judged, with the answer that is missing and what mends it; nothing where a
    finding tells of that answer.
    """
    for one in report.left_unjudged:
        yield line(f"{one.message} ", Kept(f"({one.place})"), hang=4)
        if one.remedy:
            yield rows(("Åtgärd:", one.remedy), indent=4, labels=_LABELS)


_FAULT_LABELS = len("Raden är:")


def faults_items(faults: Sequence[FileFault]) -> Iterator[Item]:
    """Under one heading, each file with the line as it is and as it should be. Nothing when all
    can be read.
    """
    if faults:
        yield heading(f"Filer som inte går att läsa: {number_of_files(faults)}")
    for fault in faults:
        place = Kept(f"({fault.place})")
        yield line(f"{fault.place.file}: {fault.message} ", place, indent=2, hang=4)
        for kind, text in fault.notes:
            if kind is NoteKind.SENTENCE:
                yield line(text, indent=4)
            else:
                yield rows((f"{kind}:", text), indent=4, labels=_FAULT_LABELS)


def unchecked(faults: Sequence[FileFault]) -> str:
    """`2 filer är inte kontrollerade.` and what to do about it."""
    files = number_of_files(faults)
    state, them = ("kontrollerad", "den") if files == 1 else ("kontrollerade", "dem")
    return (
        f"{count(files, 'fil', 'filer')} är inte {state}. Rätta {them} och kör dialog check igen."
    )


def number_of_files(faults: Sequence[FileFault]) -> int:
    return len({fault.place.file for fault in faults})
