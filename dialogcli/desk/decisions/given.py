"""What is given about a decision on the command line and in an answers file, and what to give when
it is too little.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dialogcli.deciding.fields import effect_at
from dialogcli.desk.decisions.options import OPTION_OF
from dialogcli.desk.decisions.values import UNTOUCHED, Values
from dialogcli.desk.interviews.setting import NO_TERMINAL
from dialogcli.dossier.decision import MOTIVATION, OUTCOME, POINTS
from dialogcli.interview.answers_file import read_answers
from dialogcli.model.errors import UsageError
from dialogcli.process.standing import Effect
from dialogcli.rulebook.model import DECISIONS
from dialogcli.storage.nodes import Plain
from dialogcli.storage.plain_values import as_plain
from dialogcli.storage.text_file import read_text


@dataclass(frozen=True, slots=True)
class Typed:
    """The command line: the gate, field -> the texts of its option, the words `FÄLT=VÄRDE`, the
    name of an answers file.

    `answers` is what such a file would say, where somebody has read it already.
    """

    gate: str
    options: Mapping[str, Sequence[str]]
    fields: Sequence[str] = ()
    file: str = ""
    answers: Mapping[str, Plain] = field(default_factory=dict)


def given(values: Values, typed: Typed, cwd: Path) -> dict[str, Plain]:
    """Field -> value; the command line counts before the file. Raises UsageError for what cannot be
    read.
    """
    found: dict[str, Plain] = {}
    if typed.file:
        plain = as_plain(
            read_answers(read_text(cwd / typed.file, typed.file).text, typed.file).root
        )
        found |= values.from_file(plain if isinstance(plain, dict) else {})
    found |= values.from_file(typed.answers)
    for name, texts in typed.options.items():
        found[name] = values.read(name, texts, OPTION_OF[name])
    return found | _worded(values, typed.fields)


def too_little(values: Values, names: Sequence[str], known: Mapping[str, Plain]) -> UsageError:
    """What to give where nobody can be asked."""
    options = dict(OPTION_OF)
    if effect_at(values.gate, str(known.get(OUTCOME, ""))) is Effect.GO_BACK:
        options[MOTIVATION] = options[POINTS]
    fields = values.dossier.rulebook.forms[DECISIONS].fields
    wanted = [
        f"{options.get(name) or name + '=VÄRDE'} ({fields[name].label.lower()})" for name in names
    ]
    return UsageError(NO_TERMINAL, f"{UNTOUCHED} Det här saknas: {', '.join(wanted)}")


def _worded(values: Values, words: Sequence[str]) -> dict[str, Plain]:
    """`FÄLT=VÄRDE`; the same field several times is a list."""
    texts: dict[str, list[str]] = {}
    for word in words:
        name, sign, text = word.partition("=")
        if not sign or not text.strip():
            raise UsageError(
                f"{word} går inte att läsa. {UNTOUCHED}",
                "Skriv så: FÄLT=VÄRDE, till exempel expedierat=2027-03-10",
            )
        texts.setdefault(values.called(name), []).append(text)
    return {name: values.read(name, each) for name, each in texts.items()}
