"""Files: read only when they are plain files, replaced only when nobody has changed them, never
half written.
"""

import errno
import os
import stat
from pathlib import Path

import pytest

from dialogcli.base.findings import (
    ConflictError,
    FileFault,
    InputOutputError,
    UnreadableError,
    UsageError,
)
from dialogcli.disk import atomic, folders
from dialogcli.disk.atomic import DiskFullError
from dialogcli.disk.files import TextFile, create, read_text, replace, write_bytes
from dialogcli.disk.folders import create_folder, inside, read_folder

posix = pytest.mark.skipif(os.name == "nt", reason="has no such files, or not without rights")


def written(folder: Path, data: bytes, name: str = "a.yaml") -> TextFile:
    (folder / name).write_bytes(data)
    return read_text(folder / name, name)


def fault_of(folder: Path, data: bytes) -> FileFault:
    with pytest.raises(UnreadableError) as stop:
        written(folder, data)
    assert len(stop.value.faults) == 1
    return stop.value.faults[0]


def names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


class TestReading:
    def test_line_ends_stay_and_the_byte_order_mark_is_remembered(self, tmp_path):
        file = written(tmp_path, b"\xef\xbb\xbfa: \xc3\xa5\r\nb: 1\n")
        assert (file.text, file.bom, file.name) == ("a: å\r\nb: 1\n", True, "a.yaml")

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
    def test_utf_16_is_told_by_name(self, tmp_path, encoding):
        fault = fault_of(tmp_path, "titel: Kollektivtrafik\n".encode(encoding))
        assert (fault.code, fault.message) == (
            "teckenkodning",
            "Filen är sparad som UTF-16, inte UTF-8.",
        )

    def test_another_encoding_is_told_with_the_place_and_the_line(self, tmp_path):
        fault = fault_of(tmp_path, "titel: x\nsyfte: å ä ö\n".encode("latin-1"))
        assert (fault.code, str(fault.place)) == ("teckenkodning", "a.yaml:2:8")
        assert fault.notes[0] == ("Raden är", "syfte: å ä ö")

    def test_more_than_two_megabytes_are_not_read(self, tmp_path):
        assert fault_of(tmp_path, b"a" * (2 * 1024 * 1024 + 1)).code == "för-stor"

    def test_what_is_not_there_is_told(self, tmp_path):
        with pytest.raises(InputOutputError) as stop:
            read_text(tmp_path / "a.yaml", "a.yaml")
        assert stop.value.message == "a.yaml kunde inte läsas. Mappen eller filen finns inte."


class TestFolder:
    def test_forms_and_one_level_of_folders_are_read_sorted_by_name(self, tmp_path):
        for name in (
            "dossier.yaml",
            "beslut/b.yaml",
            "beslut/djupt/c.yaml",
            "handlingar/h.yaml",
            "mallar/m.yaml",
            "moten/m.yaml",
            "bilagor/b.yaml",
            "regelverk/r.yaml",
            ".git/x.yaml",
            ".gömd.yaml",
            "README.md",
        ):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("a: 1\n", encoding="utf-8")
        found = read_folder(tmp_path)
        assert list(found) == ["beslut/b.yaml", "dossier.yaml"]
        assert all(isinstance(file, TextFile) for file in found.values())

    def test_more_files_than_any_dossier_has_are_not_read(self, tmp_path, monkeypatch):
        monkeypatch.setattr(folders, "MOST_FILES", 2)
        folder = tmp_path / "dossier"
        (folder / "beslut").mkdir(parents=True)
        for name in ("a.yaml", "beslut/b.yaml", "läs-mig.txt"):
            (folder / name).write_bytes(b"")
        assert len(read_folder(folder)) == 2
        (folder / "beslut/c.yaml").write_bytes(b"")
        with pytest.raises(UnreadableError) as stop:
            read_folder(folder)
        assert (
            stop.value.message
            == "Mappen dossier har fler än 2 filer med svar. Ingen av dem är läst."
        )

    def test_one_unreadable_file_does_not_hide_the_others(self, tmp_path):
        written(tmp_path, b"a: 1\n")
        (tmp_path / "b.yaml").write_bytes(b"\xff\xfe")
        found = read_folder(tmp_path)
        assert isinstance(found["a.yaml"], TextFile)
        assert isinstance(found["b.yaml"], FileFault)

    @posix
    def test_links_pipes_and_folders_are_told_and_never_opened(self, tmp_path):
        outside = tmp_path / "utanför"
        dossier = tmp_path / "dossier"
        for folder in (outside, dossier, dossier / "mapp.yaml"):
            folder.mkdir()
        (outside / "hemlig.yaml").write_text("a: 1\n", encoding="utf-8")
        os.mkfifo(dossier / "rör.yaml")
        (dossier / "länk.yaml").symlink_to(outside / "hemlig.yaml")
        (dossier / "trasig.yaml").symlink_to("finns-inte")
        (dossier / "ring.yaml").symlink_to("ring.yaml")
        (dossier / "enhet.yaml").symlink_to("/dev/zero")
        (dossier / "beslut").symlink_to(outside)
        codes = {
            name: fault.code
            for name, fault in read_folder(dossier).items()
            if isinstance(fault, FileFault)
        }
        assert codes == {
            "rör.yaml": "ingen-fil",
            "länk.yaml": "länk",
            "trasig.yaml": "länk",
            "ring.yaml": "länk",
            "enhet.yaml": "länk",
            "mapp.yaml": "mapp",
        }
        assert set(read_folder(dossier)) == set(codes)

    def test_a_folder_that_is_not_there_is_told(self, tmp_path):
        with pytest.raises(InputOutputError):
            read_folder(tmp_path / "finns-inte")


