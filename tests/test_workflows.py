"""What runs elsewhere holds to its schema and calls only targets that there are, so that it cannot
rot unseen.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
GITHUB, GITLAB, HOOKS = ".github/workflows/ci.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"


@pytest.mark.parametrize(
    ("file", "options"),
    [
        (GITHUB, ["--builtin-schema", "vendor.github-workflows"]),
        (GITLAB, ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]),
    ],
)
def test_each_workflow_holds_to_its_schema(file: str, options: list[str]) -> None:
    command = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run(
        [command, *options, ROOT / file], text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", [GITHUB, GITLAB, HOOKS])
def test_they_call_only_targets_that_there_are(file: str) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    text = re.sub(r"#.*", "", (ROOT / file).read_text("utf-8"))
    targets = re.findall(r"\bmake ([a-z]+)", text)
    assert targets
    assert [name for name in targets if f"\n{name}:" not in makefile] == []


def test_the_workflow_tries_three_systems_two_pythons_and_three_sets_of_dependencies() -> None:
    job = yaml.safe_load((ROOT / GITHUB).read_text("utf-8"))["jobs"]["test"]
    matrix = job["strategy"]["matrix"]
    assert matrix["os"] == ["ubuntu-latest", "windows-latest", "macos-latest"]
    assert matrix["python"] == ["3.11", "3.x"]
    others = {one["dependencies"] for one in matrix["include"]}
    assert {*matrix["dependencies"], *others} == {"locked", "lowest", "newest"}


def test_the_oldest_dependencies_that_are_tried_are_the_oldest_that_are_allowed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    floors = [re.match(r"[^,]*", line)[0].replace(">=", "==") for line in project["dependencies"]]
    pinned = (ROOT / "constraints-lowest.txt").read_text("utf-8").splitlines()[1:]
    assert sorted(floors, key=str.lower) == pinned


def test_every_dependency_of_ours_and_of_the_tests_is_locked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*settings["project"]["dependencies"], *settings["dependency-groups"]["dev"]]
    names = {re.match(r"[\w.-]+", line)[0] for line in wanted}
    locked = (ROOT / "constraints.txt").read_text("utf-8").splitlines()[1:]
    assert {name.lower() for name in names} <= {line.partition("==")[0].lower() for line in locked}
