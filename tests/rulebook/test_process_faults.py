"""The faults of steps and gates."""

from __future__ import annotations

import pytest
from helpers.policies import changed, faults_of

FAULTS = {
    "a misspelt shared step": (
        "  - step: genomförande\n",
        "  - step: genomgörande\n",
        ["58:11 Det finns inget gemensamt steg genomgörande. Menade du genomförande?"],
    ),
    "an unknown entry": (
        "    after: [genomförande]\n",
        "    after: [genomforande]\n",
        ["61:13 Det finns ingen punkt genomforande. Menade du genomförande?"],
    ),
    "a gate that waits for itself": (
        "    after: [genomförande]\n",
        "    after: [sakbeslut]\n",
        ["61:5 Punkten sakbeslut väntar på sig själv."],
    ),
    "entries that wait for one another": (
        "    name: Övervägande\n",
        "    name: Övervägande\n    after: [planering]\n",
        ["45:5 Punkterna väntar på varandra: övervägande, planering, dialogbeslut, övervägande."],
    ),
    "the same id twice": (
        "  - step: genomförande\n",
        "  - step: genomförande\n  - step: genomförande\n",
        ["59:5 Punkten genomförande står två gånger."],
    ),
    "neither step nor gate": (
        "  - step: planering\n    name",
        "  - steg: planering\n    name",
        ["55:5 Det finns inget nyckelord steg i ett steg. Menade du step?"],
    ),
    "no name": (
        "    name: Planering\n",
        "",
        ["55:5 name saknas i steget planering."],
    ),
    "an event that is neither true nor false": (
        "    name: Planering\n",
        "    name: Planering\n    event: ja\n",
        ["57:12 event ska vara true eller false, inte ja."],
    ),
    "a link that is switched off without a reason": (
        "    name: Planering\n",
        "    name: Planering\n    unbound: {dialogbeslut: }\n",
        ["57:15 Det saknas varför dialogbeslut inte behövs."],
    ),
    "a link that there is not": (
        "    name: Planering\n",
        "    name: Planering\n    unbound: {sakbeslut: Policyn säger så.}\n",
        ["57:5 sakbeslut kommer inte före planering. Ta bort det ur unbound."],
    ),
    "a link to what there is not": (
        "    name: Planering\n",
        "    name: Planering\n    unbound: {dialogbesult: Policyn säger så.}\n",
        ["57:15 Det finns ingen punkt dialogbesult. Menade du dialogbeslut?"],
    ),
    "two whose turn it is": (
        "    name: Planering\n",
        "    name: Planering\n    who: [handläggaren, chefen]\n",
        ["57:10 who ska vara en text, inte en lista."],
    ),
    "a gate whose turn is its decider's": (
        "    decider: {organ: KF}\n",
        "    decider: {organ: KF}\n    who: ordföranden\n",
        [
            "50:5 Det finns inget nyckelord who i beslutspunkten dialogbeslut. Det kan vara gate, "
            "name, after, decider, "
            "outcomes, back_to, adopts, records, proposes, unregulated, follow_up, unbound eller source."
        ],
    ),
    "nothing that makes it done": (
        "    done: [plan.datum, plan.metoder]\n",
        "",
        ["55:5 done saknas i steget planering."],
    ),
    "go_back to nowhere": (
        "    back_to: övervägande\n",
        "",
        ["47:5 back_to saknas i beslutspunkten dialogbeslut. Ett utfall där är go_back."],
    ),
    "back to an unknown entry": (
        "    back_to: övervägande\n",
        "    back_to: överväganden\n",
        ["51:14 Det finns ingen punkt överväganden. Menade du övervägande?"],
    ),
    "no authority": (
        "    unregulated: Policyn säger inte vem.\n",
        "",
        [
            "59:5 Beslutspunkten sakbeslut har ingen regel av sorten decided. Skriv en, eller under unregulated "
            "varför ingen finns."
        ],
    ),
    "authority twice": (
        "    records: [genomförande_organ]\n",
        "    records: [genomförande_organ]\n    unregulated: Ingen.\n",
        ["54:5 Beslutspunkten dialogbeslut har både en regel av sorten decided och unregulated."],
    ),
    "an unknown effect": (
        "avslag: stop",
        "avslag: slut",
        ["50:39 Det finns ingen verkan slut. Det kan vara go_on, go_back, stop eller stay."],
    ),
    "an outcome that leads nowhere": (
        "    outcomes: {bifall: go_on, avslag: go_on}\n",
        "    outcomes:\n      bifall: go_on\n      avslag:\n",
        ["65:7 Det saknas vad avslag leder till."],
    ),
    "an unknown outcome": (
        "{bifall: go_on, avslag: stop,",
        "{bifal: go_on, avslag: stop,",
        ["50:16 Utfallet bifal finns varken i ordlistan eller under outcomes. Menade du bifall?"],
    ),
    "no decider": (
        "    decider: {organ: KF}\n",
        "",
        ["47:5 decider saknas i beslutspunkten dialogbeslut."],
    ),
    "an unknown organ": (
        "decider: {organ: KF}",
        "decider: {organ: KD}",
        ["49:22 Det finns inget organ KD. Det kan vara KF eller KS."],
    ),
    "an unknown type of organ": (
        "decider: {organ: KF}",
        "decider: {organ_type: nämd}",
        ["49:27 Det finns inget slags organ som heter nämd. Menade du nämnd?"],
    ),
    "a decider that is nobody": (
        "decider: {organ: KF}",
        "decider: {role: ordförande}",
        ["49:14 organ, organ_type eller named_in saknas i decider i beslutspunkten dialogbeslut."],
    ),
    "variants without a condition": (
        "decider: {organ: KF}",
        "decider: [{organ: KF}, {organ: KS}]",
        ["49:15 when saknas i decider i beslutspunkten dialogbeslut."],
    ),
    "a decider named in a text": (
        "dossier.kommande_beslut.organ]",
        "dossier.titel]",
        ["62:66 dossier.titel är av typen text. Här behövs ett fält av typen organ."],
    ),
    "a follow-up of what is no table with days": (
        "    unregulated: Policyn säger inte vem.\n",
        "    unregulated: Policyn säger inte vem.\n    follow_up: plan.metoder\n",
        [
            "65:16 plan.metoder säger inte när beslutet följs upp. Det ska vara en tabell med datumkolumnerna uppföljs "
            "och anmäld, i ett underlag med en enda fil."
        ],
    ),
    "a follow-up that stands nowhere": (
        "    unregulated: Policyn säger inte vem.\n",
        "    unregulated: Policyn säger inte vem.\n    follow_up: plan.uppföljningar\n",
        [
            "65:16 Det finns inget fält uppföljningar i underlaget plan. Det kan vara datum, syfte, metoder, kostnad "
            "eller barnrätt."
        ],
    ),
    "an unknown form to adopt": (
        "adopts: [övervägande]",
        "adopts: [overvägande]",
        ["52:14 Det finns inget underlag overvägande. Menade du övervägande?"],
    ),
    "an unknown field to record": (
        "records: [genomförande_organ]",
        "records: [genomförande_organet]",
        [
            "53:15 Underlaget beslut har ett fält genomförande_organet som inte finns i ordlistan. Menade du "
            "genomförande_organ?"
        ],
    ),
    "a brace that is not closed": (
        "{dossier.titel}",
        "{dossier.titel",
        [
            "54:16 I beslutspunkten dialogbeslut saknar en sökväg sin ena klammer: Dialog om {dossier.titel ska "
            "genomföras."
        ],
    ),
    "a misspelt keyword": (
        "    back_to: övervägande\n",
        "    backto: övervägande\n",
        ["51:5 Det finns inget nyckelord backto i beslutspunkten dialogbeslut. Menade du back_to?"],
    ),
}


@pytest.mark.parametrize(("old", "new", "said"), FAULTS.values(), ids=FAULTS.keys())
def test_tells_where_and_what(old: str, new: str, said: list[str]) -> None:
    found = faults_of(changed(old, new))

    assert [f"{fault.place.line}:{fault.place.column} {fault.message}" for fault in found] == said
