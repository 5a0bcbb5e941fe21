"""The commands below `dialog methods`."""

from __future__ import annotations

from dialogcli.cli.help import Command

METHOD_COMMANDS = {
    "list": Command(
        "methods:list_methods",
        "Se alla metoder",
        "Visar alla metoder med nivå, kostnad och tid, de vanliga först. Det går också att skriva bara dialog methods.",
        "Exempel: dialog methods list",
    ),
    "show": Command(
        "methods:show_method",
        "Läs om en metod",
        "Visar vad en metod passar för, hur mycket den kräver, och vad som talar för och emot den.",
        "Exempel: dialog methods show worldcafe",
    ),
    "suggest": Command(
        "method_suggest:suggest_methods",
        "Få förslag som bygger på dossiern",
        "Föreslår metoder ur nivå, syfte, målgrupper, antal, tid och kostnad, och säger varför och varför inte. "
        "Det som står i dossiern används. Tillvalen går före.",
        "Exempel: dialog methods suggest\n"
        "         dialog methods suggest --level dialog --target gymnasieelever --size 30",
    ),
    "groups": Command(
        "methods:list_groups",
        "Se grupper att överväga, och hur de nås",
        "Visar de grupper som alltid ska övervägas, de som sällan hörs, och hur var och en brukar nås.",
        "Exempel: dialog methods groups",
    ),
}
