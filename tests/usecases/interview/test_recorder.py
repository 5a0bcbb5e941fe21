"""Two people who save in the same dossier: each answer is held against what stands there now."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.dossiers import planning
from helpers.terminal import MONDAY

from dialogcli.disk.lock import locked
from dialogcli.dossier.change import ChangedMeanwhileError, RowsChangedError
from dialogcli.dossier.select import as_plain
from dialogcli.usecases.interview.recorder import Recorder

RISKS = "handlingsplan.risker"
LETTER = {"risk": "Få kommer", "åtgärd": "Brev"}


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return planning(tmp_path)


def never(conflict: ChangedMeanwhileError) -> bool:
    raise AssertionError(conflict.message)


def risks(folder: Path) -> list[object]:
    found = as_plain(Recorder.open(folder).dossier.answer(RISKS))
    assert isinstance(found, list)
    return list(found)


def test_the_lock_is_held_for_each_save_alone(dossier: Path) -> None:
    anna = Recorder.open(dossier, lambda: locked(dossier, "dialog fill", MONDAY))
    bo = Recorder.open(dossier, lambda: locked(dossier, "dialog fill", MONDAY))
    anna.write("handlingsplan.kostnad", "1")
    bo.write("handlingsplan.syfte", "Vi vill veta hur de reser.")
    anna.write("handlingsplan.dokumentation", "Vi för anteckningar.")
    anna.confirm("handlingsplan.syfte")
    there = Recorder.open(dossier).dossier
    assert there.text("handlingsplan.kostnad") == "1"
    assert there.text("handlingsplan.syfte") == "Vi vill veta hur de reser."


def test_the_same_answer_is_never_overwritten_without_a_word(dossier: Path) -> None:
    anna, bo = Recorder.open(dossier), Recorder.open(dossier)
    bo.write("handlingsplan.kostnad", "2")
    with pytest.raises(ChangedMeanwhileError) as conflict:
        anna.write("handlingsplan.kostnad", "1")
    assert (conflict.value.there, conflict.value.ours) == ("2", "1")
    assert anna.save("handlingsplan.kostnad", "1", lambda _: False) is None
    assert Recorder.open(dossier).dossier.text("handlingsplan.kostnad") == "2"


def test_a_file_that_somebody_has_just_begun_takes_the_answer_too(dossier: Path) -> None:
    (dossier / "malgruppsanalys.yaml").unlink()
    anna, bo, caj = (Recorder.open(dossier) for _ in range(3))
    bo.write("målgruppsanalys.intressentanalys", {"svar": "nej", "skäl": "Vi vet vilka de är."})
    anna.write("målgruppsanalys.barnrätt", {"svar": "ja", "skäl": "Barn åker buss."})
    there = Recorder.open(dossier).dossier
    assert as_plain(there.answer("målgruppsanalys.barnrätt.skäl")) == "Barn åker buss."
    assert as_plain(there.answer("målgruppsanalys.intressentanalys.svar")) == "nej"
    with pytest.raises(ChangedMeanwhileError):
        caj.write("målgruppsanalys.barnrätt", {"svar": "nej", "skäl": "Inga barn berörs."})


def test_a_new_row_goes_after_one_that_somebody_has_just_added(dossier: Path) -> None:
    before = risks(dossier)
    new = len(before) + 1
    anna, bo = Recorder.open(dossier), Recorder.open(dossier)
    bo.write(f"{RISKS}.{new}", {"risk": "Regn", "åtgärd": "Tält"})
    anna.save(f"{RISKS}.{new}.risk", "Få kommer", never)
    assert risks(dossier) == [
        *before,
        {"risk": "Regn", "åtgärd": "Tält"},
        {"risk": "Få kommer"},
    ]


def test_a_row_that_has_moved_is_not_written_in(dossier: Path) -> None:
    last = len(risks(dossier)) + 1
    anna, bo = Recorder.open(dossier), Recorder.open(dossier)
    anna.write(f"{RISKS}.{last}.risk", "Få kommer")
    bo.reread()
    bo.remove_row(f"{RISKS}.1")
    before = risks(dossier)
    with pytest.raises(RowsChangedError) as changed:
        anna.save(f"{RISKS}.{last}.åtgärd", "Brev", never)
    assert changed.value.message == (
        "Någon annan har ändrat raderna i handlingsplan.yaml. Inget är ändrat."
    )
    assert risks(dossier) == before


def test_two_cells_of_one_row_are_no_conflict(dossier: Path) -> None:
    last = len(risks(dossier)) + 1
    Recorder.open(dossier).write(f"{RISKS}.{last}", LETTER)
    anna, bo = Recorder.open(dossier), Recorder.open(dossier)
    bo.write(f"{RISKS}.{last}.risk", "Nästan ingen kommer")
    anna.save(f"{RISKS}.{last}.åtgärd", "Brev och affischer", never)
    assert risks(dossier)[-1] == {"risk": "Nästan ingen kommer", "åtgärd": "Brev och affischer"}


def test_two_of_one_name_get_a_file_each(dossier: Path) -> None:
    anna, bo = Recorder.open(dossier), Recorder.open(dossier)
    form = anna.dossier.rulebook.forms["tillfällen"]
    given = {"datum": "2025-06-01", "plats": "Torget"}
    files = [one.add_item(form, given).file for one in (bo, anna)]
    assert files == [
        "tillfallen/2025-06-01-torget.yaml",
        "tillfallen/2025-06-01-torget-2.yaml",
    ]
