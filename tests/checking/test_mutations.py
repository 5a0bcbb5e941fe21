"""What can be changed in a dossier: every single thing, one at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.small_rulebook import DECIDED, TODAY, rulebook

from dialogcli.checking.mutations import Mutation, lost_marks, mutations, without_marks
from dialogcli.dossier.build import assemble_dossier
from dialogcli.yamltext.nodes import Plain, node_as_plain
from dialogcli.yamltext.reader import Reading, read_yaml

WRITTEN = ["borta", "tom", "undantag-x", "undantag-skäl"]
"""What is done to every answer."""


def read(files: dict[str, str]) -> dict[str, Reading]:
    return {name: read_yaml(text, name) for name, text in files.items()}


def broken(files: dict[str, str]) -> Iterator[Mutation]:
    readings = read(files)
    return mutations(assemble_dossier(rulebook(), readings), readings, TODAY)


def changes(files: dict[str, str], field: str) -> list[str]:
    """What is done to a field, each time that it stands there."""
    return [one.change for one in broken(files) if one.field == field]


def after(files: dict[str, str], field: str, change: str) -> Plain:
    """The file after a change, the first of that name."""
    found = next(one for one in broken(files) if (one.field, one.change) == (field, change))
    root = found.readings[found.file].root
    assert root is not None
    return node_as_plain(root)


@pytest.mark.parametrize(
    ("text", "field", "more"),
    [
        ("syfte: Torget", "syfte", ["x", "streck", "senare"]),
        ("genomförs_av: KF", "genomförs_av", [
            "x", "streck", "senare", "organ-kontor", "organ-person", "organ-annan"]),
        ("nivå: samtal", "nivå", ["=information", "x"]),
        ("barn: {svar: ja, skäl: De går här}", "barn", []),
        ("barn: {svar: ja}", "barn.svar", ["=nej", "x"]),
        ("barn: {datum: 2027-02-01}", "barn.datum", ["x", "dag-tidig", "dag-sen"]),
    ],
)  # fmt: skip
def test_an_answer_by_its_type(text: str, field: str, more: list[str]) -> None:
    assert changes({"ide.yaml": text}, f"idé.{field}") == [*WRITTEN, *more]


def test_a_number() -> None:
    assert changes({"plan.yaml": "kostnad: 12000"}, "plan.kostnad") == [
        *WRITTEN,
        *["x", "tal-0", "tal-negativt", "tal-stort"],
    ]


def test_days_a_year_off_and_one_in_the_future() -> None:
    files = {"plan.yaml": "datum: 2025-02-20"}
    days = ("dag-tidig", "dag-sen", "dag-framtid")
    assert [after(files, "plan.datum", day) for day in days] == [
        {"datum": "2024-02-20"},
        {"datum": "2026-02-20"},
        {"datum": "2028-02-20"},
    ]


def test_a_table_loses_rows_and_columns() -> None:
    files = {"plan.yaml": "risker:\n  - risk: Regn\n    åtgärd: Tält\n  - risk: Blåst\n"}
    assert changes(files, "plan.risker") == [
        *WRITTEN,
        *["kolumn-tom:risk", "kolumn-tom:åtgärd", "rad-borta", "rad-borta"],
    ]
    assert after(files, "plan.risker", "kolumn-tom:risk") == {
        "risker": [{"risk": "", "åtgärd": "Tält"}, {"risk": ""}]
    }
    assert after(files, "plan.risker", "rad-borta") == {"risker": [{"risk": "Blåst"}]}


def test_the_only_row_is_the_table() -> None:
    assert changes({"plan.yaml": "risker: [{risk: Regn}]"}, "plan.risker") == WRITTEN


def test_an_outcome_becomes_every_other_of_the_gate_and_of_others() -> None:
    assert [one for one in changes(DECIDED, "beslut.dialogbeslut.utfall") if one[0] == "="] == [
        "=avslag",
        "=återremiss",
    ]


def test_files_are_copied_and_taken_away() -> None:
    assert changes(DECIDED, "idé") == ["kopia", "fil-borta"]
    copied = next(one for one in broken(DECIDED) if (one.field, one.change) == ("idé", "kopia"))
    assert set(copied.readings) == {*DECIDED, "ide - Kopia.yaml"}


def test_sessions_are_counted_together_and_changed_all_at_once() -> None:
    files = {
        f"tillfallen/{day}.yaml": f"datum: 2027-02-0{day}\nstatus: genomfört\n" for day in (1, 2)
    }
    assert changes(files, "tillfällen") == [
        *["alla-inställda", "alla-planerade", "alla-borta"],
        *["kopia", "fil-borta", "kopia", "fil-borta"],
    ]
    first = next(broken(files))
    assert [node_as_plain(reading.root) for reading in first.readings.values() if reading.root] == [
        {"datum": f"2027-02-0{day}", "status": "inställt"} for day in (1, 2)
    ]


def test_what_a_dossier_cannot_be_read_without_is_left_alone() -> None:
    files = {"dossier.yaml": "format: 1\nregelverk: exempelby\ntitel: Torget\n"}
    assert {one.field for one in broken(files)} == {"dossier", "dossier.titel"}


MARKED = {
    **DECIDED,
    "beslut/a.yaml": DECIDED["beslut/a.yaml"] + "antaget: [{fält: idé.syfte, avtryck: 0123}]\n",
}


def test_a_decision_loses_its_marks() -> None:
    readings = read(MARKED)
    [found] = lost_marks(assemble_dossier(rulebook(), readings), readings)
    assert (found.change, found.path) == ("märken-borta", "beslut.dialogbeslut.antaget")
    assert found.readings == without_marks(readings)
    assert list(lost_marks(assemble_dossier(rulebook(), found.readings), found.readings)) == []
