"""What the parser could not read, told in Swedish with the line rewritten where that can be done
safely.

The parser says what it expected; the line it stopped at, and the lines above, say what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from dialogcli.base.findings import NoteKind
from dialogcli.yamltext import faults
from dialogcli.yamltext.faults import Diagnosis, Stop
from dialogcli.yamltext.line_faults import (
    after_value,
    backslash,
    colon,
    dash_after_colon,
    first_sign,
    leading_tab,
    no_colon,
    open_bracket,
    open_quote,
    quote_opened_above,
    unexpected_line,
)
from dialogcli.yamltext.source import Source


def diagnose(error: yaml.YAMLError, source: Source) -> Diagnosis:
    """The fault behind a parser's error, with the mended line when there is one."""
    stop = Stop.of(error, source)
    for pattern, cause in _CAUSES:
        if pattern.search(stop.problem):
            return cause(stop) or _unknown(stop)
    return _unknown(stop)


def _cannot_start(stop: Stop) -> Diagnosis | None:
    return (
        leading_tab(stop) if stop.text[stop.column : stop.column + 1] == "\t" else first_sign(stop)
    )


def _no_key_or_dash(stop: Stop) -> Diagnosis | None:
    """A line, or the rest of one, that fits neither the mapping nor the list it stands in."""
    if not stop.text[: stop.column].strip():
        return unexpected_line(stop)
    return quote_opened_above(stop) or after_value(stop)


def _in_flow(stop: Stop) -> Diagnosis | None:
    return open_bracket(stop) if "flow" in stop.context else first_sign(stop)


def _end_of_text(stop: Stop) -> Diagnosis | None:
    return open_quote(stop) if "quoted" in stop.context else None


def _directive(stop: Stop) -> Diagnosis | None:
    return Diagnosis(faults.directive(stop.source))


def _unknown(stop: Stop) -> Diagnosis:
    line = min(stop.line, len(stop.source.lines) - 1)
    return Diagnosis(
        stop.source.fault(
            "yaml",
            line,
            stop.column,
            "Raden går inte att läsa.",
            *stop.source.quote(line),
            (NoteKind.ADVICE, "Jämför med raderna ovanför. Sätt citattecken runt texten."),
        )
    )


_Cause = Callable[[Stop], Diagnosis | None]

_CAUSES: tuple[tuple[re.Pattern[str], _Cause], ...] = tuple(
    (re.compile(pattern), cause)
    for pattern, cause in (
        (r"tab character", leading_tab),
        (r"cannot start any token", _cannot_start),
        (r"mapping values are not allowed", colon),
        (r"could not find expected ':'", no_colon),
        (r"sequence entries are not allowed", dash_after_colon),
        (r"mapping keys are not allowed", first_sign),
        (
            r"expected (comment or line break|a comment or a line break|alphabetic or numeric)",
            first_sign,
        ),
        (r"expected ',' or|expected node content|expected the node content", _in_flow),
        (r"unexpected (end of stream|document (indicator|separator))", _end_of_text),
        (r"directive", _directive),
        (r"escape|hexdecimal|hexadecimal", backslash),
        (
            r"expected (key|'-' indicator|<block end>|<document start>|'<document start>')",
            _no_key_or_dash,
        ),
    )
)
