"""What is typed or pasted stands in the document as it was meant."""

from collections.abc import Iterable, Iterator

import pytest
from helpers.walks import dossier_texts, sample_texts

from dialogcli.documents.markup.typed_text import as_markdown
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Answer
from dialogcli.rulebook.loader import load_rulebook


@pytest.mark.parametrize("sign", ["– ", "— ", "• ", "•\t", "o\t", "▪ ", "· "])
def test_the_signs_of_other_programs_begin_items(sign: str) -> None:
    assert as_markdown(f"Följande antecknas:\n{sign}datum\n{sign}plats") == (
        "Följande antecknas:\n- datum\n- plats"
    )


def test_an_o_with_a_blank_is_a_letter() -> None:
    assert as_markdown("o vad roligt") == "o vad roligt"


def test_a_line_break_stays_one() -> None:
    assert as_markdown("Kulturcentrum\nStorgatan 4\nSjöberga") == (
        "Kulturcentrum  \nStorgatan 4  \nSjöberga"
    )


def test_lettered_points_stand_on_lines_of_their_own() -> None:
    assert as_markdown("Antecknas:\na) datum\nb) plats") == "Antecknas:  \na) datum  \nb) plats"


WRAPPED = (
    "Dialogen ska ge de förtroendevalda ett bredare underlag om resandet utanför tätorterna. De vill\n"
    "veta hur invånarna reser i dag, vad som hindrar dem från att resa kollektivt och vilka resor som\n"
    "är viktigast att klara med buss."
)


def test_a_full_line_goes_on() -> None:
    assert as_markdown(WRAPPED) == WRAPPED


def test_a_break_before_the_line_was_full_is_meant() -> None:
    typed = f"{WRAPPED}\nFrågor besvaras av handläggaren."
    assert as_markdown(typed) == f"{WRAPPED}  \nFrågor besvaras av handläggaren."


@pytest.mark.parametrize(
    "text",
    [
        "Första stycket.\n\nAndra stycket.",
        "- ett\n- två",
        "1. ett\n2. två",
        "# Rubrik\nText",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "",
        "En rad",
    ],
)
def test_what_is_markdown_already_is_left_alone(text: str) -> None:
    assert as_markdown(text) == text


@pytest.mark.parametrize("early", ["så mycket att de bör få", "Den som är under arton år och är"])
def test_a_sentence_goes_on_where_somebody_wrapped_a_word_early(early: str) -> None:
    wide = "x" * 97
    assert as_markdown(f"{wide}\n{early}\nsäga sin mening.") == f"{wide}\n{early}\nsäga sin mening."


@pytest.mark.parametrize("name", ["varmland", "norrbotten", "sandviken", "hagfors"])
def test_no_wrapped_text_of_a_finished_dossier_is_broken_up(name: str) -> None:
    texts = sample_texts() if name == "varmland" else dossier_texts(name)
    dossier = build_dossier(load_rulebook(name), texts)
    prose = [one.text for file in dossier.all_files() for one in written(file.answers.values())]
    assert prose
    assert [one for one in prose if "  \n" in as_markdown(one)] == []


def written(answers: Iterable[Answer]) -> Iterator[Answer]:
    """The answers that have several lines, with those inside them."""
    for one in answers:
        yield from written([*one.parts.values(), *one.rows])
        if "\n" in one.text:
            yield one
