"""What changes nothing in a dossier draws nothing: line ends, order, quoting, the shape of letters,
comments, and a cancelled session far off.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

import pytest
from helpers.survey import FIXTURES, TODAY
from helpers.walks import Texts, dossier_texts, said, sample_texts, walked

Rewrite = Callable[[str], str]


def _comments(text: str) -> str:
    """A comment above each answer, and blank lines."""
    return "# Överst\n\n" + re.sub(r"^(?=\w)", "\n# Om det som följer\n", text, flags=re.MULTILINE)


def _turned(text: str) -> str:
    """The answers of a file in the other order."""
    blocks = re.split(r"^(?=\w)", text, flags=re.MULTILINE)
    whole = [block if block.endswith("\n") else f"{block}\n" for block in blocks[:0:-1]]
    return blocks[0] + "".join(whole)


def _quoted(text: str) -> str:
    """Plain answers in quotation marks, those that go on in the next line left alone."""
    plain = r"^(\w+: )(\d[\w.-]*|[^\W\d][\w, ()-]*)$(?!\n +\S)"
    return re.sub(plain, r'\1"\2"', text, flags=re.MULTILINE)


REWRITES: Mapping[str, Rewrite] = {
    "line ends": lambda text: text.replace("\n", "\r\n"),
    "blanks at the end": lambda text: re.sub(r"(?<=[^|>\s])$", "  ", text, flags=re.MULTILINE),
    "order": _turned,
    "quoting": _quoted,
    "letters in two parts": lambda text: unicodedata.normalize("NFD", text),
    "comments": _comments,
}
FAR_OFF = "datum: 2028-05-01\nstatus: inställt\n"
WHY = {"sandviken": "avvikelse: Lokalen var stängd.\n"}
"""One policy wants to know why a session is cancelled."""


def texts_of(fixture: str) -> Texts:
    return sample_texts() if fixture == "varmland" else dossier_texts(fixture)


def newly(fixture: str, texts: Texts) -> list[str]:
    """What is said of the files and was not said of the fixture, without places."""
    before, after = (
        [re.sub(r" \(\S+\)$", "", one) for one in said(walked(fixture, files, TODAY))]
        for files in (texts_of(fixture), texts)
    )
    return [one for one in after if one not in before]


@pytest.mark.parametrize("change", REWRITES)
@pytest.mark.parametrize("fixture", FIXTURES)
def test_a_dossier_written_otherwise(fixture: str, change: str) -> None:
    texts = texts_of(fixture)
    rewritten = {name: REWRITES[change](text) for name, text in texts.items()}
    assert rewritten != texts
    assert not walked(fixture, rewritten, TODAY).dossier.faults
    assert newly(fixture, rewritten) == []


@pytest.mark.parametrize("fixture", FIXTURES)
def test_a_cancelled_session_far_off(fixture: str) -> None:
    cancelled = {"tillfallen/2028-05-01.yaml": FAR_OFF + WHY.get(fixture, "")}
    assert newly(fixture, {**texts_of(fixture), **cancelled}) == []


@pytest.mark.nightly
@pytest.mark.parametrize("fixture", FIXTURES)
def test_each_file_written_otherwise(fixture: str) -> None:
    texts = texts_of(fixture)
    told = {
        (name, change): newly(fixture, {**texts, name: rewrite(text)})
        for name, text in texts.items()
        for change, rewrite in REWRITES.items()
    }
    assert {where: found for where, found in told.items() if found} == {}
