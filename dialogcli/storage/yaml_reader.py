"""A YAML text read as nodes with places, or the faults that say why it cannot be."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from dialogcli.model.finding import FileFault
from dialogcli.storage.characters import MOST_BYTES
from dialogcli.storage.diagnosis import Diagnosis
from dialogcli.storage.nodes import Mapping
from dialogcli.storage.syntax_faults import diagnose
from dialogcli.storage.yaml_builder import Builder, LimitError
from dialogcli.storage.yaml_limits import MOST_FAULTS, refused

if TYPE_CHECKING:
    _Parser = yaml.SafeLoader
else:
    _Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_MOST_MENDED = 20
_MOST_TRIED = 2  # times for one line: a tab taken away may show that the line stands too far in


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text holds. `root` is None if and only if there are faults; `hints` are readable but
    suspicious places.
    """

    root: Mapping | None
    faults: tuple[FileFault, ...] = ()
    hints: tuple[FileFault, ...] = ()


def read_yaml(text: str, file: str) -> Reading:
    """Read a whole file's text (without byte order mark). `file` is the name for places. Never
    raises for bad text.

    Every scalar is text as written: types belong to the rulebook. Text with nothing but comments is
    a mapping without entries. Faults are all that can be found at once, in the order of the file.
    """
    faults = refused(text, file)
    if faults:
        return Reading(None, tuple(faults))
    root, builder, diagnosis = _parsed(text, file)
    if diagnosis is None and not builder.faults:
        return Reading(root, (), tuple(builder.hints))
    by_line: dict[int, FileFault] = {}
    for fault in sorted(_all_faults(builder, diagnosis), key=lambda fault: fault.place):
        by_line.setdefault(fault.place.line, fault)
    return Reading(None, tuple(by_line.values())[:MOST_FAULTS])


def _parsed(text: str, file: str) -> tuple[Mapping | None, Builder, Diagnosis | None]:
    """The root, or the reason why there is none; and the builder with the faults found until then."""
    parser = _Parser(text)
    builder = Builder(text, file, parser.get_event)
    try:
        return builder.root(), builder, None
    except LimitError as limit:
        return None, builder, Diagnosis(limit.fault)
    except yaml.YAMLError as error:
        return None, builder, diagnose(error, builder.source)
    finally:
        parser.dispose()


def _all_faults(builder: Builder, diagnosis: Diagnosis | None) -> list[FileFault]:
    """The faults of the first parse, and those that show when each broken line is mended as its
    fault proposes.
    """
    syntax: list[FileFault] = []
    mended: Counter[int] = Counter()
    source = builder.source
    most = min(_MOST_MENDED, MOST_BYTES // (sum(map(len, source.lines)) + 1))
    while diagnosis is not None:
        if (
            not syntax or diagnosis.fault.place.line > syntax[-1].place.line
        ):  # else the mending was not enough
            syntax.append(diagnosis.fault)
        if (
            diagnosis.mended is None
            or mended[diagnosis.line] == _MOST_TRIED
            or mended.total() >= most
        ):
            break
        mended[diagnosis.line] += 1
        source = source.replaced(diagnosis.line, diagnosis.mended)
        _, builder, diagnosis = _parsed("\n".join(source.lines), source.file)
    return syntax + builder.faults
