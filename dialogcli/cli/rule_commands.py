"""The commands below `dialog rules`."""

from __future__ import annotations

from dialogcli.cli.help import Command

READ, OWN, VERSIONS = "Läsa", "Egna regelverk", "Versioner"

RULE_COMMANDS = {
    "list": Command(
        "rule_list:list_rulebooks",
        "Se vilka regelverk som finns",
        "Visar era egna regelverk, med plats, och de inbyggda.",
        "Exempel: dialog rules list",
        heading=READ,
    ),
    "show": Command(
        "rules:show",
        "Visa ett krav, vem som ställer det och hur det uppfylls",
        "Visar ett krav: vem som ställer det, när det prövas och hur det uppfylls. Utan nummer visas alla krav.",
        "Exempel: dialog rules show V-47\n         dialog rules show --rulebook varmland",
        heading=READ,
    ),
    "coverage": Command(
        "rule_coverage:show_coverage",
        "Se hur varje krav i källorna är omhändertaget",
        "Visar hur många krav källorna har, och hur många som prövas. Med json visas varje krav: av vilken regel det "
        "prövas, eller var det annars finns, och hur många fall som visar det.",
        "Exempel: dialog rules coverage --format json",
        heading=READ,
    ),
    "new": Command(
        "rule_new:new_rulebook",
        "Gör ett eget regelverk",
        "Skapar ett eget regelverk i mappen regelverk: en kopia av ett annat, eller ett litet att skriva om. "
        "Det som finns skrivs aldrig över.",
        "Exempel: dialog rules new --copy-of hagfors\n"
        '         dialog rules new --id lillby --organisation "Lillby kommun"',
        heading=OWN,
    ),
    "check": Command(
        "rule_checks:check_rulebook",
        "Se allt som är fel i ett regelverk",
        "Kontrollerar ett regelverk, eller alla era egna, och visar allt som är fel på en gång.",
        "Exempel: dialog rules check regelverk/lillby/rulebook.yaml\n"
        "Slutkod: 0 = inga fel, 3 = ett regelverk går inte att använda",
        heading=OWN,
    ),
    "test": Command(
        "rule_checks:try_rulebook",
        "Pröva ett regelverk på sina fall",
        "Prövar fallen i mappen cases bredvid ett regelverk, eller alla era egna. Ett fall är en liten dossier och "
        "precis vad en regel ska säga om den.",
        "Exempel: dialog rules test varmland\n"
        "Slutkod: 0 = alla fall stämmer, 1 = minst ett fall stämmer inte",
        heading=OWN,
    ),
    "diff": Command(
        "rule_versions:show_difference",
        "Jämför två regelverk eller två versioner",
        "Visar vilka krav som är nya, ändrade och borttagna, och vad som är ändrat.",
        "Exempel: dialog rules diff lillby@1 lillby",
        heading=VERSIONS,
    ),
    "upgrade": Command(
        "rule_versions:upgrade_dossier",
        "Följ en nyare version i en dossier",
        "Visar vad en nyare version av regelverket betyder för en dossier: nya och ändrade krav, och vad dialog check "
        "skulle säga. Dossiern följer sin gamla version tills du svarar ja.",
        "Exempel: dialog rules upgrade --yes",
        heading=VERSIONS,
    ),
}
