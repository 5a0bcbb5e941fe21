"""The four policies, tried on whole dialogues: what each source says of who decides, in which order
and with what, one plain breach for each sentence.

Cases beside the rulebooks try a rule alone; here all rules are judged, so what is told is all there
is to tell.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from helpers.terminal import run
from helpers.walks import dossier_texts, sample_texts, walked, with_text

from dialogcli.base.findings import Finding, Severity
from dialogcli.checking.report import Report
from dialogcli.process.course import turns
from dialogcli.rulebook.loader import load_rulebook

AFTERWARDS = date(2029, 1, 1)
FOLLOW_UPS_AHEAD = date(2027, 12, 1)
"""Sandviken's dialogue is finished, and no follow-up of its decision should have been told yet."""
POLICIES = ("norrbotten", "varmland", "sandviken", "hagfors")
DIRECTIVE = "Direktiv för medborgardialog"


def texts_of(policy: str) -> dict[str, str]:
    return sample_texts() if policy == "varmland" else dossier_texts(policy)


def afterwards(policy: str) -> date:
    """A day on which the whole dialogue is done, and nothing that it plans should have been."""
    return FOLLOW_UPS_AHEAD if policy == "sandviken" else AFTERWARDS


def seen(policy: str, changes: dict[str, tuple[str, str]]) -> Report:
    """The whole dialogue with changes: part of a file's name -> pattern and replacement."""
    texts = texts_of(policy)
    for part, (pattern, new) in changes.items():
        file = part if part in texts else next(name for name in texts if part in name)
        text, number = re.subn(pattern, new, texts[file], count=1, flags=re.MULTILINE)
        assert number, f"{pattern} does not stand in {file}"
        texts[file] = text
    return walked(policy, texts, afterwards(policy))


def faults(report: Report) -> dict[str, Finding]:
    """The heaviest finding of each rule, fel and varning alone."""
    found = [one for one in report.findings if one.severity is not Severity.UPPLYSNING]
    return {one.rule: one for one in reversed(found)}


def told(policy: str, changes: dict[str, tuple[str, str]]) -> dict[str, str]:
    return {id_: one.severity.value for id_, one in faults(seen(policy, changes)).items()}


# --- who says yes, and whether it was a yes


@pytest.mark.parametrize(
    ("policy", "gate", "rule"),
    [
        ("varmland", "presidiets-beslut", "V-19"),
        ("norrbotten", "ordforandens-beslut", "N-19a"),
        ("hagfors", "kommunfullmaktiges-beslut", "H-12"),
        ("sandviken", "beslut-om-uppdrag", "S-29"),
    ],
)
def test_a_dialogue_that_was_refused_and_held_all_the_same(
    policy: str, gate: str, rule: str
) -> None:
    texts = texts_of(policy)
    file = next(name for name in texts if gate in name)
    text = re.sub(
        r"^motivering:.*\n(?:[ \t].*\n|\n(?=[ \t]))*", "", texts[file], flags=re.MULTILINE
    )
    text = re.sub(
        r"^utfall: .*", "utfall: avslag\nmotivering: Frågan är låst.", text, flags=re.MULTILINE
    )
    found = faults(walked(policy, texts | {file: text}, afterwards(policy)))[rule]
    assert found.severity is Severity.FEL
    assert "avslag. Ändå finns det som kommer efter: " in found.message


def test_a_dialogue_that_was_never_set_going() -> None:
    no = {"igangsattning": ("^utfall: .*", "utfall: igångsätts_inte\nmotivering: Planen brister.")}
    assert told("sandviken", no)["S-45"] == "fel"


def test_a_need_that_was_denied_and_a_dialogue_all_the_same() -> None:
    no = {"overvagande": (r"^dialog_behövs:\n  svar: ja", "dialog_behövs:\n  svar: nej")}
    assert told("norrbotten", no)["steg-före"] == "fel"


def test_the_final_decision_is_of_elected_members() -> None:
    office = {"beslut-i-sakfragan": ("^organ: .*", "organ: regiondirektören")}
    assert told("varmland", office) == {"V-06": "fel"}


