"""Where an answer may be excused, as the rulebook says it."""

import pytest
from helpers.small_rulebook import rule, rulebook

from dialogcli.rulebook.excuses import Need, barring, demanding, form_invites, who_needs
from dialogcli.rulebook.loader import load_rulebook


def needs(policy: str, path: str) -> list[tuple[str, str]]:
    """Why the answer at a path is needed, and which rule speaks for it."""
    book = load_rulebook(policy)
    rules = [(bar.need, who_needs(book, bar, path)) for bar in barring(book, path)]
    return [(need.name, rule_.id if rule_ else "") for need, rule_ in rules]


@pytest.mark.parametrize(
    ("policy", "path", "need", "rule_id"),
    [
        ("norrbotten", "dossier.beslutsväg", "DECIDER", "N-19b"),
        ("norrbotten", "prövning.brukardialog", "ALWAYS", "N-09b"),
        ("norrbotten", "övervägande.dialog_behövs", "ALWAYS", "N-15"),
        ("sandviken", "uppdrag.pensionärsrådet", "ALWAYS", "S-37"),
        ("sandviken", "dossier.kommande_beslut.organ", "DECIDER", "S-53c"),
        ("hagfors", "förslag.syfte", "ALWAYS", "H-20"),
        ("hagfors", "förslag.delaktighetsnivå", "ALWAYS", "H-21"),
        ("hagfors", "övervägande.ändrar_styrdokument", "ALWAYS", "H-25"),
        ("varmland", "beslut.sakbeslut.organ", "RECORDED", "V-06"),
        ("varmland", "beslut.sakbeslut.expedierat", "RECORDED", ""),
        ("varmland", "tillfällen.2027-04-14.antal_förtroendevalda", "RECORDED", "V-23"),
        ("varmland", "resultat.datum", "COMPARED", "V-29"),
        ("varmland", "tillfällen.2027-04-14.status", "COMPARED", "V-04e"),
    ],
)
def test_what_a_policy_needs(policy: str, path: str, need: str, rule_id: str) -> None:
    assert (need, rule_id) in needs(policy, path)


@pytest.mark.parametrize(
    ("policy", "path"),
    [
        ("varmland", "handlingsplan.risker"),
        ("varmland", "handlingsplan.utbildning"),
        ("varmland", "målgruppsanalys.barnrätt"),
        ("norrbotten", "prövning.beslutsordning"),
        ("sandviken", "resultat.utanför_syftet"),
        ("varmland", "tillfällen.2027-04-14.plats"),
        ("sandviken", "tillfällen.2027-02-03.tid"),  # a rule counts the files, and asks for no hour
    ],
)
def test_what_may_be_excused(policy: str, path: str) -> None:
    assert needs(policy, path) == []


def test_the_heaviest_rule_speaks_for_an_answer() -> None:
    light = rule("kind: required\nfields: plan.syfte\nbefore: möten\nseverity: varning")
    heavy = rule("kind: required\nfields: plan.syfte\nbefore: svar").replace("E-01", "E-02")
    found = demanding(rulebook(f"{light}\n{heavy}"), "plan.syfte")
    assert found is not None
    assert found.id == "E-02"


def test_a_path_that_only_begins_alike_is_another() -> None:
    book = rulebook(rule("kind: required\nfields: plan.syfte\nbefore: möten"))
    assert demanding(book, "plan.syften") is None


def test_what_one_rulebook_needs_another_does_not() -> None:
    always = rule("kind: required\nfields: plan.syfte\nbefore: möten\nwaivable: false")
    assert [bar.need for bar in barring(rulebook(always), "plan.syfte")] == [Need.ALWAYS]
    assert barring(rulebook(""), "plan.syfte") == []


def test_forms_that_tell_of_events_invite_nobody() -> None:
    book = load_rulebook("varmland")
    invite = {form.id for form in book.forms.values() if form_invites(book, form)}
    assert not invite & {"beslut", "tillfällen", "återkoppling", "undantag", "prövning"}
    assert {"handlingsplan", "målgruppsanalys", "resultat"} <= invite
