import sys

import pytest

from dialogcli.base.characters import UNWANTED, cleaned, cleaning_told


def test_what_is_printable_is_never_unwanted() -> None:
    """The reader looks for unwanted characters only in texts that are not printable throughout."""
    assert [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if char.isprintable() and UNWANTED.match(char)
    ] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Rad ett\nRad två\r\n", ""),
        ("Rad ett\x0bRad två", "1 radbrytning ur ett ordbehandlingsprogram är nu som andra."),
        ("a\u2028b\x0cc", "2 radbrytningar ur ett ordbehandlingsprogram är nu som andra."),
        ("sam\u00adråd", "1 osynligt tecken är borttaget."),
        (
            "\u200e2027-03-04\u200f\x0bx",
            "1 radbrytning ur ett ordbehandlingsprogram är nu som andra. "
            "2 osynliga tecken är borttagna.",
        ),
    ],
)
def test_what_is_not_kept_of_a_pasted_text_is_told(text: str, said: str) -> None:
    assert cleaning_told(text) == said
    assert cleaning_told(cleaned(text)) == ""
