"""Renders the sample's handlingsplan for each line on standard input; first writes its content for
the peer.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from dialogcli.__main__ import NEW_OBJECTS
from dialogcli.base.dates import Day
from dialogcli.disk.folders import templates_folder
from dialogcli.documents.choose import documents_called
from dialogcli.documents.markup.blocks import Block, Heading, ListItem, Table, plain_runs, text_of
from dialogcli.documents.markup.conversion import read_markdown
from dialogcli.documents.render import compose, render
from dialogcli.documents.templating.templates import read_templates
from dialogcli.dossier.reading import read_dossier

DAY = Day(2025, 3, 5)


def main(sample: str, content: str) -> None:
    dossier = read_dossier(Path(sample))
    templates = read_templates(templates_folder())
    [spec] = documents_called(dossier, "handlingsplan")
    text = compose(spec, dossier, templates, draft=False, day=DAY)
    blocks = [flat(block) for block in read_markdown(text.filled, text.context.cited)]
    Path(content).write_text(json.dumps(blocks, ensure_ascii=False), encoding="utf-8")
    gc.set_threshold(NEW_OBJECTS)  # as the command does in its process
    print("ready", flush=True)  # noqa: T201
    for _ in sys.stdin:
        start = time.perf_counter()
        render(spec, dossier, templates, draft=False, day=DAY)
        print(time.perf_counter() - start, flush=True)  # noqa: T201


def flat(block: Block) -> dict[str, object]:
    """A block as the peer's template can hold it: texts without emphasis."""
    match block:
        case Heading(level, runs):
            return {"kind": "heading", "level": level, "text": plain_runs(runs)}
        case ListItem(runs, ordered=ordered):
            return {"kind": "item", "ordered": ordered, "text": plain_runs(runs)}
        case Table(columns, rows):
            return {
                "kind": "table",
                "columns": [plain_runs(column.runs) for column in columns],
                "rows": [
                    ["\n".join(text_of(inner) for inner in cell) for cell in row] for row in rows
                ],
            }
    return {"kind": "paragraph", "text": text_of(block)}


if __name__ == "__main__":
    main(*sys.argv[1:])
