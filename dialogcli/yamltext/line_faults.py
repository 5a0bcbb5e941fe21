"""What is wrong with a line: quotation marks and brackets that do not fit together or are lacking;
colons, dashes, tabs and blanks at the wrong place.
"""

from __future__ import annotations

import re

from dialogcli.yamltext import faults
from dialogcli.yamltext.faults import Diagnosis, Stop
from dialogcli.yamltext.source import (
    Source,
    has_key,
    key_column,
    quoted,
    value_start,
    with_blank,
    with_quotes,
)

_CLOSING = {"{": "}", "[": "]"}


def continues_below(source: Source, line: int) -> bool:
    """Whether the text of a line goes on on the next one, so that quotes on this one alone would
    not do.
    """
    text, below = source.line(line), source.line(line + 1)
    if not below.strip() or below.lstrip().startswith(("#", "- ")):
        return False
    return source.indent(line + 1) > (key_column(text) if has_key(text) else source.indent(line))


def needs_quotes(stop: Stop, code: str, line: int, column: int, message: str) -> Diagnosis:
    """A fault that is mended by quotes around the value of the line."""
    text = stop.source.line(line)
    if continues_below(stop.source, line):
        return stop.says(
            code, line, column, message, "Sätt citattecken före och efter hela texten."
        )
    return stop.mends(code, line, column, message, with_quotes(text, value_start(text)))


def first_sign(stop: Stop) -> Diagnosis | None:
    """A text whose first character means something else in YAML: `@`, `%`, `*`, `>` ..."""
    line = stop.begun[0] if stop.context else stop.line
    start = value_start(stop.source.line(line))
    sign = stop.source.line(line)[start : start + 1]
    return wrong_sign(stop, line, start) if sign and not sign.isalnum() else None


def wrong_sign(stop: Stop, line: int, column: int) -> Diagnosis:
    sign = stop.source.line(line)[column]
    return needs_quotes(
        stop, "tecken-först", line, column, f"En text som börjar med {sign} behöver citattecken."
    )


def after_value(stop: Stop) -> Diagnosis | None:
    """Text that goes on after a value within quotation marks or brackets."""
    start = value_start(stop.text)
    sign = stop.text[start : start + 1]
    if sign in _CLOSING:
        return wrong_sign(stop, stop.line, start)
    if sign in ('"', "'"):
        return needs_quotes(
            stop, "efter-citat", stop.line, stop.column, "Texten fortsätter efter citattecknet."
        )
    return None


def backslash(stop: Stop) -> Diagnosis | None:
    """A backslash within double quotation marks, as in a Windows path."""
    line, start = stop.begun
    text = stop.source.line(line)
    message = "Omvänt snedstreck kan inte stå inom dubbla citattecken."
    body = re.fullmatch(r'"([^"]*)"(\s+#.*)?', text[start:].rstrip())
    if body is None:
        return stop.says(
            "snedstreck", stop.line, stop.column, message, "Byt dubbla citattecken mot enkla, '."
        )
    return stop.mends(
        "snedstreck", line, start, message, text[:start] + quoted(body[1]) + (body[2] or "")
    )


def open_quote(stop: Stop) -> Diagnosis | None:
    """A quotation mark without its fellow: the file came to its end before the text did."""
    return _unclosed(stop, *stop.begun)


def quote_opened_above(stop: Stop) -> Diagnosis | None:
    """The same, when a quotation mark further down closed the text that was left open above."""
    for sign in ('"', "'"):
        if stop.text.count(sign, 0, stop.column) % 2 == 0:
            continue
        for line in range(stop.line - 1, -1, -1):
            text = stop.source.line(line)
            start = value_start(text)
            if text[start : start + 1] == sign and text.count(sign) % 2:
                return _unclosed(stop, line, start)
    return None


def _unclosed(stop: Stop, line: int, column: int) -> Diagnosis:
    source = stop.source
    text = source.line(line)
    message = "Citattecknet är inte stängt."
    below = source.line(source.below(line))
    is_alone = text.count(text[column : column + 1]) == 1 and not continues_below(source, line)
    if is_alone and (not below or has_key(below)):
        return stop.mends("citattecken", line, column, message, text.rstrip() + text[column])
    return stop.says(
        "citattecken", line, column, message, "Sätt ett citattecken också efter texten."
    )


