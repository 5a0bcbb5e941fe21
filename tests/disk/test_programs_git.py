"""The commit of a folder, without running anything that lies in the repository."""

import os
import shutil
import subprocess

import pytest

from dialogcli.disk.programs import head_commit

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


@pytest.fixture
def repository(tmp_path):
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        git(tmp_path, *command)
    return tmp_path


def git(folder, *command):
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *identity, *command], cwd=folder, check=True, capture_output=True, text=True
    ).stdout


def test_the_commit_of_a_repository_and_of_its_folders(repository):
    (repository / "dossier").mkdir()
    commit = git(repository, "rev-parse", "HEAD").strip()
    assert head_commit(repository) == head_commit(repository / "dossier") == commit


def test_nothing_where_there_is_no_repository_or_no_commit(tmp_path):
    assert head_commit(tmp_path) == ""
    git(tmp_path, "init", "-q")
    assert head_commit(tmp_path) == ""
    assert head_commit(tmp_path / "finns-inte") == ""


def test_nothing_without_git(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository))
    assert head_commit(repository) == ""


@pytest.mark.skipif(os.name == "nt", reason="shell scripts")
def test_a_git_in_the_current_folder_is_never_run(repository, monkeypatch):
    trap(repository / "git")
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.pathsep}{os.environ['PATH']}")
    assert len(head_commit(repository)) == 40
    assert not (repository / "körd").exists()


@pytest.mark.skipif(os.name == "nt", reason="shell scripts")
def test_programs_that_the_repository_asks_for_are_not_run(repository):
    trap(repository / "program")
    for setting in ("core.fsmonitor", "core.sshCommand", "core.pager", "core.editor"):
        git(repository, "config", setting, str(repository / "program"))
    git(repository, "config", "core.hooksPath", str(repository))
    assert len(head_commit(repository)) == 40
    assert not (repository / "körd").exists()


def test_the_environment_does_not_lead_to_another_repository(
    repository, tmp_path_factory, monkeypatch
):
    other = tmp_path_factory.mktemp("annat")
    monkeypatch.setenv("GIT_DIR", str(repository / ".git"))
    assert head_commit(other) == ""


def trap(path):
    path.write_text(f"#!/bin/sh\ntouch '{path.parent}/körd'\n", encoding="utf-8")
    path.chmod(0o755)
