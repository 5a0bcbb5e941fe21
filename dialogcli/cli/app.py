"""The commands, under the headings of the help."""

from __future__ import annotations

from dialogcli.cli.parser import CommandEntry, DialogGroup

PLAN, WATCH = "Planera", "Hålla koll"
PRODUCE, RULES = "Ta fram handlingar och föra in beslut", "Regler och mallar"
READ, OWN, VERSIONS = "Läsa", "Egna regelverk", "Versioner"

METHOD_COMMANDS = {
    "list": CommandEntry(
        "methods:list_methods",
        "Se alla metoder",
        "Visar alla metoder med nivå, kostnad och tid, de vanliga först. Det går också att skriva bara dialog methods.",
        "Exempel: dialog methods list",
    ),
    "show": CommandEntry(
        "methods:show_method",
        "Läs om en metod",
        "Visar vad en metod passar för, hur mycket den kräver, och vad som talar för och emot den.",
        "Exempel: dialog methods show worldcafe",
    ),
    "suggest": CommandEntry(
        "methods:suggest_methods",
        "Få förslag som bygger på dossiern",
        "Föreslår metoder ur nivå, syfte, målgrupper, antal, tid och kostnad, och säger varför och varför inte. "
        "Det som står i dossiern används. Tillvalen går före.",
        "Exempel: dialog methods suggest\n"
        "         dialog methods suggest --level dialog --target gymnasieelever --size 30",
    ),
    "groups": CommandEntry(
        "methods:list_groups",
        "Se grupper att överväga, och hur de nås",
        "Visar de grupper som alltid ska övervägas, de som sällan hörs, och hur var och en brukar nås.",
        "Exempel: dialog methods groups",
    ),
}
"""The commands below `dialog methods`."""

TEMPLATE_COMMANDS = {
    "fields": CommandEntry(
        "templates:show_fields",
        "Se vilka fält en mall kan använda",
        "Visar alla fält som en mall kan använda, underlag för underlag, så som regelverket har dem.",
        "Exempel: dialog templates fields handlingsplan",
    ),
    "check": CommandEntry(
        "templates:check_templates",
        "Se allt som är fel i mallar och brevmall",
        "Kontrollerar de mallar som regelverkets handlingar använder, era egna mallar och brevmallen. Med --document "
        "kontrolleras en färdig Word-fil: att rubriker, listor, tabeller och bilder kan läsas av alla.",
        "Exempel: dialog templates check --sample prov.docx\n"
        "         dialog templates check --document handlingsplan.docx\n"
        "Slutkod: 0 = inga fel, 1 = minst ett fel",
    ),
    "copy": CommandEntry(
        "templates:copy_template",
        "Få en inbyggd mall att ändra i",
        "Lägger en kopia av en inbyggd mall, eller av brevmallen, i mappen mallar. Den gäller sedan före den inbyggda. "
        "Det som finns skrivs aldrig över.",
        "Exempel: dialog templates copy handlingsplan\n         dialog templates copy brevmall",
    ),
}
"""The commands below `dialog templates`."""