class TestReplacing:
    def test_text_mark_and_mode_are_kept(self, tmp_path):
        file = written(tmp_path, b"\xef\xbb\xbfa: 1\r\n")
        file.path.chmod(0o640)
        new = replace(file, "a: å\r\n")
        assert file.path.read_bytes() == "\ufeffa: å\r\n".encode()
        assert new == read_text(file.path, "a.yaml")
        assert os.name == "nt" or stat.S_IMODE(file.path.stat().st_mode) == 0o640
        assert names(tmp_path) == ["a.yaml"]

    @pytest.mark.parametrize("other", [b"a: 3\n", None])
    def test_what_somebody_else_has_changed_or_removed_is_not_replaced(self, tmp_path, other):
        file = written(tmp_path, b"a: 1\n")
        file.path.unlink() if other is None else file.path.write_bytes(other)
        with pytest.raises(ConflictError) as stop:
            replace(file, "a: 2\n")
        assert (
            stop.value.message == "Någon annan har ändrat a.yaml sedan den lästes. Inget är ändrat."
        )
        assert names(tmp_path) == ([] if other is None else ["a.yaml"])
        assert other is None or file.path.read_bytes() == other

    def test_a_change_between_writing_and_replacing_is_seen_too(self, tmp_path, monkeypatch):
        file = written(tmp_path, b"a: 1\n")
        real = os.fsync

        def save_meanwhile(descriptor):
            real(descriptor)
            file.path.write_bytes(b"a: 3\n")

        monkeypatch.setattr(atomic.os, "fsync", save_meanwhile)
        with pytest.raises(ConflictError):
            replace(file, "a: 2\n")
        assert file.path.read_bytes() == b"a: 3\n"

    @posix
    def test_a_link_that_has_taken_the_place_of_the_file_is_not_written_through(self, tmp_path):
        file = written(tmp_path, b"a: 1\n")
        (tmp_path / "annan").write_bytes(b"a: 1\n")
        file.path.unlink()
        file.path.symlink_to("annan")
        with pytest.raises(ConflictError):
            replace(file, "a: 2\n")
        assert (tmp_path / "annan").read_bytes() == b"a: 1\n"


