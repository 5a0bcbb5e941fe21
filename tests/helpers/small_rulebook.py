"""An invented municipality with a short process: idé -> beslut -> plan -> möten -> svar. Tests add
the rules.
"""

from __future__ import annotations

import textwrap
from datetime import date

from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.checking.report import Report
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.model import Dossier
from dialogcli.rulebook.loader import parse_rulebook
from dialogcli.rulebook.model import Rulebook

TODAY = date(2027, 2, 22)

VOCABULARY = """
vocabulary: prov
version: "1"
format: 1
organ_types: [fullmäktige, styrelse, nämnd, presidium]
outcomes:
  bifall: {}
  avslag: {demands: [motivering]}
  återremiss: {demands: [motivering]}
forms:
  dossier:
    title: Ärendet
    fields: [format, titel, dnr, regelverk, regelverksversion, handläggare, planerade_beslut]
  beslut:
    title: Beslut
    items: beslutspunkt
    fields: [beslutspunkt, organ, roll, datum, paragraf, förslag_till_beslut, utfall, motivering, punkter, yrkanden,
             underlag, ofullständigt_underlag, mottagare, expedierat, antaget]
  återremiss:
    title: Svar på återremiss
    fields: [svar_på_återremiss]
  tillfällen:
    title: Tillfällen
    items: datum
    fields: [datum, status, antal, grupper]
  resultat:
    title: Resultat
    fields: [datum]
  återkoppling:
    title: Återkoppling
    items: till
    fields: [till, planerad, datum, kanal, paragraf]
  undantag:
    title: Undantag
    items: regel
    fields: [regel, skäl, av, datum]
fields:
  format: {type: text, label: Format}
  titel: {type: text, label: Titel}
  dnr: {type: text, many: true, label: Diarienummer}
  regelverk: {type: text, label: Regelverk}
  regelverksversion: {type: text, label: Regelverkets version}
  handläggare: {type: text, label: Ansvarig handläggare}
  planerade_beslut: {type: table, columns: [beslutspunkt, organ, datum], key: organ, label: Planerade beslut}
  beslutspunkt: {type: text, label: Beslutspunkt}
  organ: {type: organ, label: Organ}
  roll: {type: text, label: Roll}
  datum: {type: date, label: Datum}
  paragraf: {type: text, label: Paragraf}
  utfall: {type: text, label: Utfall}
  motivering: {type: prose, label: Motivering}
  förslag_till_beslut: {type: prose, label: Förslag till beslut}
  punkter: {type: text, many: true, label: Punkter}
  yrkanden: {type: table, columns: [av, vad], label: Yrkanden}
  vad: {type: text, label: Vad}
  underlag: {type: reference, many: true, label: Underlag}
  ofullständigt_underlag: {type: prose, label: Beslutat utan komplett underlag}
  mottagare: {type: table, columns: [vad, mottagarslag], label: Mottagare}
  mottagarslag: {type: choice, choices: [verksamhet, organ], label: Slag av mottagare}
  svar_på_återremiss: {type: table, columns: [punkt, svar], label: Svar på återremissen}
  punkt: {type: text, label: Punkt}
  svar: {type: prose, label: Svar}
  expedierat: {type: date, label: Dagen för expediering}
  antaget: {type: table, columns: [fält, avtryck], label: Antaget}
  fält: {type: text, label: Fält}
  avtryck: {type: text, label: Avtryck}
  status: {type: choice, choices: [planerat, genomfört, inställt], label: Status}
  antal: {type: number, min: 0, label: Antal invånare}
  grupper: {type: number, many: true, label: Antal i varje grupp}
  till: {type: choice, catalogue: audiences, label: Till}
  planerad: {type: date, label: Planerad}
  kanal: {type: text, many: true, label: Kanal}
  regel: {type: text, label: Regel}
  skäl: {type: prose, label: Skäl}
  av: {type: text, label: Av}
  syfte: {type: prose, label: Syfte, guidance: Vad ni vill veta och vad svaret ska användas till}
  barn: {type: statement, answers: [ja, nej], label: Barn och unga}
  risker: {type: table, columns: [risk, åtgärd, slag], label: Risker}
  risk: {type: text, label: Risk}
  åtgärd: {type: text, label: Åtgärd}
  slag: {type: choice, choices: {intern: Intern risk, extern: Extern risk}, label: Slag}
  fas: {type: choice, choices: {före: före mötena, efter: efter mötena}, label: Skede}
  budskap: {type: table, columns: [slag, fas], label: Budskap}
  utbildning: {type: table, columns: [datum, slut, risk], label: Utbildning}
  slut: {type: date, label: Slut}
  kostnad: {type: amount, label: Kostnad}
  poster: {type: table, columns: [risk, belopp, tak], key: belopp, label: Poster}
  tak: {type: amount, label: Tak}
  belopp: {type: amount, label: Belopp}
  nivå: {type: choice, choices: [information, samtal], label: Nivå}
  genomförs_av: {type: organ, label: Organ som genomför}
"""

