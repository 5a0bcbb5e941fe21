"""The peer: docxtpl renders the same content from a .docx template, for each line on standard
input.

The template is what somebody would make in Word: headings and table heads as text, a tag for each
paragraph, a loop for each list and the rows of each table. Emphasis and links are left out, which
is to the peer's advantage.
"""

from __future__ import annotations

import io
import json
import sys
import time
from itertools import groupby
from pathlib import Path

import jinja2
from docx import Document
from docxtpl import DocxTemplate

Blocks = list[dict[str, object]]


def main(_sample: str, content: str) -> None:
    while not Path(content).is_file():
        time.sleep(0.05)
    template, context = build(json.loads(Path(content).read_text(encoding="utf-8")))
    print("ready", flush=True)  # noqa: T201
    for _ in sys.stdin:
        start = time.perf_counter()
        document = DocxTemplate(io.BytesIO(template))
        document.render(context, jinja_env=jinja2.Environment(autoescape=True))
        document.save(io.BytesIO())
        print(time.perf_counter() - start, flush=True)  # noqa: T201


def build(blocks: Blocks) -> tuple[bytes, dict[str, object]]:
    """The template and the values for its tags."""
    document, context = Document(), {"t": [], "l": [], "r": []}
    for kind, group in groupby(blocks, key=lambda block: block["kind"]):
        if kind == "item":
            _list(document, context, list(group))
            continue
        for block in group:
            _block(document, context, block)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue(), context


def _list(document, context, items: Blocks) -> None:
    number = len(context["l"])
    context["l"].append([item["text"] for item in items])
    document.add_paragraph(f"{{%p for one in l[{number}] %}}")
    document.add_paragraph(
        "{{ one }}", style="List Number" if items[0]["ordered"] else "List Bullet"
    )
    document.add_paragraph("{%p endfor %}")


def _block(document, context, block: dict[str, object]) -> None:
    if block["kind"] == "heading":
        document.add_heading(block["text"], block["level"])
    elif block["kind"] == "table":
        _table(document, context, block)
    else:
        document.add_paragraph(f"{{{{ t[{len(context['t'])}] }}}}")
        context["t"].append(block["text"])


def _table(document, context, block: dict[str, object]) -> None:
    number, columns = len(context["r"]), block["columns"]
    context["r"].append(block["rows"])
    table = document.add_table(rows=4, cols=len(columns), style="Table Grid")
    for index, column in enumerate(columns):
        table.cell(0, index).text = column
        table.cell(2, index).text = f"{{{{ row[{index}] }}}}"
    table.cell(1, 0).text = f"{{%tr for row in r[{number}] %}}"
    table.cell(3, 0).text = "{%tr endfor %}"


if __name__ == "__main__":
    main(*sys.argv[1:])
