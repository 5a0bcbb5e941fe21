"""A small policy of an invented municipality, with one of everything the language has; tests plant
faults in it.
"""

from __future__ import annotations

from dialogcli.base.findings import FileFault
from dialogcli.rulebook.loader import parse_rulebook
from dialogcli.rulebook.model import Rulebook

METHODS = """\
methods:
  fokusgrupp: Fokusgrupp
  gåtur: Gåtur
"""

VOCABULARY = """\
vocabulary: gemensam
version: "1"
format: 1
organ_types: [fullmäktige, styrelse, nämnd, tjänsteperson]
outcomes:
  bifall: {}
  avslag: {demands: [motivering]}
  återremiss: {demands: [motivering, nytt_datum]}
forms:
  dossier:
    title: Ärendet
    fields: [titel, handläggare, kommande_beslut]
  beslut:
    title: Beslut
    items: beslutspunkt
    fields: [beslutspunkt, organ, datum, utfall, motivering, underlag]
  tillfällen:
    title: Tillfällen
    items: datum
    fields: [datum, status, antal]
  resultat:
    title: Resultat
    fields: [datum, teman]
  återkoppling:
    title: Återkoppling
    items: till
    fields: [till, datum, kanal]
steps:
  genomförande: {name: Genomförande, done: {tillfällen.*.status: [genomfört, inställt]}}
documents:
  tjänsteskrivelse: {title: Tjänsteskrivelse, template: tjansteskrivelse, layouts: [beslut-först, bakgrund-först]}
  inbjudan: {title: Inbjudan, template: inbjudan}
fields:
  titel: {type: text, label: Titel, question: "Vad handlar dialogen om?", guidance: Några ord, example: Skoltomten}
  handläggare: {type: text, label: Handläggare}
  kommande_beslut: {type: group, fields: [organ, datum], label: Kommande beslut}
  beslutspunkt: {type: text, label: Beslutspunkt}
  organ: {type: organ, label: Organ}
  datum: {type: date, label: Datum}
  utfall: {type: text, label: Utfall}
  motivering: {type: prose, label: Motivering}
  nytt_datum: {type: date, label: Nytt datum}
  underlag: {type: reference, many: true, label: Underlag}
  status: {type: choice, choices: [planerat, genomfört, inställt], label: Status}
  antal: {type: number, label: Antal}
  teman: {type: table, columns: [tema, disposition], label: Teman}
  tema: {type: text, label: Tema}
  disposition: {type: choice, choices: {påverkar: Påverkar beslutet, inte: Påverkar inte}, label: Ställningstagande}
  till: {type: choice, catalogue: audiences, label: Till}
  kanal: {type: text, many: true, label: Kanal}
  syfte: {type: prose, label: Syfte}
  behövs: {type: statement, answers: [ja, nej], label: Behövs en dialog?}
  barnrätt: {type: statement, label: Barnrätt}
  metoder: {type: table, columns: [metod, skäl, når_frånvarande], label: Metoder}
  metod: {type: choice, catalogue: metoder, label: Metod}
  skäl: {type: prose, label: Skäl}
  når_frånvarande: {type: yesno, label: Når frånvarande}
  kostnad: {type: amount, label: Kostnad}
  genomförande_organ: {type: organ, label: Organ som genomför}
"""

