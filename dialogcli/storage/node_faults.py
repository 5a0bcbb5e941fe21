"""Faults of texts that are YAML, but not of the kind a dossier or a rulebook is written in."""

from __future__ import annotations

from yaml.error import Mark
from yaml.events import ScalarEvent

from dialogcli.model.finding import FileFault
from dialogcli.model.place import Place
from dialogcli.storage.nodes import Node
from dialogcli.storage.quoting import quoted, value_start, with_blank, with_quotes
from dialogcli.storage.source import Source, quoted_line
from dialogcli.storage.yaml_limits import DEEPEST, MOST_NODES


def twice(source: Source, key: str, mark: Mark, first: Place) -> FileFault:
    """A key that a mapping has already."""
    return source.fault("dubblett", mark.line, mark.column, f"{key} står två gånger, först på rad {first.line}.",
                        *source.quote(mark.line), ("Åtgärd", "Behåll det ena stället och ta bort det andra."))


def marked(source: Source, mark: Mark) -> FileFault:
    """A tag, an anchor or a merge key. Most often it was meant as text, and then the line with quotes is shown."""
    line = source.line(mark.line)
    sign = line[mark.column:mark.column + 1]
    if sign in ("&", "!", "*") and value_start(line) == mark.column:
        return first_sign(source, mark.line, mark.column)
    return source.fault("märke", mark.line, mark.column, f"Märken som börjar med {sign} går inte att använda här.",
                        *source.quote(mark.line), ("Åtgärd", "Ta bort märket och skriv ut texten på varje ställe."))


def alias(source: Source, mark: Mark) -> FileFault:
    return marked(source, mark)


def first_sign(source: Source, line: int, column: int) -> FileFault:
    """A text whose first character means something else in YAML."""
    text = source.line(line)
    sign = text[column:column + 1]
    return source.fault("tecken-först", line, column, f"En text som börjar med {sign} behöver citattecken.",
                        *source.quote(line), *quoted_line("Skriv så", with_quotes(text, column)))


def cut_by_hash(source: Source, event: ScalarEvent) -> FileFault:
    """The hint that ` #` begins a comment, though the text seems to go on."""
    mark, end = event.start_mark, event.end_mark
    line = source.line(end.line)
    whole = () if mark.line != end.line else quoted_line(
        "Skriv så", line[:mark.column] + quoted(line[mark.column:].rstrip()))
    return source.fault("avklippt", end.line, end.column, "Texten slutar före #. Resten av raden är en kommentar.",
                        *source.quote(end.line), *whole)


def comma(source: Source, mark: Mark) -> FileFault:
    """A part of `{...}` without a colon: a comma in a text has split it."""
    return source.fault("komma", mark.line, mark.column, "En text med komma behöver citattecken inom { och }.",
                        *source.quote(mark.line), ("Åtgärd", "Sätt citattecken runt hela texten."))


def complex_key(source: Source, mark: Mark) -> FileFault:
    """A list or a mapping as key: `{{x}}`, or `? [a, b]`."""
    line = source.line(mark.line)
    start = value_start(line)
    if line[start:start + 1] in ("{", "["):
        return first_sign(source, mark.line, start)
    return source.fault("nyckel", mark.line, mark.column, "Det som står före kolon ska vara ett enda ord.",
                        *source.quote(mark.line))


def no_key(source: Source, line: int, column: int) -> FileFault:
    return source.fault("nyckel", line, column, "Det saknas ett ord före kolon.", *source.quote(line))


def tight_colon(source: Source, line: int) -> FileFault:
    """`titel:Foo`."""
    text = source.line(line)
    return source.fault("mellanslag", line, text.index(":") + 1, "Efter kolon ska det vara ett mellanslag.",
                        *source.quote(line), *quoted_line("Skriv så", with_blank(text)))


def tight_dash(source: Source, line: int, column: int) -> FileFault:
    """The hint that `-x` begins no item of a list."""
    text = source.line(line)
    return source.fault("mellanslag", line, column + 1, "Efter strecket ska det vara ett mellanslag.",
                        *source.quote(line), *quoted_line("Skriv så", f"{text[:column + 1]} {text[column + 1:]}"))


def swallowed_dash(source: Source, line: int) -> FileFault:
    """The hint that a line with a dash belongs to the text above, not to a list."""
    return source.fault("lista", line, source.indent(line), "Raden läses som en del av texten ovanför.",
                        *source.quote(line),
                        ("Åtgärd", "Börja listan på raden efter ett ord med kolon. Inget annat ska stå på den raden."))


def no_mapping(source: Source, root: Node) -> FileFault:
    line = root.place.line - 1
    if with_blank(source.line(line)):
        return tight_colon(source, line)
    message = "Filen ska bestå av rader som börjar med ett ord och kolon."
    return source.fault("rot", line, root.place.column - 1, message,
                        *source.quote(line), ("Exempel", "titel: Kollektivtrafik i glesbygd"))


def second_document(source: Source, line: int) -> FileFault:
    return source.fault("flera-dokument", line, 0, "En rad med --- delar filen i två.",
                        ("Åtgärd", "Ta bort raden. Allt i filen hör ihop."))


def directive(source: Source) -> FileFault:
    line = next((number for number, text in enumerate(source.lines) if text.startswith("%")), 0)
    return source.fault("direktiv", line, 0, "Rader som börjar med % går inte att använda.",
                        *source.quote(line), ("Åtgärd", "Ta bort raden."))


def too_deep(place: Place) -> FileFault:
    return FileFault("för-djup", place, f"Texten har fler än {DEEPEST} nivåer.",
                     (("Åtgärd", "Kontrollera parenteserna { och [ på raden."),))


def too_many(place: Place) -> FileFault:
    return FileFault("för-stor", place, f"Filen har fler än {MOST_NODES // 1000} 000 värden.",
                     (("Åtgärd", "Dela upp innehållet i flera filer."),))
