"""Answers that are said not to apply: an exception like any other where a rule asks, and refused
where the answer is needed.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from helpers.small_rulebook import DECIDED, PLANNED, report, rule, said
from helpers.walks import Texts, dossier_texts, sample_texts

from dialogcli.base.findings import Severity, remedy_text
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report, for_gate
from dialogcli.checking.view import RuleView
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.change import changed_text, locate
from dialogcli.dossier.model import Answer, Dossier
from dialogcli.rulebook.excuses import demanded
from dialogcli.rulebook.loader import load_rulebook
from dialogcli.rulebook.model import Rule
from dialogcli.screens.facts import check_facts

SYFTE = rule("kind: required\nfields: plan.syfte\nbefore: möten")
GOOD = "{skäl: Syftet står redan i idén, av: chefen, datum: 2027-02-18}"


def excused(value: str, rules: str = SYFTE) -> list[str]:
    return said({**DECIDED, "plan.yaml": f"syfte: {{ej_tillämpligt: {value}}}\n"}, rules)


# --- the excuse itself


def test_a_whole_one_is_told_with_its_reason_and_counts_as_an_answer() -> None:
    found = report({**DECIDED, "plan.yaml": f"syfte: {{ej_tillämpligt: {GOOD}}}\n"}, SYFTE)
    assert found.findings == ()
    assert [(one.rule, one.path, one.waiver and one.waiver[:3]) for one in found.excused] == [
        ("E-01", "plan.syfte", ("Syftet står redan i idén", "chefen", "2027-02-18"))
    ]
    assert "E-01" in found.satisfied


def test_its_reason_is_judged_as_that_of_a_statement() -> None:
    assert excused("Inget syfte") == [
        "Fel E-01: Syfte: Ej tillämpligt, men skälet är för kort. "
        "Skriv varför frågan inte gäller er dialog. (plan.yaml:1:8)"
    ]


@pytest.mark.parametrize(
    ("reason", "instead"),
    [
        ("x", '"x"'),
        ("fylls i senare", '"fylls i senare"'),
        ('".........................."', "tecken"),
        ("Vad ni vill veta och vad svaret ska användas till", "frågans hjälptext"),
    ],
)
def test_what_is_no_answer_is_no_reason_and_the_answer_is_missing(
    reason: str, instead: str
) -> None:
    assert excused(reason) == [f"Fel E-01: Syfte saknas. Skälet är bara {instead}. (plan.yaml:1:8)"]


@pytest.mark.parametrize(
    ("value", "lacking"),
    [
        ("Syftet står redan i idén", "vem som svarar för det och datum saknas."),
        ("{skäl: Syftet står redan i idén, av: chefen}", "datum saknas."),
        (
            "{skäl: Syftet står redan i idén, datum: 2027-02-18}",
            "vem som svarar för det saknas.",
        ),
        (GOOD.replace("02-18", "02-23"), "23 februari 2027 har inte varit än."),
    ],
)
def test_somebody_answers_for_it_on_a_day_that_has_been(value: str, lacking: str) -> None:
    assert excused(value) == [f"Fel E-01: Syfte: Ej tillämpligt, men {lacking} (plan.yaml:1:8)"]


def test_the_remedy_writes_it_anew_with_the_reason_that_is_there() -> None:
    files = {**DECIDED, "plan.yaml": "syfte: {ej_tillämpligt: Syftet står redan i idén}\n"}
    (nobody,) = report(files, SYFTE).findings
    assert remedy_text(nobody.remedy) == (
        'dialog set plan.syfte "ej tillämpligt: Syftet står redan i idén" --by "ROLL"'
    )
    (known,) = report({**files, "dossier.yaml": "handläggare: Eva\n"}, SYFTE).findings
    assert remedy_text(known.remedy) == (
        'dialog set plan.syfte "ej tillämpligt: Syftet står redan i idén"'
    )


def test_what_weighs_less_wants_it_told_and_no_more() -> None:
    warning = f"{SYFTE}\n  severity: varning"
    found = report({**DECIDED, "plan.yaml": "syfte: {ej_tillämpligt: Inget syfte}\n"}, warning)
    assert found.findings == ()
    assert [one.rule for one in found.excused] == ["E-01"]


def test_what_nobody_asks_for_is_left_alone() -> None:
    found = report({**DECIDED, "plan.yaml": "syfte: {ej_tillämpligt: x}\n"}, "")
    assert (found.findings, found.excused) == ((), ())


def test_a_waiver_from_the_rule_holds_for_its_excuse_too() -> None:
    waiver = "regel: E-01\nskäl: Vi skriver det i beslutet.\nav: chefen\ndatum: 2027-02-18\n"
    files = {"plan.yaml": "syfte: {ej_tillämpligt: x}\n", "undantag/E-01.yaml": waiver}
    found = report({**DECIDED, **files}, SYFTE)
    assert (found.findings, [one.rule for one in found.waived]) == ((), ["E-01"])


def test_a_table_without_rows_may_have_its_reason() -> None:
    rows = rule("kind: required\nfields: [plan.risker.*.risk]\nbefore: möten")
    excuse = f"risker: {{ej_tillämpligt: {GOOD}}}\n"
    assert said({**DECIDED, "plan.yaml": excuse}, rows) == []
    assert said({**DECIDED, "plan.yaml": "risker: {ej_tillämpligt: x}\n"}, rows) == [
        'Fel E-01: "Utmaningar och risker" saknas. Skälet är bara "x". (plan.yaml:1:9)'
    ]


def test_it_belongs_to_the_basis_of_the_decision() -> None:
    watched = rule("kind: required\nfields: idé.nivå\nbefore: dialogbeslut")
    found = report({"ide.yaml": f"syfte: a\nnivå: {{ej_tillämpligt: {GOOD}}}\n"}, watched)
    gate = found.dossier.rulebook.gate("dialogbeslut")
    assert [one.path for one in for_gate(found, gate).excused] == ["idé.nivå"]


def test_programs_get_it_as_an_upplysning_with_its_waiver() -> None:
    found = report({**DECIDED, "plan.yaml": f"syfte: {{ej_tillämpligt: {GOOD}}}\n"}, SYFTE)
    assert check_facts(found, ".")["findings"] == [
        {
            "rule": "E-01",
            "severity": "upplysning",
            "message": "Syfte: Ej tillämpligt.",
            "file": "plan.yaml",
            "line": 1,
            "column": 8,
            "path": "plan.syfte",
            "source": {"document": "Riktlinje för samtal", "heading": "Innehåll", "list": ""},
            "remedy": "",
            "waiver": {
                "reason": "Syftet står redan i idén",
                "by": "chefen",
                "date": "2027-02-18",
                "file": "plan.yaml",
                "line": 1,
                "column": 8,
            },
        }
    ]


# --- where none can stand


def refused(files: dict[str, str], rules: str) -> list[str]:
    """What is said of the excuse, without the place and what the rule says."""
    found = [line for line in said(files, rules) if "Här kan inte" in line]
    return [
        line.partition(".")[0].replace("Här kan inte ej tillämpligt stå, ", "") for line in found
    ]


def test_a_rule_that_cannot_be_waived_takes_no_excuse_however_good() -> None:
    always = f"{SYFTE}\n  waivable: false"
    assert excused(GOOD, always) == [
        "Fel E-01: Syfte: Här kan inte ej tillämpligt stå, för kravet gäller alltid. "
        f"{report({}, always).dossier.rulebook.rules['E-01'].says} (plan.yaml:1:8)"
    ]


def test_that_holds_only_where_the_rule_does() -> None:
    sometimes = f"{SYFTE}\n  waivable: false\n  when: {{idé.nivå: samtal}}"
    assert excused(GOOD, sometimes) == []


def test_neither_does_an_answer_that_other_rules_turn_on() -> None:
    turning = f"{SYFTE}\n  when: {{idé.nivå: samtal}}"
    files = {**DECIDED, "ide.yaml": f"syfte: a\nnivå: {{ej_tillämpligt: {GOOD}}}\n"}
    assert refused(files, turning) == ["Fel E-01: Nivå: för svaret avgör om andra krav gäller"]


def test_nor_one_that_is_compared() -> None:
    order = rule("kind: order\ndates: [plan.datum, tillfällen.*.datum]")
    files = {**DECIDED, "plan.yaml": f"datum: {{ej_tillämpligt: {GOOD}}}\n"}
    assert refused(files, order) == ["Fel E-01: Datum: för svaret jämförs med andra svar"]


def test_a_table_whose_columns_are_compared_may_be_empty() -> None:
    order = rule("kind: order\ndates: [plan.utbildning.*.datum, tillfällen.*.datum]")
    files = {**DECIDED, "plan.yaml": f"utbildning: {{ej_tillämpligt: {GOOD}}}\n"}
    assert refused(files, order) == []


def test_nor_one_that_ends_the_dialogue() -> None:
    files = {"ide.yaml": f"syfte: a\ngenomförs_av: {{ej_tillämpligt: {GOOD}}}\n"}
    assert refused(files, "") == [
        "Fel ej-tillämpligt: Organ som genomför: för svaret avgör om dialogen går vidare"
    ]


# Of an excused reason the rule itself says that it is too short.
@pytest.mark.parametrize("part", ["av", "datum"])
def test_nor_a_part_of_a_statement(part: str) -> None:
    stated = rule("kind: statement\nfields: idé.barn\nbefore: dialogbeslut")
    parts = {
        "svar": "ja",
        "skäl": "Barn leker på torget varje dag.",
        "av": "chefen",
        "datum": "2027-02-18",
        part: f"{{ej_tillämpligt: {GOOD}}}",
    }
    lines = "".join(f"  {name}: {text}\n" for name, text in parts.items())
    (said_,) = refused({"ide.yaml": f"syfte: a\nbarn:\n{lines}"}, stated)
    assert said_.endswith("för ett ställningstagande har skäl, någon som svarar för det och en dag")


@pytest.mark.parametrize("name", ["status", "antal"])
def test_nothing_that_is_read_of_a_session_is_excused_unless_it_is_cancelled(name: str) -> None:
    parts = {"datum": "2027-02-21", "status": "genomfört", "antal": "3"}

    def session(status: str) -> list[str]:
        given = {**parts, "status": status, name: f"{{ej_tillämpligt: {GOOD}}}"}
        text = "".join(f"{key}: {value}\n" for key, value in given.items())
        return refused({**PLANNED, "tillfallen/a.yaml": text}, "")

    label = {"status": "Status", "antal": "Antal invånare"}[name]
    here = f"Fel ej-tillämpligt: {label}: för här skrivs det som har hänt"
    assert session("genomfört") == [here]
    assert session("inställt") == ([here] if name == "status" else [])


def test_the_marks_of_a_decision_and_the_answer_to_a_point_are_not_excused() -> None:
    decided = DECIDED["beslut/a.yaml"] + f"antaget: {{ej_tillämpligt: {GOOD}}}\n"
    assert refused({**DECIDED, "beslut/a.yaml": decided}, "") == [
        "Fel ej-tillämpligt: Antaget: för här skrivs det som har hänt"
    ]
    point = f"svar_på_återremiss:\n- punkt: Bygg\n  svar: {{ej_tillämpligt: {GOOD}}}\n"
    assert refused({**DECIDED, "aterremiss.yaml": point}, "") == [
        "Fel ej-tillämpligt: Svar: för organet har begärt svaret"
    ]


def test_a_waiver_without_its_reason_is_none() -> None:
    waiver = f"regel: E-01\nskäl: {{ej_tillämpligt: {GOOD}}}\nav: chefen\ndatum: 2027-02-18\n"
    files = {**DECIDED, "plan.yaml": "datum: 2027-02-20\n", "undantag/E-01.yaml": waiver}
    assert refused(files, SYFTE) == ["Fel ej-tillämpligt: Skäl: för här skrivs det som har hänt"]


# --- in every policy


def finished(policy: str) -> Texts:
    return sample_texts() if policy == "varmland" else dossier_texts(policy)


def wanted(found: Report, today: date) -> Iterator[tuple[Rule, Answer]]:
    """Every answer that is there and that a rule of severity fel asks for."""
    for rule_ in found.active:
        for path in demanded(rule_) if rule_.severity is Severity.FEL else ():
            scene = RuleView(found.dossier, found.standing, rule_, today)
            for answer in scene.select(path):
                if answer.filled:
                    yield rule_, answer


def with_excuse(dossier: Dossier, answer: Answer) -> Dossier:
    name = answer.place.file
    value = {"ej_tillämpligt": "x"}
    text = changed_text(dossier, locate(dossier, answer.path), name, dossier.texts[name], value)
    return build_dossier(dossier.rulebook, {**dossier.texts, name: text})


@pytest.mark.parametrize("policy", ["allman", "hagfors", "norrbotten", "sandviken", "varmland"])
def test_no_answer_that_a_fel_asks_for_falls_silent_for_an_x(policy: str) -> None:
    today = date(2028, 12, 1)
    found = check(build_dossier(load_rulebook(policy), finished(policy)), today)
    silent = []
    tried = 0
    for rule_, answer in wanted(found, today):
        tried += 1
        after = check(with_excuse(found.dossier, answer), today)
        if not after.number_of(Severity.FEL):
            silent.append((rule_.id, answer.path))
    assert tried
    assert silent == []
