import sys

from dialogcli.base.characters import UNWANTED


def test_what_is_printable_is_never_unwanted() -> None:
    """The reader looks for unwanted characters only in texts that are not printable throughout."""
    assert [
        char
        for char in map(chr, range(sys.maxunicode + 1))
        if char.isprintable() and UNWANTED.match(char)
    ] == []
