"""Values as YAML: plain where it can be, and always so that it reads back as it was."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogcli.base.characters import UNWANTED, cleaned
from dialogcli.base.findings import UsageError
from dialogcli.yamltext.emitter import emit, within_brackets
from dialogcli.yamltext.nodes import Plain, node_as_plain
from dialogcli.yamltext.reader import read_yaml


def read_back(text: str) -> Plain:
    reading = read_yaml(text, "f.yaml")
    assert reading.root is not None, (text, reading.faults)
    assert reading.hints == (), text
    return node_as_plain(reading.root)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Kollektivtrafik i glesbygd", "k: Kollektivtrafik i glesbygd\n"),
        ("2027-03-04", "k: 2027-03-04\n"),
        ("12500", "k: 12500\n"),
        ("", "k:\n"),
        ("Lokal: Folkets hus", 'k: "Lokal: Folkets hus"\n'),
        ("Frågan #1", 'k: "Frågan #1"\n'),
        ('"Ja": sa hon', "k: '\"Ja\": sa hon'\n"),
        ("- streck", 'k: "- streck"\n'),
        ("C:\\mapp", "k: C:\\mapp\n"),
        ("två\nrader", "k: |-\n  två\n  rader\n"),
        ("två\nrader\n", "k: |\n  två\n  rader\n"),
        ("  indragen\nrad", "k: |2-\n    indragen\n  rad\n"),
        ("\n\n", 'k: "\\n\\n"\n'),
        ("rad\n\n", 'k: "rad\\n\\n"\n'),
        ("x" * 101, f"k: |-\n  {'x' * 101}\n"),
        (["RV 2027/118"], "k:\n  - RV 2027/118\n"),
        (
            [{"vad": "Lokal", "till": ["a", "b"]}],
            "k:\n  - vad: Lokal\n    till:\n      - a\n      - b\n",
        ),
        ({"skäl": "x", "av": "y"}, "k:\n  skäl: x\n  av: y\n"),
        (["a", ""], 'k:\n  - a\n  - ""\n'),
        ([["a", "b"]], "k:\n  -   - a\n      - b\n"),
        ({"x" * 200: "", "a: b": "", "no": "no"}, f'k:\n  {"x" * 200}:\n  "a: b":\n  no: no\n'),
        ("😀: \u200b\u00a0", 'k: "😀: \u200b\u00a0"\n'),
        ([], "k: []\n"),
        ({}, "k: {}\n"),
    ],
)
def test_how_a_value_is_written(value, written):
    assert emit("k", value, 0) == written


def test_a_field_within_another_is_indented():
    assert emit("skäl", "två\nrader", 4) == "    skäl: |-\n      två\n      rader\n"


@pytest.mark.parametrize(
    "value",
    [
        "no",
        "18:30",
        "0123",
        "1e3",
        "~",
        "null",
        " blank först",
        "sist ",
        "- x",
        "a: b",
        "# x",
        "?",
        "-",
        "---",
        "...",
        "%",
        "@",
        "`",
        "<<",
        "=",
        "x:",
        "!x",
        "&x",
        "*x",
        "[x",
        "x]",
        "{x}",
        "'",
        '"',
        "'\"\\",
        "a\tb",
        "\ta",
        ",",
        "it's",
        "😀",
        "a\u00a0b",
        "\u200b",
    ],
)
def test_what_looks_like_something_else_comes_back_as_it_was(value):
    in_block = emit("k", value, 0) + emit("l", [value, {"m": value}], 0)
    written = f"{in_block}n: [{within_brackets(value)}, {within_brackets({'o': value})}]\n"
    assert read_back(written) == {
        "k": value,
        "l": [value, {"m": value}],
        "n": [value, {"o": value}],
    }


@pytest.mark.parametrize(
    "char",
    ["\x00", "\x07", "\x1b", "\x7f", "\ud800", "\ufffe", "\U0001ffff"],
)
def test_characters_that_yaml_or_word_cannot_hold_are_refused_by_number(char):
    with pytest.raises(UsageError) as stop:
        emit("k", [{"l": f"rad 1\nrad 2 {char}"}], 0)
    assert f"U+{ord(char):04X}, på rad 2" in stop.value.message


def test_text_is_written_in_nfc_with_plain_line_ends():
    assert emit("k", "A\u030ake\r\nrad\rrad", 0) == "k: |-\n  Åke\n  rad\n  rad\n"


@pytest.mark.parametrize("end", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_the_breaks_of_word_processors_are_line_ends(end):
    assert emit("k", f"rad 1{end}rad 2", 0) == "k: |-\n  rad 1\n  rad 2\n"


@pytest.mark.parametrize("mark", ["\u00ad", "\u200e", "\u202b", "\u2067", "\ufeff"])
def test_marks_that_nobody_sees_are_left_out(mark):
    assert emit("k", f"medborgar{mark}dialog", 0) == "k: medborgardialog\n"


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(
    lambda text: not UNWANTED.search(text)
)
prickly = st.text(st.sampled_from(" \n\t-:#'\"\\|>[]{},?!&*%@`ab=~<0å"), max_size=12)
keys = (
    st.one_of(texts, prickly)
    .map(lambda text: cleaned(text).replace("\n", " "))
    .filter(lambda key: bool(key.strip()) and key not in ("<<", "z"))
)
values = st.recursive(
    st.one_of(texts, prickly),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=600, deadline=None)
@given(key=keys, value=values, indent=st.sampled_from((0, 2)))
def test_every_value_reads_back_as_it_was(key, value, indent):
    _reads_back(key, value, indent)


@pytest.mark.nightly
@settings(max_examples=12000, deadline=None)
@given(key=keys, value=values, indent=st.sampled_from((0, 2)))
def test_so_it_does_in_twenty_times_as_many(key, value, indent):
    _reads_back(key, value, indent)


def _reads_back(key, value, indent):
    written = emit(key, value, indent)
    around = "ut:\n" + written + "\n  z: x\n" if indent else written + "\nz: x\n"
    whole = read_back(around)
    inner = whole["ut"] if indent else whole
    assert inner[cleaned(key)] == _cleaned(value)


def _cleaned(value: Plain) -> Plain:
    if isinstance(value, str):
        return cleaned(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return {cleaned(key): _cleaned(item) for key, item in value.items()}
