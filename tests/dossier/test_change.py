"""Writing one answer leaves everything else in the folder as it was."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from helpers.small_rulebook import rulebook

from dialogcli.base.findings import ConflictError, UnreadableError, UsageError
from dialogcli.disk.files import TextFile
from dialogcli.disk.folders import read_folder
from dialogcli.dossier import change
from dialogcli.dossier.build import build_dossier
from dialogcli.dossier.change import ChangedMeanwhileError, NewFile, write_answer
from dialogcli.dossier.model import Dossier
from dialogcli.dossier.select import as_plain
from dialogcli.yamltext.editor import EditRefused
from dialogcli.yamltext.nodes import Plain

RULEBOOK = rulebook()


def opened(folder: Path) -> Dossier:
    return build_dossier(
        RULEBOOK,
        {
            name: found.text
            for name, found in read_folder(folder).items()
            if isinstance(found, TextFile)
        },
    )


def laid(folder: Path, files: dict[str, str]) -> Dossier:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return opened(folder)


def written(folder: Path, text: str, path: str, value: Plain) -> str:
    """The plan's file after one answer."""
    write_answer(folder, laid(folder, {"plan.yaml": text}), path, value)
    return (folder / "plan.yaml").read_text("utf-8")


def test_a_field_is_written_where_it_stands(tmp_path: Path) -> None:
    assert written(
        tmp_path, "# Planen\nsyfte:\n\nkostnad: 1 # kr\n", "plan.syfte", "Att få veta"
    ) == ("# Planen\nsyfte: Att få veta\n\nkostnad: 1 # kr\n")


def test_the_place_of_the_answer_comes_back(tmp_path: Path) -> None:
    dossier = laid(tmp_path, {"plan.yaml": "# Planen\nsyfte:\n"})
    assert str(write_answer(tmp_path, dossier, "plan.syfte", "Att få veta")) == "plan.yaml:2:8"


def test_a_missing_key_is_put_in_the_order_of_the_form(tmp_path: Path) -> None:
    assert written(
        tmp_path, "datum: 2027-03-03\n\nkostnad: 1\n", "plan.syfte", "Att få veta"
    ).index("syfte") < (
        written(tmp_path, "datum: 2027-03-03\n\nkostnad: 1\n", "plan.syfte", "Att få veta").index(
            "kostnad"
        )
    )


@pytest.mark.parametrize(
    ("before", "path", "value", "after"),
    [
        ("risker:\n", "plan.risker.1.risk", "Regn", "risker:\n  - risk: Regn\n"),
        (
            "risker:\n  - risk: Regn\n",
            "plan.risker.1.åtgärd",
            "Tält",
            "risker:\n  - risk: Regn\n    åtgärd: Tält\n",
        ),
        (
            "risker:\n  - risk: Regn\n",
            "plan.risker.2.risk",
            "Snö",
            "risker:\n  - risk: Regn\n  - risk: Snö\n",
        ),
        (
            "risker:\n  - risk: Regn\n    slag: intern\n",
            "plan.risker.1.åtgärd",
            "Tält",
            "risker:\n  - risk: Regn\n    åtgärd: Tält\n    slag: intern\n",
        ),
        (
            "kostnad: 1\n",
            "plan.kostnad",
            {"ej_tillämpligt": "Ingen kostnad"},
            "kostnad:\n  ej_tillämpligt: Ingen kostnad\n",
        ),
        ("kostnad:\n  ej_tillämpligt: Ingen kostnad\n", "plan.kostnad", "500", "kostnad: 500\n"),
        (
            "risker:\n  ej_tillämpligt: Inga\n",
            "plan.risker.1.risk",
            "Regn",
            "risker:\n  - risk: Regn\n",
        ),
    ],
)
def test_tables_and_what_does_not_apply(
    tmp_path: Path, before: str, path: str, value: Plain, after: str
) -> None:
    assert written(tmp_path, before, path, value) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("barn:\n", {"skäl": "Inga barn"}),
        ("barn:\n  svar: nej\n  skäl:\n  av:\n", {"svar": "nej", "skäl": "Inga barn"}),
        ("barn: nej\n", {"svar": "nej", "skäl": "Inga barn"}),
        ("barn: {ej_tillämpligt: x}\n", {"skäl": "Inga barn"}),
    ],
)
def test_a_part_of_a_consideration_however_it_was_written(
    tmp_path: Path, before: str, after: dict[str, str]
) -> None:
    write_answer(tmp_path, laid(tmp_path, {"ide.yaml": before}), "idé.barn.skäl", "Inga barn")
    answer = opened(tmp_path).answer("idé.barn")
    assert as_plain(answer) == after


