"""`dialog`, `dialogcli` and `python -m dialogcli`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dialogcli import __version__

if TYPE_CHECKING:
    from dialogcli.usecases.context import Context

NEW_OBJECTS = 10_000
"""How many before Python looks for circles among them: at its own 700 a command, which is soon over
and throws little away, spends 4-6 % of its time so, at this 2 %. Memory is the same.
"""


def main(argv: Sequence[str] | None = None, context: Context | None = None) -> int:
    """Carry out one command line (default: that of this process) in some surroundings; returns the
    exit code.
    """
    words = sys.argv[1:] if argv is None else list(argv)
    if words == ["--version"] and context is None:
        print(f"dialogcli {__version__}")  # noqa: T201  (nothing else is imported: it answers at once)
        return 0
    from dialogcli.cli.boundary import run
    from dialogcli.usecases.context import system_context

    if context is None:
        gc.set_threshold(NEW_OBJECTS)
    return run(words, context or system_context())


if __name__ == "__main__":
    sys.exit(main())