class TestFailing:
    """The seam where the operating system says no, at each call in turn."""

    @pytest.mark.parametrize("call", ["open", "fsync", "replace"])
    @pytest.mark.parametrize(
        ("number", "message"),
        [
            (errno.ENOSPC, "Disken är full."),
            (errno.EIO, "a.yaml kunde inte sparas. Disken svarar inte som den ska."),
            (errno.EROFS, "a.yaml kunde inte sparas. Mappen är skrivskyddad."),
        ],
    )
    def test_the_old_file_is_whole_and_nothing_is_left_behind(
        self, tmp_path, monkeypatch, call, number, message
    ):
        file = written(tmp_path, b"a: 1\n")
        real = getattr(os, call)

        def fails(*args, **kwargs):
            if call == "open" and not args[1] & os.O_CREAT:
                return real(*args, **kwargs)
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(atomic.os, call, fails)
        with pytest.raises(InputOutputError) as stop:
            replace(file, "a: 2\n")
        monkeypatch.undo()
        assert stop.value.message == message
        assert isinstance(stop.value, DiskFullError) == (number == errno.ENOSPC)
        assert file.path.read_bytes() == b"a: 1\n"
        assert names(tmp_path) == ["a.yaml"]

    def test_a_file_that_is_held_for_a_moment_is_waited_for(self, tmp_path, monkeypatch):
        file = written(tmp_path, b"a: 1\n")
        waits = self._hold(monkeypatch, times=3)
        replace(file, "a: 2\n")
        assert waits == [0.01, 0.02, 0.04]
        assert file.path.read_bytes() == b"a: 2\n"

    def test_a_file_that_stays_held_is_told(self, tmp_path, monkeypatch):
        waits = self._hold(monkeypatch, times=100)
        with pytest.raises(ConflictError) as stop:
            write_bytes(tmp_path / "handlingsplan.docx", b"x")
        assert stop.value.message == (
            "handlingsplan.docx är öppen i ett annat program och går inte att ersätta. "
            "Inget är ändrat."
        )
        assert len(waits) == 8
        assert 1.2 < waits[-1] < 1.4
        assert names(tmp_path) == []

    def _hold(self, monkeypatch, times):
        """Make the next `times` moves fail as they do on Windows; returns the seconds waited,
        filled in later.
        """
        waits: list[float] = []
        real = os.replace

        def held(source, target):
            if len(waits) < times:
                raise PermissionError(errno.EACCES, "WinError 32")
            real(source, target)

        monkeypatch.setattr(atomic.os, "replace", held)
        monkeypatch.setattr(atomic.time, "sleep", waits.append)
        return waits


class TestCreating:
    def test_a_new_file(self, tmp_path):
        file = create(tmp_path / "a.yaml", "a: å\n")
        assert file == read_text(tmp_path / "a.yaml", "a.yaml")
        assert names(tmp_path) == ["a.yaml"]

    def test_what_is_there_is_not_replaced(self, tmp_path):
        written(tmp_path, b"a: 1\n")
        with pytest.raises(ConflictError, match=r"^a\.yaml finns redan\. Inget är ändrat\.$"):
            create(tmp_path / "a.yaml", "a: 2\n")
        assert (tmp_path / "a.yaml").read_bytes() == b"a: 1\n"
        assert names(tmp_path) == ["a.yaml"]

    @posix
    def test_a_disk_without_hard_links_will_do(self, tmp_path, monkeypatch):
        def no_links(*_):
            raise OSError(errno.EPERM, "no links")

        monkeypatch.setattr(Path, "hardlink_to", no_links)
        create(tmp_path / "a.yaml", "a: 1\n")
        with pytest.raises(ConflictError):
            create(tmp_path / "a.yaml", "a: 2\n")
        assert (tmp_path / "a.yaml").read_bytes() == b"a: 1\n"

    def test_a_folder_comes_whole(self, tmp_path):
        create_folder(tmp_path / "ny", {"dossier.yaml": "titel: å\n", "beslut/x.bin": b"\x00"})
        assert names(tmp_path) == ["ny/beslut/x.bin", "ny/dossier.yaml"]
        assert (tmp_path / "ny/dossier.yaml").read_bytes() == "titel: å\n".encode()

    @pytest.mark.parametrize("there", [[], ["viktig.txt"]])
    def test_a_folder_that_is_there_is_left_alone(self, tmp_path, there):
        (tmp_path / "ny").mkdir()
        for name in there:
            (tmp_path / "ny" / name).touch()
        with pytest.raises(ConflictError, match=r"^Mappen ny finns redan\. Inget är skapat\.$"):
            create_folder(tmp_path / "ny", {"a.yaml": "a: 1\n"})
        assert names(tmp_path) == [f"ny/{name}" for name in there]

    @pytest.mark.parametrize("failing", [1, 2, 3])
    def test_or_not_at_all(self, tmp_path, monkeypatch, failing):
        real, calls = os.fsync, []

        def fails(descriptor):
            calls.append(descriptor)
            if len(calls) == failing:
                raise OSError(errno.ENOSPC, "full")
            real(descriptor)

        monkeypatch.setattr(atomic.os, "fsync", fails)
        with pytest.raises(DiskFullError):
            create_folder(tmp_path / "ny", {"a.yaml": "a: 1\n", "b.yaml": "b: 1\n"})
        assert list(tmp_path.iterdir()) == []


