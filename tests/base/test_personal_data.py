"""What looks like personal data, and what only has many digits. The numbers are invented or meant
for tests.
"""

from datetime import date

import pytest

from dialogcli.base.personal_data import search
from dialogcli.rulebook.kinds.free_of import PERSONAL_DATA

TODAY = date(2027, 2, 22)


def found(text: str) -> list[tuple[str, str]]:
    return [(one.what, text[one.start : one.end]) for one in search(text, PERSONAL_DATA, TODAY)]


@pytest.mark.parametrize(
    "number",
    [
        "811218-9876",
        "8112189876",
        "19811218-9876",
        "198112189876",
        "811218 9876",
        "811218 - 9876",
        "151218+9877",
        "811218\u22129876",
        "811218\u20139876",
        "811218\u20119876",
        "811218\u00a09876",
        "070123-4569",
    ],
)
def test_a_personal_identity_number_however_it_is_written(number: str) -> None:
    assert found(f"Mötet leddes av en granne ({number}), som bor vid sjön.") == [
        ("personnummer", number)
    ]


@pytest.mark.parametrize("number", ["811278-9873", "19811278-9873"])
def test_a_coordination_number(number: str) -> None:
    assert found(f"nr:{number}.") == [("samordningsnummer", number)]


@pytest.mark.parametrize(
    "text",
    [
        "811218-9875",  # the check digit is wrong
        "811318-9875",  # there is no thirteenth month
        "20810401-9875",  # nobody is born yet
        "2027-04-14",
        "2027-04-14 18:30",
        "20270414",
        "RV 2027/118",
        "KS 2027-0031",
        "LTN/0412/27",
        "212000-1850",  # an organisation
        "5050-1055",
        "48 500 kronor",
        "1234567890",
        "811218-98765",
        "x811218-9876",
        "1 811218-9876-1",
        "avtryck: 8112189876543210",
        "3f81121898760011",
    ],
)
def test_what_is_no_number_of_a_person(text: str) -> None:
    assert [what for what, _ in found(text) if what in ("personnummer", "samordningsnummer")] == []


@pytest.mark.parametrize(
    "text",
    [
        "070-123 45 67",
        "0701234567",
        "08-123 456 78",
        "054-61 50 00",
        "+46 70 123 45 67",
        "+46 (0)70-123 45 67",
    ],
)
def test_a_phone_number(text: str) -> None:
    assert found(f"Ring {text}, så svarar vi.") == [("telefonnummer", text)]


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-14",
        "03-14 2027",
        "kl. 08.00-16.30",
        "651 84 Karlstad",
        "0,5 procent",
        "0101-0202",
        "RV 2027/0118",
        "2027-01-20 till 2027-02-08",
    ],
)
def test_what_is_no_phone_number(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("address", ["nagon@example.se", "för.efter-namn+lista@post.example.se"])
def test_an_e_mail_address(address: str) -> None:
    assert found(f"Svara till {address}.") == [("e-postadress", address)]


def test_an_identity_number_is_not_a_phone_number_too() -> None:
    assert found("040229-1231 och 040229-4565") == [
        ("personnummer", "040229-1231"),
        ("personnummer", "040229-4565"),
    ]


def test_only_what_is_asked_for_in_the_order_of_the_text() -> None:
    text = "a@example.se, 811218-9876, 070-123 45 67, 811278-9873"

    assert [one.what for one in search(text, ("samordningsnummer", "e-postadress"), TODAY)] == [
        "e-postadress",
        "samordningsnummer",
    ]


def test_a_long_text_without_blanks_takes_no_time() -> None:
    assert found("0" * 100_000 + "a" * 100_000 + "1-" * 50_000) == []
