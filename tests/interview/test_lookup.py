"""What may be typed for a field."""

from __future__ import annotations

import pytest
from helpers.small_rulebook import rulebook

from dialogcli.base.findings import UsageError
from dialogcli.interview.lookup import resolve


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("plan.risker.2.åtgärd", "plan.risker.2.åtgärd"),
        ("plan.risker.2.atgard", "plan.risker.2.åtgärd"),
        ("risker.2.åtgärd", "plan.risker.2.åtgärd"),
        ("kostnad", "plan.kostnad"),
        ("ide.niva", "idé.nivå"),
        ("beslut.fullmäktiges-beslut.paragraf", "beslut.dialogbeslut.paragraf"),
        ("undantag.E-01", "undantag.E-01"),
        ("återkoppling.deltagare.datum", "återkoppling.deltagare.datum"),
    ],
)
def test_a_field_is_found(typed: str, path: str) -> None:
    assert resolve(rulebook(), typed) == path


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("syfte", "Fältet syfte finns på flera ställen: idé.syfte och plan.syfte."),
        ("kostnaden", "Fältet kostnaden finns inte i regelverket. Menade du kostnad?"),
        ("plan.riskr", "Fältet riskr finns inte i regelverket. Menade du risker?"),
        ("beslut.x.paragraf", "Beslutet x finns inte i regelverket."),
    ],
)
def test_a_slip_gets_the_nearest_word_and_changes_nothing(typed: str, said: str) -> None:
    with pytest.raises(UsageError) as stop:
        resolve(rulebook(), typed)
    assert stop.value.message == said
    assert "Inget är ändrat." in stop.value.hints[0]