POLICY = """\
rulebook: lillby
version: "1"
format: 1
extends: vocabulary
organisation: Lillby kommun
rows: L-01..L-12
sources:
  policy:
    title: Policy för dialog
    short: policyn
    standing: adopted
    severity: fel
    adopted: {by: kommunfullmäktige, date: 2020-05-04, paragraph: "7", dnr: [KS 1, KS 2]}
  protokoll:
    title: Protokoll 5 maj
    standing: minutes
organs:
  - {id: KF, name: kommunfullmäktige, type: fullmäktige}
  - {id: KS, name: kommunstyrelsen, type: styrelse}
audiences:
  deltagare: De som deltog
  allmänheten: Allmänheten
outcomes:
  vilande: {demands: [motivering]}
forms:
  övervägande:
    title: Övervägande
    fields: [behövs, syfte]
  plan:
    title: Plan
    fields: [datum, syfte, metoder, kostnad, barnrätt]
    labels: {metoder: Val av metod}
    sections:
      - section: syfte
        title: Syfte
        fields: [syfte, övervägande.syfte]
      - section: metod
        title: Val av metod
        fields: metoder
  resultat:
    add: [antal]
steps:
  - step: övervägande
    name: Övervägande
    done: [övervägande.behövs]
    ends: {övervägande.behövs: nej}
  - gate: dialogbeslut
    name: Fullmäktiges beslut
    decider: {organ: KF}
    outcomes: {bifall: go_on, avslag: stop, återremiss: go_back, vilande: stay}
    back_to: övervägande
    adopts: [övervägande]
    records: [genomförande_organ]
    proposes: ["Dialog om {dossier.titel} ska genomföras."]
  - step: planering
    name: Planering
    done: [plan.datum, plan.metoder]
  - step: genomförande
  - gate: sakbeslut
    name: Beslut i sakfrågan
    after: [genomförande]
    decider: {named_in: [beslut.dialogbeslut.genomförande_organ, dossier.kommande_beslut.organ]}
    outcomes: {bifall: go_on, avslag: go_on}
    unregulated: Policyn säger inte vem.
rules:
  L-01:
    says: Det är prövat om dialogen behövs.
    kind: statement
    fields: övervägande.behövs
    from: övervägande
    source: {document: policy, heading: Inledning}
  L-02:
    says: Fullmäktige beslutar.
    kind: decided
    gate: dialogbeslut
    source: {document: policy, heading: Beslut, list: Så beslutas}
  L-03a:
    says: Minst två metoder används.
    kind: count
    rows: plan.metoder
    where: {når_frånvarande: ja}
    distinct: metod
    min: 2
    before: genomförande
    unless: plan.syfte
    also: [L-04]
    source: {document: policy, heading: Metod}
  L-03b:
    says: Skälen är skrivna.
    kind: required
    fields: plan.metoder.*.skäl
    before: genomförande
    when: {övervägande.behövs: ja}
    modality: bör
    source: [{document: policy, heading: Metod}, {document: protokoll, heading: Ärendet}]
  L-05..L-07:
    says: Planen har sina delar.
    kind: required
    fields:
      L-05: plan.datum
      L-06: [plan.syfte, plan.kostnad]
      L-07: plan.metoder
    before: genomförande
    source: {document: protokoll, heading: Ärendet}
  L-08:
    says: Tillfällena ligger före beslutet.
    kind: order
    dates: [tillfällen.*.datum, beslut.sakbeslut.datum]
    source: {document: policy, heading: Ordning}
  L-09:
    says: De som deltog får återkoppling.
    kind: feedback
    to: deltagare
    after: resultat.datum
    fields: [kanal]
    from: sakbeslut
    source: {document: policy, heading: Återkoppling}
  L-10:
    says: Resultatet finns i underlaget.
    kind: covers
    fields: beslut.sakbeslut.underlag
    values: resultat
    severity: varning
    prints: {inbjudan: "Ni får svar."}
    source: {document: policy, heading: Beslut}
unchecked:
  L-11:
    as: guidance
    where: plan.barnrätt
    says: Tänk på barnen.
    source: {document: policy, heading: Barn}
  L-12:
    as: register
    where: överväganden
    says: Alla överväganden står i en förteckning.
    modality: princip
    source: {document: policy, heading: Register}
documents:
  - document: tjänsteskrivelse
    before: dialogbeslut
    title: Förslag om dialog
    leads_with: [övervägande.behövs]
    shows: [övervägande, plan.syfte]
  - document: inbjudan
    after: planering
registers:
  överväganden: {title: Överväganden, from: övervägande, columns: [behövs, syfte]}
  områden: {title: Områden, own: true, columns: [titel, datum]}
"""

FILE = "lillby/rulebook.yaml"


def load(text: str = POLICY, vocabulary: str = VOCABULARY, methods: str = METHODS) -> Rulebook:
    """The rulebook of a text that has no faults."""
    rulebook, faults = parse_rulebook(
        text, FILE, (vocabulary, "vocabulary.yaml"), (methods, "methods.yaml")
    )
    assert faults == ()
    assert rulebook is not None
    return rulebook


def faults_of(
    text: str = POLICY, vocabulary: str = VOCABULARY, methods: str = METHODS
) -> tuple[FileFault, ...]:
    """What is wrong with a text; a rulebook with a fault is none."""
    rulebook, faults = parse_rulebook(
        text, FILE, (vocabulary, "vocabulary.yaml"), (methods, "methods.yaml")
    )
    assert (rulebook is None) == bool(faults)
    return faults


def changed(old: str, new: str, text: str = POLICY) -> str:
    """The text with one passage exchanged."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def told(faults: tuple[FileFault, ...], text: str = POLICY) -> list[str]:
    """Each fault as `the line it stands in > message`, so that tests need no line numbers."""
    lines = text.splitlines()
    return [f"{lines[fault.place.line - 1].strip()} > {fault.message}" for fault in faults]
