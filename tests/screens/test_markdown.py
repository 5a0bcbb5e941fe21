"""A screen as Markdown."""

from dialogcli.base.commands import fill
from dialogcli.base.screen import Kept, Table, heading, line, parts, rows, screen
from dialogcli.screens.markdown import markdown


def test_headings_lists_tables_and_commands() -> None:
    cells = (("Steg", "Läge"), ("Planering", "klart"))
    table = Table(tuple(tuple(parts(cell) for cell in row) for row in cells), read_out=())
    shown = screen(
        [
            heading("Handlingsplan: 1 fel"),
            line(Kept("Fel V-47:"), " Risker saknas.", indent=2),
            rows(("Åtgärd:", fill("risker"))),
        ],
        [line("Läget"), table],
    )
    assert markdown(shown) == (
        "### Handlingsplan: 1 fel\n"
        "\n"
        "- Fel V-47: Risker saknas.\n"
        "- Åtgärd: `dialog fill --section risker`\n"
        "\n"
        "Läget\n"
        "\n"
        "| Steg | Läge |\n"
        "| --- | --- |\n"
        "| Planering | klart |\n"
    )


def test_what_a_dossier_says_is_never_markdown() -> None:
    assert markdown(screen(line("Titel *med* `tecken` <b> | #1"))) == (
        "Titel \\*med\\* \\`tecken\\` \\<b\\> \\| \\#1\n"
    )
