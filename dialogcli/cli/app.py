"""The commands, under the headings of the help."""

from __future__ import annotations

from dialogcli.cli.help import Command, DialogGroup
from dialogcli.cli.method_commands import METHOD_COMMANDS
from dialogcli.cli.rule_commands import RULE_COMMANDS
from dialogcli.cli.template_commands import TEMPLATE_COMMANDS

PLAN, WATCH = "Planera", "Hålla koll"
PRODUCE, RULES = "Ta fram handlingar och föra in beslut", "Regler och mallar"

COMMANDS = {
    "new": Command(
        "new:new_dialogue",
        "Påbörja en dialog: pröva frågan och skapa en dossier",
        "Skapar en dossier, prövar frågan och ställer de första frågorna. Varje svar sparas direkt.",
        'Exempel: dialog new --rulebook varmland --title "Kollektivtrafik i glesbygd"',
        heading=PLAN,
    ),
    "fill": Command(
        "fill:fill_dossier",
        "Svara på frågorna, en i taget",
        "Ställer de frågor som återstår inför nästa beslut. Varje svar sparas innan nästa fråga visas.",
        "Exempel: dialog fill --section risker",
        heading=PLAN,
    ),
    "set": Command(
        "set:set_answer",
        "Ändra ett enda svar",
        "Skriver ett enda svar i en dossier, eller ett undantag från ett krav. Inget annat i filen ändras.",
        'Exempel: dialog set handlingsplan.risker.2.åtgärd "Vi bokar bygdegården."\n'
        '         dialog set undantag.V-47 --reason "SKÄL" --by "ROLL"',
        heading=PLAN,
    ),
    "methods": Command(
        summary="Jämför metoder och få förslag", heading=PLAN, below=METHOD_COMMANDS, alone="list"
    ),
    "budget": Command(
        "budget:show_budget",
        "Se budgeten, och räkna ut ersättning till förtroendevalda",
        "Visar budgetens rader, summa och finansiering. Med antal förtroendevalda och tillfällen räknas arvode, "
        "förlorad arbetsinkomst och resor ut, med era egna ersättningar ur organisation.yaml.",
        "Exempel: dialog budget\n"
        "         dialog budget --elected 9 --sessions 5 --hours 4 --distance 6 --write",
        heading=PLAN,
    ),
    "deadlines": Command(
        "deadlines:show_deadlines",
        "Räkna ut datum bakåt från ett möte",
        "Visar när handlingar, kallelse, justering och anslag senast ska vara klara, räknat i arbetsdagar och med "
        "helgdagar, och vad som inte hinns. Datumen går att lägga in i en kalender.",
        "Exempel: dialog deadlines --out datum.ics\n"
        "         dialog deadlines --meeting 24/11 --organ regionfullmäktige",
        heading=PLAN,
    ),
    "check": Command(
        "check:check_dossier",
        "Se vad som saknas, var, och vem som kräver det",
        "Visar vad som saknas i en dossier, var, och vem som kräver det. Ändrar inget.",
        "Exempel: dialog check --for presidiets-beslut\n"
        "Slutkod: 0 = inga fel, 1 = minst ett fel, 3 = någon fil går inte att läsa",
        heading=WATCH,
    ),
    "status": Command(
        "status:show_status",
        "Se läget, nästa beslut och viktiga datum",
        "Visar var en dialog står, vems tur det är, vad som saknas inför nästa beslut och viktiga datum.",
        "Exempel: dialog status\nSlutkod: 0 = läget är visat, 3 = någon fil går inte att läsa",
        heading=WATCH,
    ),
    "list": Command(
        "list:list_dialogues",
        "Se alla dialoger och försenad återkoppling",
        "Visar alla dialoger som ligger tillsammans, de med försenad återkoppling först. Visar också register. Med "
        "--word blir det en Word-handling, ett registerutdrag, i mappen handlingar bredvid dossiererna.",
        "Exempel: dialog list --overdue\n"
        "         dialog list --register lärdomar --format csv\n"
        "         dialog list --register lärdomar --word\n"
        "Slutkod: 0 = listan är visad, 1 = ett register har minst ett fel,\n"
        "  3 = någon dossier går inte att läsa, 4 = Word-filen är ändrad och den nya ligger bredvid",
        heading=WATCH,
    ),
    "render": Command(
        "render:render_documents",
        "Skapa Word-handlingar",
        "Skapar Word-handlingar av svaren i en dossier. De läggs i mappen handlingar.",
        "Exempel: dialog render handlingsplan\n"
        "Slutkod: 0 = skapade, 1 = underlaget räcker inte till slutliga handlingar,\n"
        "  4 = en handling är ändrad i Word och den nya versionen ligger bredvid,\n"
        "  5 = det gick inte att skapa en PDF, men Word-filen är skapad",
        heading=PRODUCE,
    ),
    "agenda": Command(
        "agenda:make_agenda",
        "Skapa föredragningslista till ett möte",
        "Skapar kallelse och föredragningslista för ett organ och en dag, ur alla dossierer som ligger tillsammans. "
        "Den läggs i mappen moten.",
        "Exempel: dialog agenda kollektivtrafiknämnden 3/3 --time 13.00 --place Sessionssalen\n"
        "Slutkod: 0 = skapad, 1 = inget ärende är klart till mötet,\n"
        "  3 = någon dossier går inte att läsa, 4 = Word-filen är ändrad och den nya ligger bredvid",
        heading=PRODUCE,
    ),
    "decide": Command(
        "decide:decide",
        "För in ett beslut",
        "För in ett beslut som är fattat, i en egen fil. Inget annat i dossiern ändras. Det som saknas frågar dialog "
        "efter.",
        "Exempel: dialog decide handlingsplan --outcome bifall --date 3/3 --paragraph 17\n"
        "         dialog decide --agenda moten/2027-03-03-kollektivtrafiknamnden\n"
        "Slutkod: 0 = infört, 1 = underlaget är inte komplett och inget är infört",
        heading=PRODUCE,
    ),
    "verify": Command(
        "verify:verify_file",
        "Se vad en Word-fil är skapad av och vad som har ändrats",
        "Visar vad en Word-fil är skapad av, och vad som har ändrats sedan dess i filen och i dossiern.",
        "Exempel: dialog verify handlingar/handlingsplan.docx\n"
        "Slutkod: 0 = ursprunget är visat, 1 = filen är inte skapad av dialog, 3 = filen går inte att läsa",
        heading=PRODUCE,
    ),
    "templates": Command(
        summary="Mallar för handlingar, och er brevmall", heading=RULES, below=TEMPLATE_COMMANDS
    ),
    "rules": Command(
        summary="Läs, kontrollera och jämför regelverk", heading=RULES, below=RULE_COMMANDS
    ),
}


def root_command() -> DialogGroup:
    """`dialog` itself."""
    return DialogGroup("dialog", COMMANDS)