@pytest.mark.parametrize(
    ("key", "rule"), [("genomförande_organ: .*", "V-23b"), ("deltagande_organ:\n  - .*", "V-24b")]
)
def test_those_who_hold_it_are_elected(key: str, rule: str) -> None:
    name = key.partition(":")[0]
    put = f"{name}: kansliavdelningen" if rule == "V-23b" else f"{name}:\n  - kansliavdelningen"
    found = faults(seen("varmland", {"presidiets-beslut": (f"^{key}", put)}))[rule]
    assert found.severity is Severity.FEL
    assert str(found.source) == f"{DIRECTIVE}, Genomförande av en medborgardialog"


@pytest.mark.parametrize("unit", ["", " kulturavdelningen"])
def test_the_office_that_the_directive_names_is_responsible(unit: str) -> None:
    other = {"dossier": ("^ansvarig_enhet: .*", f"ansvarig_enhet:{unit}")}
    assert told("varmland", other) == {"V-25": "fel"}


# --- in which order


def test_the_plan_is_not_adopted_before_anybody_decided_on_the_dialogue(tmp_path: Path) -> None:
    papers = {name: text for name, text in sample_texts().items() if "/" not in name}
    for name in ("resultat.yaml", "resurser.yaml", "utvardering.yaml"):
        del papers[name]
    for name, text in papers.items():
        (tmp_path / name).write_text(text, "utf-8")
    words = "decide handlingsplan --outcome bifall --paragraph 17 --organ kollektivtrafiknämnden"
    ran = run([*words.split(), "--date", "2025-02-22"], tmp_path)
    assert ran.exit_code == 1
    assert "Fel V-19: Presidiets beslut saknas." in ran.out + ran.err
    assert not (tmp_path / "beslut").exists()


@pytest.mark.parametrize("policy", POLICIES)
def test_a_session_that_was_cancelled_has_no_place_in_the_order(policy: str) -> None:
    file = "tillfallen/2031-01-01-borta.yaml"
    reason = "avvikelse: Hölls inte.\n" if policy == "sandviken" else ""
    cancelled = {file: f"datum: 2031-01-01\nplats: Borta\nstatus: inställt\n{reason}"}
    assert walked(policy, texts_of(policy) | cancelled, afterwards(policy)).findings == ()


def test_the_director_comes_before_the_sessions() -> None:
    texts = sample_texts()
    late = re.sub(
        r"^  datum: 20(\d\d)-.*", r"  datum: 20\1-12-20", texts["resurser.yaml"], flags=re.MULTILINE
    )
    found = faults(walked("varmland", texts | {"resurser.yaml": late}, AFTERWARDS))
    assert {id_: one.severity.value for id_, one in found.items()} == {
        "dagarnas-ordning": "varning"
    }
    assert str(found["dagarnas-ordning"].source) == f"{DIRECTIVE}, Tjänstemannastöd"


def test_a_decision_before_the_result_was_there() -> None:
    texts = sample_texts()
    file = next(name for name in texts if "beslut-i-sakfragan" in name)
    early = re.sub(r"^datum: (\d{4})-.*", r"datum: \1-01-25", texts[file], flags=re.MULTILINE)
    found = faults(walked("varmland", texts | {file: early}, AFTERWARDS))["dagarnas-ordning"]
    assert found.severity is Severity.FEL
    assert str(found.source) == f"{DIRECTIVE}, Inledning"


@pytest.mark.parametrize(
    ("file", "field", "rule"),
    [
        ("forutsattningar", "avsedd_skillnad", "N-26c"),
        ("forutsattningar", "inkludering", "N-30b"),
    ],
)
def test_the_conditions_are_clear_before_the_first_session(
    file: str, field: str, rule: str
) -> None:
    late = rf"^({field}:\n(?:  .*\n|\n)*?  datum: )\d.*"
    assert told("norrbotten", {file: (late, r"\g<1>2027-06-01")}) == {rule: "fel"}


@pytest.mark.parametrize(
    ("file", "field"), [("provning", "brukardialog"), ("overvagande", "dialog_behövs")]
)
def test_what_was_considered_before_the_chair_decided(file: str, field: str) -> None:
    late = rf"^({field}:\n(?:  .*\n|\n)*?  datum: )\d.*"
    found = faults(seen("norrbotten", {file: (late, r"\g<1>2027-03-01")}))["dagarnas-ordning"]
    assert found.severity is Severity.VARNING
    assert str(found.source) == (
        "Policy för medborgardialog, När ska verktyget medborgardialog användas?"
    )


def test_an_activity_that_is_exchanged_after_the_plan_was_adopted() -> None:
    other = {"handlingsplan.yaml": (r"^    vad: Intressent- .*", "    vad: Annonser i tidningen")}
    assert told("varmland", other) == {"V-27c": "varning"}


