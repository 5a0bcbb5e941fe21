"""What a person reads when a file cannot be read: what is wrong, where, and the line as it should
be.
"""

import pytest

from dialogcli.base.findings import FileFault
from dialogcli.yamltext.reader import read_yaml


def faults(text: str) -> list[FileFault]:
    reading = read_yaml(text, "f.yaml")
    assert (reading.root is None) == bool(reading.faults)
    return list(reading.faults)


def only(text: str) -> FileFault:
    found = faults(text)
    assert len(found) == 1, found
    return found[0]


def note(fault: FileFault, label: str) -> str:
    return dict(fault.notes).get(label, "")


def test_a_colon_in_a_text_reads_as_on_the_screen():
    fault = only("poster:\n  - post: Lokal: Folkets hus i Tjärnåsa\n")
    assert (fault.code, str(fault.place)) == ("kolon", "f.yaml:2:16")
    assert fault.message == "En text med kolon behöver citattecken."
    assert fault.notes == (
        ("Raden är", "- post: Lokal: Folkets hus i Tjärnåsa"),
        ("Skriv så", '- post: "Lokal: Folkets hus i Tjärnåsa"'),
    )


def test_a_colon_is_mended_in_a_row_that_goes_on_below_too():
    fault = only("poster:\n  - vad: Lokal: Folkets hus\n    belopp: 1 200\n  - vad: Kaffe\n")
    assert (fault.code, str(fault.place)) == ("kolon", "f.yaml:2:15")
    assert note(fault, "Skriv så") == '- vad: "Lokal: Folkets hus"'


@pytest.mark.parametrize(
    "text",
    [
        "poster:\n  - vad: Lokal: Folkets hus\n      i Tjärnåsa\n    belopp: 1 200\n",
        "vad: Lokal: Folkets hus\n  i Tjärnåsa\n",
    ],
)
def test_a_text_that_goes_on_below_is_not_mended_on_its_first_line_alone(text):
    fault = only(text)
    assert (fault.code, note(fault, "Skriv så")) == ("kolon", "")
    assert note(fault, "Åtgärd") == "Sätt citattecken före och efter hela texten."


def test_a_git_conflict_reads_as_on_the_screen():
    text = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> gren\nc: Lokal: hus\n"
    fault = only(text)
    assert (fault.code, str(fault.place)) == ("git-konflikt", "f.yaml:2:1")
    assert fault.message == "Rad 2-6 finns i två versioner."
    assert note(fault, "") == "Två personer har ändrat samma ställe."
    assert note(fault, "Åtgärd") == (
        "Behåll en av texterna. Ta bort den andra, och raderna som börjar med <<<<<<<, ======= och >>>>>>>."
    )


def test_every_conflict_of_a_file_is_told_also_with_windows_line_ends():
    conflict = "<<<<<<< HEAD\r\nb: 2\r\n||||||| bas\r\nb: 1\r\n=======\r\nb: 3\r\n>>>>>>> gren\r\n"
    assert [fault.message for fault in faults(conflict + "a: 1\r\n" + conflict)] == [
        "Rad 1-7 finns i två versioner.",
        "Rad 9-15 finns i två versioner.",
    ]


@pytest.mark.parametrize("left", ["<<<<<<< HEAD", "=======", ">>>>>>> gren"])
def test_a_marker_left_behind_is_found_too(left):
    assert only(f"a: 1\n{left}\nb: 2\n").message == "Rad 2 är kvar sedan två versioner slogs ihop."


