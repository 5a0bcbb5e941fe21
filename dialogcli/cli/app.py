"""The commands, under the headings of the help."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from dialogcli.cli.check import check_dossier
from dialogcli.cli.fill import fill_dossier
from dialogcli.cli.help import DialogCommand, DialogGroup
from dialogcli.cli.new import new_dialogue
from dialogcli.cli.render import render_documents
from dialogcli.cli.rules import check_rulebook, show
from dialogcli.cli.set import set_answer

PLAN, WATCH = "Planera", "Hålla koll"
PRODUCE, RULES = "Ta fram handlingar och föra in beslut", "Regler och mallar"


def _group() -> typer.Typer:
    group = typer.Typer(cls=DialogGroup, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
                        add_help_option=False)
    group.callback(help="")(_nothing)
    return group


def _nothing() -> None:
    """A group does nothing: what holds for all commands is taken from the command line before Typer sees it."""


def _add(group: typer.Typer, name: str, command: Callable[..., int], summary: str, description: str, *closing: str,
         heading: str = "Kommandon") -> None:
    """`summary` stands in the list of commands, `description` and `closing` in the command's own help."""
    group.command(name, cls=DialogCommand, add_help_option=False, rich_help_panel=heading, short_help=summary,
                  help=description, epilog="\n".join(closing))(command)


app, rules = _group(), _group()

_add(app, "new", new_dialogue, "Påbörja en dialog: pröva frågan och skapa en dossier",
     "Skapar en dossier, prövar frågan och ställer de första frågorna. Varje svar sparas direkt.",
     'Exempel: dialog new --rulebook varmland --title "Kollektivtrafik i glesbygd"', heading=PLAN)

_add(app, "fill", fill_dossier, "Svara på frågorna, en i taget",
     "Ställer de frågor som återstår inför nästa beslut. Varje svar sparas innan nästa fråga visas.",
     "Exempel: dialog fill --section risker", heading=PLAN)

_add(app, "set", set_answer, "Ändra ett enda svar",
     "Skriver ett enda svar i en dossier, eller ett undantag från ett krav. Inget annat i filen ändras.",
     'Exempel: dialog set handlingsplan.risker.2.åtgärd "Vi bokar bygdegården."',
     '         dialog set undantag.V-47 --reason "SKÄL" --by "ROLL"', heading=PLAN)

_add(app, "check", check_dossier, "Se vad som saknas, var, och vem som kräver det",
     "Visar vad som saknas i en dossier, var, och vem som kräver det. Ändrar inget.",
     "Exempel: dialog check --for presidiets-beslut",
     "Slutkod: 0 = inga fel, 1 = minst ett fel, 3 = någon fil går inte att läsa", heading=WATCH)

_add(app, "render", render_documents, "Skapa Word-handlingar",
     "Skapar Word-handlingar av svaren i en dossier. De läggs i mappen handlingar.",
     "Exempel: dialog render handlingsplan",
     "Slutkod: 0 = skapade, 1 = underlaget räcker inte till slutliga handlingar,",
     "  4 = en handling är ändrad i Word och den nya versionen ligger bredvid", heading=PRODUCE)

app.add_typer(rules, name="rules", rich_help_panel=RULES, short_help="Läs och kontrollera regelverk")
_add(rules, "show", show, "Visa ett krav, vem som ställer det och hur det uppfylls",
     "Visar ett krav: vem som ställer det, när det prövas och hur det uppfylls.", "Exempel: dialog rules show V-47")
_add(rules, "check", check_rulebook, "Se allt som är fel i ett regelverk",
     "Kontrollerar ett regelverk och visar allt som är fel i det på en gång.",
     "Exempel: dialog rules check regelverk/kommunen/rulebook.yaml",
     "Slutkod: 0 = inga fel, 3 = regelverket går inte att använda")


def root_command() -> Any:
    """The commands as the object that parses a command line; its class is Click's, and Typer's own business."""
    return typer.main.get_command(app)
