"""An organisation chooses how its documents are laid out, without a rulebook of its own."""

from __future__ import annotations

import pytest
from helpers.documents import ROOT

from dialogcli.base.findings import UnreadableError
from dialogcli.dossier.organisation import parse_organisation, with_layouts
from dialogcli.dossier.reading import read_dossier

ALLMAN = ROOT / "tests" / "dossiers" / "allman"
NORRBOTTEN = ROOT / "tests" / "dossiers" / "norrbotten"


def layouts(text: str, id_: str = "tjänsteskrivelse", folder: object = ALLMAN) -> set[str]:
    """The layouts of the documents of that id under these settings."""
    organisation, faults = parse_organisation(text)
    assert faults.in_order() == ()
    documents = with_layouts(read_dossier(folder), organisation).rulebook.documents
    return {spec.layout for spec in documents if spec.id == id_}


@pytest.mark.parametrize("word", ["beslut-först", "Beslut först", "BESLUT_FORST"])
def test_its_word_goes_before_that_of_the_rulebook(word: str) -> None:
    assert layouts("") == {"sammanfattning-först"}
    assert layouts(f"handlingar: {{tjänsteskrivelse: {word}}}") == {"beslut-först"}


def test_other_documents_keep_theirs() -> None:
    assert layouts(
        "handlingar: {tjänsteskrivelse: beslut-först}", "protokollsutdrag", NORRBOTTEN
    ) == {"protokoll-132"}
    assert layouts("handlingar: {Protokollsutdrag: vanlig}", "protokollsutdrag", NORRBOTTEN) == {
        "vanlig"
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "tjänsteskrivelse: sammanfattning",
            "18 Det finns ingen uppställning för tjänsteskrivelse som heter "
            "sammanfattning. Menade du sammanfattning-först?",
        ),
        (
            "tjänsteskrivelsen: beslut-först",
            "0 Det finns ingen handling med flera uppställningar som heter "
            "tjänsteskrivelsen. Menade du tjänsteskrivelse?",
        ),
        (
            "inbjudan: kort",
            "0 Det finns ingen handling med flera uppställningar som heter inbjudan. "
            "Det kan vara tjänsteskrivelse eller protokollsutdrag.",
        ),
    ],
)
def test_an_unknown_word_is_told_with_its_place(line: str, said: str) -> None:
    organisation, _ = parse_organisation(f"handlingar:\n  {line}\n")
    with pytest.raises(
        UnreadableError, match=r"organisation\.yaml går inte att använda"
    ) as stopped:
        with_layouts(read_dossier(ALLMAN), organisation)
    [fault] = stopped.value.faults
    assert (fault.place.file, fault.place.line) == ("organisation.yaml", 2)
    assert f"{fault.place.column - 3} {fault.message}" == said
