from __future__ import annotations

from helpers.small_rulebook import dossier

from dialogcli.process.course import open_points, reference

IDEA = {"ide.yaml": "syfte: Att få veta\n"}
SENT_BACK = (
    "beslutspunkt: dialogbeslut\ndatum: 2027-02-08\nparagraf: '4'\nutfall: återremiss\n"
    "punkter:\n  - Visa kostnaden\n  - Fråga de unga.\n"
)


def test_each_point_of_a_decision_that_sends_back_is_open() -> None:
    points = open_points(dossier({**IDEA, "beslut/a.yaml": SENT_BACK}))
    assert [(point.number, point.text) for point in points] == [
        (1, "Visa kostnaden"),
        (2, "Fråga de unga."),
    ]
    assert reference(points[0].decision) == " 8 februari 2027 § 4"


def test_an_answer_goes_by_the_words_of_the_point_not_by_its_full_stop_or_capitals() -> None:
    files = {
        **IDEA,
        "beslut/a.yaml": SENT_BACK,
        "aterremiss.yaml": "svar_på_återremiss:\n  - punkt: visa kostnaden.\n    svar: 12 000 kronor\n"
        "  - punkt: Fråga de unga\n"
        "    svar:\n",
    }
    assert [point.text for point in open_points(dossier(files))] == ["Fråga de unga."]


def test_points_stay_open_when_the_matter_is_decided_without_an_answer() -> None:
    yes = "beslutspunkt: dialogbeslut\ndatum: 2027-03-08\nutfall: bifall\n"
    assert (
        len(open_points(dossier({**IDEA, "beslut/a.yaml": SENT_BACK, "beslut/b.yaml": yes}))) == 2
    )


def test_a_no_makes_them_moot() -> None:
    no = "beslutspunkt: dialogbeslut\ndatum: 2027-03-08\nutfall: avslag\n"
    assert open_points(dossier({**IDEA, "beslut/a.yaml": SENT_BACK, "beslut/b.yaml": no})) == []


def test_only_a_decision_that_sends_back_puts_points() -> None:
    assert (
        open_points(dossier({**IDEA, "beslut/a.yaml": SENT_BACK.replace("återremiss", "bifall")}))
        == []
    )
