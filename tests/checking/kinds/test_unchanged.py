from helpers.small_rulebook import DECIDED, dossier, rule, said

from dialogcli.dossier.fingerprint import fingerprint

IDEA = rule("kind: unchanged\nforms: idé\nsince: dialogbeslut")
IDE = "syfte: Att få veta hur torget används\n"


def decided() -> dict[str, str]:
    answer = dossier({"ide.yaml": IDE}).answer("idé.syfte")
    assert answer is not None
    mark = f"antaget:\n  - {{fält: idé.syfte, avtryck: {fingerprint(answer)}}}\n"
    return {"beslut/a.yaml": DECIDED["beslut/a.yaml"] + "paragraf: 17\n" + mark}


def test_as_it_was_adopted() -> None:
    assert said({**decided(), "ide.yaml": IDE}, IDEA) == []


def test_layout_and_comments_do_not_count() -> None:
    assert said({**decided(), "ide.yaml": "# vårt syfte\nsyfte: |\n  Att få veta\n  hur torget används\n"}, IDEA) == []


def test_one_changed_word_is_found_and_the_decision_is_named() -> None:
    assert said({**decided(), "ide.yaml": IDE.replace("torget", "parken")}, IDEA) == [
        "Fel E-01: Syfte: texten är ändrad efter Fullmäktiges beslut 8 februari 2027 § 17. (ide.yaml:1:8)"]


def test_what_is_taken_away_is_a_change() -> None:
    assert said({**decided(), "ide.yaml": "nivå: samtal\n"}, IDEA) == [
        "Fel E-01: Syfte: texten är ändrad efter Fullmäktiges beslut 8 februari 2027 § 17. (ide.yaml:1:1)"]


def test_nothing_adopted_nothing_to_compare() -> None:
    assert said({"ide.yaml": IDE}, IDEA) == []