RULE_COMMANDS = {
    "list": CommandEntry(
        "rules:list_rulebooks",
        "Se vilka regelverk som finns",
        "Visar era egna regelverk, med plats, och de inbyggda.",
        "Exempel: dialog rules list",
        heading=READ,
    ),
    "show": CommandEntry(
        "rules:show",
        "Visa ett krav, vem som ställer det och hur det uppfylls",
        "Visar ett krav: vem som ställer det, när det prövas och hur det uppfylls. Utan nummer visas alla krav.",
        "Exempel: dialog rules show V-47\n         dialog rules show --rulebook varmland",
        heading=READ,
    ),
    "coverage": CommandEntry(
        "rules_coverage:show_coverage",
        "Se hur varje krav i källorna är omhändertaget",
        "Visar av hur många krav ett brott märks, hur många som frågas eller visas, och vilka som lämnas och varför. "
        "Det prövas på riktigt: varje krav bryts, i regelverkets egna fall eller i en färdig dossier. "
        "Med --rulebook, --dossier eller json visas varje krav.",
        "Exempel: dialog rules coverage --rulebook hagfors\n"
        "         dialog rules coverage --dossier badplatsen\n"
        "         dialog rules coverage --format json",
        heading=READ,
    ),
    "new": CommandEntry(
        "rules:new_rulebook",
        "Gör ett eget regelverk",
        "Skapar ett eget regelverk i mappen regelverk: en kopia av ett annat, eller ett litet att skriva om. "
        "Det som finns skrivs aldrig över.",
        "Exempel: dialog rules new --copy-of hagfors\n"
        '         dialog rules new --id lillby --organisation "Lillby kommun"',
        heading=OWN,
    ),
    "check": CommandEntry(
        "rules:check_rulebook",
        "Se allt som är fel i ett regelverk",
        "Kontrollerar ett regelverk, eller alla era egna, och visar allt som är fel på en gång.",
        "Exempel: dialog rules check regelverk/lillby/rulebook.yaml\n"
        "Slutkod: 0 = inga fel, 3 = ett regelverk går inte att använda",
        heading=OWN,
    ),
    "test": CommandEntry(
        "rules:try_rulebook",
        "Pröva ett regelverk på sina fall",
        "Prövar fallen i mappen cases bredvid ett regelverk, eller alla era egna. Ett fall är en liten dossier och "
        "precis vad en regel ska säga om den.",
        "Exempel: dialog rules test varmland\n"
        "Slutkod: 0 = alla fall stämmer, 1 = minst ett fall stämmer inte",
        heading=OWN,
    ),
    "survey": CommandEntry(
        "rules_survey:survey",
        "Se vad ett regelverk inte märker",
        "Bryter en färdig dossier på alla sätt, en ändring i taget och bara i minnet: tar bort filer och svar, tömmer, "
        "undantar, byter val, organ, dagar och tal. Visar vilka ändringar som ingen kontroll märker, fält för fält.",
        "Exempel: dialog rules survey --dossier badplatsen\n"
        "         dialog rules survey regelverk/lillby/rulebook.yaml --dossier badplatsen",
        heading=OWN,
    ),
    "diff": CommandEntry(
        "rules:show_difference",
        "Jämför två regelverk eller två versioner",
        "Visar vilka krav som är nya, ändrade och borttagna, och vad som är ändrat.",
        "Exempel: dialog rules diff lillby@1 lillby",
        heading=VERSIONS,
    ),
    "upgrade": CommandEntry(
        "rules:upgrade_dossier",
        "Följ en nyare version i en dossier",
        "Visar vad en nyare version av regelverket betyder för en dossier: nya och ändrade krav, och vad dialog check "
        "skulle säga. Dossiern följer sin gamla version tills du svarar ja.",
        "Exempel: dialog rules upgrade --yes",
        heading=VERSIONS,
    ),
}
"""The commands below `dialog rules`."""

