"""Files that want to do harm, or were spoilt: each gives its fault within a second of processor
time, and no more.
"""

import time
from collections.abc import Callable
from random import Random

import pytest
from helpers.handwritten import some_file

from dialogcli.base.findings import UnreadableError
from dialogcli.disk.files import read_text
from dialogcli.yamltext.editor import EditRefused, set_value
from dialogcli.yamltext.nodes import node_as_plain
from dialogcli.yamltext.reader import Reading, read_yaml

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{key}: &{key} [{','.join([f'*{before}'] * 9)}]\n"
    for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = (
    "bas: &m {"
    + ", ".join(f"k{n}: {n}" for n in range(200))
    + "}\n"
    + "".join(f"r{n}:\n  <<: *m\n" for n in range(2000))
)

# name: the text or the bytes, and the code of the first fault ('' when the text is read, and stays
# text)
HOSTILE: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "alias bomb": (lambda: BOMB, "tecken-först"),
    "alias of itself": (lambda: "a: &a [*a]\n", "tecken-först"),
    "merge bomb": (lambda: MERGES, "tecken-först"),
    "100 000 keys": (lambda: "".join(f"k{n}: {n}\n" for n in range(100_000)), "för-stor"),
    "60 000 items on one line": (lambda: f"a: [{'x,' * 60_000}]\n", "för-stor"),
    "10 000 levels of brackets": (lambda: f"a: {'[' * 10_000}\n", "för-djup"),
    "a million levels": (lambda: f"a: {'[ ' * 1_000_000}\n", "för-djup"),
    "10 000 levels of braces": (lambda: "{a: " * 10_000, "för-djup"),
    "10 000 levels of dashes": (lambda: "- " * 10_000, "för-djup"),
    "1 500 levels of keys": (lambda: "".join(f"{' ' * n}a:\n" for n in range(1_500)), "för-djup"),
    "50 megabytes": (lambda: b"a: x\n" * 10_000_000, "för-stor"),
    "a line of 5 megabytes": (lambda: f"a: {'x' * 5_000_000}\n", "för-stor"),
    "a line of 2 megabytes": (lambda: f"a: {'x' * 2_000_000}\n", ""),
    "a million empty lines": (lambda: "\n" * 1_000_000, "för-stor"),
    "blanks without end": (lambda: f"a{' ' * 1_000_000}b: c: d\n", "yaml"),
    "colons without end": (lambda: f"a: {': ' * 500_000}\n", "tecken-först"),
    "quotes without end": (lambda: "a: " + '"x" ' * 250_000 + "\n", "efter-citat"),
    "an open quote over 40 000 lines": (lambda: 'a: "x\n' + "b: 1\n" * 40_000, "citattecken"),
    "a fault on each of 40 000 lines": (lambda: "a:1\n" * 40_000, "mellanslag"),
    "40 000 lines indented askew": (lambda: "a: 1\n" + " b: 1\n  c: 2\n" * 20_000, "indrag"),
    "40 000 conflicts": (lambda: "<<<<<<< a\n" * 40_000, "git-konflikt"),
    "python object": (
        lambda: "a: !!python/object/apply:os.system ['touch körd']\n",
        "tecken-först",
    ),
    "python object as root": (
        lambda: "!!python/object/new:os.system ['touch körd']\n",
        "tecken-först",
    ),
    "unknown tag": (lambda: "!x\na: 1\n", "tecken-först"),
    "several documents": (lambda: "a: 1\n---\na: 2\n", "flera-dokument"),
    "a key twice": (lambda: "a: 1\na: 2\n", "dubblett"),
    "a key twice, in NFC and NFD": (lambda: "mål: 1\nma\u030al: 2\n", "dubblett"),
    "NUL": (lambda: "a: x\0y\n", "inte-text"),
    "zeros only": (lambda: b"\0" * 1000, "teckenkodning"),
    "ESC": (lambda: "a: \x1b]52;c;cm0gLXJm\x07\n", "tecken"),
    "C1 control": (lambda: "a: \x9b31m\n", "tecken"),
    "NEL": (lambda: "a: x\x85b: y\n", "tecken"),
    "line separator": (lambda: "a: x\u2028b: y\n", "tecken"),
    "carriage return that hides": (lambda: "a: elak\rb: snäll\n", "tecken"),
    "noncharacter": (lambda: "a: \uffff\n", "tecken"),
    "byte order mark within": (lambda: "a: 1\n\ufeffb: 2\n", "tecken"),
    "byte order mark first": (lambda: b"\xef\xbb\xbfa: 1\n", ""),
    "bidi override": (lambda: "a: \u202egnirts\u202c\n", ""),
    "zero width": (lambda: "a: x\u200by\n", ""),
    "UTF-16": (lambda: "a: 1\n".encode("utf-16"), "teckenkodning"),
    "UTF-32": (lambda: "a: 1\n".encode("utf-32"), "teckenkodning"),
    "latin-1": (lambda: "a: åäö\n".encode("latin-1"), "teckenkodning"),
    "invalid UTF-8": (lambda: b"a: \xc0\xaf\xfe\n", "teckenkodning"),
    "lone surrogate in UTF-8": (lambda: b"a: \xed\xa0\x80\n", "teckenkodning"),
    "escaped lone surrogate": (lambda: 'a: "\\ud800"\n', "snedstreck"),
    "escaped NUL": (lambda: 'a: "x\\0y\\e[31m"\n', "tecken"),
    "5 000 digits": (lambda: f"a: {'9' * 5000}\n", ""),
    "not a number": (lambda: "a: .nan\n", ""),
    "no such day": (lambda: "a: 2026-02-30\n", ""),
    "a template": (lambda: "a: '{{ 7 * 7 }}{% for x in y %}'\n", ""),
    "a path": (lambda: "a: ../../../etc/passwd\n", ""),
    "git conflict": (lambda: "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", "git-konflikt"),
    "directive": (lambda: "%TAG ! tag:x,2000:\n---\na: 1\n", "direktiv"),
    "key that is a list": (lambda: "? [a, b]\n: c\n", "nyckel"),
}


