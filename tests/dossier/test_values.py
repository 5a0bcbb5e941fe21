import pytest
from helpers.small_rulebook import dossier

from dialogcli.base.dates import Day
from dialogcli.dossier.model import Answer, NotApplicable
from dialogcli.dossier.select import as_plain, fingerprint


def answer(file: str, text: str, path: str) -> Answer:
    found = dossier({file: text}).answer(path)
    assert found is not None
    return found


def remarks(file: str, text: str) -> list[str]:
    return [
        f"{finding.rule}: {finding.message} ({finding.place})"
        for finding in dossier({file: text}).remarks
    ]


@pytest.mark.parametrize("text", ["no", "18:30", "0123", "1e3", "~", "true", "2027-02-30", "null"])
def test_text_is_text_whatever_it_looks_like(text: str) -> None:
    assert answer("dossier.yaml", f"titel: {text}\n", "dossier.titel").value == text


def test_letters_are_read_in_one_way_however_the_file_writes_them() -> None:
    assert answer("dossier.yaml", "titel: A\u030ang\n", "dossier.titel").value == "\u00c5ng"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12500", 12500),
        ("12 500", 12500),
        ("12 500 kr", 12500),
        ("12\u00a0500 kronor", 12500),
        ("0", 0),
    ],
)
def test_amounts_are_whole_kronor(text: str, value: int) -> None:
    assert answer("plan.yaml", f"kostnad: {text}\n", "plan.kostnad").value == value


def test_a_date_may_be_a_month() -> None:
    assert answer("plan.yaml", "datum: 2027-03\n", "plan.datum").value == Day(2027, 3)


def test_a_choice_is_read_with_or_without_dots_or_as_it_is_shown() -> None:
    for text in ("före", "Fore", "före mötena"):
        rows = answer("plan.yaml", f"budskap: [{{fas: {text}}}]\n", "plan.budskap").rows
        assert [row.part("fas").text for row in rows] == ["före"]


def test_many_values_or_one_without_brackets() -> None:
    assert [
        one.text for one in answer("dossier.yaml", "dnr: [RV 1, RV 2]\n", "dossier.dnr").rows
    ] == ["RV 1", "RV 2"]
    assert [one.text for one in answer("dossier.yaml", "dnr: RV 1\n", "dossier.dnr").rows] == [
        "RV 1"
    ]


def test_a_statement_may_be_written_as_its_reason_or_its_answer() -> None:
    barn = answer("ide.yaml", "barn: Skolbarnen går över torget\n", "idé.barn")
    assert (barn.text, barn.part("skäl").text) == ("", "Skolbarnen går över torget")
    assert answer("ide.yaml", "barn: ja\n", "idé.barn").text == "ja"


def test_not_applicable_keeps_its_reason() -> None:
    syfte = answer("plan.yaml", "syfte: {ej_tillämpligt: Står i idén}\n", "plan.syfte")
    assert syfte.value == NotApplicable("Står i idén")


def test_not_applicable_may_say_who_and_when() -> None:
    text = (
        "syfte:\n  ej_tillämpligt:\n    skäl: Står i idén\n    av: chefen\n    datum: 2027-02-18\n"
    )
    syfte = answer("plan.yaml", text, "plan.syfte")
    assert syfte.value == NotApplicable("Står i idén", "chefen", Day.parse("2027-02-18"))
    assert as_plain(syfte) == {
        "ej_tillämpligt": {"skäl": "Står i idén", "av": "chefen", "datum": "2027-02-18"}
    }


def test_who_says_so_and_when_do_not_change_the_fingerprint() -> None:
    short = answer("plan.yaml", "syfte: {ej_tillämpligt: Står i idén}\n", "plan.syfte")
    signed = "syfte: {ej_tillämpligt: {skäl: Står i idén, av: chefen, datum: 2027-02-18}}\n"
    assert fingerprint(answer("plan.yaml", signed, "plan.syfte")) == fingerprint(short)


