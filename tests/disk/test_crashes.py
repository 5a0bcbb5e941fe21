"""Processes that are killed, and many at once: a file is old or new, and no edit is lost."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from dialogcli.disk.files import read_text, replace
from dialogcli.disk.folders import read_folder
from dialogcli.yamltext.reader import read_yaml

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")

WRITER = """
import sys, pathlib, itertools
from dialogcli.disk.files import replace
from dialogcli.disk.files import read_text
path = pathlib.Path(sys.argv[1])
print("igång", flush=True)
for number in itertools.count():
    replace(read_text(path, path.name), f"nummer: {number}\\n" + "rader:\\n" + f"  - {number}\\n" * 5000)
"""

FOUNDER = """
import sys, pathlib, itertools
from dialogcli.disk.folders import create_folder
print("igång", flush=True)
for number in itertools.count():
    create_folder(pathlib.Path(sys.argv[1]) / str(number), {f"{name}.yaml": "a: 1\\n" for name in range(12)})
"""

COUNTER = """
import sys, pathlib, time, datetime
from dialogcli.base.findings import ConflictError
from dialogcli.disk.files import replace
from dialogcli.disk.files import read_text
from dialogcli.disk.lock import locked
from dialogcli.yamltext.editor import set_value
from dialogcli.yamltext.reader import read_yaml
folder, times = pathlib.Path(sys.argv[1]), int(sys.argv[2])
while times:
    try:
        with locked(folder, "dialog set", datetime.datetime.now()):
            file = read_text(folder / "a.yaml", "a.yaml")
            number = int(read_yaml(file.text, "a.yaml").root.get("nummer").value.text)
            replace(file, set_value(file.text, ("nummer",), str(number + 1)))
            times -= 1
    except ConflictError:
        time.sleep(0.002)
"""


def start(code, *args):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, args)], stdout=subprocess.PIPE, text=True
    )


def kill_after(process, seconds):
    assert process.stdout.readline() == "igång\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_a_process_killed_while_it_writes_leaves_the_old_or_the_new(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("nummer: 0\nrader:\n" + "  - 0\n" * 5000, encoding="utf-8")
    moments = random.Random(1)
    for _ in range(12):
        kill_after(start(WRITER, path), moments.uniform(0, 0.05))
        lines = read_text(path, "a.yaml").text.split("\n")
        number = lines[0].removeprefix("nummer: ")
        assert lines == [f"nummer: {number}", "rader:", *[f"  - {number}"] * 5000, ""]
    assert list(read_folder(tmp_path)) == ["a.yaml"], (
        "what a killed process leaves behind is hidden"
    )
    replace(read_text(path, "a.yaml"), "nummer: 1\n")


def test_a_process_killed_while_it_makes_folders_leaves_whole_ones(tmp_path):
    moments = random.Random(2)
    for turn in range(8):
        folder = tmp_path / str(turn)
        folder.mkdir()
        kill_after(start(FOUNDER, folder), moments.uniform(0, 0.03))
        for made in folder.iterdir():
            assert made.name.startswith(".~") or len(list(made.iterdir())) == 12


def test_eight_processes_lose_no_edit(tmp_path):
    (tmp_path / "a.yaml").write_text("# räknare\nnummer: 0  # kommentar\n", encoding="utf-8")
    processes = [start(COUNTER, tmp_path, 15) for _ in range(8)]
    assert [process.wait(timeout=60) for process in processes] == [0] * 8
    for process in processes:
        process.communicate()
    text = read_text(tmp_path / "a.yaml", "a.yaml").text
    assert text == "# räknare\nnummer: 120  # kommentar\n"
    assert read_yaml(text, "a.yaml").faults == ()
