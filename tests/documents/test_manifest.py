"""What `handlingar/manifest.json` remembers, and what follows from it for a file that lies there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.documents import of_sample
from helpers.dossiers import changed, planning

from dialogcli.base.findings import UnreadableError
from dialogcli.documents.manifest import (
    Origin,
    Record,
    State,
    changed_answers,
    destination,
    file_digest,
    file_state,
    read_manifest,
    record,
    why_stale,
    write_manifest,
)

ORIGIN = Origin(
    "handlingsplan",
    "Plan: Torget",
    "Torget",
    "KS 2027/5",
    "exempelby",
    "1",
    "plan.md.j2",
    "t1",
    "b1",
    "c1",
    True,
    "2027-02-22",
    "7c1e2f0",
    {"plan.syfte": "aa", "plan.risker": "bb"},
)
FILE = b"en Word-fil"
WRITTEN = record(ORIGIN, FILE)


@pytest.mark.parametrize(
    ("written", "on_disk", "now", "expected"),
    [
        (None, "", ORIGIN, State.NEW),
        (WRITTEN, "", ORIGIN, State.NEW),
        (WRITTEN, file_digest(FILE), ORIGIN, State.CURRENT),
        (WRITTEN, file_digest(FILE), replace(ORIGIN, day="2027-03-04", commit="a"), State.CURRENT),
        (WRITTEN, file_digest(FILE), replace(ORIGIN, content="c2"), State.STALE),
        (WRITTEN, file_digest(FILE), replace(ORIGIN, letterhead="b2"), State.STALE),
        (WRITTEN, file_digest(FILE), replace(ORIGIN, draft=False), State.STALE),
        (WRITTEN, file_digest(b"redigerad i Word"), ORIGIN, State.EDITED),
        (None, file_digest(FILE), ORIGIN, State.EDITED),
    ],
)
def test_what_a_file_is(written: Record | None, on_disk: str, now: Origin, expected: State) -> None:
    assert file_state(written, on_disk, now) is expected


def test_an_edited_file_is_left_and_the_new_one_goes_beside_it() -> None:
    folder = {
        "plan.docx": file_digest(b"redigerad"),
        "plan (2).docx": file_digest(b"ocks\xc3\xa5 redigerad"),
    }
    assert (
        destination("plan.docx", {"plan.docx": WRITTEN}, lambda name: folder.get(name, ""))
        == "plan (3).docx"
    )


def test_a_file_beside_it_that_is_still_ours_is_used_again() -> None:
    folder = {"plan.docx": file_digest(b"redigerad"), "plan (2).docx": file_digest(FILE)}
    manifest = {"plan.docx": WRITTEN, "plan (2).docx": WRITTEN}
    assert destination("plan.docx", manifest, lambda name: folder.get(name, "")) == "plan (2).docx"


def test_a_file_that_is_as_we_wrote_it_is_replaced() -> None:
    assert (
        destination("plan.docx", {"plan.docx": WRITTEN}, lambda _: file_digest(FILE)) == "plan.docx"
    )


def test_the_manifest_reads_what_it_writes_and_is_written_in_order() -> None:
    manifest = {"b.docx": WRITTEN, "a.docx": record(replace(ORIGIN, document="å"), b"x")}
    text = write_manifest(manifest)
    assert read_manifest(text) == manifest
    assert text.index('"a.docx"') < text.index('"b.docx"')
    assert write_manifest(dict(reversed(manifest.items()))) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2, "files": {}}',
        '{"version": 1, "files": {"a": {}}}',
        '{"version": 1, "files": {"a": []}}',
        "<<<<<<< HEAD",
    ],
)
def test_a_manifest_that_cannot_be_read_stops_the_run(text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_manifest(text)
    assert refused.value.faults[0].place.file == "handlingar/manifest.json"


def test_the_answers_that_have_changed_are_named() -> None:
    now = replace(ORIGIN, answers={"plan.syfte": "aa", "plan.risker": "cc", "plan.kostnad": "dd"})
    assert sorted(changed_answers(ORIGIN, now)) == ["plan.kostnad", "plan.risker"]


def test_what_else_has_changed_is_named() -> None:
    assert why_stale(ORIGIN, replace(ORIGIN, rulebook_version="2", letterhead="b2")) == [
        "regelverket",
        "brevmallen",
    ]


def test_an_answer_that_a_document_does_not_show_makes_it_no_older(tmp_path: Path) -> None:
    folder = planning(tmp_path)
    before = of_sample("kommunikationsplan", folder).origin
    changed(
        folder, "handlingsplan.yaml", "delaktighetsform: dialog", "delaktighetsform: konsultation"
    )
    assert of_sample("kommunikationsplan", folder).origin == before
    changed(folder, "kommunikationsplan.yaml", "Dialogen kommer", "Dialogen kommer snart")
    after = of_sample("kommunikationsplan", folder).origin
    assert after.content != before.content
    assert changed_answers(before, after) == ["kommunikationsplan.budskap"]
