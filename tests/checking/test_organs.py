"""Who has to be elected is: finished dialogues with another organ in one place, and what is then
said.
"""

import re
import unicodedata
from datetime import date

import pytest
from helpers.walks import Texts, dossier_texts, sample_texts

from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.reading import parse_organs
from dialogcli.rulebook.loader import load_rulebook

LONG_AFTER = date(2028, 12, 1)
FOLLOWED_UP = {"sandviken": date(2027, 12, 14)}
"""The last day on which no follow-up of a finished dialogue is late."""
POLICIES = ("allman", "hagfors", "norrbotten", "sandviken", "varmland")


def finished(policy: str) -> Texts:
    return sample_texts() if policy == "varmland" else dossier_texts(policy)


def said_of(policy: str, texts: Texts, organs: str = "") -> list[str]:
    rulebook = load_rulebook(policy)
    if organs:
        own, faults = parse_organs(organs, rulebook.organ_types)
        assert faults == ()
        rulebook = rulebook._replace(organs=(*rulebook.organs, *own))
    report = check(build_dossier(rulebook, texts), FOLLOWED_UP.get(policy, LONG_AFTER))
    return [case_line(finding) for finding in report.findings]


def with_line(texts: Texts, file: str, old: str, new: str) -> Texts:
    """The files with every line of one that matches replaced; `file` is how its name begins."""
    name = next(one for one in texts if one.startswith(file))
    changed, number = re.subn(f"^{old}$", new, texts[name], flags=re.MULTILINE)
    assert number, f"{old!r} is not in {name}"
    return texts | {name: changed}


def said(policy: str, file: str, old: str, new: str) -> list[str]:
    return said_of(policy, with_line(finished(policy), file, old, new))


SANDVIKEN = "beslut/2026-10-13-beslut-om-uppdrag.yaml"
PRESIDIUM = "beslut/2025-02-10-presidiets-beslut.yaml"
MATTER = "beslut/2025-11-26-beslut-i-sakfragan.yaml"


# --- an office is not its board


@pytest.mark.parametrize(
    "office",
    [
        "kommunstyrelseförvaltningen",
        "kommunstyrelsens förvaltning",
        "socialnämndens kansli",
        "miljö- och byggnadsnämndsförvaltningen",
        "nämndsekretariatet",
    ],
)
def test_an_office_gives_no_commission(office: str) -> None:
    assert said("sandviken", SANDVIKEN, "organ: .*", f"organ: {office}") == [
        f"Fel S-29: Beslut om uppdrag: beslutat av {office}. Det ska beslutas av fullmäktige, styrelse, nämnd, "
        f"utskott, beredning, presidium eller bolagsstyrelse. ({SANDVIKEN}:3:8)"
    ]


@pytest.mark.parametrize(
    "nobody",
    ["Hyresgästföreningens styrelse", "bolagsstyrelsens vd", "barnnämnden i Grannköpings kommun"],
)
def test_who_is_unknown_gives_none_either_and_is_asked_to_be_listed(nobody: str) -> None:
    assert said("sandviken", SANDVIKEN, "organ: .*", f"organ: {nobody}") == [
        f"Fel S-29: Beslut om uppdrag: beslutat av {nobody}. Det ska beslutas av fullmäktige, styrelse, nämnd, "
        f"utskott, beredning, presidium eller bolagsstyrelse. ({SANDVIKEN}:3:8)",
        f"Varning okänt-organ: Beslut om uppdrag: beslutat av {nobody}. Det är ett okänt organ. "
        f"({SANDVIKEN}:3:8)",
    ]


def test_an_utskott_is_elected() -> None:
    assert said("sandviken", SANDVIKEN, "organ: .*", "organ: kommunstyrelsens arbetsutskott") == []


@pytest.mark.parametrize("office", ["regionstyrelsens kansli", "nämndkansliet"])
def test_an_office_has_no_chair(office: str) -> None:
    file = "beslut/2027-02-09-ordforandens-beslut.yaml"
    assert said("norrbotten", file, "organ: .*", f"organ: {office}") == [
        f"Fel N-19a: Ordförandens beslut: beslutat av ordförande i {office}. Det ska beslutas av ordförande i "
        f"fullmäktige, styrelse eller nämnd. ({file}:3:8)"
    ]


