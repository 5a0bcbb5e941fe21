import pytest
from helpers.small_rulebook import DECIDED, TODAY, dossier, report, rule, said

from dialogcli.base.findings import Severity
from dialogcli.checking.cases import case_line
from dialogcli.checking.engine import check
from dialogcli.checking.report import stops_every_document

NUMBER = "811218-9876"
TEXT = {**DECIDED, "plan.yaml": f"syfte: Granne {NUMBER}, nagon@example.se, 070-123 45 67\n"}
ASKED = rule("kind: free_of\nwhat: [personnummer, e-postadress]\nseverity: varning")
WAIVER = "skäl: Det är ett ordernummer\nav: arkivarien\ndatum: 2027-02-01\n"


def test_whatever_the_rulebook_says() -> None:
    assert said(TEXT, "") == [
        "Fel personnummer: Texten ser ut att innehålla ett personnummer. (plan.yaml:1:15)",
        "Upplysning kontaktuppgift: Texten ser ut att innehålla en e-postadress. (plan.yaml:1:28)",
        "Upplysning kontaktuppgift: Texten ser ut att innehålla ett telefonnummer. (plan.yaml:1:46)",
    ]


def test_what_to_do() -> None:
    number, address, _ = report(TEXT, "").findings

    assert number.remedy == (
        "Ta bort numret. Är filen redan sparad i git finns numret kvar i historiken. Fråga då ert "
        "dataskyddsombud. Är det inget sådant nummer: skriv undantag.personnummer med skäl."
    )
    assert address.remedy == (
        "Ta bort uppgiften om den leder till en enskild invånare. "
        "Era egna skrivs under kontakt i organisation.yaml."
    )


def test_nothing_may_be_final_while_a_number_stands() -> None:
    found = report(TEXT, "").findings

    assert [stops_every_document(one) for one in found] == [True, False, False]


def test_a_rule_that_asks_for_the_same_lends_its_source_and_speaks_of_addresses() -> None:
    found = report(TEXT, ASKED).findings

    assert [(one.rule, one.severity, str(one.source)) for one in found] == [
        ("personnummer", Severity.FEL, "Riktlinje för samtal, Innehåll"),
        ("E-01", Severity.VARNING, "Riktlinje för samtal, Innehåll"),
        ("kontaktuppgift", Severity.UPPLYSNING, "None"),
    ]


def test_a_number_that_is_none() -> None:
    files = {**TEXT, "undantag/p.yaml": f"regel: personnummer\n{WAIVER}"}
    found = report(files, "")

    assert [one.rule for one in found.findings] == ["kontaktuppgift", "kontaktuppgift"]
    assert [one.waiver.reason for one in found.waived if one.waiver] == ["Det är ett ordernummer"]


def test_a_waiver_without_a_reason_does_not_count() -> None:
    files = {**TEXT, "undantag/p.yaml": "regel: personnummer\nav: arkivarien\n"}

    assert "personnummer" in [one.rule for one in report(files, "").findings]


def test_a_waiver_from_the_rule_counts_for_both() -> None:
    files = {**TEXT, "undantag/p.yaml": f"regel: E-01\n{WAIVER}"}
    found = report(files, ASKED)

    assert "personnummer" not in [one.rule for one in found.findings]


@pytest.mark.parametrize(
    "contacts",
    [
        ("nagon@example.se", "070-123 45 67"),
        ("@example.se", "+46 70 123 45 67"),
        ("Nagon@Example.se", "+46 (0)70-1234567"),
    ],
)
def test_where_the_organisation_itself_is_reached(contacts: tuple[str, ...]) -> None:
    ours = dossier(TEXT)
    ours = ours._replace(rulebook=ours.rulebook._replace(contacts=contacts))

    assert [one.rule for one in check(ours, TODAY).findings] == ["personnummer"]


def test_of_a_pasted_list_the_first_few_are_told() -> None:
    files = {**DECIDED, "plan.yaml": "syfte: |\n" + f"  {NUMBER}\n" * 300}

    assert [case_line(one) for one in report(files, "").findings][4:] == [
        "Fel personnummer: Texten ser ut att innehålla ett personnummer. (plan.yaml:6:3)",
        "Fel personnummer: Filen har det på 295 ställen till, med början här. (plan.yaml:7:3)",
    ]