def open_bracket(stop: Stop) -> Diagnosis | None:
    """`{` or `[` without its fellow, or with text that is no list inside."""
    line, column = stop.begun
    text = stop.source.line(line)
    sign = text[column : column + 1]
    if sign not in _CLOSING:
        return _comma_or_left_open(stop, sign)
    if _CLOSING[sign] not in text[column:] and stop.line != line:
        return _left_open(stop, line, column)
    return wrong_sign(stop, line, column)


def _comma_or_left_open(stop: Stop, sign: str) -> Diagnosis:
    """Where a value should stand there is a comma, or what follows a bracket that was opened
    further up.
    """
    for line in range(min(stop.line, len(stop.source.lines)) - 1, -1, -1) if sign != "," else ():
        text = stop.source.line(line)
        start = value_start(text)
        if text[start : start + 1] in _CLOSING and _CLOSING[text[start]] not in text[start:]:
            return _left_open(stop, line, start)
    return stop.says(
        "komma",
        stop.line,
        stop.column,
        "Ett värde saknas före kommatecknet.",
        "Ta bort kommatecknet, eller sätt citattecken runt texten.",
    )


def _left_open(stop: Stop, line: int, column: int) -> Diagnosis:
    sign = stop.source.line(line)[column]
    return stop.says(
        "parentes",
        line,
        column,
        f"Parentesen {sign} är inte stängd.",
        f"Sätt {_CLOSING[sign]} sist, eller citattecken runt hela texten.",
    )


_BLOCK_HEADER = re.compile(r"(?:^|:|-)[ ]+[|>][+\-0-9]*[ ]*(?:#.*)?$")


def leading_tab(stop: Stop) -> Diagnosis:
    """A tab among the blanks that a line begins with."""
    blanks = stop.text[: len(stop.text) - len(stop.text.lstrip())]
    if "\t" in blanks:
        mended = blanks.replace("\t", "  ") + stop.text.lstrip()
        advice = "Byt tabben mot mellanslag, två för varje nivå."
    else:
        mended = stop.text.replace("\t", " ")
        advice = "Byt tabben mot ett mellanslag."
    fault = stop.says(
        "tabb", stop.line, stop.text.index("\t"), "Raden innehåller en tabb före texten.", advice
    ).fault
    return Diagnosis(fault, stop.line, mended)


def colon(stop: Stop) -> Diagnosis | None:
    """A second colon on a line, or a line with a colon where none was expected."""
    before = stop.text[: stop.column]
    if has_key(stop.text) and value_start(stop.text) < stop.column:
        if stop.text[value_start(stop.text)] in "\"'":
            return needs_quotes(
                stop, "efter-citat", stop.line, stop.column, "Texten fortsätter efter citattecknet."
            )
        return needs_quotes(
            stop, "kolon", stop.line, stop.column, "En text med kolon behöver citattecken."
        )
    if has_key(stop.text) and value_start(stop.text) == stop.column:
        return wrong_sign(stop, stop.line, stop.column)
    above = stop.source.above(stop.line)
    if above < 0:
        return None
    if tight := _tight_colon(stop, above):
        return tight
    if not has_key(stop.source.line(above)):
        return no_colon_at(stop, above)
    if " " in before.strip().removeprefix("- "):
        return stop.says(
            "kolon",
            stop.line,
            stop.column,
            "En text med kolon behöver citattecken.",
            "Sätt citattecken före och efter hela texten.",
        )
    return _aligned(stop, above)


def no_colon(stop: Stop) -> Diagnosis | None:
    """A line that is neither `key: value` nor an item of a list."""
    return no_colon_at(stop, stop.begun[0])