@pytest.mark.parametrize(
    ("excuse", "message"),
    [
        ("{av: chefen}", "Ej tillämpligt behöver ett skäl, och inget annat svar bredvid."),
        (
            "{skäl: Står i idén, vem: chefen}",
            "Ej tillämpligt behöver ett skäl, och inget annat svar bredvid.",
        ),
        (
            "{skäl: Står i idén, datum: i går}",
            "Ett datum skrivs 2027-03-04, eller 2027-03 när bara månaden är känd.",
        ),
    ],
)
def test_an_excuse_that_cannot_be_read_is_remarked_on(excuse: str, message: str) -> None:
    assert remarks("plan.yaml", f"syfte: {{ej_tillämpligt: {excuse}}}\n") == [
        f"fel-värde: Syfte: {message} (plan.yaml:1:8)"
    ]


def test_rows_and_parts_know_their_path_and_place() -> None:
    risker = answer(
        "plan.yaml", "risker:\n  - risk: Regn\n  - risk: Snö\n    åtgärd: Tält\n", "plan.risker"
    )
    [_, second] = risker.rows
    assert (second.part("åtgärd").path, str(second.part("åtgärd").place)) == (
        "plan.risker.2.åtgärd",
        "plan.yaml:4:13",
    )


@pytest.mark.parametrize(
    ("file", "text", "remark"),
    [
        (
            "plan.yaml",
            "kostnad: dyrt",
            "fel-värde: Kostnad: dyrt går inte att läsa. Skriv ett belopp i hela kronor, "
            "till exempel 12500. (plan.yaml:1:10)",
        ),
        (
            "plan.yaml",
            "datum: 2027-04-31",
            "fel-värde: Datum: Datumet 2027-04-31 finns inte. April har 30 dagar. (plan.yaml:1:8)",
        ),
        (
            "plan.yaml",
            "datum: i vår",
            "fel-värde: Datum: Ett datum skrivs 2027-03-04, eller 2027-03 när bara månaden "
            "är känd. (plan.yaml:1:8)",
        ),
        (
            "plan.yaml",
            "syfte: [a, b]",
            "fel-värde: Syfte: Här ska det stå ett enda svar, inte en lista. (plan.yaml:1:8)",
        ),
        (
            "plan.yaml",
            "risker: många",
            'fel-värde: "Utmaningar och risker": Varje rad skrivs med kolumnerna '
            "risk, åtgärd och slag. (plan.yaml:1:9)",
        ),
        (
            "plan.yaml",
            "riskerna: []",
            "okänt-fält: Fältet riskerna finns inte här. Menade du risker? (plan.yaml:1:1)",
        ),
        (
            "planen.yaml",
            "syfte: a",
            "okänd-fil: Filen planen.yaml hör inte till regelverket. Menade du plan.yaml? "
            "(planen.yaml:1:1)",
        ),
        (
            "beslut/a.yaml",
            "beslutspunkt: torgbeslut",
            "okänd-beslutspunkt: Beslutet torgbeslut finns inte i regelverket. "
            "(beslut/a.yaml:1:15)",
        ),
        (
            "beslut/a.yaml",
            "organ: KF",
            "nyckel-saknas: Beslutspunkt saknas, så filen hör inte till något. (beslut/a.yaml:1:1)",
        ),
    ],
)
def test_what_does_not_fit_is_remarked_on_with_its_place(file: str, text: str, remark: str) -> None:
    assert remarks(file, text) == [remark]


def test_a_file_that_cannot_be_read_does_not_hide_the_others() -> None:
    found = dossier({"plan.yaml": "syfte: a: b\n", "ide.yaml": "syfte: Att få veta\n"})
    assert [fault.place.file for fault in found.faults] == ["plan.yaml"]
    assert found.text("idé.syfte") == "Att få veta"
    assert found.files["plan"] == ()