def test_a_row_that_would_leave_a_hole_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as stop:
        written(tmp_path, "risker:\n  - risk: Regn\n", "plan.risker.3.risk", "Snö")
    assert stop.value.message == "Rad 3 finns inte. Nästa rad är nummer 2. Inget är ändrat."


def test_a_text_where_a_table_should_be_is_not_written_over(tmp_path: Path) -> None:
    text = "risker: Regn kan komma\n"
    with pytest.raises(UsageError) as stop:
        written(tmp_path, text, "plan.risker.1.risk", "Snö")
    assert stop.value.message == "Det som står i plan.yaml:1:9 har fel form. Inget är ändrat."
    assert (tmp_path / "plan.yaml").read_text("utf-8") == text


def test_an_unknown_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Fältet"):
        written(tmp_path, "", "plan.x", "y")


def test_an_item_is_found_by_its_key_and_not_by_its_file_name(tmp_path: Path) -> None:
    dossier = laid(
        tmp_path, {"beslut/2027-02-08-a.yaml": "beslutspunkt: dialogbeslut\nparagraf: 4\n"}
    )
    write_answer(tmp_path, dossier, "beslut.dialogbeslut.paragraf", "5")
    assert (tmp_path / "beslut/2027-02-08-a.yaml").read_text(
        "utf-8"
    ) == "beslutspunkt: dialogbeslut\nparagraf: 5\n"


def test_a_file_that_is_missing_begins_with_the_text_that_was_handed_in(tmp_path: Path) -> None:
    new = NewFile("undantag/E-01.yaml", "# Undantag\nregel: E-01\n\nskäl:\n")
    place = write_answer(tmp_path, opened(tmp_path), "undantag.E-01.skäl", "Ryms ändå", new)
    assert (tmp_path / "undantag/E-01.yaml").read_text(
        "utf-8"
    ) == "# Undantag\nregel: E-01\n\nskäl: Ryms ändå\n"
    assert str(place) == "undantag/E-01.yaml:4:7"


def test_what_others_write_in_other_fields_stays(tmp_path: Path) -> None:
    dossier = laid(tmp_path, {"plan.yaml": "syfte:\nkostnad:\n"})
    (tmp_path / "plan.yaml").write_text("syfte:\nkostnad: 500\n", "utf-8")
    write_answer(tmp_path, dossier, "plan.syfte", "Att få veta")
    assert (tmp_path / "plan.yaml").read_text("utf-8") == "syfte: Att få veta\nkostnad: 500\n"


def test_what_others_write_in_the_same_field_stops_us_with_both_texts(tmp_path: Path) -> None:
    dossier = laid(tmp_path, {"plan.yaml": "syfte:\n"})
    (tmp_path / "plan.yaml").write_text("syfte: Presidiet leder samtalen.\n", "utf-8")
    with pytest.raises(ChangedMeanwhileError) as stop:
        write_answer(tmp_path, dossier, "plan.syfte", "Nämnden leder samtalen.")
    assert (stop.value.file, stop.value.there, stop.value.ours) == (
        "plan.yaml",
        "Presidiet leder samtalen.",
        "Nämnden leder samtalen.",
    )
    assert (tmp_path / "plan.yaml").read_text("utf-8") == "syfte: Presidiet leder samtalen.\n"


def test_a_file_that_is_saved_while_we_write_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = laid(tmp_path, {"plan.yaml": "syfte:\nkostnad:\n"})
    real, saved = change.replace, []

    def slow(file: TextFile, text: str) -> TextFile:
        if not saved:
            saved.append((tmp_path / "plan.yaml").write_text("syfte:\nkostnad: 500\n", "utf-8"))
        return real(file, text)

    monkeypatch.setattr(change, "replace", slow)
    write_answer(tmp_path, dossier, "plan.syfte", "Att få veta")
    assert (tmp_path / "plan.yaml").read_text("utf-8") == "syfte: Att få veta\nkostnad: 500\n"


def test_a_file_that_has_become_unreadable_is_left_alone(tmp_path: Path) -> None:
    dossier = laid(tmp_path, {"plan.yaml": "syfte:\n"})
    (tmp_path / "plan.yaml").write_text("syfte: [\n", "utf-8")
    with pytest.raises(UnreadableError):
        write_answer(tmp_path, dossier, "plan.syfte", "Att få veta")
    assert (tmp_path / "plan.yaml").read_text("utf-8") == "syfte: [\n"


def test_a_conflict_is_exit_code_4() -> None:
    assert issubclass(ChangedMeanwhileError, ConflictError)