def test_a_secretary_proposes_nothing() -> None:
    proposer = "föreslaget_av: bildningsutskottets sekreterare"
    assert said("hagfors", "forslag.yaml", "föreslaget_av: .*", proposer) == [
        "Fel H-11: Organ som föreslår dialogen: bildningsutskottets sekreterare. I Hagfors kommun ska ett "
        "utskott, en nämnd, styrelsen eller fullmäktige stå bakom förslaget. (forslag.yaml:5:16)"
    ]


# --- fields that are political in every rulebook


def test_an_official_does_not_decide_in_the_matter() -> None:
    assert said("varmland", MATTER, "organ: .*", "organ: regiondirektören") == [
        "Fel V-06: Organ: regiondirektören. Det som går är fullmäktige, styrelse, nämnd, utskott, beredning eller "
        f"presidium. ({MATTER}:17:8)"
    ]


def test_an_office_takes_no_part() -> None:
    assert said("varmland", PRESIDIUM, "  - kollektivtrafiknämnden", "  - kansliavdelningen") == [
        "Fel V-24b: Organ som deltar: kansliavdelningen. Det som går är fullmäktige, styrelse, nämnd, utskott, "
        f"beredning eller presidium. ({PRESIDIUM}:131:5)"
    ]


def test_an_organ_that_is_none() -> None:
    assert said("varmland", PRESIDIUM, "  - kollektivtrafiknämnden", "  - taxi") == [
        "Fel V-24b: Organ som deltar: taxi. Det som går är fullmäktige, styrelse, nämnd, utskott, beredning eller "
        f"presidium. ({PRESIDIUM}:131:5)",
        f"Varning okänt-organ: Organ som deltar: taxi. Det är ett okänt organ. ({PRESIDIUM}:131:5)",
    ]


def test_nobody_is_told_to_let_an_office_decide_because_it_is_named() -> None:
    named = "genomförande_organ: kansliavdelningen"
    assert said("varmland", PRESIDIUM, "genomförande_organ: .*", named) == [
        "Fel V-23b: Organ som genomför dialogen: kansliavdelningen. Det som går är fullmäktige, styrelse, nämnd, "
        f"utskott, beredning eller presidium. ({PRESIDIUM}:122:21)"
    ]


def test_where_no_rule_says_it_the_tool_does() -> None:
    file = "beslut/2027-11-29-beslut-i-sakfragan.yaml"
    found = said("hagfors", file, "organ: .*", "organ: kommundirektören")
    assert [one.partition(" (")[0] for one in found] == [
        "Fel ej-förtroendevalda: Beslut i sakfrågan: beslutat av kommundirektören. Det ska vara förtroendevalda."
    ]


@pytest.mark.parametrize(
    ("policy", "place"),
    [("varmland", "49:10"), ("hagfors", "18:10"), ("allman", "10:10")],
)
def test_the_coming_decision_is_somebodys(policy: str, place: str) -> None:
    assert said(policy, "dossier.yaml", "  organ: .*", "  organ: x") == [
        f"Varning okänt-organ: Kommande beslut: Organ: x. Det är ett okänt organ. (dossier.yaml:{place})"
    ]


def test_a_rule_that_says_it_already_is_enough() -> None:
    office = "ansvarigt_organ: utvecklingsavdelningen"
    assert said("norrbotten", "dossier.yaml", "ansvarigt_organ: .*", office) == [
        "Varning N-02: Ansvarigt politiskt organ: utvecklingsavdelningen. Det som går är fullmäktige, styrelse, "
        "nämnd, utskott, beredning eller presidium. (dossier.yaml:14:18)"
    ]


# --- names and titles in other forms


@pytest.mark.parametrize("title", ["regiondirektör", "tillförordnad regiondirektör"])
def test_a_title_goes_by_its_head_word(title: str) -> None:
    assert said("varmland", "resurser.yaml", "  av: .*", f"  av: {title}") == []


def test_the_staff_of_the_director_is_not_the_director() -> None:
    assert said("varmland", "resurser.yaml", "  av: .*", "  av: regiondirektörens stab") == [
        "Fel V-34: Resurser och arbetsgrupper: ställning ska tas av regiondirektören. Här står "
        "regiondirektörens stab. (resurser.yaml:23:7)"
    ]


def test_the_presidium_by_the_words_of_the_directive() -> None:
    assert said("varmland", PRESIDIUM, "organ: .*", "organ: fullmäktiges presidium") == []