COMMANDS = {
    "new": CommandEntry(
        "new:new_dialogue",
        "Påbörja en dialog: pröva frågan och skapa en dossier",
        "Skapar en dossier, prövar frågan och ställer de första frågorna. Varje svar sparas direkt.",
        'Exempel: dialog new --rulebook varmland --title "Kollektivtrafik i glesbygd"',
        heading=PLAN,
    ),
    "fill": CommandEntry(
        "fill:fill_dossier",
        "Svara på frågorna, en i taget",
        "Ställer de frågor som återstår inför nästa beslut. Varje svar sparas innan nästa fråga visas.",
        "Exempel: dialog fill --section risker",
        heading=PLAN,
    ),
    "add": CommandEntry(
        "add:add_items",
        "För in ett tillfälle, en återkoppling eller annat",
        "För in ett tillfälle, en återkoppling eller något annat som det finns flera av, i en egen fil. Det som planen "
        "redan säger föreslås. Flera går att föra in efter varandra. Utan VAD visas vad som går att lägga till.",
        "Exempel: dialog add tillfälle\n"
        "         dialog add tillfälle datum=10/3 plats=Simhallen\n"
        "         dialog add återkoppling --answers svar.yaml",
        heading=PLAN,
    ),
    "set": CommandEntry(
        "set:set_answer",
        "Ändra ett enda svar",
        "Skriver ett enda svar i en dossier, eller ett undantag från ett krav. Inget annat i filen ändras.",
        'Exempel: dialog set handlingsplan.risker.2.åtgärd "Vi bokar bygdegården."\n'
        '         dialog set undantag.V-47 --reason "SKÄL" --by "ROLL"',
        heading=PLAN,
    ),
    "methods": CommandEntry(
        summary="Jämför metoder och få förslag", heading=PLAN, below=METHOD_COMMANDS, alone="list"
    ),
    "budget": CommandEntry(
        "budget:show_budget",
        "Se budgeten, och räkna ut ersättning till förtroendevalda",
        "Visar budgetens rader, summa och finansiering. Med antal förtroendevalda och tillfällen räknas arvode, "
        "förlorad arbetsinkomst och resor ut, med era egna ersättningar ur organisation.yaml.",
        "Exempel: dialog budget\n"
        "         dialog budget --elected 9 --sessions 5 --hours 4 --distance 6 --write",
        heading=PLAN,
    ),
    "deadlines": CommandEntry(
        "deadlines:show_deadlines",
        "Räkna ut datum bakåt från ett möte",
        "Visar när handlingar, kallelse, justering och anslag senast ska vara klara, räknat i arbetsdagar och med "
        "helgdagar, och vad som inte hinns. Datumen går att lägga in i en kalender.",
        "Exempel: dialog deadlines --out datum.ics\n"
        "         dialog deadlines --meeting 24/11 --organ regionfullmäktige",
        heading=PLAN,
    ),
    "check": CommandEntry(
        "check:check_dossier",
        "Se vad som saknas, var, och vem som kräver det",
        "Visar vad som saknas i en dossier, var, och vem som kräver det. Ändrar inget.",
        "Exempel: dialog check --for presidiets-beslut\n"
        "Slutkod: 0 = inga fel, 1 = minst ett fel, 3 = någon fil går inte att läsa",
        heading=WATCH,
    ),
    "status": CommandEntry(
        "status:show_status",
        "Se läget, nästa beslut och viktiga datum",
        "Visar var en dialog står, vems tur det är, vad som saknas inför nästa beslut och viktiga datum.",
        "Exempel: dialog status\nSlutkod: 0 = läget är visat, 3 = någon fil går inte att läsa",
        heading=WATCH,
    ),
    "list": CommandEntry(
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
    "render": CommandEntry(
        "render:render_documents",
        "Skapa Word-handlingar",
        "Skapar Word-handlingar av svaren i en dossier. De läggs i mappen handlingar.",
        "Exempel: dialog render handlingsplan\n"
        "Slutkod: 0 = skapade, 1 = underlaget räcker inte till slutliga handlingar,\n"
        "  4 = en handling är ändrad i Word och den nya versionen ligger bredvid,\n"
        "  5 = det gick inte att skapa en PDF, men Word-filen är skapad",
        heading=PRODUCE,
    ),
    "agenda": CommandEntry(
        "agenda:make_agenda",
        "Skapa föredragningslista till ett möte",
        "Skapar kallelse och föredragningslista för ett organ och en dag, ur alla dossierer som ligger tillsammans. "
        "Den läggs i mappen moten.",
        "Exempel: dialog agenda kollektivtrafiknämnden 3/3 --time 13.00 --place Sessionssalen\n"
        "Slutkod: 0 = skapad, 1 = inget ärende är klart till mötet,\n"
        "  3 = någon dossier går inte att läsa, 4 = Word-filen är ändrad och den nya ligger bredvid",
        heading=PRODUCE,
    ),
    "decide": CommandEntry(
        "decide:decide",
        "För in ett beslut",
        "För in ett beslut som är fattat, i en egen fil. Inget annat i dossiern ändras. Det som saknas frågar dialog "
        "efter.",
        "Exempel: dialog decide handlingsplan --outcome bifall --date 3/3 --paragraph 17\n"
        "         dialog decide --agenda moten/2027-03-03-kollektivtrafiknamnden\n"
        '         dialog decide handlingsplan --withdraw --reason "Ärendet bordlades."\n'
        "Slutkod: 0 = infört, 1 = underlaget är inte komplett och inget är infört",
        heading=PRODUCE,
    ),
    "stop": CommandEntry(
        "stop:stop",
        "Avsluta en dialog i förtid, eller fortsätt den",
        "För in att en dialog är avbruten, utgår, är sammanslagen med en annan eller delad, i en egen fil. Den som har "
        "hörts ska ändå få återkoppling. Det som saknas frågar dialog efter.",
        "Exempel: dialog stop\n"
        '         dialog stop --how avbruten --reason "Bidraget drogs in." --organ kommunstyrelsen --date 4/5\n'
        '         dialog stop --resume "Bidraget är beviljat"',
        heading=PRODUCE,
    ),
    "verify": CommandEntry(
        "verify:verify_file",
        "Se vad en Word-fil är skapad av och vad som har ändrats",
        "Visar vad en Word-fil är skapad av, och vad som har ändrats sedan dess i filen och i dossiern.",
        "Exempel: dialog verify handlingar/handlingsplan.docx\n"
        "Slutkod: 0 = ursprunget är visat, 1 = filen är inte skapad av dialog, 3 = filen går inte att läsa",
        heading=PRODUCE,
    ),
    "templates": CommandEntry(
        summary="Mallar för handlingar, och er brevmall", heading=RULES, below=TEMPLATE_COMMANDS
    ),
    "rules": CommandEntry(
        summary="Läs, kontrollera och jämför regelverk", heading=RULES, below=RULE_COMMANDS
    ),
}


def root_command() -> DialogGroup:
    """`dialog` itself."""
    return DialogGroup("dialog", COMMANDS)
