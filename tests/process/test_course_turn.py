from helpers.small_rulebook import DECIDED, dossier, rulebook

from dialogcli.dossier.build import build_dossier
from dialogcli.process.course import decider, turns
from dialogcli.process.standing import standing

IDEA = {"ide.yaml": "syfte: Att få veta\n"}


def whose(files: dict[str, str], *unready: str) -> list[tuple[str, str]]:
    """With an idea that somebody works on."""
    book = rulebook()
    book = book._replace(
        entries={**book.entries, "idé": book.entries["idé"]._replace(who="den som har en idé")}
    )
    where = standing(build_dossier(book, {"dossier.yaml": "", **files}))
    return [(turn.entry.id, turn.who) for turn in turns(where, unready)]


def test_a_step_waits_for_the_one_whose_turn_the_rulebook_says_it_is() -> None:
    assert whose({}) == [("idé", "den som har en idé")]


def test_where_the_rulebook_does_not_say_nobody_is_named() -> None:
    assert whose(DECIDED) == [("planering", "")]


def test_a_gate_waits_for_its_decider_and_with_an_incomplete_basis_for_the_step_before() -> None:
    assert whose(IDEA) == [("dialogbeslut", "kommunfullmäktige")]
    assert whose(IDEA, "dialogbeslut") == [("dialogbeslut", "den som har en idé")]


def test_after_the_end_it_is_nobodys_turn() -> None:
    assert (
        whose({**IDEA, "beslut/a.yaml": DECIDED["beslut/a.yaml"].replace("bifall", "avslag")}) == []
    )


def test_the_organ_that_is_planned_goes_before_the_rulebooks() -> None:
    gate = rulebook().gate("dialogbeslut")
    planned = "planerade_beslut:\n  - {beslutspunkt: dialogbeslut, organ: Byrådet}\n"
    assert decider(standing(dossier({"dossier.yaml": planned})), gate) == "Byrådet"
    assert decider(standing(dossier({})), gate) == "kommunfullmäktige"