def test_another_presidium_is_another() -> None:
    assert said("varmland", PRESIDIUM, "organ: .*", "organ: kulturnämndens presidium") == [
        "Fel V-19: Presidiets beslut: beslutat av kulturnämndens presidium. "
        f"Det ska beslutas av regionfullmäktiges presidium. ({PRESIDIUM}:17:8)"
    ]


def test_fullmäktige_is_kommunfullmäktige_and_no_other() -> None:
    file = "beslut/2027-02-22-kommunfullmaktiges-beslut.yaml"
    assert said("hagfors", file, "organ: .*", "organ: fullmäktige") == []
    assert said("hagfors", file, "organ: .*", "organ: regionfullmäktige") == [
        "Fel H-12: Kommunfullmäktiges beslut: beslutat av regionfullmäktige. "
        f"Det ska beslutas av kommunfullmäktige. ({file}:3:8)"
    ]


# --- names over time

RENAMED = """
organs:
  - name: trafik- och miljönämnden
    type: nämnd
    tidigare:
      - {namn: kollektivtrafiknämnden, till: 2025-03-02}
"""
PLAN = "beslut/2025-03-05-handlingsplan.yaml"


def after_the_renaming() -> Texts:
    texts = finished("varmland")
    for file in (PLAN, "beslut/2025-03-05-kommunikationsplan.yaml"):
        texts = with_line(texts, file, "organ: .*", "organ: trafik- och miljönämnden")
    return texts


def test_an_organ_renamed_between_two_decisions_is_the_same() -> None:
    assert said_of("varmland", after_the_renaming(), RENAMED) == []


def test_without_the_earlier_name_it_is_another() -> None:
    assert said_of("varmland", with_line(finished("varmland"), PLAN, "organ: .*", "organ: TM")) == [
        "Fel V-27: Beslut om handlingsplan: beslutat av TM. Det ska beslutas av kollektivtrafiknämnden. "
        f"({PLAN}:17:8)",
        f"Varning okänt-organ: Beslut om handlingsplan: beslutat av TM. Det är ett okänt organ. ({PLAN}:17:8)",
    ]


def test_a_decision_under_a_name_that_had_gone_out_of_use() -> None:
    texts = with_line(after_the_renaming(), PLAN, "organ: .*", "organ: kollektivtrafiknämnden")
    assert said_of("varmland", texts, RENAMED) == [
        "Varning tidigare-namn: kollektivtrafiknämnden hette så till 2 mars 2025. Beslutet är fattat "
        f"5 mars 2025 av trafik- och miljönämnden. ({PLAN}:17:8)"
    ]


def test_an_alias_is_a_name() -> None:
    listed = "organs: [{name: kollektivtrafiknämnden, type: nämnd, alias: [KTN, trafiknämnden]}]"
    for alias in ("KTN", "Trafiknämnden"):
        texts = with_line(finished("varmland"), PLAN, "organ: .*", f"organ: {alias}")
        assert said_of("varmland", texts, listed) == []


def test_an_organ_that_is_listed_is_known() -> None:
    texts = with_line(
        finished("varmland"), PRESIDIUM, "  - kollektivtrafiknämnden", "  - Torgrådet"
    )
    assert said_of("varmland", texts, "organs: [{name: Torgrådet, type: nämnd}]") == []


# --- letters in two ways


def decomposed(texts: Texts, file: str) -> Texts:
    return texts | {file: unicodedata.normalize("NFD", texts[file])}


@pytest.mark.parametrize("policy", POLICIES)
def test_a_finished_dialogue_is_clean(policy: str) -> None:
    assert said_of(policy, finished(policy)) == []


@pytest.mark.parametrize("policy", POLICIES)
def test_letters_as_a_mac_writes_them_are_the_same_letters(policy: str) -> None:
    texts = finished(policy)
    for file in texts:
        assert said_of(policy, decomposed(texts, file)) == []


def test_the_director_as_pasted_from_a_pdf() -> None:
    texts = decomposed(finished("varmland"), "resurser.yaml")
    assert "regiondirektören" not in texts["resurser.yaml"]
    assert said_of("varmland", texts) == []


def test_the_board_as_pasted_from_a_pdf() -> None:
    file = "beslut/2027-02-09-ordforandens-beslut.yaml"
    texts = decomposed(finished("norrbotten"), file)
    assert "utvecklingsnämnden" not in texts[file]
    assert said_of("norrbotten", texts) == []
