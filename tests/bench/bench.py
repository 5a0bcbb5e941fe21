"""`make bench`: how fast dialogcli is beside its peers, as ratios in one run.

Machines are noisy, so each pair is run in turn, A B A B, and the median of the ratios pair by pair
is printed: 1.0 means as fast as the peer, less is faster. Peers live in an environment of their
own, `.bench/`.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PEERS = ROOT / ".bench"
SAMPLE = ROOT / "sample-dossier"
RUNS = 15
WARM_RENDERS = 25
DOSSIERS = 40
AGENDA_LIMIT = 5
BYTECODE = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Both sides run as installed programs do: with their bytecode written, once, by the run that is
not counted.
"""


def main() -> None:
    """Prints one line for each comparison, and says when a ratio is above 1.0."""
    install_peers()
    dialog, yamllint = (
        str(Path(sys.executable).with_name("dialog")),
        str(PEERS / "bin" / "yamllint"),
    )
    ratios = {
        "check of the sample / yamllint of the same folder": paired(
            lambda: process(dialog, "check", str(SAMPLE)), lambda: process(yamllint, str(SAMPLE))
        ),
        "dialog --version / yamllint --version": paired(
            lambda: process(dialog, "--version"), lambda: process(yamllint, "--version")
        ),
        "handlingsplan, warm / docxtpl with the same content, warm": paired_renders(),
    }
    for what, (ratio, mine, theirs) in ratios.items():
        verdict = "" if ratio <= 1.0 else "   ABOVE 1.0"
        print(f"{ratio:5.2f}  {what}  ({mine * 1000:.0f} ms / {theirs * 1000:.0f} ms){verdict}")  # noqa: T201
    seconds = agenda_over(DOSSIERS, dialog)
    verdict = "" if seconds < AGENDA_LIMIT else f"   ABOVE {AGENDA_LIMIT} s"
    print(f"{seconds:5.2f}s dialog agenda over {DOSSIERS} dossiers, one process{verdict}")  # noqa: T201


def install_peers() -> None:
    """The peers, once for each version of the list of them."""
    ready, wanted = PEERS / ".ready", (HERE / "peers.txt").read_text(encoding="utf-8")
    if ready.is_file() and ready.read_text(encoding="utf-8") == wanted:
        return
    venv.create(PEERS, with_pip=True, clear=True)
    subprocess.run(
        [PEERS / "bin" / "pip", "install", "--quiet", "-r", HERE / "peers.txt"], check=True
    )
    ready.write_text(wanted, encoding="utf-8")


def agenda_over(dossiers: int, dialog: str) -> float:
    """Seconds for the list of points out of so many copies of the sample as it was before its plans
    were adopted.
    """
    with tempfile.TemporaryDirectory() as repository:
        for number in range(dossiers):
            copy = Path(repository) / f"dialog-{number}"
            shutil.copytree(SAMPLE, copy)
            for later in (*copy.glob("beslut/2025-03-05-*"), *copy.glob("beslut/2025-11-26-*")):
                later.unlink()
        return min(
            process(dialog, "agenda", "kollektivtrafiknämnden", "2025-03-05", "--repo", repository)
            for _ in range(3)
        )


def process(*command: str) -> float:
    """Seconds for a whole process, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(
        command, env=BYTECODE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return time.perf_counter() - start


def paired(
    mine: Callable[[], float], theirs: Callable[[], float], runs: int = RUNS
) -> tuple[float, float, float]:
    """The median ratio pair by pair, and both medians in seconds, after one run of each that is not
    counted.
    """
    mine(), theirs()
    pairs = [(mine(), theirs()) for _ in range(runs)]
    return (
        statistics.median(a / b for a, b in pairs),
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
    )


def paired_renders() -> tuple[float, float, float]:
    """Two processes that stay warm and render one document for each line they are sent."""
    content = PEERS / "handlingsplan.json"
    with (
        Renderer(sys.executable, "ours.py", content) as ours,
        Renderer(str(PEERS / "bin" / "python"), "theirs.py", content) as theirs,
    ):
        return paired(ours.render, theirs.render, WARM_RENDERS)


class Renderer:
    """A process that answers each line with the seconds one rendering took."""

    def __init__(self, python: str, script: str, content: Path) -> None:
        self._process = subprocess.Popen(
            [python, HERE / script, SAMPLE, content],
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._answers: Iterator[str] = iter(self._process.stdout or ())
        self._wait_until_ready()

    def _wait_until_ready(self) -> None:
        if next(self._answers, "").strip() != "ready":
            raise SystemExit("The renderer did not start.")

    def render(self) -> float:
        assert self._process.stdin
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(json.loads(next(self._answers)))

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


if __name__ == "__main__":
    main()