# --- with what


def test_a_coming_decision_is_asked_for() -> None:
    none = {"dossier": (r"^kommande_beslut:\n(?:  .*\n)+", "kommande_beslut:\n")}
    assert told("varmland", none)["V-04d"] == "fel"


def test_a_target_group_is_named_where_not_everybody_is_meant() -> None:
    texts = dossier_texts("norrbotten")
    file = "forutsattningar.yaml"
    without = re.sub(r"^målgrupper:\n(?:  .*\n)+", "målgrupper:\n", texts[file], flags=re.MULTILINE)
    without = re.sub(r"^riktas_till_alla: .*", "riktas_till_alla: nej", without, flags=re.MULTILINE)
    found = faults(walked("norrbotten", texts | {file: without}, AFTERWARDS))
    assert found["N-29c"].severity is Severity.FEL


def test_feedback_is_planned_for_those_who_took_part() -> None:
    all_of_them = {"kommunikationsplan": ("till_vem: de som deltog", "till_vem: hela länet")}
    assert told("norrbotten", all_of_them) == {"N-25d": "varning"}


def test_a_need_that_leads_to_no_dialogue() -> None:
    begun = {
        name: text
        for name, text in dossier_texts("hagfors").items()
        if name in ("dossier.yaml", "overvagande.yaml")
    }
    no = with_text(
        begun, "overvagande.yaml", "dialog_behövs:\n  svar: ja", "dialog_behövs:\n  svar: nej"
    )
    assert {one.rule for one in walked("hagfors", no, AFTERWARDS).findings} >= {"H-19b"}
    denied = with_text(
        no, "overvagande.yaml", "behov_av_kunskap:\n  svar: ja", "behov_av_kunskap:\n  svar: nej"
    )
    found = walked("hagfors", denied, AFTERWARDS).findings
    assert [one.severity for one in found] == [Severity.UPPLYSNING]


def test_nothing_of_what_came_out_is_used() -> None:
    texts = dossier_texts("hagfors")
    unused = re.sub(r"disposition: .*", "disposition: påverkar_inte", texts["resultat.yaml"])
    assert "H-07c" in faults(walked("hagfors", texts | {"resultat.yaml": unused}, AFTERWARDS))


# --- what is right is not told as wrong


@pytest.mark.parametrize(
    ("policy", "file", "pattern", "new"),
    [
        ("sandviken", "beslut-om-uppdrag", "^organ: .*", "organ: kommunstyrelsens arbetsutskott"),
        ("sandviken", "beslut-om-uppdrag", "^organ: .*", "organ: demokratiberedningen"),
        ("varmland", "presidiets-beslut", "^organ: .*", "organ: fullmäktiges presidium"),
        ("hagfors", "kommunfullmaktiges-beslut", "^organ: .*", "organ: fullmäktige"),
        ("varmland", "resurser.yaml", "^  av: .*", "  av: tillförordnad regiondirektör"),
        ("sandviken", "oppet-hus", "^avvikelse: .*", "avvikelse:"),
    ],
)
def test_what_the_sources_allow_draws_nothing(
    policy: str, file: str, pattern: str, new: str
) -> None:
    assert told(policy, {file: (pattern, new)}) == {}


@pytest.mark.parametrize(
    ("initiator", "by"),
    [
        ("enskild medborgare", "en enskild medborgare"),
        ("kollektivtrafiknämnden", "nämndens ordförande"),
        ("Kollektivtrafiknämnden", "kollektivtrafiknämnden"),
    ],
)
def test_the_purpose_is_put_by_whoever_takes_the_initiative(initiator: str, by: str) -> None:
    changes = {
        "initiativ.yaml": (
            r"^initiativtagare: (?P<all>.*\n(?:.*\n)*?)syfte_formulerat_av: .*",
            rf"initiativtagare: {initiator}\n# \g<all>syfte_formulerat_av: {by}",
        )
    }
    assert "V-15b" not in told("varmland", changes)


def test_a_citizen_who_proposes_is_a_warning_where_the_strategy_only_says_who_may() -> None:
    citizen = {"initiativ": ("^initiativ_från: .*", "initiativ_från: medborgare")}
    assert {id_: word for id_, word in told("sandviken", citizen).items() if id_ == "S-27"} == {
        "S-27": "varning"
    }


# --- ended rightly


