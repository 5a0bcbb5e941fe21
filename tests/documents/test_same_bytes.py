"""The same answers give the same bytes: whatever the day, the zone, the order of hashes, and where
the dossier lies.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from helpers.documents import ROOT, SAMPLE

SCRIPT = """
import hashlib, sys
from pathlib import Path
from dialogcli.documents.choose import documents_of
from dialogcli.documents.render import render
from dialogcli.documents.templating.templates import read_templates
from dialogcli.dossier.reading import read_dossier
from dialogcli.base.dates import Day
templates = read_templates(Path("templates").absolute())
for folder in map(Path, sys.argv[2:]):
    dossier = read_dossier(folder)
    for document in documents_of(dossier):
        data = render(document, dossier, templates, draft=False, day=Day.parse(sys.argv[1])).data
        print(folder.name, document.word, len(data), hashlib.sha256(data).hexdigest())
"""


def written(folders: list[Path], day: str, **surroundings: str) -> list[str]:
    """A line with the digest of every document of some dossiers, made in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, day, *folders],
        env=os.environ | surroundings,
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout.splitlines()


def test_every_document_comes_out_the_same(tmp_path: Path) -> None:
    here = [SAMPLE, *sorted((ROOT / "tests" / "dossiers").iterdir())]
    elsewhere = [
        Path(shutil.copytree(folder, tmp_path / "någon annanstans" / folder.name))
        for folder in here
    ]
    first = written(here, "2027-02-22", TZ="Pacific/Auckland", PYTHONHASHSEED="1", LC_ALL="C.UTF-8")
    second = written(
        elsewhere, "2031-12-31", TZ="America/Los_Angeles", PYTHONHASHSEED="4711", LC_ALL="C.UTF-8"
    )
    assert len(first) > 50
    assert first == second