SPOILING = (
    *"\t:-#'\"|>[]{},?!&*%@`~<= \n\r\0\x85\u2028\ufeff\ud800åx",
    "\n---\n",
    ": ",
    "- ",
    "\n\t",
    "<<<<<<< ",
    "",
)


def read(data: str | bytes, folder) -> Reading:
    """Read as a dossier is read: from the disk, without byte order mark."""
    path = folder / "a.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    try:
        return read_yaml(read_text(path, "a.yaml").text, "a.yaml")
    except UnreadableError as error:
        return Reading(None, error.faults)


@pytest.mark.timed
@pytest.mark.parametrize("name", HOSTILE)
def test_each_gives_its_fault_within_a_second(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    make, code = HOSTILE[name]
    data = make()
    begun = time.process_time()
    reading = read(data, tmp_path)
    assert time.process_time() - begun < 1
    assert (reading.faults[0].code if reading.faults else "") == code
    assert (reading.root is None) == bool(code)
    assert all(fault.place.file == "a.yaml" and fault.place.line >= 1 for fault in reading.faults)
    assert len(reading.faults) <= 50
    assert not (tmp_path / "körd").exists()


def test_spoilt_bytes_give_faults_and_never_an_error():
    """4 000 files with some characters changed, doubled, moved or taken away."""
    random = Random(2027)
    for _ in range(400):
        text = some_file(random)
        for _ in range(10):
            reading = read_yaml(spoilt(text, random), "a.yaml")
            assert (reading.root is None) == bool(reading.faults)
            assert all(
                fault.message and fault.place.column >= 1
                for fault in (*reading.faults, *reading.hints)
            )


def test_edits_of_spoilt_files_change_what_they_should_or_nothing():
    random = Random(2028)
    for _ in range(300):
        text = spoilt(some_file(random), random)
        before = read_yaml(text, "a.yaml").root
        try:
            after = read_yaml(set_value(text, ("syfte",), "nytt"), "a.yaml").root
        except EditRefused:
            continue
        assert before is not None
        assert after is not None
        old, new = node_as_plain(before), node_as_plain(after)
        assert new.pop("syfte") == "nytt"
        assert new == {key: value for key, value in old.items() if key != "syfte"}


def spoilt(text: str, random: Random) -> str:
    """The text with one to three places changed."""
    for _ in range(random.randint(1, 3)):
        at = random.randrange(len(text) + 1)
        cut = random.randrange(4)
        new = random.choice((*SPOILING, text[at : at + random.randrange(20)]))
        text = text[:at] + new + text[at + cut :]
    return text