class TestLeftovers:
    """What a process that was killed has left behind goes with the next write in the same folder."""

    YESTERDAY = 25 * 60 * 60

    def _left(self, folder, *names):
        for name in names:
            path = folder / name
            if name.endswith("/"):
                path.mkdir()
                (path / "a.yaml").touch()
            else:
                path.touch()
            then = path.stat().st_mtime - self.YESTERDAY
            os.utime(path, (then, then))

    @pytest.mark.parametrize(
        "write",
        [
            lambda folder: write_bytes(folder / "ny", b""),
            lambda folder: create(folder / "ny", ""),
            lambda folder: create_folder(folder / "ny", {"a.yaml": ""}),
            lambda folder: replace(read_text(folder / "fil.yaml", "fil.yaml"), "a: 1\n"),
        ],
    )
    def test_files_and_folders_older_than_a_day_are_removed(self, tmp_path, write):
        (tmp_path / "fil.yaml").touch()
        self._left(tmp_path, ".~a.yaml-0123abcd", ".~2027-torget-0123abcd/")
        write(tmp_path)
        assert not list(tmp_path.glob(".~*"))

    def test_younger_ones_and_those_of_others_stay(self, tmp_path):
        others = {
            ".~lock.budget.odt#",
            ".~a.yaml",
            ".~a-0123ABCD",
            "~a.yaml-0123abcd",
            "a.yaml-0123abcd",
        }
        self._left(tmp_path, *others)
        (tmp_path / ".~b.yaml-0123abcd").touch()
        write_bytes(tmp_path / "ny", b"")
        assert set(names(tmp_path)) == {*others, ".~b.yaml-0123abcd", "ny"}

    @posix
    def test_a_link_goes_and_what_it_leads_to_stays(self, tmp_path):
        outside = tmp_path / "utanför"
        (outside / "a").mkdir(parents=True)
        dossier = tmp_path / "dossier"
        dossier.mkdir()
        link = dossier / ".~a-0123abcd"
        link.symlink_to(outside)
        os.utime(link, (0, 0), follow_symlinks=False)
        write_bytes(dossier / "ny", b"")
        assert names(dossier) == ["ny"]
        assert (outside / "a").is_dir()


class TestNames:
    @pytest.mark.parametrize(
        "name",
        ["dossier.yaml", "beslut/2027-03-03.yaml", "~", "$HOME", "-rf", "--output=x", "å.yaml"],
    )
    def test_a_name_in_the_dossier(self, tmp_path, name):
        assert inside(tmp_path, name) == tmp_path / name

    @pytest.mark.parametrize(
        "name",
        [
            "",
            ".",
            "..",
            "../x",
            "a/../../x",
            "/etc/x",
            "a//b",
            "C:\\x",
            "C:/x",
            "\\\\srv\\x",
            "a\0b",
            "x:ads",
            "a\\b",
        ],
    )
    def test_a_name_that_leads_out_is_refused(self, tmp_path, name):
        with pytest.raises(UsageError):
            inside(tmp_path, name)
        with pytest.raises(UsageError):
            create_folder(tmp_path / "ny", {name: "x"})
        assert list(tmp_path.iterdir()) == []

    @posix
    def test_a_name_that_leads_through_a_link_is_refused(self, tmp_path):
        (tmp_path / "beslut").symlink_to("/tmp")
        with pytest.raises(UsageError):
            inside(tmp_path, "beslut/x.yaml")