def no_colon_at(stop: Stop, line: int) -> Diagnosis | None:
    if tight := _tight_colon(stop, line):
        return tight
    above = stop.source.above(line)
    if above >= 0 and _BLOCK_HEADER.search(stop.source.line(above)):
        return stop.says(
            "indrag",
            line,
            0,
            "Raden hör till texten ovanför, men är inte indragen.",
            "Börja raden med två mellanslag mer än raden ovanför.",
        )
    return stop.says(
        "inget-kolon",
        line,
        stop.source.indent(line),
        "Raden saknar kolon efter det första ordet.",
        "Skriv ett ord och kolon först. Hör raden till texten ovanför, dra in den.",
    )


def dash_after_colon(stop: Stop) -> Diagnosis | None:
    """`key: - item`: a list, or a text that begins with a dash."""
    if not stop.text[: stop.column].strip():
        return unexpected_line(stop)
    return stop.says(
        "lista",
        stop.line,
        stop.column,
        "En lista kan inte börja på samma rad som kolon.",
        "Börja listan på nästa rad. Är det en text, sätt citattecken runt den.",
    )


def unexpected_line(stop: Stop) -> Diagnosis | None:
    """A line whose beginning fits neither the mapping nor the list above it."""
    above = stop.source.above(stop.line)
    if stop.text.lstrip().startswith(":"):
        return Diagnosis(faults.no_key(stop.source, stop.place))
    if _inside_block(stop.source, above, stop.line):
        return stop.says(
            "indrag",
            stop.line,
            0,
            "Raden är indragen mindre än texten ovanför.",
            "Börja alla rader i texten i samma kolumn.",
        )
    is_item = stop.text.lstrip().startswith("- ") or stop.text.strip() == "-"
    fellow = _line_at(stop.source, stop.line)
    if fellow >= 0 and is_item != stop.source.line(fellow).lstrip().startswith("-"):
        return _mixed(stop, is_item)
    return _aligned(stop, above)


def _mixed(stop: Stop, is_item: bool) -> Diagnosis:
    column = stop.source.indent(stop.line)
    message = "Raden börjar med streck, men raderna ovanför gör det inte."
    advice = "Ge listan ett eget ord med kolon på raden före, eller ta bort strecket."
    if not is_item:
        message, advice = (
            "Raderna ovanför är en lista, men raden saknar streck.",
            "Sätt ett streck före, eller minska indraget om listan är slut.",
        )
    return stop.says("blandat", stop.line, column, message, advice)


def _aligned(stop: Stop, above: int) -> Diagnosis:
    """Wrong indentation. Too deep a line is read on as if it began where the key above does."""
    column = stop.source.indent(stop.line)
    if above < 0:
        return stop.says("indrag", stop.line, column, "Raden börjar i fel kolumn.")
    wanted = key_column(stop.source.line(above))
    message, advice = (
        "Raden är indragen för långt.",
        f"Börja raden i kolumn {wanted + 1}, som raden ovanför.",
    )
    if column < wanted:
        message, advice = (
            "Raden är inte indragen som raderna ovanför.",
            "Börja raden i samma kolumn som de rader den hör ihop med.",
        )
    fault = stop.says("indrag", stop.line, column, message, advice).fault
    return (
        Diagnosis(fault, stop.line, " " * wanted + stop.text.lstrip())
        if column > wanted
        else Diagnosis(fault)
    )


def _tight_colon(stop: Stop, line: int) -> Diagnosis | None:
    """`titel:Foo`, which YAML reads as one word."""
    mended = with_blank(stop.source.line(line))
    return Diagnosis(faults.tight_colon(stop.source, line), line, mended) if mended else None


def _line_at(source: Source, line: int) -> int:
    """The nearest line above with the same indentation, unless one with less comes first; -1 when
    there is none.
    """
    wanted = source.indent(line)
    above = source.above(line)
    while above >= 0 and source.indent(above) > wanted:
        above = source.above(above)
    return above if above >= 0 and source.indent(above) == wanted else -1


def _inside_block(source: Source, above: int, line: int) -> bool:
    """Whether the line stands under a `|` text, indented less than its first line."""
    while above >= 0 and source.indent(above) >= source.indent(line):
        above = source.above(above)
    return above >= 0 and _BLOCK_HEADER.search(source.line(above)) is not None
