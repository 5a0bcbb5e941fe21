"""What is said of Word files: what was created, what is missing in it, whether it still says what
it should, and where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dialogcli.base.commands import check, render, render_stale, rules_show
from dialogcli.base.dates import Day
from dialogcli.base.findings import DialogError
from dialogcli.base.screen import (
    Kept,
    Line,
    Parts,
    Row,
    Screen,
    Table,
    Tone,
    heading,
    labelled,
    line,
    parts,
    rows,
    screen,
)
from dialogcli.base.words import count, listed
from dialogcli.documents.choose import Document
from dialogcli.documents.manifest import State, Upkeep
from dialogcli.screens.facts import Facts, Json
from dialogcli.screens.next_step import NextStep, next_line

if TYPE_CHECKING:
    from dialogcli.documents.manifest import Trace
    from dialogcli.documents.rendered import Gap


def created_screen(path: str, draft: bool, gaps: Sequence[Gap] = ()) -> Screen:
    """`Klart: handlingar/handlingsplan.docx är skapad som UTKAST.` and the gaps in it."""
    done = line(Kept("Klart", Tone.GOOD), f": {path} är skapad{' som UTKAST' if draft else ''}.")
    if not gaps:
        return screen(done)
    marked = f"{count(len(gaps), 'uppgift är märkt', 'uppgifter är märkta')} i texten:"
    places = ((f"avsnitt {gap.number}" if gap.number else "först", str(gap)) for gap in gaps)
    return screen([done, heading(marked), rows(*places, gap=3)])


def created_list(folder: str, made: Sequence[tuple[str, int]], draft: bool) -> Screen:
    """Several documents as one list, each with how much is missing in it."""
    as_what = " som UTKAST" if draft else ""
    head = f": {len(made)} handlingar är skapade{as_what} i mappen {folder}:"
    gaps = [
        (name, f"{count(number, 'uppgift', 'uppgifter')} saknas" if number else "")
        for name, number in made
    ]
    sentences = tuple((f"{name}{f': {gap}' if gap else ''}.",) for name, gap in gaps)
    pairs = [(Kept(name), gap) for name, gap in gaps]
    listed_ = rows(*pairs, gap=3)._replace(wide=True, read_out=sentences)
    return screen([line(Kept("Klart", Tone.GOOD), head), listed_])


def edited_screen(path: str, beside: str) -> Screen:
    """A file that somebody has edited is never written over."""
    compare = line("Jämför dem i Word med Granska, Jämför.")
    return _beside(f"{path} är ändrad i Word. Den är orörd.", beside, compare)


def held_screen(path: str, beside: str) -> Screen:
    """A file that another program holds open cannot be replaced."""
    return _beside(f"{path} är öppen i Word och går inte att ersätta.", beside)


def kept_screen(path: str, beside: str) -> Screen:
    """A PDF that somebody else made, or reads, is never written over."""
    return _beside(f"{path} är ändrad eller öppen i ett annat program. Den är orörd.", beside)


def _beside(why: str, beside: str, *more: Line) -> Screen:
    there = line(f"Den nya versionen ligger bredvid: {beside}")
    return screen([line(Kept("Obs", Tone.WARNING), f": {why}"), there, *more])


def refusal(
    errors: Sequence[str], waivable: Sequence[str], gate: str, document: str
) -> DialogError:
    """Why there is no final document, and the ways on. `errors` are the rules not met, `gate` what
    one types for it.
    """
    faults = ", ".join(f"Fel {rule}" for rule in errors)
    hints = [
        line(f"{faults}. Läs mer: ", check(gate), indent=2),
        line("Ett utkast går alltid att skapa: ", render(document)),
    ]
    if waivable:
        said = "Ska ett krav inte gälla här? Undantag skrivs med skäl: "
        hints.append(line(said, rules_show(waivable[-1])))
    said = f"Underlaget har {len(errors)} fel. Ingen slutlig handling är skapad."
    return DialogError(said, *hints)


def upkeep_screen(found: Sequence[Upkeep]) -> Screen:
    """A table of the documents, and what to do about those that are not current."""
    rows: list[tuple[Parts, ...]] = [(("Handling",), ("Läge",), ("Varför",))]
    read_out: list[Parts] = []
    for one in found:
        why = _why(one)
        rows.append((parts(one.name), parts(one.state.value), parts(why or "-")))
        read_out.append(parts(f"{one.name}: {one.state}{f', {why}' if why else ''}"))
    return screen([Table(tuple(rows), tuple(read_out)), _next_for_files(found)])


def _why(one: Upkeep) -> str:
    match one.state:
        case State.NEW:
            return "borttagen" if one.ours else "inte skapad än"
        case State.EDITED:
            return "redigerad i Word" if one.ours else "inte skapad av dialog"
        case State.STALE:
            return f"{_changes(len(one.answers), one.others)} sedan dess"
        case State.CURRENT:
            return ""


def _changes(answers: int, others: Sequence[str]) -> str:
    """`3 svar och mallen är ändrade`."""
    what = [*([f"{answers} svar"] if answers else []), *others]
    if not what:
        return "uppgifterna i den är ändrade"
    if answers > 1 or len(what) > 1:
        return f"{listed(what)} är ändrade"
    return f"{what[0]} är {'ändrat' if what[0] in ('1 svar', 'regelverket') else 'ändrad'}"


def _next_for_files(found: Sequence[Upkeep]) -> Line:
    states = [one.state for one in found]
    if State.STALE in states:
        return line("Skapa om de inaktuella: ", render_stale())
    if State.NEW in states:
        return line("Skapa dem som saknas: ", render())
    return line(f"{count(len(found), 'handling', 'handlingar')}, inget att skapa om.")


VERSION = 1


def upkeep_facts(found: Sequence[tuple[Document, Upkeep]], folder: str, files: str) -> Facts:
    """`folder` is where the dossier lies, `files` the folder in it that holds the Word files.

    `draft` is null for a file that is not there or not ours; what has changed is told of stale
    files only.
    """
    states = [upkeep.state for _, upkeep in found]
    order = (State.NEW, State.EDITED, State.STALE, State.CURRENT)
    return {
        "version": VERSION,
        "dossier": folder,
        "documents": [_document(document, upkeep, files) for document, upkeep in found],
        "summary": {state.value: states.count(state) for state in order},
    }


def _document(document: Document, upkeep: Upkeep, files: str) -> Json:
    known = upkeep.ours and upkeep.state is not State.NEW
    return {
        "document": document.word,
        "title": document.spec.title,
        "file": f"{files}/{upkeep.name}",
        "state": upkeep.state.value,
        "ours": upkeep.ours,
        "draft": upkeep.draft if known else None,
        "changed_answers": list(upkeep.answers),
        "changed_sources": list(upkeep.others),
    }


def provenance_screen(name: str, found: Trace) -> Screen:
    """The whole screen."""
    facts = found.facts
    draft = "ett UTKAST, skapat" if facts.get("Utkast") == "ja" else "skapad"
    title, dnr = facts.get("Dossier", ""), facts.get("Diarienummer", "")
    comma = ", " if title and dnr else ""
    template = facts.get("Mall", "").removesuffix(".md.j2")
    return screen(
        [
            heading(f"{name} är {draft} ur {title}{comma}", Kept(dnr), "."),
            rows(
                ("Regler:", f"{facts.get('Regelverk', '')}, mall {template}"),
                *_made(found),
                ("Word-filen:", _edited(found)),
                *labelled("Dossiern:", _dossier(found)),
            ),
            line(*_next_for_file(found)),
        ]
    )


def _made(found: Trace) -> Iterator[Row]:
    commit = found.facts.get("Version i git", "")
    record = found.record
    day = Day.parse(record.origin.day).in_words if record and record.origin.day else ""
    if commit:
        yield "Git:", f"version {commit[:7]}{f' från {day}' if day else ''}"
    elif day:
        yield "Skapad:", day


def _edited(found: Trace) -> str:
    if found.edited is None:
        return "går inte att jämföra, för det är inte den senaste versionen"
    return "ändrad efter att den skapades" if found.edited else "så som den skapades"


def _dossier(found: Trace) -> list[Parts]:
    """Every answer that has changed, then templates and rules; nothing for a file of many dossiers,
    which has its record where it lies.
    """
    if found.same is None:
        return [] if found.record else [("finns inte här. Skriv dess mapp efter --folder.",)]
    changed: list[Parts] = []
    for answer in found.answers:
        what = "ändrats" if answer.given else "tagits bort"
        changed.append((f'"{answer.field.label}" har {what} ', Kept(f"({answer.place})")))
    changed += [(f"{one} har ändrats",) for one in found.others]
    return changed or [("säger samma sak" if found.same else "säger något annat nu",)]


def _next_for_file(found: Trace) -> Parts:
    if says_otherwise(found):
        step = NextStep(render(found.facts.get("Handling", "")), "en ny version")
        return next_line(step).parts
    if found.same is None:
        return ("Filen visar det som gällde när den skapades.",)
    return ("Inget har ändrats.",)


def says_otherwise(found: Trace) -> bool:
    """Whether a file says something else than its dossier would say now, so that a new version is
    what comes next.
    """
    if found.same is None:
        return False
    return not found.same or found.edited or bool(found.others)
