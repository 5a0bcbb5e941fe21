"""Where in its file a picture is written: in a long text that is not where the answer begins."""

from __future__ import annotations

import re

from dialogcli.dossier.model import Answer
from dialogcli.model.place import Place


def place_of(source: str, number: int, answer: Answer, text: str) -> Place:
    """The place of the picture with that name, the `number`th of them in an answer (from 0), in the
    text of its file.

    That of the answer where it cannot be told, because the file writes the text in another way.
    """
    start = answer.place
    lines = text.replace("\r\n", "\n").split("\n")[start.line - 1 :]
    written = re.compile(rf"(?<!\\)!\[(?:\\.|[^\[\]\\])*\]\(\s*<?{re.escape(source)}")
    before = number
    for line, content in enumerate(lines, start.line):
        for match in written.finditer(content):
            column = match.start() + 1
            if (line, column) < (start.line, start.column):
                continue
            if before == 0:
                return start._replace(line=line, column=column)
            before -= 1
    return start
