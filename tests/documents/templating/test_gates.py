"""The sentences of a proposal and of a decision: letter for letter, the pictures of their answers
below them.
"""

from __future__ import annotations

import pytest
from helpers import small_rulebook
from helpers.documents import DAY, SHIPPED, W, made, part
from helpers.letterheads import png

from dialogcli.documents.choose import Document
from dialogcli.documents.markup.pictures import read_picture
from dialogcli.documents.render import render
from dialogcli.documents.templating.templates import Templates
from dialogcli.rulebook.model import DocumentSpec

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PICTURE = read_picture(png())
VIEW = "![Vyn](a.png)"


def paragraphs(data: bytes) -> list[str]:
    """The text of each paragraph below the heading, with `/` for a line break and `[what it shows]`
    for a picture.
    """
    return [
        "".join(
            "/"
            if one.tag == f"{W}br"
            else f"[{one.get('descr')}]"
            if one.tag == f"{DRAWING}docPr"
            else one.text or ""
            if one.tag == f"{W}t"
            else ""
            for one in paragraph.iter()
        )
        for paragraph in part(data).iter(f"{W}p")
    ][1:]


def proposed(sentence: str, patch: pytest.MonkeyPatch, **files: str) -> tuple[list[str], str]:
    """What is proposed at a gate with that sentence, in Word and as Markdown."""
    adopts = "    adopts: [idé]\n"
    patch.setattr(
        small_rulebook,
        "RULEBOOK",
        small_rulebook.RULEBOOK.replace(adopts, f'{adopts}    proposes: ["{sentence}"]\n'),
    )
    rendered = made(
        "# T\n\n{% for one in gate.proposes %}\n{{ one }}\n\n{% endfor %}\n",
        {f"{name}.yaml": text for name, text in files.items()},
        before="dialogbeslut",
        pictures={("idé.syfte", "a.png"): PICTURE},
    )
    return paragraphs(rendered.data), rendered.markdown


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Syftet är: {idé.syfte}.", "Syftet är: Att *lyssna*./[Vyn]"),
        ("{idé.syfte}", "Att *lyssna*./[Vyn]"),
        (
            "Syftet {idé.syfte} gäller till hösten.",
            "Syftet Att *lyssna*. gäller till hösten./[Vyn]",
        ),
    ],
)
def test_a_picture_stands_below_the_sentence_that_cites_its_answer(
    sentence: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_word, markdown = proposed(
        sentence, monkeypatch, ide=f"syfte: |\n  {VIEW}\n  Att *lyssna*.\n"
    )
    assert in_word[0] == shown
    assert markdown.splitlines()[2].endswith("<br>![Vyn](<a.png>)")


@pytest.mark.parametrize(
    ("sentence", "files", "shown"),
    [
        ("{idé.syfte}", {"ide": f"syfte: Se \\{VIEW}\n"}, f"Se \\{VIEW}"),
        ("{dossier.titel}", {"dossier": f'titel: "Torget {VIEW}"\n'}, f"Torget {VIEW}"),
    ],
    ids=["escaped", "in a field that has none"],
)
def test_what_only_looks_like_a_picture_is_text(
    sentence: str, files: dict[str, str], shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert proposed(sentence, monkeypatch, **files)[0][0] == shown


def decided(recorded: str) -> list[str]:
    """The sentences of a decision that records them so."""
    text = "".join(f"  {line}\n" for line in recorded.splitlines())
    dossier = small_rulebook.dossier(
        {
            "dossier.yaml": "titel: Torget\n",
            "beslut/a.yaml": small_rulebook.DECIDED["beslut/a.yaml"]
            + f"förslag_till_beslut: |\n{text}",
        }
    )
    template = "# T\n\n{% for one in gate.decision.sentences %}\n{{ one }}\n\n{% endfor %}\n"
    spec = DocumentSpec("prov", "Prov", "prov", before="dialogbeslut")
    templates = Templates(
        {"prov.md.j2": template},
        SHIPPED.letterhead,
        pictures={("beslut.dialogbeslut.förslag_till_beslut", "a.png"): PICTURE},
    )
    return [
        one
        for one in paragraphs(
            render(Document(spec, "prov"), dossier, templates, draft=True, day=DAY).data
        )
        if one
    ]


@pytest.mark.parametrize(
    ("recorded", "shown"),
    [
        (f"1. Torget byggs. {VIEW}\n2. Parken sparas.", ["Torget byggs./[Vyn]", "Parken sparas."]),
        (
            f"- Torget byggs.\n\n  {VIEW}\n- Parken sparas.",
            ["Torget byggs./[Vyn]", "Parken sparas."],
        ),
        (f"{VIEW}\nTorget byggs.", ["Torget byggs./[Vyn]"]),
        (VIEW, ["[Vyn]"]),
    ],
    ids=["in its line", "on a line of its own", "first", "alone"],
)
def test_a_recorded_proposal_has_its_pictures_below_each_sentence(
    recorded: str, shown: list[str]
) -> None:
    assert decided(recorded) == shown
