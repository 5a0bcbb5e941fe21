"""The data that ships: beside the code when installed, else the repository's."""

from dialogcli.disk import folders
from dialogcli.disk.folders import templates_folder


def test_in_the_repository(monkeypatch, tmp_path):
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "dialogcli")
    assert templates_folder() == tmp_path / "templates"


def test_in_an_installed_package(monkeypatch, tmp_path):
    (tmp_path / "dialogcli" / "templates").mkdir(parents=True)
    (tmp_path / "templates").mkdir()
    monkeypatch.setattr(folders, "_PACKAGE", tmp_path / "dialogcli")
    assert templates_folder() == tmp_path / "dialogcli" / "templates"


def test_it_is_there():
    assert (templates_folder() / "rulebooks").is_dir()
