"""Reading YAML: every value is text, and knows its place."""

import subprocess
import sys
import time

import pytest
import yaml

from dialogcli.base.findings import Place
from dialogcli.yamltext import reader
from dialogcli.yamltext.nodes import Mapping, Scalar, Sequence, node_as_plain
from dialogcli.yamltext.reader import read_yaml

TEXT = """\
# Vägledning
titel: 😀 Kollektivtrafik   # kommentar

poster:
  - vad: Lokal
    belopp: 012 500
  - {vad: "Fika", belopp: }
syfte: |
  Första raden.
  Andra raden.

tom:
"""


def root(text: str) -> Mapping:
    reading = read_yaml(text, "f.yaml")
    assert reading.root is not None, reading.faults
    assert reading.faults == ()
    return reading.root


def test_values_stay_text():
    assert node_as_plain(root(TEXT)) == {
        "titel": "😀 Kollektivtrafik",
        "poster": [{"vad": "Lokal", "belopp": "012 500"}, {"vad": "Fika", "belopp": ""}],
        "syfte": "Första raden.\nAndra raden.\n",
        "tom": "",
    }


@pytest.mark.parametrize(
    "value",
    [
        "no",
        "on",
        "18:30",
        "0123",
        "1e3",
        "~",
        "null",
        ".nan",
        "2026-02-30",
        "0x1F",
        "1_000",
        "=",
        "9" * 5000,
    ],
)
def test_nothing_is_guessed_from_how_a_value_looks(value):
    assert node_as_plain(root(f"k: {value}\n")) == {"k": value}


def test_places_and_spans_point_at_the_value():
    titel = root(TEXT).get("titel")
    assert titel is not None
    assert titel.key.place == Place("f.yaml", 2, 1)
    assert titel.value.place == Place("f.yaml", 2, 8)
    assert TEXT[titel.value.span.start : titel.value.span.end] == "😀 Kollektivtrafik"


@pytest.mark.parametrize(
    ("key", "source"),
    [
        ("poster", '- vad: Lokal\n    belopp: 012 500\n  - {vad: "Fika", belopp: }'),
        ("syfte", "|\n  Första raden.\n  Andra raden."),
        ("tom", ""),
    ],
)
def test_the_span_of_a_value_has_no_line_end_comment_or_blank_line_after_it(key, source):
    entry = root(TEXT).get(key)
    assert entry is not None
    assert TEXT[entry.value.span.start : entry.value.span.end] == source


def test_styles_tell_given_from_not_given():
    styles = {
        entry.key.text: entry.value.style
        for entry in root("a:\nb: ''\nc: \"\"\nd: |\n  x\ne: >\n  x\n")
        if isinstance(entry.value, Scalar)
    }
    assert styles == {"a": "", "b": "'", "c": '"', "d": "|", "e": ">"}


def test_flow_is_told_from_block():
    entries = {entry.key.text: entry.value for entry in root("a: [x]\nb:\n  - x\nc: {d: e}\n")}
    assert isinstance(entries["a"], Sequence)
    assert isinstance(entries["b"], Sequence)
    assert isinstance(entries["c"], Mapping)
    assert (entries["a"].flow, entries["b"].flow, entries["c"].flow) == (True, False, True)


@pytest.mark.parametrize("text", ["", "\n\n", "# bara kommentarer\n", "---\n", "---\n...\n"])
def test_a_file_without_content_is_a_mapping_without_entries(text):
    assert root(text).entries == ()


def test_keys_are_compared_in_nfc():
    assert root("ma\u030algrupp: x\n").get("målgrupp") is not None


def test_windows_line_ends_are_read_as_line_ends():
    assert node_as_plain(root("a: |\r\n  x\r\n  y\r\nb: 1\r\n")) == {"a": "x\ny\n", "b": "1"}


def test_the_slower_parser_reads_the_same(monkeypatch):
    text = TEXT.replace(
        "belopp: }", "belopp: 1}"
    )  # an empty value within braces has another column there
    fast = root(text)
    monkeypatch.setattr(reader, "_Parser", yaml.SafeLoader)
    assert root(text) == fast


def test_reading_loads_nothing_heavy():
    code = (
        "import sys; before = set(sys.modules); import dialogcli.yamltext.reader; "
        "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {
        "ruamel",
        "docx",
        "jinja2",
        "questionary",
        "filelock",
        "typer",
        "subprocess",
        "asyncio",
    } & set(loaded)


@pytest.mark.timed
def test_three_hundred_lines_are_read_in_a_few_milliseconds():
    text = "".join(
        f"# Hjälp\nfält_{n}: Några ord om saken\n\nrader_{n}:\n  - vad: Möte\n    datum: 2027-04-21\n"
        for n in range(50)
    )
    best = min(_seconds(text) for _ in range(10))
    assert best < 0.010  # about 2 ms on a quiet machine


def _seconds(text: str) -> float:
    reader._read_again.cache_clear()
    begun = time.perf_counter()
    root(text)
    return time.perf_counter() - begun
