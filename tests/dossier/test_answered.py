"""What counts as answered, type by type, and why something does not."""

from __future__ import annotations

import pytest
from helpers.small_rulebook import dossier

from dialogcli.dossier.left_out import left_out, why_not
from dialogcli.dossier.model import Answer
from dialogcli.dossier.select import as_plain, fingerprint


def answer(name: str, text: str) -> Answer:
    """The answer in the file of its form, with that text."""
    form = "ide" if name in ("syfte", "barn", "genomförs_av") else "plan"
    files = dossier({f"{form}.yaml": text}).all_files()
    return next(file for file in files if name in file.answers).answers[name]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("syfte", "syfte: Att få veta", ""),
        ("syfte", "syfte: saknas", ""),
        ("syfte", "syfte:", None),
        ("syfte", "syfte: '-'", "Här står bara ett streck."),
        ("syfte", "syfte: Fylls i senare.", 'Här står bara "fylls i senare".'),
        (
            "syfte",
            "syfte: vad ni vill veta och vad svaret ska användas till.",
            "Här står bara frågans hjälptext.",
        ),
        ("syfte", "syfte: {ej_tillämpligt: x}", 'Skälet är bara "x".'),
        ("kostnad", "kostnad: {ej_tillämpligt: '-'}", "Skälet är bara ett streck."),
        ("kostnad", "kostnad: {ej_tillämpligt: Ingen betalar}", ""),
        ("kostnad", "kostnad: x", ""),
        ("genomförs_av", "genomförs_av: x", ""),
        ("barn", "barn: {svar: ja, skäl: x}", ""),
        ("barn", "barn: {skäl: x}", 'Här står bara "x".'),
        ("risker", "risker: [{risk: Regn}]", ""),
        ("risker", "risker: [{}]", None),
        ("risker", "risker: [{slag: intern}]", "Rad 1 räknas inte, för där saknas Risk."),
        ("risker", "risker: [{risk: x, åtgärd: Ring}]", "Rad 1 räknas inte, för där saknas Risk."),
        (
            "risker",
            "risker: [{slag: intern}, {risk: Regn}, {åtgärd: Ring}]",
            "Rad 1 och 3 räknas inte, för där saknas Risk.",
        ),
    ],
)
def test_what_counts(name: str, text: str, why: str | None) -> None:
    found = answer(name, text)

    assert why_not(found) == (why or "")
    assert found.filled is (why == "" or "{risk: Regn}" in text)
    assert found.given is (why is not None)


def test_the_rows_that_do_not_count() -> None:
    table = answer("risker", "risker: [{risk: Regn}, {}, {slag: intern}]")

    assert [(number, row.path) for number, row in left_out(table)] == [(3, "plan.risker.3")]


def test_a_thin_reason_excuses_nothing() -> None:
    assert answer("syfte", "syfte: {ej_tillämpligt: Står i idén}").excused
    assert not answer("syfte", "syfte: {ej_tillämpligt: x}").excused


def test_what_does_not_count_is_still_there() -> None:
    """It is written back as it stands, and a change of it is a change."""
    table = answer("risker", "risker: [{slag: intern}]")

    assert as_plain(table) == [{"slag": "intern"}]
    assert fingerprint(table) != fingerprint(answer("risker", "risker: [{slag: extern}]"))
