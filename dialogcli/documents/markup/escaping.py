"""Text made safe for Markdown: what a template prints stands in the document letter for letter."""

from __future__ import annotations

import re

from dialogcli.documents.markup.marks import LINE_BREAK

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~!]")
_AT_START = re.compile(r"^(?=[-+#=:>{])|^(\d{1,9})(?=[.)])")


def escape_within(text: str) -> str:
    """The same for a piece of a line, with the blanks kept that join it to its neighbours."""
    if not text.strip():
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{escape(text)}{after}"


def escape(text: str) -> str:
    """Markdown that shows exactly this text, without its outer blanks; line ends become line
    breaks.
    """
    stripped = text.strip()
    escaped = _ANYWHERE.sub(r"\\\g<0>", stripped)
    escaped = _AT_START.sub(lambda found: f"{found[1] or ''}\\", escaped)
    return re.sub(r"\r\n?|\n", LINE_BREAK, escaped)
