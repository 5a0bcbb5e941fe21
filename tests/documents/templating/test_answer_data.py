"""Answers as data for templates: what counts, and where there is a gap."""

from __future__ import annotations

from helpers.small_rulebook import dossier

from dialogcli.documents.templating.answer_data import AnswerData, Asking

RISKS = "risker: [{risk: Regn}, {}, {åtgärd: Ring}]\n"


def data(text: str, name: str) -> dict[str, object]:
    """An answer of plan.yaml, which no rule asks for."""
    found = dossier({"plan.yaml": text})
    answer = found.answer(f"plan.{name}")
    assert answer is not None
    return dict(AnswerData(found, Asking(found)).field(answer))


def test_what_is_no_answer_is_not_shown() -> None:
    syfte = data("syfte: fylls i senare\n", "syfte")

    assert (syfte["filled"], syfte["shown"], syfte["text"], syfte["mark"]) == (False, False, "", "")


def test_a_row_that_does_not_count_is_shown_with_a_gap() -> None:
    rows = data(RISKS, "risker")["rows"]

    assert isinstance(rows, list)
    assert [
        (row["risk"]["text"], row["risk"]["missing"], row["åtgärd"]["text"]) for row in rows
    ] == [
        ("Regn", False, ""),
        ("", True, "Ring"),
    ]


def test_a_table_in_which_no_row_counts_is_not_filled_and_shown_with_its_gaps() -> None:
    risks = data("risker: [{åtgärd: Ring}]\n", "risker")

    assert [risks[name] for name in ("filled", "missing", "shown")] == [False, False, True]
    assert isinstance(risks["rows"], list)
    assert len(risks["rows"]) == 1
    assert isinstance(risks["columns"], list)
    assert [column["label"] for column in risks["columns"]] == ["Risk", "Åtgärd"]
