from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogcli.base.dates import Day
from dialogcli.base.findings import UnreadableError
from dialogcli.dossier.meeting import Meeting, Point, meeting_text, read_meeting

DAY = Day(2027, 3, 3)
WORDS = (
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=40)
    .map(lambda text: normalize("NFC", " ".join(text.split())))
    .filter(bool)
)
POINT = st.builds(
    Point,
    title=WORDS,
    kind=st.sampled_from(["", "beslut", "anmälan"]),
    dnr=st.tuples(WORDS),
    presenter=WORDS,
    proposal=st.lists(WORDS, max_size=3).map(tuple),
    attachments=st.lists(WORDS, max_size=2).map(tuple),
    dossier=WORDS,
    gate=WORDS,
    audience=st.just(""),
    follow_up=st.sampled_from(["", "plan.uppföljningar"]),
    paragraph=st.just(""),
    outcome=st.just(""),
)


@given(st.lists(POINT, max_size=4))
def test_a_record_says_what_the_meeting_was_to_be(points: list[Point]) -> None:
    meeting = Meeting("byggnadsnämnden", DAY, "13.00", "Sessionssalen", tuple(points))
    assert read_meeting(meeting_text(meeting)) == meeting


def test_a_record_is_read_as_people_write_it() -> None:
    meeting = read_meeting(
        "organ: byggnadsnämnden\ndatum: 2027-03-03\npunkter:\n"
        "  - ärende: Information\n  - {ärende: Torget, dnr: KS 2027/5, förslag: Bifall.}\n"
    )
    assert meeting.points == (
        Point("Information"),
        Point("Torget", dnr=("KS 2027/5",), proposal=("Bifall.",)),
    )


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        (
            "organ: a\ndatum: 2027-03-03\npunkt: x\n",
            "Fältet punkt finns inte här. Menade du punkter?",
            "agenda.yaml:3:1",
        ),
        ("organ: a\ndatum: 3 mars\n", "Datum: Ett datum skrivs", "agenda.yaml:2:8"),
        ("organ: a\ndatum: 2027-03\n", "Mötets organ och hela dagen behövs.", "agenda.yaml:2:8"),
        ("datum: 2027-03-03\n", "Mötets organ och hela dagen behövs.", "agenda.yaml:1:8"),
        ("organ: [\n", "", "agenda.yaml:"),
        (
            "organ: a\ndatum: 2027-03-03\npunkter:\n  - ärende:\n    dnr: KS 1\n",
            "Punkt 1 har inget ärende.",
            "agenda.yaml:4:5",
        ),
        (
            "organ: a\ndatum: 2027-03-03\npunkter: [{ärende: Torget, slag: besluta}]\n",
            "Slag: besluta går inte att välja. Menade du beslut?",
            "agenda.yaml:3:34",
        ),
    ],
    ids=[
        "a misspelt key",
        "no date",
        "only a month",
        "no organ",
        "no YAML",
        "about nothing",
        "of an unknown kind",
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, message: str, place: str) -> None:
    with pytest.raises(UnreadableError) as stopped:
        read_meeting(text)
    [fault] = stopped.value.faults
    assert message in fault.message
    assert str(fault.place).startswith(place)


@pytest.mark.parametrize(
    ("folder", "fits"),
    [
        ("2027-03-03-byggnadsnamnden", True),
        ("2027-03-04-byggnadsnamnden", False),
        ("2027-03-03-kulturnamnden", False),
    ],
)
def test_the_record_of_a_meeting_lies_in_its_own_folder(folder: str, fits: bool) -> None:
    name, text = f"moten/{folder}/agenda.yaml", "organ: Byggnadsnämnden\ndatum: 2027-03-03\n"
    if fits:
        assert read_meeting(text, name).name == folder
        return
    with pytest.raises(UnreadableError) as stopped:
        read_meeting(text, name)
    assert [f"{fault.place} {fault.message}" for fault in stopped.value.faults] == [
        f"{name}:2:8 Mappen är för ett annat möte: {folder}."
    ]