COMMENTS = ("", "# räksmörgås 🦐", "#tätt", "   # indraget", "# kolon: här", "#\ttabb")
ANSWERS = (
    "Få kommer.",
    "kolon: och # nummer",
    "två\nrader",
    "- streck",
    '"citat"',
    "ja",
    "2027-03-04",
    "🙂 emoji",
    "é å",
)
FIELDS = ("syfte", "kostnad", "datum")


def random_file(dice: random.Random) -> tuple[str, dict[str, str]]:
    """A plan as people leave it behind, and the lines around each field's own (before and after the
    field).
    """
    end = dice.choice(("\n", "\r\n"))
    blocks = {}
    for name in FIELDS:
        above = dice.choice(COMMENTS)
        value = dice.choice(("", " 500", "  500  ", " 500   # förklaring", ' "500"', " '500'"))
        blocks[name] = f"{above}{end}{name}:{value}{end}" + end * dice.randrange(3)
    indent = " " * dice.choice((1, 2, 3, 4))
    table = f"risker:{end}{indent}- risk: Regn # ofta{end}{indent}  åtgärd:   Tält{end}"
    return "".join(blocks.values()) + table, blocks


@pytest.mark.parametrize("seed", range(20))
def test_every_byte_outside_the_field_stays(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    path = tmp_path / "plan.yaml"
    for _ in range(100):
        text, blocks = random_file(dice)
        mark = dice.choice((b"", b"\xef\xbb\xbf"))
        path.write_bytes(mark + text.encode())
        field, answer = dice.choice(FIELDS), dice.choice(ANSWERS)
        try:
            write_answer(tmp_path, opened(tmp_path), f"plan.{field}", answer)
        except (
            EditRefused
        ):  # an indented comment below would become a part of a text in several lines
            assert "\n" in answer
            assert "   # indraget" in text
            assert path.read_bytes() == mark + text.encode()
            continue
        now = path.read_bytes()
        before, _, after = text.partition(f"{field}:")
        rest = after[len(blocks[field].partition(f"{field}:")[2]) :]
        assert now.startswith(mark + before.encode() + f"{field}:".encode())
        assert now.endswith(rest.encode())
        found = opened(tmp_path).answer(f"plan.{field}")
        assert found is not None
        assert found.text == answer


def test_without_a_file_and_without_one_to_begin_nothing_is_written(tmp_path: Path) -> None:
    dossier = laid(tmp_path, {"dossier.yaml": "titel: Torget\n"})
    with pytest.raises(UsageError, match=r"Filen för plan\.syfte finns inte\. Inget är ändrat\."):
        write_answer(tmp_path, dossier, "plan.syfte", "Att få veta")
    assert not (tmp_path / "plan.yaml").exists()


@pytest.mark.parametrize("path", ["plan.risker.2", "plan.syfte", "idé.barn.1"])
def test_a_row_that_there_is_not_cannot_be_taken_away(path: str, tmp_path: Path) -> None:
    dossier = laid(tmp_path, {"plan.yaml": "risker:\n  - risk: Regn\n"})
    with pytest.raises(UsageError, match="Det finns ingen rad"):
        change.remove_row(tmp_path, dossier, path)
    assert (tmp_path / "plan.yaml").read_text("utf-8") == "risker:\n  - risk: Regn\n"


def test_an_item_goes_by_the_name_of_its_file_first_and_then_by_its_key(tmp_path: Path) -> None:
    files = {
        "tillfallen/2027-04-14-a.yaml": "datum: 2027-04-14\nantal: 1\n",
        "tillfallen/2027-04-14-b.yaml": "datum: 2027-04-14\nantal: 2\n",
        "tillfallen/c.yaml": "datum: 2027-04-20\nantal: 3\n",
    }
    dossier = laid(tmp_path, files)
    write_answer(tmp_path, dossier, "tillfällen.2027-04-14-b.antal", "20")
    write_answer(tmp_path, dossier, "tillfällen.2027-04-20.antal", "30")
    found = {name: (tmp_path / name).read_text("utf-8").splitlines()[1] for name in files}
    assert list(found.values()) == ["antal: 1", "antal: 20", "antal: 30"]


def test_a_key_of_several_files_is_refused_with_their_names(tmp_path: Path) -> None:
    one = "datum: 2027-04-14\nantal: 1\n"
    dossier = laid(tmp_path, {"tillfallen/a.yaml": one, "tillfallen/b.yaml": one + "status: x\n"})
    with pytest.raises(UsageError) as refused:
        write_answer(tmp_path, dossier, "tillfällen.2027-04-14.antal", "20")
    assert refused.value.message == "2027-04-14 kan vara flera filer. Inget är ändrat."
    assert refused.value.hints == ("Skriv filens namn: tillfällen.a eller tillfällen.b",)
