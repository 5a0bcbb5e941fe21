"""Progress counts obligations."""

from __future__ import annotations

import pytest
from helpers.screens import drawn
from helpers.small_rulebook import SOURCE, dossier, rulebook

from dialogcli.base.dates import Day
from dialogcli.base.screen import Spoken, line, parts, screen
from dialogcli.interview.chapters import chapters
from dialogcli.interview.progress import (
    Progress,
    next_decision,
    progress_heading,
    question_state,
    saved,
)
from dialogcli.interview.question import question_at

FIELDS = {
    "E-01": ("syfte", "ska"),
    "E-02": ("risker", "ska"),
    "E-03": ("kostnad", "bör"),
    "E-04": ("datum", "princip"),
}
RULES = "".join(
    f"{id_}:\n  says: Planen har {field}.\n  kind: required\n  fields: plan.{field}\n  before: möten\n"
    f"  modality: {modality}\n  {SOURCE}\n"
    for id_, (field, modality) in FIELDS.items()
)


def progress(*met: str) -> Progress:
    return Progress.of(rulebook(RULES).rules.values(), met)


def test_what_is_left_is_told_by_how_binding_it_is() -> None:
    assert (
        progress("E-01").in_all
        == "Inför beslutet: 1 av 3 krav är klara, 2 återstår (1 ska, 1 bör)."
    )


def test_a_kind_of_which_nothing_is_left_is_not_named() -> None:
    assert progress("E-03").in_all == "Inför beslutet: 1 av 3 krav är klara, 2 återstår (2 ska)."


def test_when_all_is_done() -> None:
    assert progress("E-01", "E-02", "E-03").in_all == "Inför beslutet: alla 3 krav är klara."


def test_a_principle_never_moves_the_figure() -> None:
    assert progress("E-04").done == 0


def seen(words: Spoken) -> str:
    return drawn(screen(line(words)))


def heard(words: Spoken) -> str:
    return drawn(screen(line(words)), linear=True)


def test_the_heading_of_a_chapter_counts_its_own() -> None:
    plan = next(chapter for chapter in chapters(rulebook(RULES)) if chapter.form.id == "plan")
    assert seen(progress_heading(plan, progress("E-01"))) == "Plan, 1 av 3 krav klara"
    assert heard(progress_heading(plan, progress("E-01"))) == "Plan. 1 av 3 krav klara."
    assert seen(saved(plan, progress("E-01", "E-02"))) == "Sparat. 2 av 3 krav klara"
    assert heard(saved(plan, progress("E-01", "E-02"))) == "Sparat. 2 av 3 krav klara."
    longer = saved(plan, progress("E-01", "E-02"), 3)
    assert seen(longer) == "Sparat: 3 meningar. 2 av 3 krav klara"


def test_an_answer_that_does_not_count_is_saved_and_the_question_is_not_done() -> None:
    plan = next(chapter for chapter in chapters(rulebook(RULES)) if chapter.form.id == "plan")
    said = saved(plan, progress("E-01"), 2, done=False)
    assert seen(said) == "Sparat, men frågan är inte klar. 1 av 3 krav klara"


def test_the_review_marks_what_a_rule_does_not_count() -> None:
    book = rulebook(RULES)
    rule = next(iter(book.rules.values()))
    asked = question_at(dossier({"ide.yaml": "syfte: Ett torg.\n"}), "idé.syfte")
    state = line(*parts(question_state(asked, rule)))
    assert drawn(screen(state)) == f"RÄKNAS INTE ({rule.id}): Ett torg."


def test_a_chapter_on_which_nothing_rests_counts_nothing() -> None:
    ide = next(chapter for chapter in chapters(rulebook(RULES)) if chapter.form.id == "idé")
    assert seen(progress_heading(ide, progress())) == "Idé"
    assert seen(saved(ide, progress())) == "Sparat."


def test_the_next_decision_with_what_is_known_of_it() -> None:
    gate = next(rulebook().gates())
    assert next_decision(gate, "kommunfullmäktige", Day(2027, 3, 3)) == (
        "Nästa beslut: Fullmäktiges beslut, kommunfullmäktige 3 mars 2027"
    )
    assert next_decision(gate, "", None) == "Nästa beslut: Fullmäktiges beslut"
    assert next_decision(None, "", None) == "Inget beslut återstår."


@pytest.mark.parametrize(
    ("text", "path", "state"),
    [
        ("syfte: Hur torget används.\n", "idé.syfte", "Hur torget används."),
        ("syfte: todo\n", "idé.syfte", "inget svar"),
        ("syfte: {ej_tillämpligt: x}\n", "idé.syfte", "inget svar"),
        ("syfte: {ej_tillämpligt: Står i planen}\n", "idé.syfte", "ej tillämpligt, med skäl"),
        ("barn: {svar: ja, skäl: x}\n", "idé.barn", "ja, SAKNAR skäl"),
        ("barn: {svar: ja}\n", "idé.barn", "ja, SAKNAR skäl"),
        ("barn: {svar: ja, skäl: Skolvägen går där.}\n", "idé.barn", "ja, med skäl"),
    ],
)
def test_how_a_question_stands(text: str, path: str, state: str) -> None:
    assert question_state(question_at(dossier({"ide.yaml": text}), path), None) == state
