"""Texts that need quotation marks, and quotation marks and brackets that do not fit together."""

from __future__ import annotations

import re

from dialogcli.storage.diagnosis import Diagnosis, Stop
from dialogcli.storage.quoting import has_key, key_column, quoted, value_start, with_quotes
from dialogcli.storage.source import Source

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
