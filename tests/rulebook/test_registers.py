"""Registers as a rulebook describes them: read out of dossiers, with entries of their own, or both."""

import pytest
from helpers.small_rulebook import RULEBOOK, VOCABULARY

from dialogcli.rulebook.loader import parse_rulebook
from dialogcli.rulebook.model import Register

RULE = """
  E-01:
    says: Var och en i listan har en nivå.
    kind: required
    fields: lista.*.nivå
    source: {document: riktlinje, heading: Innehåll}
"""


def parsed(register: str, rules: str = " {}\n") -> tuple[Register | None, list[str]]:
    text = RULEBOOK.rstrip("\n") + rules + f"registers:\n  lista: {{title: Lista, {register}}}\n"
    book, faults = parse_rulebook(
        text, "exempelby.yaml", (VOCABULARY, "vocabulary.yaml"), ("methods: {}", "methods")
    )
    return (book.registers["lista"] if book else None), [fault.message for fault in faults]


@pytest.mark.parametrize(
    ("register", "from_", "own", "fields"),
    [
        ("from: idé, columns: [syfte, nivå]", "idé", False, []),
        ("own: true, columns: [syfte, nivå]", "", True, ["syfte", "nivå"]),
        ("from: idé, own: true, columns: [syfte, nivå]", "idé", True, ["syfte", "nivå"]),
    ],
)
def test_a_register_has_a_form_to_read_or_entries_of_its_own_or_both(
    register: str, from_: str, own: bool, fields: list[str]
) -> None:
    found, faults = parsed(register)
    assert found is not None, faults
    assert (found.from_, found.own, list(found.fields)) == (from_, own, fields)


def test_a_rule_can_judge_entries_of_its_own_and_no_others() -> None:
    assert parsed("own: true, columns: [syfte, nivå]", RULE)[1] == []
    assert parsed("from: idé, columns: [syfte, nivå]", RULE)[1] == [
        "Det finns inget underlag lista. Det kan vara dossier, idé, plan, beslut, återremiss, tillfällen, resultat, "
        "återkoppling eller undantag."
    ]


def test_what_neither_reads_a_form_nor_has_entries_is_no_register() -> None:
    assert parsed("columns: [syfte]")[1] == ["from saknas i registret lista."]


def test_columns_are_fields_of_the_form_that_is_read() -> None:
    assert parsed("from: idé, own: true, columns: [kostnad]")[1] == [
        "Det finns inget fält kostnad i underlaget idé. Det kan vara syfte, barn, nivå eller genomförs_av."
    ]