@pytest.mark.parametrize(
    ("text", "code", "place", "right"),
    [
        ("titel: Ombyggnad: etapp 2\nb: 1\n", "kolon", "1:17", 'titel: "Ombyggnad: etapp 2"'),
        (
            "titel: Möte kl. 10:30: lokal # not\n",
            "kolon",
            "1:22",
            'titel: "Möte kl. 10:30: lokal" # not',
        ),
        ('titel: Han sa "nej": punkt\n', "kolon", "1:20", "titel: 'Han sa \"nej\": punkt'"),
        ("titel: ”Text”: mer\n", "kolon", "1:14", 'titel: "”Text”: mer"'),
        ("titel:Foo\nb: 1\n", "mellanslag", "1:7", "titel: Foo"),
        ("a: 1\nb:\n  titel:Foo\n  c: 1\n", "mellanslag", "3:9", "titel: Foo"),
        ("titel:Foo\n", "mellanslag", "1:7", "titel: Foo"),
        ("a: @alla\n", "tecken-först", "1:4", 'a: "@alla"'),
        ("a:\n  - b: @alla\n    c: 1\n", "tecken-först", "2:8", '- b: "@alla"'),
        ("a:\n  - b: 'c\n    d: 1\n", "citattecken", "2:8", "- b: 'c'"),
        ("a: %moms\n", "tecken-först", "1:4", 'a: "%moms"'),
        ("a: `kod`\n", "tecken-först", "1:4", 'a: "`kod`"'),
        ("a: * punkt\n", "tecken-först", "1:4", 'a: "* punkt"'),
        ("a: *punkt\n", "tecken-först", "1:4", 'a: "*punkt"'),
        ("a: ! viktigt\n", "tecken-först", "1:4", 'a: "! viktigt"'),
        ("a: & co\n", "tecken-först", "1:4", 'a: "& co"'),
        ("a: &co\n", "tecken-först", "1:4", 'a: "&co"'),
        ("a: > 3 procent\n", "tecken-först", "1:4", 'a: "> 3 procent"'),
        ("a: | text\n", "tecken-först", "1:4", 'a: "| text"'),
        ("a: [Bilaga] om vägar\n", "tecken-först", "1:4", 'a: "[Bilaga] om vägar"'),
        ("a: {{7*7}}\n", "tecken-först", "1:4", 'a: "{{7*7}}"'),
        ("a: ? vad\n", "tecken-först", "1:4", 'a: "? vad"'),
        ('a: "foo" bar\nb: 1\n', "efter-citat", "1:10", "a: '\"foo\" bar'"),
        ("a: 'Per's bok'\n", "efter-citat", "1:9", "a: \"'Per's bok'\""),
        ('a: "foo\nb: 1\n', "citattecken", "1:4", 'a: "foo"'),
        ("a: 'foo\nb: 'bar'\n", "citattecken", "1:4", "a: 'foo'"),
        ('a: "C:\\Users"\n', "snedstreck", "1:4", "a: 'C:\\Users'"),
    ],
)
def test_the_line_is_shown_as_it_should_be(text, code, place, right):
    fault = only(text)
    assert (fault.code, str(fault.place)) == (code, f"f.yaml:{place}")
    assert note(fault, "Skriv så") == right
    line = text.split("\n")[fault.place.line - 1]
    assert note(fault, "Raden är") == line.strip()
    assert faults(text.replace(line.strip(), right)) == [], "what is proposed must be right"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a:\n\tb: 1\n", "tabb", "2:1"),
        ("a:\n  b: 1\n\tc: 2\n", "tabb", "3:1"),
        ("a:\n  -\tb: 1\n    c: 2\n", "tabb", "2:4"),
        ("a: 1\n  b: 2\n", "indrag", "2:3"),
        ("a:\n    b: 1\n  c: 2\n", "indrag", "3:3"),
        ("a:\n  - x: 1\n   y: 2\n", "indrag", "3:4"),
        ("a: |\n    rad\n  rad\nb: 1\n", "indrag", "3:1"),
        ("a: |\nrad\nb: 1\n", "indrag", "2:1"),
        ("a:\n  - x\n  b: 1\n", "blandat", "3:3"),
        ("a:\n  b: 1\n  - x\n", "blandat", "3:3"),
        ("a: - x\n", "lista", "1:4"),
        ("a: 1\nbara text\nb: 2\n", "inget-kolon", "2:1"),
        ("a: {foo\nb: 1\n", "parentes", "1:4"),
        ("a: [foo\n", "parentes", "1:4"),
        ("a: [x, , y]\n", "komma", "1:8"),
        ("a: {x: en, två}\n", "komma", "1:12"),
        ("a: 1\n---\nb: 2\n", "flera-dokument", "2:1"),
        ("%YAML 1.2\n---\na: 1\n", "direktiv", "1:1"),
        ("a: 1\n<<: x\n", "märke", "2:1"),
        ("&x a: 1\n", "märke", "1:1"),
        ("a: !!python/object/apply:os.system [ls]\n", "tecken-först", "1:4"),
        ("? [a, b]\n: c\n", "nyckel", "1:3"),
        (": a\n", "nyckel", "1:1"),
        ("bara text\n", "rot", "1:1"),
        ("- a\n- b\n", "rot", "1:1"),
        ("a: x\u2028y\n", "tecken", "1:5"),
        ("a: 1\nb: x\x1b[31m\n", "tecken", "2:5"),
        ("a: \ud800\n", "tecken", "1:4"),
        ("a: 1\rb: 2\n", "tecken", "1:5"),
        ("\ufeffa: 1\n", "tecken", "1:1"),
        ("a\0b", "inte-text", "1:1"),
    ],
)
def test_what_is_wrong_and_where(text, code, place):
    fault = only(text)
    assert (fault.code, str(fault.place)) == (code, f"f.yaml:{place}")
    assert fault.message.endswith(".")


