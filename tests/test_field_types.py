"""Every type of field on every route through the program: as it is scaffolded, asked, answered,
read, judged, said, listed and tried.
"""

from __future__ import annotations

from datetime import date

import pytest
from helpers.screens import drawn
from helpers.small_rulebook import RULEBOOK, VOCABULARY

from dialogcli.base.commands import fill
from dialogcli.base.fieldtypes import TYPES, FieldType, Shape
from dialogcli.base.findings import remedy_text
from dialogcli.base.screen import screen
from dialogcli.checking.engine import check
from dialogcli.checking.remedies import remedy
from dialogcli.documents.template_trials import full
from dialogcli.documents.templating.answer_data import AnswerData, Asking
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Answer, Dossier, Wrong
from dialogcli.dossier.select import as_plain
from dialogcli.interview.parsing import Refusal, parse_answer
from dialogcli.interview.question import question_at
from dialogcli.interview.question_screens import detail_items, echo, head_lines, help_items, prompt
from dialogcli.process.running_text import in_sentence, worded
from dialogcli.rulebook.loader import parse_rulebook
from dialogcli.rulebook.model import Rulebook
from dialogcli.scaffold.new_dossier import form_text, reusable
from dialogcli.screens.registers import answer_in_one_line
from dialogcli.screens.templates import fields_screen

TODAY = date(2027, 2, 22)
GIVEN = {"choices": "[ett, två]", "answers": "[ja, nej]", "columns": "[risk]", "fields": "[risk]"}
"""What a keyword that a type wants can hold."""


def rulebook_with(type_: FieldType) -> Rulebook:
    """The small rulebook, whose plan asks for a field and a list of that type, and has both in
    rows.
    """
    own = "".join(f", {key}: {GIVEN[key]}" for key in type_.keywords[:1])
    fields = f"  prov: {{type: {type_}, label: Prov{own}}}\n"
    fields += f"  flera: {{type: {type_}, label: Flera, many: true{own}}}\n"
    fields += "  rader: {type: table, label: Rader, columns: [prov, flera]}\n"
    rules = (
        "rules:\n  E-01:\n    says: Provet gäller.\n    kind: required\n    fields: [plan.prov]\n"
        "    before: dialogbeslut\n    source: {document: riktlinje, heading: Innehåll}\n"
    )
    vocabulary = VOCABULARY.replace("[datum, status,", "[prov, datum, status,")
    text = RULEBOOK.replace("fields: [datum, syfte,", "fields: [prov, flera, rader, datum, syfte,")
    found, faults = parse_rulebook(
        text.replace("rules:\n", rules),
        "exempelby.yaml",
        (vocabulary + fields, "vocabulary.yaml"),
        ("methods: {}", "methods"),
    )
    assert found is not None, faults
    return found


def dossier_of(rulebook: Rulebook, plan: str = "") -> Dossier:
    return build_dossier(rulebook, {"dossier.yaml": "", "plan.yaml": plan})


def proved(dossier: Dossier) -> Answer:
    answer = dossier.answer("plan.prov")
    assert answer is not None
    return answer


@pytest.fixture(params=TYPES.values(), ids=str)
def type_(request: pytest.FixtureRequest) -> FieldType:
    found: FieldType = request.param
    return found


def test_a_scaffolded_form_can_be_read_and_says_nothing(type_: FieldType) -> None:
    rulebook = rulebook_with(type_)
    text = form_text(rulebook, rulebook.forms["plan"])
    assert "# Prov" in text
    assert type_.wants in text
    read = dossier_of(rulebook, text)
    assert (read.remarks, read.faults) == ((), ())
    assert not any(answer.filled for answer in read.files["plan"][0].answers.values())


def test_a_question_has_words_for_it(type_: FieldType) -> None:
    asked = question_at(dossier_of(rulebook_with(type_)), "plan.prov")
    assert head_lines(asked) == ["Prov"]
    assert prompt(asked).startswith("Svar")
    told = drawn(screen([*detail_items(asked), *help_items(asked)]))
    assert type_.hint in " ".join(told.split())


