"""The commands below `dialog templates`."""

from __future__ import annotations

from dialogcli.cli.help import Command

TEMPLATE_COMMANDS = {
    "fields": Command(
        "templates:show_fields",
        "Se vilka fält en mall kan använda",
        "Visar alla fält som en mall kan använda, underlag för underlag, så som regelverket har dem.",
        "Exempel: dialog templates fields handlingsplan",
    ),
    "check": Command(
        "templates:check_templates",
        "Se allt som är fel i mallar och brevmall",
        "Kontrollerar de mallar som regelverkets handlingar använder, era egna mallar och brevmallen. Med --document "
        "kontrolleras en färdig Word-fil: att rubriker, listor, tabeller och bilder kan läsas av alla.",
        "Exempel: dialog templates check --sample prov.docx\n"
        "         dialog templates check --document handlingsplan.docx\n"
        "Slutkod: 0 = inga fel, 1 = minst ett fel",
    ),
    "copy": Command(
        "templates:copy_template",
        "Få en inbyggd mall att ändra i",
        "Lägger en kopia av en inbyggd mall, eller av brevmallen, i mappen mallar. Den gäller sedan före den inbyggda. "
        "Det som finns skrivs aldrig över.",
        "Exempel: dialog templates copy handlingsplan\n         dialog templates copy brevmall",
    ),
}
