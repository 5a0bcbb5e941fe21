from dialogcli.interview.parsing import Refusal


def test_a_personal_identity_number_among_what_was_typed_is_not_said_back() -> None:
    assert Refusal("811218-9876 går inte att läsa som ett datum.").text == (
        "xxxxxx-xxxx går inte att läsa som ett datum."
    )


def test_why_is_said_without_what_one_looks_like_where_that_is_a_sentence_of_its_own() -> None:
    why = "Datumet 31/4 finns inte."
    assert Refusal(f"{why} Skriv till exempel 14 april.", why).why == why
    assert Refusal("Svara j eller n.").why == "Svara j eller n."