def test_what_is_tried_is_read_said_and_listed(type_: FieldType) -> None:
    rulebook = rulebook_with(type_)
    dossier = full(rulebook)
    assert dossier.remarks == ()
    data = AnswerData(dossier, Asking(dossier))
    for name in ("prov", "flera", "rader"):
        answer = dossier.answer(f"plan.{name}")
        assert answer is not None
        assert answer.filled
        assert answer_in_one_line(answer)
        assert as_plain(answer)
        assert data.field(answer)["type"] == answer.field.type.word
        assert "\n" not in in_sentence(answer, rulebook)
    said = worded(proved(dossier), rulebook)
    assert bool(said) == (type_.shape in (Shape.SCALAR, Shape.STATEMENT))


def test_what_is_tried_can_be_typed_and_comes_back_as_it_is_written(type_: FieldType) -> None:
    dossier = full(rulebook_with(type_))
    asked = question_at(dossier, "plan.prov")
    given = parse_answer(asked, asked.written, TODAY)
    said = worded(proved(dossier), dossier.rulebook)
    if type_.shape in (Shape.ROWS, Shape.PARTS):
        assert isinstance(given, Refusal)
    elif type_.shape is Shape.SCALAR:
        names = dossier.rulebook.organ_names
        assert isinstance(given, str)
        assert type_.say(type_.read(given, asked.field), asked.field, names) == said
        assert "\n" not in echo(asked, given)


def test_a_wrong_text_is_remarked_on_and_judged_and_said(type_: FieldType) -> None:
    rulebook = rulebook_with(type_)
    dossier = dossier_of(rulebook, "prov: '?!'\nflera: ['?!']\nrader: [{prov: '?!'}]\n")
    assert {remark.rule for remark in dossier.remarks} <= {"fel-värde"}
    check(dossier, TODAY)
    assert worded(proved(dossier_of(rulebook)), rulebook) == ""
    answer = proved(dossier)
    if isinstance(answer.value, Wrong):
        assert worded(answer, rulebook) == answer.value.text
    assert answer_in_one_line(answer) == "?!" or type_.shape is Shape.ROWS


def test_a_missing_answer_is_a_finding_with_a_command(type_: FieldType) -> None:
    rulebook = rulebook_with(type_)
    (finding,) = [
        found for found in check(dossier_of(rulebook), TODAY).findings if found.rule == "E-01"
    ]
    assert (finding.message, finding.remedy) == ("Prov saknas.", fill("prov"))
    placed = remedy(rulebook, "tillfällen.2027-02-15.prov")
    written = f"dialog set tillfällen.2027-02-15.prov {type_.placeholder}"
    asked = "dialog fill --section tillfällen.2027-02-15"  # what has several parts
    assert remedy_text(placed) == (written if type_.shape is Shape.SCALAR else asked)


def test_it_is_among_the_fields_of_templates(type_: FieldType) -> None:
    rulebook = rulebook_with(type_)
    text = drawn(fields_screen(rulebook, [rulebook.forms["plan"]]))
    assert f"{type_.name}, Prov" in text
    assert f"{type_.name}, Flera (flera)" in text


def test_an_answer_is_taken_over_or_not(type_: FieldType) -> None:
    rulebook = rulebook_with(type_)
    taken = reusable(full(rulebook), rulebook).get("plan", {})
    assert ("prov" in taken) == type_.kept


def test_a_rule_can_compare_it_or_says_why_not(type_: FieldType) -> None:
    field = rulebook_with(type_).forms["plan"].fields["prov"]
    objection = type_.objection("?!", field, ("plan",))
    assert objection == "" or objection.endswith((".", "?"))
    if type_.shape is Shape.SCALAR:
        assert objection or type_.read("?!", field) == "?!"
