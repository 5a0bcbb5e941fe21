"""Whatever an answer holds, a document shows it letter for letter, and nothing of it is carried
out.
"""

from __future__ import annotations

import json
from collections import Counter
from unicodedata import normalize

import pytest
from helpers.documents import made, texts
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogcli.base.findings import UnreadableError
from dialogcli.documents.markup.blocks import Table, runs_of, text_of
from dialogcli.documents.markup.conversion import read_markdown
from dialogcli.documents.markup.markdown import escape
from dialogcli.documents.markup.marks import CitedText, prose_mark, text_mark
from dialogcli.documents.markup.pictures import images_in

PIECES = st.sampled_from(
    [
        "{{7*7}}",
        "{%",
        "%}",
        "{#",
        "</w:t></w:r></w:p>",
        "<w:p>",
        "&amp;",
        "&#9;",
        "<b>",
        "*",
        "**",
        "_",
        "`",
        "```",
        "~~~",
        "# ",
        "## ",
        "- ",
        "+ ",
        "1. ",
        "1) ",
        "> ",
        "|",
        "|---|",
        "---",
        "===",
        "\\",
        "[x](http://b.se)",
        "![x](y)",
        ":::",
        ": ",
        "[1]: x",
        "\n",
        "\n\n",
        "  \n",
        "    ",
        "\t",
        "\u00a0",
        "ord",
        "Å ä ö",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\u05e9\u05dc\u05d5\u05dd",
        "\u0645\u0631\u062d\u0628\u0627",
        "e\u0301",
        "x" * 90,
        "]]>",
        "<!--",
        "$(id)",
        "%s",
    ]
)
HOSTILE = st.lists(PIECES, max_size=12).map("".join)


def same(shown: str, written: str) -> bool:
    """Whether two texts are alike but for blanks."""
    return "".join(shown.split()) == "".join(written.split())


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_a_plain_answer_stands_letter_for_letter(text: str) -> None:
    mark, cited = text_mark(0), [CitedText("a.b", text)]
    body, cell = (
        read_markdown(f"A{mark}Z", cited),
        read_markdown(f"| x |\n|---|\n| A{mark}Z |\n", cited),
    )
    assert same(text_of(body[0]), f"A{text}Z")
    (table,) = cell
    assert isinstance(table, Table)
    assert same(text_of(table.rows[0][0][0]), f"A{text}Z")


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_escaped_text_stands_letter_for_letter(text: str) -> None:
    shown = "".join(text_of(block) for block in read_markdown(escape(text)))
    assert same(shown, text)


@settings(max_examples=400, deadline=None)
@given(HOSTILE)
def test_no_letter_of_an_answer_in_markdown_is_lost(text: str) -> None:
    found = read_markdown(prose_mark(text_mark(0)), [CitedText("a.b", text)])
    shown = "".join(
        run.text + run.link + (run.image.text + run.image.source if run.image else "")
        for run in runs_of(found)
    )
    written = text.replace("&amp;", "&").replace("&#9;", "")
    if "http://b.se" in shown:  # two links side by side to the same address are one
        written = written.replace("http://b.se", "")
    lost = Counter(filter(str.isalpha, written)) - Counter(filter(str.isalpha, shown))
    assert not lost


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
def test_in_the_word_file_too(text: str) -> None:
    yaml = "syfte: " + json.dumps(f"A{text}Z", ensure_ascii=False)
    if images_in(f"A{text}Z"):
        with pytest.raises(UnreadableError, match="går inte att använda") as refused:
            made("# Rubrik\n", {"ide.yaml": yaml})
        assert {str(fault.place).rpartition(":")[0] for fault in refused.value.faults} == {
            "ide.yaml:1"
        }
        return
    rendered = made("# Rubrik\n\n{{ idé.syfte }}\n\n{{ idé.syfte | md }}\n", {"ide.yaml": yaml})
    shown = normalize("NFD", texts(rendered.data))  # an answer is read in NFC
    assert same(shown.split("A", 1)[1].split("Z", 1)[0], normalize("NFD", text))


def test_template_code_in_an_answer_is_text() -> None:
    rendered = made(
        "{{ dossier.titel }} {{ idé.syfte | md }}",
        {
            "dossier.yaml": "titel: '{{ 7*7 }}'",
            "ide.yaml": "syfte: '{% for x in y %}{{ organisation }}'",
        },
    )
    assert "{{ 7*7 }} {% for x in y %}{{ organisation }}" in texts(rendered.data)
    assert "{{ 7*7 }}" in texts(rendered.data, "word/footer1.xml")
