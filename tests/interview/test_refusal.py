from dialogcli.interview.refusal import Refusal


def test_a_personal_identity_number_among_what_was_typed_is_not_said_back() -> None:
    assert Refusal("811218-9876 går inte att läsa som ett datum.").text == (
        "xxxxxx-xxxx går inte att läsa som ett datum."
    )