@pytest.mark.parametrize(
    ("policy", "file", "pattern", "words"),
    [
        (
            "norrbotten",
            "provning",
            r"^(brukardialog:\n  svar: )nej",
            "Det här är en patient- eller brukardialog. Policyn gäller inte sådana.",
        ),
        (
            "norrbotten",
            "provning",
            r"^(styrs_av_sakkunskap:\n  svar: )nej",
            "Frågan avgörs av sakkunskap. Då ska medborgardialog inte användas.",
        ),
        (
            "sandviken",
            "initiativ",
            r"^(brukardialog:\n  svar: )nej",
            "Det här är en brukardialog om en tjänst. Strategin skiljer den från medborgardialog.",
        ),
    ],
)
def test_a_correct_no_is_clean_and_says_what_it_means(
    policy: str, file: str, pattern: str, words: str
) -> None:
    begun = ("dossier", "overvagande", "provning", "initiativ")
    texts = {name: text for name, text in texts_of(policy).items() if name.startswith(begun)}
    name = next(one for one in texts if file in one)
    text, number = re.subn(pattern, r"\g<1>ja", texts[name], flags=re.MULTILINE)
    assert number == 1
    found = walked(policy, texts | {name: text}, afterwards(policy)).findings
    assert [(one.severity, one.message.startswith(words)) for one in found] == [
        (Severity.UPPLYSNING, True)
    ]


# --- whose turn it is, and where advice is


@pytest.mark.parametrize("policy", ["sandviken", "varmland", "hagfors"])
def test_every_step_whose_actor_the_source_names_has_it(policy: str) -> None:
    assert [step.id for step in load_rulebook(policy).steps() if not step.who] == []


def test_the_elected_members_consider_what_came_out() -> None:
    files = {
        name: text
        for name, text in dossier_texts("norrbotten").items()
        if not name.startswith(("beslut/2027-1", "forslag", "verkan", "utvardering", "aterremiss"))
    }
    files["resultat.yaml"] = re.sub(r" *disposition: .*\n", "", files["resultat.yaml"])
    standing = walked("norrbotten", files, AFTERWARDS).standing
    assert "de förtroendevalda" in [turn.who for turn in turns(standing)]


def test_status_and_help_tell_of_the_resource_bank_and_of_the_organisations_own(
    tmp_path: Path,
) -> None:
    (tmp_path / "organisation.yaml").write_text(
        "stöd:\n  handbok: https://intranat.exempel.se/handbok\n", "utf-8"
    )
    folder = tmp_path / "torget"
    for name, text in dossier_texts("sandviken").items():
        if name.startswith(("dossier", "initiativ", "uppdrag", "beslut/2026-10")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    line = (
        "Stöd: På intranätet finns en resursbank. Kommunstyrelseförvaltningen ger stöd. (S-07) "
        "Handbok: https://intranat.exempel.se/handbok"
    )
    assert line in " ".join(run(["status", "--all"], folder).out.split())
    run(["fill", "--export-questions", "fragor.yaml"], folder)
    questions = " ".join((folder / "fragor.yaml").read_text("utf-8").replace("# ", "").split())
    assert "Resursbanken på intranätet har stöd, tips och mallar" in questions
    assert "Handbok: https://intranat.exempel.se/handbok" in questions


# --- what a document says


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("hagfors", "Behövs en medborgardialog? **Ja.** "),
        ("norrbotten", "Behövs en medborgardialog? **Ja.** "),
        ("norrbotten", "Är det en brukardialog? **Nej.** "),
    ],
)
def test_an_answer_stands_before_its_reasons(policy: str, said: str, tmp_path: Path) -> None:
    for name, text in dossier_texts(policy).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert said in run(["render", "tjänsteskrivelse", "--markdown"], tmp_path).out


# --- every finding says who asks


@pytest.mark.parametrize("policy", POLICIES)
def test_every_finding_cites_a_sentence_or_the_tools_own_check(policy: str, tmp_path: Path) -> None:
    for name, text in texts_of(policy).items():
        if not name.startswith(("resultat", "beslut/2027-0")):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")
    lines = run(["check"], tmp_path).out.splitlines()
    paragraphs = "\n".join(lines).split("\n\n")
    with_findings = [
        one for one in paragraphs if re.search(r"^  (Fel|Varning|Upp)", one, re.MULTILINE)
    ]
    assert with_findings
    assert [one for one in with_findings if "    Källa:" not in one] == []
