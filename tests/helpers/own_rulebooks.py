"""An organisation's folder with a rulebook of its own, as `dialog rules new` makes it."""

from __future__ import annotations

from pathlib import Path

from helpers.terminal import run

LILLBY = ["rules", "new", "--id", "lillby", "--organisation", "Lillby kommun"]


def lillby(folder: Path) -> Path:
    """The small rulebook that everybody begins with; returns its file."""
    assert run(LILLBY, folder).exit_code == 0
    return folder / "regelverk" / "lillby" / "rulebook.yaml"


def rewritten(file: Path, *changes: tuple[str, str]) -> None:
    """Put texts in the place of others, each of which stands there once."""
    text = file.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def second_version(folder: Path) -> Path:
    """The same with version 1 kept and a version 2: one duty is new, one has got heavier, one is
    gone.
    """
    file = lillby(folder)
    file.with_name("rulebook-1.yaml").write_bytes(file.read_bytes())
    rewritten(
        file,
        ('version: "1"', 'version: "2"'),
        ("K-01..K-12", "K-01..K-13"),
        (
            "    modality: bör\n    source: {document: policy, heading: Planering}",
            "    source: {document: policy, heading: Planering}",
        ),
        (
            """\
  K-02:
    says: Beslutet går fortfarande att påverka.
    kind: forbidden
    fields: prövning.går_att_påverka
    values: nej
    before: dialogbeslut
    refuses: Beslutet går inte längre att påverka. Då är det för sent för en medborgardialog.
    instead: [Berätta vad som är beslutat och varför.]
    source: {document: policy, heading: Inledning}
""",
            "",
        ),
        (
            """\
unchecked:
""",
            """\
  K-13:
    says: Det är känt vem som tar initiativet.
    kind: required
    fields: initiativ.initiativtagare
    before: dialogbeslut
    source: {document: policy, heading: Initiativ}
unchecked:
  K-02:
    as: guidance
    says: Beslutet går fortfarande att påverka.
    source: {document: policy, heading: Inledning}
""",
        ),
    )
    return file