RULEBOOK = """
rulebook: exempelby
version: "1"
format: 1
extends: vocabulary
organisation: Exempelby kommun
rows: E-01..E-99
incomplete: true
sources:
  riktlinje: {title: Riktlinje för samtal, standing: adopted, severity: fel}
organs:
  - {id: KF, name: kommunfullmäktige, type: fullmäktige}
  - {id: KD, name: kommundirektören, type: styrelse}
audiences: {deltagare: De som deltog}
forms:
  idé: {title: Idé, fields: [syfte, barn, nivå, genomförs_av]}
  plan:
    title: Plan
    fields: [datum, syfte, risker, budskap, utbildning, kostnad, poster]
    labels: {risker: Utmaningar och risker}
steps:
  - step: idé
    name: Idé
    done: [idé.syfte]
    ends: {idé.genomförs_av: KD}
  - gate: dialogbeslut
    name: Fullmäktiges beslut
    decider: {organ: KF}
    outcomes: {bifall: go_on, avslag: stop, återremiss: go_back}
    back_to: idé
    adopts: [idé]
    unregulated: Prövas av de regler som provet lägger till.
  - step: planering
    name: Planering
    done: [plan.datum]
  - step: möten
    name: Möten
    done: {tillfällen.*.status: genomfört}
  - step: svar
    name: Svar
    done: [återkoppling.deltagare.datum]
rules:
"""

DECIDED = {
    "beslut/a.yaml": "beslutspunkt: dialogbeslut\norgan: KF\ndatum: 2027-02-08\nutfall: bifall\n",
    "ide.yaml": "syfte: Att få veta hur torget används\n",
}
"""A dossier in which the idea is written and decided: planning has begun."""

PLANNED = {**DECIDED, "plan.yaml": "datum: 2027-02-20\n"}
"""The plan is written as well: the sessions can begin."""


def rulebook(rules: str = "", authority: bool = True) -> Rulebook:
    """The small rulebook with these rules (indented as in a file); each gets the one source."""
    text = RULEBOOK + (textwrap.indent(textwrap.dedent(rules).strip(), "  ") or "  {}") + "\n"
    text = text.replace("\n  {}\n", " {}\n") if not rules else text
    if not authority:
        text = text.replace("    unregulated: Prövas av de regler som provet lägger till.\n", "")
    found, faults = parse_rulebook(
        text, "exempelby.yaml", (VOCABULARY, "vocabulary.yaml"), ("methods: {}", "methods")
    )
    assert found is not None, [f"{fault.place} {fault.message}" for fault in faults]
    return found


def dossier(files: dict[str, str], rules: str = "", authority: bool = True) -> Dossier:
    """A dossier of these files under the small rulebook."""
    return build_dossier(rulebook(rules, authority), {"dossier.yaml": "", **files})


def report(
    files: dict[str, str], rules: str, today: date = TODAY, authority: bool = True
) -> Report:
    return check(dossier(files, rules, authority), today)


def said(
    files: dict[str, str], rules: str, today: date = TODAY, authority: bool = True
) -> list[str]:
    """The findings, as lines."""
    return [case_line(finding) for finding in report(files, rules, today, authority).findings]


SOURCE = "source: {document: riktlinje, heading: Innehåll}"


def rule(text: str) -> str:
    """A rule E-01 with these lines, its `says` and its source."""
    return f"E-01:\n  says: Provet gäller.\n  {SOURCE}\n" + textwrap.indent(
        textwrap.dedent(text).strip("\n"), "  "
    )