def test_a_key_that_stands_twice_tells_both_lines():
    fault = only("risk: a\nsyfte: b\nrisk: c\n")
    assert (fault.code, str(fault.place)) == ("dubblett", "f.yaml:3:1")
    assert fault.message == "risk står två gånger, först på rad 1."


def test_keys_that_differ_only_in_how_letters_are_coded_are_the_same():
    assert only("mål: a\nma\u030al: b\n").code == "dubblett"


def test_all_faults_of_a_file_are_told_at_once():
    text = (
        "a: 1\na: 2\ntitel: Ombyggnad: etapp 2\nb: 1\n\tc: 3\nd: @alla\n"
        "rader:\n  - x: 1\n    x: 2\ne:Foo\nb: 4\n"
    )
    assert [(fault.code, fault.place.line) for fault in faults(text)] == [
        ("dubblett", 2),
        ("kolon", 3),
        ("tabb", 5),
        ("tecken-först", 6),
        ("dubblett", 9),
        ("mellanslag", 10),
        ("dubblett", 11),
    ]


def test_an_invisible_character_is_named_and_never_printed():
    fault = only("a: x\x1b]52;c;aGVq\x07\n")
    assert fault.message == "Ett osynligt tecken (U+001B) står i texten."
    assert note(fault, "Raden är") == "a: x[U+001B]]52;c;aGVq[U+0007]"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("namn: Frågan #1 om bussar\n", "avklippt", "1:14"),
        ("a: x\n  - b\n", "lista", "2:3"),
        ("a:\n  -x\n  -y\n", "mellanslag", "2:3"),
    ],
)
def test_what_can_be_read_but_hardly_as_it_was_meant_is_a_hint(text, code, place):
    reading = read_yaml(text, "f.yaml")
    assert reading.root is not None
    assert [(hint.code, str(hint.place)) for hint in reading.hints] == [(code, f"f.yaml:{place}")]


@pytest.mark.parametrize(
    "text",
    [
        "a: x # kommentar\n",
        "a: x#1\n",
        "a: 'x #1'\n",
        "a:  #1\n",
        "a: -5\n",
        "a:\n  -5\n",
        "a: |\n  x #1\n  - y\n",
    ],
)
def test_ordinary_lines_give_no_hint(text):
    assert read_yaml(text, "f.yaml").hints == ()


def test_a_hint_shows_the_whole_text_within_quotation_marks():
    hint = read_yaml("namn: Frågan #1 om bussar\n", "f.yaml").hints[0]
    assert note(hint, "Skriv så") == 'namn: "Frågan #1 om bussar"'


@pytest.mark.parametrize("text", ["a: [\n", "a: [x,\n", "a: [", "a: [\n\n# slut\n"])
def test_a_bracket_that_is_left_open_to_the_end_of_the_file(text: str) -> None:
    [fault] = read_yaml(text, "plan.yaml").faults
    assert (fault.code, str(fault.place)) == ("parentes", "plan.yaml:1:4")
    assert fault.message == "Parentesen [ är inte stängd."
